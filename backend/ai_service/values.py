"""The value of a piece of evidence in the type that its unit promises, or None."""

import math
from datetime import date

from ai_service.schemas import Evidence, Unit

_YEAR_DIGITS = 4
_LIMITS: dict[Unit, tuple[float, float]] = {"percentile": (0, 100), "eur": (0, math.inf)}


def number(item: Evidence | None) -> int | float | None:
    """The value as a number; None for text, for what its unit rules out, and where nothing is
    known."""
    if item is None or isinstance(item.value, str) or item.value is None:
        return None
    low, high = _LIMITS.get(item.unit, (-math.inf, math.inf))
    return item.value if low <= item.value <= high else None


def text(item: Evidence | None) -> str | None:
    """The value as words; None where it is empty or a number."""
    return item.value or None if item is not None and isinstance(item.value, str) else None


def day(item: Evidence | None) -> date | None:
    """The value as a date; None where it is not one."""
    try:
        return date.fromisoformat(text(item) or "")
    except ValueError:
        return None


def is_over(period: str | None, as_of: date) -> bool:
    """Whether a season such as `2023/24`, from July to June, lies before the day."""
    year = (period or "").partition("/")[0]
    return year.isdecimal() and len(year) == _YEAR_DIGITS and date(int(year) + 1, 6, 30) < as_of
