"""The club of a season that is over is the one on record, and not said to be the club today."""

import re
from typing import Final

from ai_service.evidence_values import is_over
from ai_service.gate.items import Item
from ai_service.gate.parsed import Parsed

_OF_THE_RECORD: Final = re.compile(
    r"\b(?:records?|recorded|confirm|former(?:ly)?|last club)\b", re.I
)


def problems(text: str, parsed: Parsed) -> list[str]:
    """Why a club may not be named as this sentence does; empty where it may."""
    cited = parsed.cited.items
    club = cited.get("club") or cited.get("league")
    if club is None or not is_over(club.period, parsed.cited.as_of):
        return []
    says_when = _OF_THE_RECORD.search(text) or (club.period and club.period in text)
    if says_when or not any(_is_club(i, parsed) for i in parsed.items):
        return []
    return [f"“{club.value}” is the club of {club.period}, which is over: say “on record at”"]


def _is_club(item: Item, parsed: Parsed) -> bool:
    """Whether a name stands for the club, and not for an end of a transfer that is cited."""
    if item.kind != "name" or item.value.ids.isdisjoint(("club", "league")):
        return False
    return not any(name.startswith("transfer.") for name in item.value.ids & {*parsed.cited.items})
