"""Numbers, money, dates and seasons as people write them."""

from datetime import date

import pytest

from ai_service.gate import dates, money, number_words
from ai_service.gate.atoms import atoms, normalise
from ai_service.gate.numbers import Hedge, Number, agrees, digits


@pytest.mark.parametrize(
    ("words", "value", "length"),
    [
        ("seven", 7, 1),
        ("twelve goals", 12, 1),
        ("a dozen", 12, 2),
        ("half a dozen", 6, 3),
        ("twenty four", 24, 2),
        ("twenty eleven", 20, 1),
        ("a hundred and eighty seven", 187, 5),
        ("one hundred eighty seven", 187, 4),
        ("three thousand one hundred and five", 3105, 6),
        ("two thousand", 2000, 2),
        ("twelve and three", 12, 1),
        ("hundred and three", None, 0),
        ("ninety third", 93, 2),
        ("second", 2, 1),
        ("second striker", None, 0),
        ("once", 1, 1),
        ("twice", 2, 1),
        ("a goal", None, 0),
        ("goals", None, 0),
    ],
)
def test_numbers_in_words(words: str, value: int | None, length: int) -> None:
    found = number_words.read(words.split())
    assert (found[0].value, found[1]) == (value, length) if found else value is None


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("half", 50),
        ("a third", 100 / 3),
        ("two thirds", 200 / 3),
        ("three quarters", 75),
        ("nine tenths", 90),
        ("nine in ten", 90),
        ("four out of five", 80),
        ("half a dozen", None),
        ("two third", None),
        ("eleven in ten", None),
        ("two goals", None),
    ],
)
def test_shares_in_words(words: str, percent: float | None) -> None:
    found = number_words.fraction(words.split())
    assert (found[0].value if found else None) == percent


@pytest.mark.parametrize(
    ("text", "euros", "step"),
    [
        ("€45m", 45_000_000, 1_000_000),
        ("€45.3m", 45_300_000, 100_000),
        ("€ 45 m", 45_000_000, 1_000_000),
        ("€850k", 850_000, 1_000),
        ("€1.2bn", 1_200_000_000, 100_000_000),
        ("EUR 45,000,000", 45_000_000, 1),
        ("45 million euros", 45_000_000, 1_000_000),
        ("forty-five million euros", 45_000_000, 1_000_000),
        ("half a million euros", 500_000, 100_000),
        ("a million euros", 1_000_000, 1_000_000),
        ("two and a half million euros", 2_500_000, 100_000),
        ("100,000 euros", 100_000, 1),
        ("€0", 0, 1),
        ("45m", 45_000_000, 1_000_000),
    ],
)
def test_money(text: str, euros: int, step: float) -> None:
    found = money.read(atoms(normalise(text)), 0)
    assert found
    amount, end = found
    assert amount.is_euro
    assert amount.number.value == euros
    assert amount.number.step == pytest.approx(step)
    assert end == len(atoms(normalise(text)))


@pytest.mark.parametrize("text", ["£45m", "$45m", "45 million pounds", "45 million dollars"])
def test_other_currencies_are_not_euros(text: str) -> None:
    found = money.read(atoms(text), 0)
    assert found
    assert not found[0].is_euro


@pytest.mark.parametrize("text", ["1.87m", "24 goals", "3,105 minutes", "a goal", "goals"])
def test_what_is_no_money(text: str) -> None:
    assert money.read(atoms(text), 0) is None


