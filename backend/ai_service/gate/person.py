"""The player: age, height, foot, position, status, nationality."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Number, agrees
from ai_service.gate.parsed import Match, Parsed

_METRE: Final = 100
_OF_AGE: Final = 18
_ENDED: Final = ("retired", "free_agent")


def check(sentence: Parsed) -> None:
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)


def check_bare(sentence: Parsed) -> None:
    """He is 24: a number that nothing else accounts for, where the age is cited."""
    for match in sentence.matches("number"):
        _age_bare(sentence, match)


def _age(sentence: Parsed, match: Match) -> None:
    """24 years old; aged 24; a 24-year-old; at 24."""
    number = match.first("number")
    assert number
    known = sentence.cited.number("age")
    holds = known is not None and agrees(known, number.value, hedge_in(match), rounds=False)
    sentence.check(holds, evidence.has(sentence, match.text, ("age", "date_of_birth")))
    match.use()


def _age_bare(sentence: Parsed, match: Match) -> None:
    """He is 24; a centre-forward of 24. Taken for an age only where the age is cited."""
    if sentence.cited.number("age") is None:
        return
    _age(sentence, match)


def _turns(sentence: Parsed, match: Match) -> None:
    """Turns 25 in March 2027."""
    number, when = match.first("number"), match.first("date", "calendar")
    born = sentence.cited.day("date_of_birth")
    assert number and when
    holds = False
    if born is not None:
        day = born.replace(year=born.year + int(number.value.value), day=min(born.day, 28))
        holds = (
            day.year == when.value
            if when.kind == "calendar"
            else when.value.includes(day.replace(day=when.value.day or day.day))
            and when.value.day in (None, born.day)
        )
    sentence.check(holds, evidence.has(sentence, match.text, ("date_of_birth",)))
    match.use()


def _born(sentence: Parsed, match: Match) -> None:
    """Born on 9 March 2002; born in 2002."""
    when = match.first("date", "calendar")
    born = sentence.cited.day("date_of_birth")
    assert when
    holds = born is not None and (
        born.year == when.value if when.kind == "calendar" else when.value.includes(born)
    )
    sentence.check(holds, evidence.has(sentence, match.text, ("date_of_birth",)))
    match.use()


def _minor(sentence: Parsed, match: Match) -> None:
    """A minor."""
    age = sentence.cited.number("age")
    denied = sentence.is_denied(match.start)
    holds = age is not None and (age < _OF_AGE) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("age",)))
    match.use()


def _height(sentence: Parsed, match: Match) -> None:
    """187 cm; 1.87 m."""
    said = match.first("height_cm", "height_m")
    assert said
    known = sentence.cited.number("height")
    number: Number = said.value.times(_METRE) if said.kind == "height_m" else said.value
    hedge = hedge_in(match)
    rounds = said.kind == "height_m" and said.value.step > 0.01  # noqa: PLR2004
    holds = known is not None and agrees(known, number, hedge, rounds=rounds)
    sentence.check(holds, evidence.has(sentence, match.text, ("height",)))
    match.use()


def _foot(sentence: Parsed, match: Match) -> None:
    """Left-footed; preferred foot: left."""
    said = match.first("foot", "side")
    assert said
    denied = sentence.is_denied(match.start)
    holds = (sentence.cited.text("foot") == said.value) != denied
    holds = holds and sentence.cited.text("foot") is not None
    sentence.check(holds, evidence.has(sentence, match.text, ("foot",)))
    match.use()


def _status(sentence: Parsed, match: Match) -> None:
    """Active; retired; a free agent. A last transfer to "Retired" says it too."""
    said = match.first("status")
    assert said
    cited = sentence.cited
    denied = sentence.is_denied(match.start)
    last_to = {"Retired": "retired", "Without Club": "free_agent"}.get(
        cited.text("transfer.1.to") or "", None
    )
    known = cited.text("status") or last_to
    if said.value == "free_agent" and known is None and cited.has("contract.until"):
        known = "free_agent" if (cited.number("contract.months_left") or 0) < 0 else "active"
    holds = known is not None and (known == said.value or last_to == said.value) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("status", "transfer.1.to")))
    match.use()


def _position(sentence: Parsed, match: Match) -> None:
    """A centre-forward; an attacking player. Ranks and the usual peak know the position too."""
    said = match.first("position", "sub")
    assert said
    if said.used:
        return
    cited = sentence.cited
    denied = sentence.is_denied(match.start)
    if said.kind == "sub":
        known, options = cited.text("sub_position"), said.value.split("/")
        holds = known in options
        ids = ("sub_position",)
    else:
        known = _position_known(sentence)
        holds = known == said.value
        ids = ("position", "sub_position")
        if not holds and said.text.lower().startswith(("goalkeeper", "keeper")):
            holds = cited.text("sub_position") == said.value
    if "only" in said.lead.lower().split():
        sentence.problem(f"“the only {said.text}”: who else there is, is not on record")
    known = known or cited.text("sub_position")
    sentence.check(known is not None and holds != denied, evidence.has(sentence, match.text, ids))
    match.use()


def _position_known(sentence: Parsed) -> str | None:
    cited = sentence.cited
    if known := cited.text("position"):
        return known
    for item in cited.items.values():
        if item.cohort is not None:
            return item.cohort.position
    if cited.has("peak.from", "peak.to", "peak.distance"):
        item = sentence.index.items.get("position")
        return str(item.value) if item and item.value else None
    sub = cited.text("sub_position")
    return {"Goalkeeper": "Goalkeeper"}.get(sub or "") or _GROUPS.get(sub or "")


_GROUPS: Final = {
    "Centre-Back": "Defender", "Left-Back": "Defender", "Right-Back": "Defender",
    "Defensive Midfield": "Midfielder", "Central Midfield": "Midfielder",
    "Attacking Midfield": "Midfielder", "Left Midfield": "Midfielder",
    "Right Midfield": "Midfielder", "Left Winger": "Attack", "Right Winger": "Attack",
    "Second Striker": "Attack", "Centre-Forward": "Attack",
}  # fmt: skip


def _estimate(sentence: Parsed, match: Match) -> None:
    """The age is an estimate: where a note of the evidence says so."""
    notes = [item.note or "" for item in sentence.cited.items.values()]
    denied = sentence.is_denied(match.start)
    holds = any("estimate" in note.lower() for note in notes) != denied
    sentence.check(holds, f"“{match.text}” is not noted in the evidence cited")
    match.use()


def _last_season(sentence: Parsed, match: Match) -> None:
    """Last recorded season: 2026/27."""
    said = match.first("season")
    if said is None or said.value is None:
        return
    known = sentence.cited.text("last_season")
    sentence.check(known == said.value.text, evidence.has(sentence, match.text, ("last_season",)))
    match.use()


RULES: Final[Table] = (
    ("born (on|in|of|colon|open|at|name|comma)* (date|calendar)", _born),
    ("turns number (in|on)? (date|calendar)", _turns),
    ("aged (of|colon)? H number old?", _age),
    ("H number old", _age),
    ("at H number (comma|stop|close|colon|sep)", _age_bare),
    ("at number", _age_bare),
    ("H (height_cm|height_m)", _height),
    ("foot", _foot),
    ("footnoun (of|colon|open|as|in)* side footnoun?", _foot),
    ("side footnoun", _foot),
    ("minor", _minor),
    ("status", _status),
    ("position", _position),
    ("sub", _position),
    ("estimate", _estimate),
    ("lastseason (in|of|colon|open)* season", _last_season),
)
