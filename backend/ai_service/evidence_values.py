"""Typed values of evidence items; None where the value is not of that type."""

import math
from datetime import date

from ai_service.schemas import Evidence, Unit

_YEAR_DIGITS = 4
_LIMITS: dict[Unit, tuple[float, float]] = {"percentile": (0, 100), "eur": (0, math.inf)}


def number(item: Evidence | None) -> int | float | None:
    """The value as a number; None also if it is outside the range of its unit."""
    if item is None or isinstance(item.value, str) or item.value is None:
        return None
    low, high = _LIMITS.get(item.unit, (-math.inf, math.inf))
    return item.value if low <= item.value <= high else None


def text(item: Evidence | None) -> str | None:
    """The value as text; None also if it is empty."""
    return item.value or None if item is not None and isinstance(item.value, str) else None


def day(item: Evidence | None) -> date | None:
    """The value as a date, from ISO text."""
    try:
        return date.fromisoformat(text(item) or "")
    except ValueError:
        return None


def is_over(period: str | None, as_of: date) -> bool:
    """Whether a season such as `2023/24`, from July to June, ended before the day."""
    year = (period or "").partition("/")[0]
    if not year.isdecimal() or len(year) != _YEAR_DIGITS:
        return False
    last_day = (int(year) + 1, 6, 30)  # no `date`: the year after 9999 is none
    return last_day < (as_of.year, as_of.month, as_of.day)
