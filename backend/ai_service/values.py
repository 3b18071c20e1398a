"""The value of a piece of evidence in the type that its unit promises, or None."""

import math
from datetime import date

from ai_service.schemas import Evidence, Unit

# Beyond any figure of football; it keeps arithmetic exact whatever was sent.
_LARGEST = 10**12
_YEAR_DIGITS = 4
_LIMITS: dict[Unit, tuple[int, int]] = {"percentile": (0, 100), "eur": (0, _LARGEST)}


def number(item: Evidence | None) -> int | float | None:
    """The value as a number; None for text, for what its unit rules out, and where nothing is
    known."""
    if item is None or isinstance(item.value, str) or item.value is None:
        return None
    value, low, high = item.value, *_LIMITS.get(item.unit, (-_LARGEST, _LARGEST))
    return value if math.isfinite(value) and low <= value <= high else None


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
