"""Numbers, money and dates as text."""

from datetime import date

import pytest

from football_player_service.app import formats


@pytest.mark.parametrize(
    ("euros", "expected"),
    [
        (0, "€0"), (950, "€950"), (1_000, "€1k"), (700_000, "€700k"), (1_250_000, "€1.25m"),
        (45_000_000, "€45m"), (12_345_678, "€12.35m"), (123_456_789, "€123m"),
        (999_999, "€1m"), (1_200_000_000, "€1.2bn"),
    ],
)  # fmt: skip
def test_money(euros: int, expected: str) -> None:
    assert formats.money(euros) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (94, "94th percentile"), (91.0, "91st percentile"), (62.0, "62nd percentile"),
        (33, "33rd percentile"), (11, "11th percentile"), (12.5, "13th percentile"),
        (98.4, "98th percentile"), (99.7, "99.7th percentile"), (0.3, "0.3th percentile"),
        (100.0, "100th percentile"),
    ],
)  # fmt: skip
def test_percentiles(value: float, expected: str) -> None:
    assert formats.percentile(value) == expected


def test_numbers_round_halves_up() -> None:
    assert [formats.number(value) for value in (1234.25, -7, 0.05, -0.04, 24)] == [
        "1,234.3", "−7", "0.1", "0", "24",
    ]  # fmt: skip
    assert [formats.rate(value) for value in (0.495, 0.6957, 0.005, 2.0)] == [
        "0.50", "0.70", "0.01", "2.00",
    ]  # fmt: skip


def test_units_have_plurals() -> None:
    assert (formats.minutes(1), formats.minutes(1234)) == ("1 minute", "1,234 minutes")
    assert (formats.months(1), formats.years(-7)) == ("1 month", "−7 years")
    assert formats.height(187) == "1.87 m"


def test_dates() -> None:
    assert formats.short_date(date(2027, 9, 3)) == "3 Sep 2027"
    assert formats.long_date(date(2027, 9, 3)) == "3 September 2027"
