"""Columns are verified by arithmetic: rates, percentages, repetitions, counts and ranges."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from football_player_service.app.imports import arithmetic
from football_player_service.app.imports.arithmetic import Check, FigureColumn, Figures
from football_player_service.app.metrics.catalogue import Form, catalogue

ROWS = 100
RANDOM = np.random.default_rng(11)
MINUTES = RANDOM.integers(300, 3000, ROWS).astype(float)
GAMES = np.ceil(MINUTES / 70)
SHOTS = RANDOM.integers(0, 90, ROWS).astype(float)
ON_TARGET = np.floor(SHOTS * RANDOM.uniform(0.2, 0.6, ROWS))


def column(
    name: str, form: Form, figures: NDArray[Any], decimals: int = 0, *, checks: str | None = None
) -> FigureColumn:
    """A column whose cells show so many decimals."""
    shown: Figures = np.round(figures, decimals)
    return FigureColumn(f"{name} {form}", catalogue()[name], form, shown, decimals, checks)


def file(*columns: FigureColumn, minutes: Figures = MINUTES) -> arithmetic.File:
    """A file with these columns."""
    return arithmetic.File(columns, minutes, GAMES)


def verified(*columns: FigureColumn) -> list[Check]:
    """The checks of these columns."""
    return arithmetic.verify(file(*columns))


def failed(*columns: FigureColumn) -> set[str]:
    """The metrics of these columns that are not to be stored."""
    return arithmetic.failed_metrics(verified(*columns))


def test_a_rate_is_the_total_per_90_minutes() -> None:
    rate = column("shots", Form.PER_90, SHOTS / MINUTES * 90, 2)
    total = column("shots", Form.VALUE, SHOTS)
    (check,) = [c for c in verified(total, rate) if c.column == "shots per_90"]
    assert str(check) == "shots per_90: is shots value per 90 minutes in 100 of 100 rows"
    assert check.passed


def test_the_rounding_of_a_total_is_allowed_for() -> None:
    xg = RANDOM.uniform(0, 20, ROWS)
    rate = column("xg", Form.PER_90, xg / MINUTES * 90, 2)
    assert failed(column("xg", Form.VALUE, xg, 1), rate) == set()


@pytest.mark.parametrize(("wrong_rows", "fails"), [(5, False), (6, True)])
def test_at_least_95_percent_of_the_rows_must_agree(wrong_rows: int, fails: bool) -> None:
    rates = SHOTS / MINUTES * 90
    rates[:wrong_rows] += 1
    rate = column("shots", Form.PER_90, rates, 2)
    assert failed(column("shots", Form.VALUE, SHOTS), rate) == ({"shots"} if fails else set())


def test_a_shifted_column_fails_although_most_rows_are_0() -> None:
    reds = np.zeros(ROWS)
    reds[[3, 40]] = 1
    rates = np.roll(reds, 1) / MINUTES * 90
    assert failed(
        column("red_cards", Form.VALUE, reds), column("red_cards", Form.PER_90, rates, 2)
    ) == {"red_cards"}


def test_an_average_per_game_is_told_from_a_rate() -> None:
    total = column("shots", Form.VALUE, SHOTS)
    (check,) = [
        c for c in verified(total, column("shots", Form.PER_90, SHOTS / GAMES, 2)) if not c.passed
    ]
    assert check.problem == "it is an average per game"


@pytest.mark.parametrize(
    ("by", "problem"), [(GAMES, "an average per game"), (MINUTES / 90, "a rate per 90 minutes")]
)
def test_a_count_must_be_whole(by: Figures, problem: str) -> None:
    checks = verified(column("shots", Form.VALUE, SHOTS / by, 3))
    assert [c.problem for c in checks if not c.passed] == [f"it is {problem}"]


def test_a_rate_alone_must_belong_to_whole_totals() -> None:
    assert failed(column("shots", Form.PER_90, SHOTS / MINUTES * 90, 3)) == set()
    checks = verified(column("shots", Form.PER_90, SHOTS / GAMES, 3))
    assert [c.problem for c in checks if not c.passed] == ["it is an average per game"]


@pytest.mark.parametrize("form", list(Form))
def test_a_percentage_is_the_quotient_of_its_parts(form: Form) -> None:
    by = MINUTES / 90 if form is Form.PER_90 else np.ones(ROWS)
    decimals = 2 if form is Form.PER_90 else 0
    parts = (
        column("shots", form, SHOTS / by, decimals),
        column("shots_on_target", form, ON_TARGET / by, decimals),
    )
    with np.errstate(invalid="ignore"):
        share = 100 * ON_TARGET / SHOTS
    assert failed(*parts, column("shots_on_target_pct", Form.VALUE, share, 1)) == set()
    wrong = column("shots_on_target_pct", Form.VALUE, np.roll(share, 1), 1)
    assert failed(*parts, wrong) == {"shots_on_target_pct"}


@pytest.mark.parametrize("with_parts", [True, False])
def test_shares_from_0_to_1_become_percentages(with_parts: bool) -> None:
    with np.errstate(invalid="ignore"):
        share = column("shots_on_target_pct", Form.VALUE, ON_TARGET / SHOTS, 3)
    parts = (
        column("shots", Form.VALUE, SHOTS), column("shots_on_target", Form.VALUE, ON_TARGET),
    )  # fmt: skip
    of = file(share, *(parts if with_parts else ()))
    before = share.figures.copy()
    arithmetic.scale_shares(of)
    np.testing.assert_allclose(share.figures, before * 100)
    assert of.notes == ["shots_on_target_pct value: shares from 0 to 1, stored as percentages"]
    assert arithmetic.failed_metrics(arithmetic.verify(of)) == set()


def test_percentages_up_to_1_stay_where_the_parts_say_so() -> None:
    shots, scored = np.full(ROWS, 200.0), np.arange(ROWS) % 2 * 1.0
    share = column("goal_conversion_pct", Form.VALUE, 100 * scored / shots, 2)
    of = file(share, column("shots", Form.VALUE, shots), column("goals", Form.VALUE, scored))
    arithmetic.scale_shares(of)
    assert share.figures.max() == 0.5
    assert of.notes == []


def test_a_second_column_must_equal_the_first() -> None:
    total = column("shots", Form.VALUE, SHOTS)
    same = column("shots", Form.VALUE, SHOTS, checks="Sh")
    assert failed(total, same) == set()
    other = column("shots", Form.VALUE, SHOTS + 1, checks="Sh")
    assert failed(total, other) == {"shots"}


def test_figures_beyond_the_range_of_the_metric_fail() -> None:
    (check,) = [c for c in verified(column("goals", Form.VALUE, MINUTES)) if not c.passed]
    assert check.what == "is plausible (0 to 3)"
    assert failed(column("pass_pct", Form.VALUE, np.full(ROWS, 120.0))) == {"pass_pct"}


@pytest.mark.parametrize("rows", [0, 1])
def test_little_or_nothing_to_compare_is_no_reason_to_refuse(rows: int) -> None:
    def some(figures: Figures) -> Figures:
        return np.where(np.arange(ROWS) < rows, figures, np.nan)

    columns: Sequence[FigureColumn] = (
        column("shots", Form.VALUE, some(SHOTS)),
        column("shots", Form.PER_90, some(SHOTS / MINUTES * 90), 2),
        column("shots_on_target_pct", Form.VALUE, some(np.full(ROWS, 50.0)), 1),
    )
    assert failed(*columns) == set()
