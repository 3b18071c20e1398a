"""Values of evidence as people read them: `€45,000,000`, `10 June 2026`, `0.70 per 90`."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from football_player_service.app.scouting.schemas import Evidence, Unit

NOTHING = "none"


def day(value: date) -> str:
    """`10 June 2026`."""
    return f"{value.day} {value:%B %Y}"


def number(value: float) -> str:
    """To one decimal, thousands apart, a real minus sign, and no zero that says nothing."""
    text = f"{abs(value):,.1f}".removesuffix(".0")
    return f"−{text}" if value < 0 and text != "0" else text


def rate(value: float) -> str:
    """To two decimals as people round, and as the sentences do: 0.495 is 0.50."""
    return str(Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def shown(value: float | str | None, unit: Unit) -> str:
    """The value with its unit."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return day(date.fromisoformat(value)) if unit == "date" else value
    return _FORMS.get(unit, number)(value)


def span(period: str) -> str:
    """What a period is: some sources count calendar years."""
    return "Season" if "/" in period else "Year"


def compared(item: Evidence) -> str:
    """Whom it compares with, or why it has no value; empty where there is nothing to say."""
    parts = [item.note] if item.note else []
    if cohort := item.cohort:
        lacking = "without a value" if cohort.scope == "age" else "with fewer minutes"
        left_out = f"{number(cohort.left_out)} {lacking} left out"
        parts.append(f"{number(cohort.size)} {cohort.definition}; {left_out}")
    return "; ".join(parts)


def _counted(noun: str) -> Callable[[float], str]:
    return lambda value: f"{number(value)} {noun}{'' if abs(value) == 1 else 's'}"


_FORMS: dict[Unit, Callable[[float], str]] = {
    "years": _counted("year"),
    "months": _counted("month"),
    "minutes": _counted("minute"),
    "cm": lambda value: f"{number(value)} cm",
    "eur": lambda value: f"€{number(value)}",
    "percent": lambda value: f"{number(value)}%",
    "percentile": lambda value: f"percentile {number(value)}",
    "per 90": lambda value: f"{rate(value)} per 90",
}
