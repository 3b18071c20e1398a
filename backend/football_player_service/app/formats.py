"""Formats numbers, money and dates for people, the same in every export."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency, format_decimal
from babel.units import format_unit

NONE = "–"  # an unknown value
_LOCALE = Locale.parse("en_GB")
_ORDINAL_SUFFIXES = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


def number(value: float, *, decimals: int = 1) -> str:
    """`1,234.5`: at most so many decimals, halves rounded up, with a real minus sign."""
    pattern = "#,##0." + "#" * decimals
    return format_decimal(_rounded(value, decimals), pattern, _LOCALE).replace("-", "−")


def rate(value: float) -> str:
    """`0.45`: exactly two decimals, halves rounded up."""
    return format_decimal(_rounded(value, 2), "0.00", _LOCALE)


def money(euros: float) -> str:
    """`€45m`, `€1.25m`, `€700k`; three or more digits before the point have no decimals."""
    leading_digits = (len(str(int(euros))) - 1) % 3 + 1
    decimals = 0 if leading_digits == 3 else 2  # noqa: PLR2004
    with localcontext(rounding=ROUND_HALF_UP):
        return format_compact_currency(euros, "EUR", locale=_LOCALE, fraction_digits=decimals)


def percentile(value: float) -> str:
    """`94th percentile`; with a decimal if rounding would make it 0 or 100."""
    return f"{percentile_rank(value)} percentile"


def percentile_rank(value: float) -> str:
    """`94th`."""
    suffix = _ORDINAL_SUFFIXES[_LOCALE.ordinal_form(float(_shown_percentile(value)))]
    return f"{percentile_number(value)}{suffix}"


def percentile_number(value: float) -> str:
    """`94`."""
    return number(float(_shown_percentile(value)))


def minutes(value: float) -> str:
    """`1,234 minutes`."""
    return _with_unit(value, "duration-minute")


def months(value: float) -> str:
    """`7 months`."""
    return _with_unit(value, "duration-month")


def years(value: float) -> str:
    """`24 years`."""
    return _with_unit(value, "duration-year")


def height(centimetres: float) -> str:
    """`1.87 m`."""
    return f"{rate(centimetres / 100)} m"


def short_date(day: date) -> str:
    """`30 Jun 2027`, for tables."""
    # The pattern of en_GB would abbreviate September with four letters.
    return format_date(day, "d MMM y", locale="en")


def long_date(day: date) -> str:
    """`30 June 2027`, for prose."""
    return format_date(day, "d MMMM y", locale=_LOCALE)


def _shown_percentile(value: float) -> Decimal:
    whole = _rounded(value, 0)
    return whole if 0 < whole < 100 or whole == value else _rounded(value, 1)  # noqa: PLR2004


def _with_unit(value: float, unit: str) -> str:
    return format_unit(value, unit, "long", locale=_LOCALE).replace("-", "−")


def _rounded(value: float, decimals: int) -> Decimal:
    # Through str: 0.495 as a float is a little less. Adding 0 turns -0 into 0.
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
