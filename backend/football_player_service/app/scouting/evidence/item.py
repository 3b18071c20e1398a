"""Builds one piece of evidence: its text, periods and rounding."""

from datetime import date

from football_player_service.app.record.models import Span
from football_player_service.app.scouting.schemas import Cohort, Evidence, EvidenceSource, Unit
from football_player_service.app.text import normalise, without_control_characters

MAX_TEXT = 200  # characters, as many as the AI service accepts


def item(
    id: str,
    label: str,
    value: float | str | None,
    unit: Unit,
    *,
    source: EvidenceSource = "record",
    period: str | None = None,
    as_of: date | None = None,
    cohort: Cohort | None = None,
    note: str | None = None,
) -> Evidence:
    """An `Evidence` with defaults for the fields that most items leave empty."""
    return Evidence(
        id=id,
        label=label,
        value=value,
        unit=unit,
        period=period,
        as_of=as_of,
        source=source,
        cohort=cohort,
        note=note,
    )


def plain(text: str) -> str:
    """One line without invisible or bidirectional characters, at most `MAX_TEXT` long."""
    return normalise(without_control_characters(text))[:MAX_TEXT].rstrip()


def ratio(numerator: int, denominator: int, *, decimals: int) -> float:
    """The quotient, rounded half away from zero without passing through a float."""
    scale: int = 10**decimals
    rounded = (2 * scale * abs(numerator) + denominator) // (2 * denominator)
    return (rounded if numerator >= 0 else -rounded) / scale


def period_name(span: str, year: int) -> str:
    """`2023/24` for a season, `2023` for a calendar year."""
    return f"{year}/{(year + 1) % 100:02}" if span == Span.SEASON else str(year)
