"""Figures, money and dates as text; escaping for Markdown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai_service.language.en.formats import (
    article,
    counted,
    day,
    in_words,
    listing,
    metric_name,
    money,
    number,
    ordinal,
    ordinal_figure,
    position,
    rate,
)
from ai_service.tests.dossiers import METRICS
from ai_service.text import escape_markdown, one_line, remove_invisible


@pytest.mark.parametrize(
    ("euros", "words"),
    [
        (0, "€0"),
        (999, "€999"),
        (1_000, "€1k"),
        (850_000, "€850k"),
        (1_722, "€1.72k"),
        (1_165, "€1.17k"),
        (87_500, "€87.5k"),
        (999_499, "€999k"),
        (999_950, "€1m"),
        (1_250_000, "€1.25m"),
        (22_500_000, "€22.5m"),
        (25_000_000, "€25m"),
        (100_000_000, "€100m"),
        (999_999_999, "€1bn"),
        (10_000_000_000, "€10bn"),
    ],
)
def test_money(euros: int, words: str) -> None:
    assert money(euros) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0.00"), (0.6957, "0.70"), (0.125, "0.13"), (0.004, "0.004"), (12, "12.00")],
)
def test_rate(value: float, words: str) -> None:
    assert rate(value) == words


def test_figures_and_words() -> None:
    assert day(date(2027, 6, 3)) == "3 June 2027"
    assert [in_words(1), in_words(8), in_words(21)] == ["one", "eight", "21"]
    assert [counted(1, "goal"), counted(3105, "minute")] == ["1 goal", "3,105 minutes"]
    assert [number(2.5), number(-2.5), number(1180)] == ["3", "-3", "1,180"]
    assert [number(92.65, 1), number(0.125, 2)] == ["92.7", "0.13"]
    assert [listing(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


def test_articles() -> None:
    assert [article("attacker"), article("winger")] == ["an attacker", "a winger"]
    articles = [article(f"{age}-year-old")[:2] for age in (8, 11, 17, 18, 80)]
    assert articles == ["an", "an", "a ", "an", "an"]


@pytest.mark.parametrize(
    ("place", "words", "figure"),
    [(1, "first", "1st"), (3, "third", "3rd"), (4, "4th", "4th"), (11, "11th", "11th"),
     (12, "12th", "12th"), (21, "21st", "21st"), (22, "22nd", "22nd"), (93, "93rd", "93rd"),
     (111, "111th", "111th"), (0, None, "0th")],
)  # fmt: skip
def test_ordinals(place: int, words: str | None, figure: str) -> None:
    assert ordinal_figure(place) == figure
    if words:
        assert ordinal(place) == words


def test_names_of_positions_and_metrics_in_prose() -> None:
    names = ["Attack", "Centre-Forward", "Attacking Midfield", "Left-Back"]
    assert [position(name) for name in names] == [
        "attacker", "centre-forward", "attacking midfielder", "left-back",
    ]  # fmt: skip
    assert metric_name(METRICS["goals"]) == "goals"
    assert metric_name(METRICS["xg"]) == "expected goals (xG)"


@pytest.mark.parametrize(
    "value",
    ["# Club", "- x", "+ x", "1. FC Fiction", "2) x", "===", "***", "> x", "&lt;b&gt;", "a*b*_c_"],
)
def test_markup_is_shown_as_it_is(value: str) -> None:
    (_, inline, _) = MarkdownIt().parse(escape_markdown(value))
    assert "".join(child.content for child in inline.children or []) == value


@given(st.text(st.sampled_from("\\`*_[]()<>~|#&;-+=1.!:/ \n\u200baé"), min_size=1))
def test_any_text_survives_escaping(value: str) -> None:
    tokens = MarkdownIt().parse(escape_markdown(value))
    shown = [child.content for token in tokens for child in token.children or []]
    assert "".join(shown) == one_line(value)


def test_names_keep_their_letters_and_lose_invisible_characters() -> None:
    for name in ("Eto'o", "Son Heung-min", "Øde\u0301gaard", "O\u2019Neil", "孫興慜"):
        assert remove_invisible(name) == name.replace("e\u0301", "é")
    assert remove_invisible("\u202eA\u200b\u3164B\ufe0f\U000e0061 ") == "AB"
