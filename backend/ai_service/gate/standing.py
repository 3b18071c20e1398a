"""Where the player stands on record: position, status, last season."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.cited import Cited
from ai_service.gate.parsed import Match, Parsed, Rules

_GROUPS: Final = {
    "Goalkeeper": "Goalkeeper", "Centre-Back": "Defender", "Left-Back": "Defender",
    "Right-Back": "Defender", "Defensive Midfield": "Midfielder", "Central Midfield": "Midfielder",
    "Attacking Midfield": "Midfielder", "Left Midfield": "Midfielder",
    "Right Midfield": "Midfielder", "Left Winger": "Attack", "Right Winger": "Attack",
    "Second Striker": "Attack", "Centre-Forward": "Attack",
}  # fmt: skip
_NO_CLUB: Final = {"Retired": "retired", "Without Club": "free_agent"}
_FREE: Final = "free_agent"


def check(sentence: Parsed) -> None:
    sentence.apply(RULES)


def _position(sentence: Parsed, match: Match) -> None:
    """A centre-forward; an attacking player. Ranks and the usual peak know the position too."""
    said = match.one("position", "sub")
    if said.used:
        return
    sub = sentence.cited.text("sub_position")
    known = sub if said.kind == "sub" else _known(sentence)
    denied = sentence.is_denied(match.start)
    # "Goalkeeper" is a position and a position in detail.
    holds = known is not None and bool({known, sub} & set(said.value.split("/"))) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("sub_position", "position")))
    if "only" in said.lead.lower().split():
        sentence.problem(f"“the only {said.text}”: who else there is, is not on record")
    match.use()


def _known(sentence: Parsed) -> str | None:
    """The position by what is cited."""
    cited = sentence.cited
    if known := cited.text("position"):
        return known
    for item in cited.items.values():
        if item.cohort is not None:
            return item.cohort.position
    if cited.has("peak.from", "peak.to", "peak.distance"):
        position = sentence.index.items.get("position")
        return str(position.value) if position and position.value else None
    return _GROUPS.get(cited.text("sub_position") or "")


def _status(sentence: Parsed, match: Match) -> None:
    """Active; retired; a free agent. A last transfer to "Retired" says it too."""
    said = match.one("status").value
    left_to = _NO_CLUB.get(sentence.cited.text("transfer.1.to") or "")
    known = sentence.cited.text("status") or left_to or _by_contract(sentence.cited, said)
    denied = sentence.is_denied(match.start)
    holds = known is not None and (said in (known, left_to)) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("status", "transfer.1.to")))
    match.use()


def _by_contract(cited: Cited, said: str) -> str | None:
    """ "Out of contract" is a status that the contract's end says."""
    left = cited.number("contract.months_left")
    if said != _FREE or left is None:
        return None
    return _FREE if left < 0 else "active"


def _last_season(sentence: Parsed, match: Match) -> None:
    """Last recorded season: 2026/27."""
    said = match.one("season").value
    known = sentence.cited.text("last_season")
    holds = said is not None and known == said.text
    sentence.check(holds, evidence.has(sentence, match.text, ("last_season",)))
    match.use()


RULES: Final = Rules(
    ("status", _status),
    ("position", _position),
    ("sub", _position),
    ("lastseason (in|of|colon|open)* season", _last_season),
)
