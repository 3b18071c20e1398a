"""Figures, money, dates, periods and lists in the words football people use."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# Size, name and smallest step of each unit, the smallest unit first.
_UNITS = (
    (1, "", "1"),
    (1_000, "k", "0.1"),
    (1_000_000, "m", "0.01"),
    (1_000_000_000, "bn", "0.01"),
)
_NEXT_UNIT = 1_000


def amount(value: float, decimals: int) -> str:
    """A figure to so many decimals, halves rounded away from nought: 1,180; 92.7."""
    # By way of its shortest form: 0.125 is meant where the nearest binary fraction lies below it.
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"


def whole(value: float) -> str:
    """A figure without decimals: 3,105."""
    return amount(value, 0)


def rate(value: float) -> str:
    """A rate per 90 minutes to two decimals, or to as many as show that it is not nought."""
    shown = amount(value, 2)
    return amount(value, 3) if value and shown in ("0.00", "-0.00") else shown


def money(euros: int) -> str:
    """Whole euros as €25m, €1.25m, €850k, €1.7k or €500."""
    shown = ""
    for size, unit, step in _UNITS:
        amount = (Decimal(euros) / size).quantize(Decimal(step), ROUND_HALF_UP)
        shown = f"€{amount.normalize():f}{unit}"
        # Decided after rounding: 999,600 is 1,000k, which is said as 1m.
        if amount < _NEXT_UNIT:
            break
    return shown


def percent(value: float) -> str:
    """A share in per cent, in whole ones from ten on: 50%; 2.3%; less than 0.1%; more than 99%."""
    if 0 < value < 0.05:  # noqa: PLR2004
        return "less than 0.1%"
    if 99.5 <= value < 100:  # noqa: PLR2004
        return "more than 99%"
    return f"{short(value)}%"


def short(value: float) -> str:
    """A figure without decimals from ten on, and with one, if it has any, below: 93; 2.3; 4."""
    shown = amount(value, 1) if abs(value) < 10 else whole(value)  # noqa: PLR2004
    return shown.removesuffix(".0")


def day(when: date) -> str:
    """A date as 30 June 2027."""
    return f"{when.day} {when:%B} {when.year}"


def in_period(period: str) -> str:
    """When it was: in 2023/24; in the year 2023."""
    return f"in {named_period(period)}"


def named_period(period: str) -> str:
    """A season as it is written, and a calendar year called so: 2023/24; the year 2023."""
    return period if "/" in period else f"the year {period}"


def metres(centimetres: int) -> str:
    """Height as 1.84 m."""
    return f"{centimetres / 100:.2f} m"


def plural(count: float, noun: str) -> str:
    """A count with its noun: 1 goal; 24 goals; 3,105 minutes."""
    return f"{whole(count)} {noun}" if count == 1 else f"{whole(count)} {noun}s"


def years(count: int) -> str:
    """A number of years, in words up to ten: one year; 21 years."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    shown = words[count] if count < len(words) else str(count)
    return f"{shown} year" if count == 1 else f"{shown} years"


def article(words: str) -> str:
    """`words` with "a" or "an" before them; for our own nouns and for ages in figures."""
    an = words[0] in "aeiou" or words.startswith(("8", "11-", "18-"))
    return f"{'an' if an else 'a'} {words}"


def listing(items: Sequence[str]) -> str:
    """a / a and b / a, b and c"""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(words: str) -> str:
    """`words` with a capital and one full stop ("… S.p.A." already has it)."""
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
