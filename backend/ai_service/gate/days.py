"""Days that say how old the evidence is: "as of 15 October 2026"."""

from datetime import date
from typing import Final

from ai_service.gate.items import Item
from ai_service.gate.parsed import Parsed

_OTHERS: Final = ("contract", "incontract", "born", "move", "movein", "moveout")


def is_on(item: Item, day: date | None) -> bool:
    """Whether a day lies where an item (a date, or a year alone) says."""
    if day is None:
        return False
    return day.year == item.value if item.kind == "calendar" else bool(item.value.includes(day))


def check(sentence: Parsed) -> None:
    """A day that nothing else has accounted for is a day of evidence cited, or of the report."""
    for match in sentence.matches("recorded (on|in|at)* date"):
        _check(sentence, match.last_at("date"))
    for at, item in enumerate(sentence.items if sentence.has("date", "calendar") else ()):
        if item.used or item.kind not in ("date", "calendar") or sentence.near(at, *_OTHERS):
            continue
        # A year of play would be one on record.
        if item.kind == "date" or sentence.has("recorded", "value", "money", "newest"):
            _check(sentence, at)


def _check(sentence: Parsed, at: int) -> None:
    item, cited = sentence.items[at], sentence.cited
    known = [cited.as_of, *(i.as_of for i in cited.items.values())]
    if sentence.kind(at - 1) == "lapse" and (latest := cited.index.items.get("value.latest")):
        known = [latest.as_of]  # in the year to June 2026
    holds = any(is_on(item, day) for day in known)
    sentence.check(holds, f"“{item.text}” is no day of the evidence cited")
    item.used = True
