"""Reasons: what was said, and what the evidence has instead. Short enough to act on."""

from collections.abc import Iterable, Sequence

from ai_service.gate.claims import Anchor
from ai_service.gate.parsed import Parsed
from ai_service.schemas import Evidence

_SHOWN = 3


def has(sentence: Parsed, text: str, ids: Iterable[str]) -> str:
    """“12 assists” is not in the evidence cited: season.2025.assists is 7."""
    names = list(ids)
    cited = [sentence.cited.items[name] for name in names if name in sentence.cited.items]
    if cited:
        shown = ", ".join(f"{item.id} is {value(item)}" for item in cited[:_SHOWN])
        return f"“{text}” is not in the evidence cited: {shown}"
    known = [name for name in names if name in sentence.index.items]
    if known:
        return f"“{text}” needs evidence that is not cited: {', '.join(known[:_SHOWN])}"
    return f"“{text}” has no evidence"


def not_there(
    sentence: Parsed, text: str, metrics: Sequence[str], anchors: Sequence[Anchor]
) -> str:
    """The reason for a figure of a season or a career that does not hold."""
    years = [year for anchor in anchors for year in anchor.years] or sentence.cited.years
    starts = [f"season.{year}" for year in years]
    if not anchors or any(anchor.scope in ("career", "last") for anchor in anchors):
        starts.append("career")
    return has(sentence, text, [f"{start}.{metrics[0]}" for start in starts])


def does_not_follow(text: str) -> str:
    """The reason for arithmetic that does not come out."""
    return f"“{text}” does not follow from the evidence cited"


def value(item: Evidence) -> str:
    """The value of an item as a reason shows it."""
    if item.value is None:
        return "not known"
    if isinstance(item.value, str):
        return f"“{item.value}”"
    return f"{item.value:,.10g}" if isinstance(item.value, float) else f"{item.value:,}"
