"""The value of a piece of evidence in the type that its unit promises, or None."""

import math
from datetime import date

from ai_service.schemas import Evidence

# Beyond any figure of football; it keeps arithmetic exact whatever was sent.
_LARGEST = 10**12


def number(item: Evidence | None) -> int | float | None:
    """The value as a number; None for text, for what is not finite, and where nothing is known."""
    if item is None or isinstance(item.value, str) or item.value is None:
        return None
    value = item.value
    return value if math.isfinite(value) and abs(value) <= _LARGEST else None


def text(item: Evidence | None) -> str | None:
    """The value as words; None where it is empty or a number."""
    return item.value or None if item is not None and isinstance(item.value, str) else None


def day(item: Evidence | None) -> date | None:
    """The value as a date; None where it is not one."""
    try:
        return date.fromisoformat(text(item) or "")
    except ValueError:
        return None