@pytest.mark.parametrize(
    ("text", "holds", "does_not"),
    [
        ("30 June 2027", date(2027, 6, 30), date(2027, 6, 29)),
        ("30th of June 2027", date(2027, 6, 30), date(2027, 7, 30)),
        ("June 30, 2027", date(2027, 6, 30), date(2028, 6, 30)),
        ("2027-06-30", date(2027, 6, 30), date(2027, 6, 3)),
        ("June 2027", date(2027, 6, 1), date(2027, 7, 1)),
        ("the end of June 2027"[4:], date(2027, 6, 30), date(2027, 5, 31)),
        ("summer of 2027", date(2027, 8, 31), date(2027, 1, 31)),
        ("mid-2027", date(2027, 6, 30), date(2027, 12, 31)),
        ("30 June", date(2031, 6, 30), date(2031, 6, 29)),
        ("May 2027", date(2027, 5, 5), date(2027, 3, 5)),
    ],
)
def test_dates(text: str, holds: date, does_not: date) -> None:
    found = dates.read(atoms(text), 0)
    assert found
    when, end = found
    assert when.includes(holds)
    assert not when.includes(does_not)
    assert end == len(atoms(text))


@pytest.mark.parametrize("text", ["2027", "45 goals", "may have", "late goals", "end of season"])
def test_what_is_no_date(text: str) -> None:
    assert dates.read(atoms(text), 0) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023/24", "2023/24"),
        ("2023-24", "2023/24"),
        ("2023/2024", "2023/24"),
        ("23/24", "2023/24"),
        ("1999/00", "1999/00"),
        ("2023/25", None),
        ("2024/23", None),
        ("2023/2025", None),
    ],
)
def test_seasons(text: str, written: str | None) -> None:
    found = dates.season(text)
    assert (found.text if found else None) == written


@pytest.mark.parametrize(
    ("actual", "said", "hedge", "holds"),
    [
        (0.6957, "0.70", None, True),
        (0.6957, "0.7", None, True),
        (0.6957, "0.69", None, False),
        (0.6957, "0.6957", None, True),
        (0.14, "0.1", None, False),  # nobody rounds by a third
        (92.7, "93", None, True),
        (92.7, "92", None, False),
        (0.6957, "0.70", "nearly", True),
        (0.6957, "0.70", "over", False),
        (0.6957, "0.69", "over", True),
        (0.6957, "0.60", "just over", False),
        (0.6957, "0.6", "over", True),
        (0.6957, "0.2", "over", False),  # true, but nobody would say so
    ],
)
def test_rounding(actual: float, said: str, hedge: Hedge | None, holds: bool) -> None:
    assert agrees(actual, digits(said), hedge, rounds=True, share=actual > 1) is holds


@pytest.mark.parametrize(
    ("actual", "euros", "step", "hedge", "holds"),
    [
        (45_250_000, 45_000_000, 1_000_000, None, True),
        (45_250_000, 45_300_000, 100_000, None, True),
        (45_250_000, 45_200_000, 100_000, None, False),  # halves are rounded up
        (45_250_000, 45_000_000, 1, None, False),  # all digits were given
        (45_250_000, 45_000_000, 1_000_000, "over", True),
        (45_250_000, 45_000_000, 1_000_000, "nearly", False),
        (45_000_000, 45_000_000, 1_000_000, "over", False),
        (44_600_000, 45_000_000, 1_000_000, "nearly", True),
        (9_500_000, 9_000_000, 1_000_000, None, False),
        (600_000, 1_000_000, 1_000_000, None, False),
    ],
)
def test_rounding_of_money(
    actual: float, euros: float, step: float, hedge: Hedge | None, holds: bool
) -> None:
    assert agrees(actual, Number(euros, step), hedge, rounds=True) is holds


@pytest.mark.parametrize(
    ("actual", "said", "hedge", "holds"),
    [
        (24, "24", None, True),
        (24, "25", None, False),
        (3105, "3,100", None, False),
        (3105, "3,100", "about", True),
        (3105, "3,400", "about", False),
        (24, "20", "over", True),
        (24, "24", "over", False),
        (24, "24", "at least", True),
        (24, "25", "at least", False),
        (24, "25", "under", True),
        (24, "24", "at most", True),
        (24, "24", "exactly", True),
    ],
)
def test_counts_are_given_as_they_are(
    actual: float, said: str, hedge: Hedge | None, holds: bool
) -> None:
    assert agrees(actual, digits(said), hedge, rounds=False) is holds
