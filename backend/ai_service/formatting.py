"""Figures, money, dates, periods and lists as text."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency

_LOCALE = Locale.parse("en_GB")


def amount(value: float, decimals: int) -> str:
    """A figure with so many decimals, halves rounded away from zero: 1,180; 92.7."""
    # Through str: 0.125 as a float may be a little less.
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"


def whole(value: float) -> str:
    """A figure without decimals: 3,105."""
    return amount(value, 0)


def rate(value: float) -> str:
    """A rate per 90 minutes with two decimals, or three if two would show zero."""
    shown = amount(value, 2)
    return amount(value, 3) if value and shown in ("0.00", "-0.00") else shown


def money(euros: int) -> str:
    """Whole euros as €45m, €1.25m or €700k; from three digits before the point without decimals."""
    leading_digits = (len(str(euros)) - 1) % 3 + 1
    decimals = 0 if leading_digits == 3 else 2  # noqa: PLR2004
    with localcontext(rounding=ROUND_HALF_UP):
        return format_compact_currency(euros, "EUR", locale=_LOCALE, fraction_digits=decimals)


def percent(value: float) -> str:
    """A percentage, without decimals from 10 on: 50%; 2.3%; less than 0.1%; more than 99%."""
    if 0 < value < 0.05:  # noqa: PLR2004
        return "less than 0.1%"
    if 99.5 <= value < 100:  # noqa: PLR2004
        return "more than 99%"
    return f"{short(value)}%"


def short(value: float) -> str:
    """A figure without decimals from 10 on, with at most one below: 93; 2.3; 4."""
    shown = amount(value, 1) if abs(value) < 10 else whole(value)  # noqa: PLR2004
    return shown.removesuffix(".0")


def day(when: date) -> str:
    """A date as 30 June 2027."""
    return format_date(when, "d MMMM y", locale=_LOCALE)


def in_period(period: str) -> str:
    """A period with its preposition: in 2023/24; in the year 2023."""
    return f"in {named_period(period)}"


def named_period(period: str) -> str:
    """A season or a calendar year: 2023/24; the year 2023."""
    return period if "/" in period else f"the year {period}"


def metres(centimetres: int) -> str:
    """Height as 1.84 m."""
    return f"{centimetres / 100:.2f} m"


def plural(count: float, noun: str) -> str:
    """A count with its noun: 1 goal; 24 goals; 3,105 minutes."""
    return f"{whole(count)} {noun}" if count == 1 else f"{whole(count)} {noun}s"


def years(count: int) -> str:
    """A number of years, spelt out up to ten: one year; 21 years."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    shown = words[count] if count < len(words) else str(count)
    return f"{shown} year" if count == 1 else f"{shown} years"


def article(words: str) -> str:
    """`words` preceded by "a" or "an"; only for nouns used in reports and ages in figures."""
    an = words[0] in "aeiou" or words.startswith(("8", "11-", "18-"))
    return f"{'an' if an else 'a'} {words}"


def listing(items: Sequence[str]) -> str:
    """a / a and b / a, b and c"""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(words: str) -> str:
    """`words` with a capital letter and one full stop ("… S.p.A." already has it)."""
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
