"""Verifies by arithmetic that columns hold what their names say, before anything is stored.

A total divided by the minutes must be the rate per 90 of the same file, and a percentage the
quotient of its parts. Columns that were shifted, averages per game and shares from 0 to 1 are found
this way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from football_player_service.app.metrics.catalogue import Form, Metric, Storage

Figures = NDArray[np.float64]  # one per row; NaN where unknown
Rows = NDArray[np.bool_]

LEAST_MATCHING = 0.95
# Zeros agree whatever a column holds: of the rows with another figure, most must agree too.
_LEAST_MATCHING_FIGURES = 0.8
# Rows with fewer minutes have rates beyond any plausible range.
_MINUTES_FOR_RANGE = 450
# So many rows tell an average per game from a rate per 90.
_ROWS_TO_SUSPECT = 20
_UNSURE = 0.2  # a total that is known less exactly is whole by chance
_PER_90 = 90.0


@dataclass
class FigureColumn:
    """A column of a metric: its figures, and the most decimals that a cell shows."""

    name: str
    metric: Metric
    form: Form
    figures: Figures
    decimals: int
    checks: str | None = None  # the name of the column that it is compared with

    @property
    def rounding(self) -> float:
        """The most that rounding changed a figure; nothing for whole numbers."""
        return 0.5 * 10.0**-self.decimals if self.decimals else 0.0


@dataclass(frozen=True)
class Agreement:
    """How many rows there are, and how many agree; then the same without those that are all 0."""

    rows: int
    matching: int
    figures: int = 0
    matching_figures: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether the rows agree as a whole; so if there are none."""
        return (
            self.matching >= LEAST_MATCHING * self.rows
            and self.matching_figures >= _LEAST_MATCHING_FIGURES * self.figures
        )


