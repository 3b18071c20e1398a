"""Evidence as text: values with their units, cohorts and sources."""

import re
from collections.abc import Callable
from datetime import date

from football_player_service.app import formats
from football_player_service.app.players.positions import position_noun
from football_player_service.app.scouting.schemas import Cohort, Evidence, EvidenceSource, Unit

SOURCES: dict[EvidenceSource, str] = {
    "record": "Player data",
    "valuations": "Valuations",
    "seasons": "Seasons",
    "transfers": "Transfers",
    "computed": "Computed",
}
_STATUSES = {"active": "Active", "free_agent": "Free agent", "retired": "Retired"}
_MIN_MINUTES = re.compile(r"at least ([\d,]+) minutes")


def format_value(id: str, value: float | str | None, unit: Unit) -> str:
    """The value of a piece of evidence with its unit."""
    if value is None:
        return formats.NONE
    if isinstance(value, str):
        return _format_text(id, value, unit)
    if id == "peak.distance":
        return _peak_distance(value)
    if id == "contract.months_left":
        return formats.months(value) if value >= 0 else f"expired {formats.months(-value)} ago"
    text = _FORMATS.get(unit, formats.number)(value)
    return f"+{text}" if id.startswith("value.change_") and value > 0 else text


def _format_text(id: str, value: str, unit: Unit) -> str:
    if unit == "date":
        return formats.short_date(date.fromisoformat(value))
    if id == "status":
        return _STATUSES.get(value, value)
    return value.capitalize() if unit == "trend" or id == "foot" else value


def _peak_distance(years: float) -> str:
    if years == 0:
        return "at peak age"
    return f"{formats.years(abs(years))} {'before' if years < 0 else 'after'} peak age"


_FORMATS: dict[Unit, Callable[[float], str]] = {
    "years": formats.years,
    "months": formats.months,
    "minutes": formats.minutes,
    "cm": formats.height,
    "eur": formats.money,
    "percent": lambda value: f"{formats.number(value)}%",
    "percentile": formats.percentile,
    "per 90": lambda value: f"{formats.rate(value)} per 90",
}


def format_item(item: Evidence) -> str:
    """The value of `item` with its unit."""
    return format_value(item.id, item.value, item.unit)


def cohort_text(cohort: Cohort) -> str:
    """`vs 134 attackers, LaLiga, 2025/26, 900+ minutes`."""
    nouns = position_noun(cohort.sub_position or cohort.position)
    group = f"{formats.number(cohort.size)} {nouns}"
    if cohort.scope == "age":
        return f"vs {group} born within two years of the player"
    minutes = _MIN_MINUTES.search(cohort.definition)
    parts = (group, cohort.league, cohort.period, minutes and f"{minutes[1]}+ minutes")
    return f"vs {', '.join(part for part in parts if part)}"


def comparison_text(item: Evidence) -> str:
    """The cohort and how many players it excludes, after any note; empty without either."""
    parts = [item.note] if item.note else []
    if cohort := item.cohort:
        parts.append(cohort_text(cohort))
        if cohort.left_out:
            reason = (
                "without a value" if cohort.scope == "age" else "without the minutes or the figure"
            )
            parts.append(f"{formats.number(cohort.left_out)} {reason} excluded")
    return "; ".join(parts)


def period_noun(period: str) -> str:
    """`Season`, or `Year` for sources that count calendar years."""
    return "Season" if "/" in period else "Year"
