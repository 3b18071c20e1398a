"""Whether a sentence is in the right section: no bottom tenth among the strengths."""

from typing import Final, Literal

from ai_service import evidence_values
from ai_service.phrasing import METRICS, metric_of
from ai_service.schemas import Evidence, SectionName

_POOR: Final = 40  # below most
_WELL: Final = 60  # above most

Side = Literal["for", "against"]


def reasons(section: SectionName, items: list[Evidence]) -> list[str]:
    """Why evidence with a direction does not belong where it is cited; empty where it does."""
    wrong: Side | None = {"strengths": "against", "weaknesses": "for"}.get(section)  # type: ignore[assignment]
    if wrong is None:
        return []
    sides = [found for item in items if (found := side(item)) is not None]
    if not sides or any(found != wrong for found in sides):
        return []
    return [f"all that it cites speaks {wrong} the player, so it does not belong in {section}"]


def side(item: Evidence) -> Side | Literal["neither"] | None:
    """What an item says of the player; None for items without a direction."""
    number = evidence_values.number(item)
    if item.unit == "percentile" and number is not None:
        metric = METRICS.get(metric_of(item.id) or "")
        rank = 100 - number if metric and metric.good == "low" else number
        return "for" if rank > _WELL else "against" if rank < _POOR else "neither"
    if item.unit == "trend":
        return {"rising": "for", "falling": "against"}.get(str(item.value), "neither")  # type: ignore[return-value]
    if item.id.startswith("value.change_") and number is not None:
        return "for" if number > 0 else "against" if number < 0 else "neither"
    return None
