"""Figures, money and dates as text; escaping for Markdown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai_service.formatting import (
    article,
    day,
    in_period,
    listing,
    metres,
    money,
    percent,
    plural,
    rate,
    sentence,
    whole,
    years,
)
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
    [
        (0, "0%"),
        (0.04, "less than 0.1%"),
        (0.5, "0.5%"),
        (4, "4%"),
        (9.96, "10%"),
        (12.5, "13%"),
        (99.5, "more than 99%"),
        (100, "100%"),
        (4_900.0, "4,900%"),
    ],
)
def test_percent(value: float, words: str) -> None:
    assert percent(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0.00"), (0.6957, "0.70"), (0.125, "0.13"), (0.004, "0.004"), (12, "12.00")],
)
def test_rate(value: float, words: str) -> None:
    assert rate(value) == words


def test_dates_heights_and_plurals() -> None:
    assert day(date(2027, 6, 3)) == "3 June 2027"
    assert metres(200) == "2.00 m"
    assert [years(1), years(8), years(21)] == ["one year", "eight years", "21 years"]
    assert article("attacking player") == "an attacking player"
    articles = [article(f"{age}-year-old")[:2] for age in (8, 11, 17, 18, 80)]
    assert articles == ["an", "an", "a ", "an", "an"]
    assert [in_period("2023/24"), in_period("2023")] == ["in 2023/24", "in the year 2023"]
    assert [plural(1, "goal"), plural(3105, "minute")] == ["1 goal", "3,105 minutes"]
    assert [whole(2.5), whole(-2.5), whole(1180)] == ["3", "-3", "1,180"]
    assert listing([]) == ""
    assert listing(["a", "b", "c"]) == "a, b and c"
    assert sentence("at Fictional S.p.A.") == "At Fictional S.p.A."


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
