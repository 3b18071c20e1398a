"""Days that say how old the evidence is: "as of 15 October 2026"."""

from datetime import date
from typing import Final

from ai_service.gate.parsed import Parsed

_OTHERS: Final = ("contract", "incontract", "born", "move", "movein", "moveout")


def check(sentence: Parsed) -> None:
    """A day that nothing else has accounted for is a day of evidence cited, or of the report."""
    for match in sentence.matches("recorded (on|in|at)* date"):
        _check(sentence, match.last_at("date"))
    for at, item in enumerate(sentence.items):
        if item.used or item.kind not in ("date", "calendar"):
            continue
        if sentence.near(at, *_OTHERS):
            continue
        if item.kind == "calendar" and (sentence.notes["counts"] or sentence.notes.get("ranks")):
            continue  # a year of play, and none of those on record
        _check(sentence, at)


def _check(sentence: Parsed, at: int) -> None:
    item = sentence.items[at]
    known: list[date] = [i.as_of for i in sentence.cited.items.values() if i.as_of]
    known.append(sentence.cited.as_of)
    holds = any(
        day.year == item.value if item.kind == "calendar" else item.value.includes(day)
        for day in known
    )
    sentence.check(holds, f"“{item.text}” is no day of the evidence cited")
    item.used = True