@dataclass(frozen=True)
class Check:
    """Whether a column agrees with others. `problem` says what it looks like instead."""

    column: str
    metric: str
    what: str
    agreement: Agreement
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether enough rows agree."""
        return self.agreement.is_enough

    def __str__(self) -> str:
        rows, matching = self.agreement.rows, self.agreement.matching
        counts = f"{self.column}: {self.what} in {matching:,} of {rows:,} rows"
        return f"{counts}; {self.problem}" if self.problem else counts


@dataclass
class File:
    """The columns of metrics of a file, and the minutes and games of its rows (NaN: unknown)."""

    columns: Sequence[FigureColumn]
    minutes: Figures
    games: Figures
    notes: list[str] = field(default_factory=list)

    @cached_property
    def by_meaning(self) -> Mapping[tuple[str, Form], FigureColumn]:
        """The columns that are stored, by metric and form."""
        return {(c.metric.key, c.form): c for c in self.columns if not c.checks}

    @cached_property
    def minutes_rounding(self) -> float:
        """The most that rounding changed the minutes."""
        whole = np.nan_to_num(self.minutes) % 1 == 0
        return 0.5 if whole.all() else 0.0


def scale_shares(file: File) -> None:
    """Turn percentages from 0 to 1 into 0 to 100, with a note for each column."""
    for column in file.columns:
        if column.metric.storage is Storage.PERCENT and _is_share(file, column):
            column.figures = column.figures * 100
            column.decimals = max(column.decimals - 2, 0)
            file.notes.append(f"{column.name}: shares from 0 to 1, stored as percentages")


def _is_share(file: File, column: FigureColumn) -> bool:
    known = column.figures[~np.isnan(column.figures)]
    if not known.size or known.min() < 0 or known.max() > 1:
        return False
    if (parts := _parts(file, column)) is not None:
        numerator, denominator = parts
        with np.errstate(divide="ignore", invalid="ignore"):
            quotient = numerator.figures / denominator.figures
        known_rows = np.isfinite(quotient) & ~np.isnan(column.figures) & (quotient > 0)
        if known_rows.any():
            difference = np.abs(quotient - column.figures)[known_rows]
            return bool(np.mean(difference <= 0.01) >= LEAST_MATCHING)  # noqa: PLR2004
    return bool(((known > 0) & (known < 1)).any())


def _parts(file: File, column: FigureColumn) -> tuple[FigureColumn, FigureColumn] | None:
    """The columns that a percentage or index is the quotient of, both totals or both rates."""
    if column.metric.parts is None:
        return None
    for form in Form:
        found = [file.by_meaning.get((part, form)) for part in column.metric.parts]
        if found[0] and found[1]:
            return found[0], found[1]
    return None


def verify(file: File) -> list[Check]:
    """Every check that the columns allow, in the order of the columns."""
    return [check for column in file.columns for check in _checks(file, column)]


def failed_metrics(checks: Sequence[Check]) -> set[str]:
    """The metrics not to store, because a check of one of their columns failed."""
    return {check.metric for check in checks if not check.passed}


def _checks(file: File, column: FigureColumn) -> Iterator[Check]:
    metric = column.metric
    if column.checks:
        yield from _compared(file, column)
        return
    if column.form is Form.PER_90 and (total := file.by_meaning.get((metric.key, Form.VALUE))):
        yield from _rate(file, total, column)
    elif metric.storage is Storage.TOTAL and metric.decimals == 0 and metric.key != "minutes":
        yield from _whole(file, column)
    if metric.storage in (Storage.PERCENT, Storage.INDEX) and (parts := _parts(file, column)):
        yield from _quotient(column, *parts)
    yield from _plausible(file, column)


def _compared(file: File, column: FigureColumn) -> Iterator[Check]:
    first = file.by_meaning.get((column.metric.key, column.form))
    if first:
        tolerance = np.full(len(column.figures), first.rounding + column.rounding)
        yield from _check(column, f"equals {column.checks}", first.figures, tolerance)


def _rate(file: File, total: FigureColumn, rate: FigureColumn) -> Iterator[Check]:
    """Total / minutes × 90 is the rate; otherwise perhaps the total per game is."""
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = _per(total.figures, file.minutes / _PER_90)
        rounding = _per(np.full(len(expected), total.rounding), file.minutes / _PER_90)
        rounding += np.abs(expected) * file.minutes_rounding / file.minutes
        per_game = _per(total.figures, file.games)
    at_most = np.full(len(per_game), total.rounding)
    games = _agreement(rate, per_game, at_most)
    is_per_game = games.figures > 0 and games.is_enough
    for check in _check(rate, f"is {total.name} per 90 minutes", expected, rounding):
        suspect = is_per_game and not check.passed
        yield _suspect(check, "it is an average per game") if suspect else check


def _quotient(
    column: FigureColumn, numerator: FigureColumn, denominator: FigureColumn
) -> Iterator[Check]:
    scale = 100 if column.metric.storage is Storage.PERCENT else 1
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = scale * _per(numerator.figures, denominator.figures)
        # How far the rounding of both parts can move the quotient.
        tolerance = scale * _per(
            numerator.rounding + np.abs(expected / scale) * denominator.rounding,
            denominator.figures,
        )
    yield from _check(column, f"is {numerator.name} / {denominator.name}", expected, tolerance)


def _whole(file: File, column: FigureColumn) -> Iterator[Check]:
    """Counts are whole numbers, and rates of counts belong to whole totals."""
    per_90, per_game = file.minutes / _PER_90, file.games
    if column.form is Form.VALUE:
        counted = column.figures[~np.isnan(column.figures) & (column.figures != 0)]
        agreement = Agreement(counted.size, int((counted % 1 == 0).sum()))
        check = Check(column.name, column.metric.key, "is a whole number", agreement)
        if not check.passed:
            for factor, what in ((per_game, "it is an average per game"),
                                 (per_90, "it is a rate per 90 minutes")):  # fmt: skip
                if _whole_totals(column, factor):
                    check = _suspect(check, what)
                    break
        yield check
    elif not _whole_totals(column, per_90) and _whole_totals(column, per_game):
        agreement = _whole_counts(column, per_90)
        check = Check(column.name, column.metric.key, "is of a whole number", agreement)
        yield _suspect(check, "it is an average per game")


def _whole_totals(column: FigureColumn, factor: Figures) -> bool:
    """Whether figures times `factor` are whole numbers, as far as their rounding can show."""
    found = _whole_counts(column, factor)
    return found.rows >= _ROWS_TO_SUSPECT and found.is_enough


def _whole_counts(column: FigureColumn, factor: Figures) -> Agreement:
    totals = column.figures * factor
    unsure = np.maximum(column.rounding * factor, 1e-6)
    counted = ~np.isnan(totals) & (column.figures != 0) & (unsure < _UNSURE)
    off = np.abs(totals - np.round(totals))[counted]
    return Agreement(int(counted.sum()), int((off <= unsure[counted]).sum()))


def _plausible(file: File, column: FigureColumn) -> Iterator[Check]:
    """Figures are in the metric's range, per 90 minutes for totals and rates."""
    low, high = column.metric.range
    figures = column.figures
    with np.errstate(divide="ignore", invalid="ignore"):
        if column.metric.storage is Storage.TOTAL and column.form is Form.VALUE:
            figures = _per(figures, file.minutes / _PER_90)
        is_percent = column.metric.storage is Storage.PERCENT
        counted = ~np.isnan(figures) & (is_percent | ~(file.minutes < _MINUTES_FOR_RANGE))
        matching = int(((figures >= low) & (figures <= high))[counted].sum())
    what = f"is plausible ({low:g} to {high:g})"
    check = Check(column.name, column.metric.key, what, Agreement(int(counted.sum()), matching))
    if not check.passed:
        yield check


def _per(figures: Figures, by: Figures) -> Figures:
    """The quotients; unknown where the divisor is not above 0."""
    quotients: Figures = np.where(by > 0, figures / by, np.nan)
    return quotients


def _check(
    column: FigureColumn, what: str, expected: Figures, tolerance: Figures
) -> Iterator[Check]:
    agreement = _agreement(column, expected, tolerance)
    if agreement.rows:
        yield Check(column.name, column.metric.key, what, agreement)


def _agreement(column: FigureColumn, expected: Figures, tolerance: Figures) -> Agreement:
    """How many rows with both figures agree."""
    counted = np.isfinite(expected) & ~np.isnan(column.figures)
    figures = counted & ((expected != 0) | (column.figures != 0))
    at_most = tolerance + 0.5 * 10.0**-column.decimals + 1e-6 * np.abs(expected)
    agrees = np.abs(column.figures - expected) <= at_most
    return Agreement(
        int(counted.sum()),
        int((agrees & counted).sum()),
        int(figures.sum()),
        int((agrees & figures).sum()),
    )


def _suspect(check: Check, problem: str) -> Check:
    return replace(check, problem=problem)
