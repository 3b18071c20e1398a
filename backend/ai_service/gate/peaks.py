"""The usual peak ages of the position, and where the player stands to them."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import sign_of
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed

_IDS: Final = ("peak.distance", "peak.from", "peak.to", "age")
_A_YEAR: Final = 12


def check(sentence: Parsed) -> None:
    """A peak is one of age where peak ages are cited; else it is the highest value."""
    if not sentence.has("peak"):
        return
    claims = sentence.claims
    for written, handle in RULES:
        for match in sentence.matches(written):
            peak = match.first("peak")
            if peak is None or not peak.used:  # said once, however many patterns fit
                handle(sentence, match)
    for item in sentence.items:
        if item.kind == "positions" and not item.used:
            known = sentence.index.items.get("position")
            holds = known is not None and known.value == item.value
            sentence.check(holds, f"“{item.text}” is not the position that the peak is of")
            item.used = True
    if sentence.claims == claims:
        sentence.problem("say where the player stands to the usual peak, or give its ages")


def _range(sentence: Parsed, match: Match) -> None:
    """24 to 28; between 24 and 28."""
    first, last = (item for item in match.items() if item.kind == "number")
    known = [sentence.cited.number(name) for name in ("peak.from", "peak.to")]
    holds = known == [first.value.value, last.value.value]
    sentence.check(holds, evidence.has(sentence, match.text, ("peak.from", "peak.to")))
    match.use()


def _last(sentence: Parsed, match: Match) -> None:
    """The usual peak lasts until 28."""
    said = match.first("number")
    assert said
    holds = sentence.cited.number("peak.to") == said.value.value
    sentence.check(holds, evidence.has(sentence, match.text, ("peak.to",)))
    match.use()


def _distance(sentence: Parsed, match: Match) -> None:
    """One year past the usual peak; seven years before it; two years to go until it."""
    said = match.first("duration", "agodur")
    assert said
    known = sentence.cited.number("peak.distance")
    side = _side(match)
    number = said.value.times(1 / _A_YEAR)
    holds = known is not None and side != 0 and agrees(side * known, number, None, rounds=False)
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _side(match: Match) -> int:
    """1 for past the peak, -1 for before it."""
    for item in match.items():
        if item.kind in ("ago", "agodur", "until", "to", "from", "left", "yet"):
            return -1
        if item.kind in ("span", "after", "nolonger"):
            return 1
        if item.kind in ("cmpprep", "hedge", "cmp") and item.text.lower() not in (
            "ahead of",
            "behind",
        ):
            return sign_of([item])
        if item.text.lower() == "ahead of":
            return -1
        if item.text.lower() == "behind":
            return 1
    return 0


def _relation(sentence: Parsed, match: Match) -> None:
    """Within, before or past the usual peak."""
    known = sentence.cited.number("peak.distance")
    side = _side(match)
    denied = sentence.is_denied(match.start)
    holds = known is not None and ((known > 0) - (known < 0) == side) != denied
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _edge(sentence: Parsed, match: Match) -> None:
    """At the start of the usual peak years; at their end."""
    edge = match.first("edge")
    assert edge
    age = sentence.cited.number("age")
    limit = sentence.cited.number("peak.from" if edge.value == "start" else "peak.to")
    denied = sentence.is_denied(match.start)
    sentence.check(
        age is not None and limit is not None and (age == limit) != denied,
        evidence.has(sentence, match.text, _IDS),
    )
    match.use()


_AWAY: Final = "(of|from|to|in|for|at|until|left|on)*"
RULES: Final[Table] = (
    ("number (to|and)? number", _range),
    (
        "peak (of|for|position|positions|position_cohort|sub|ends|until|to|in)* until J number",
        _last,
    ),
    (f"duration (span|after|cmpprep|hedge|ago|cmp than) {_AWAY} peak", _distance),
    (f"agodur {_AWAY} peak", _distance),
    (f"duration (until|to|from|left) {_AWAY} peak", _distance),
    (
        f"peak (of|at|for|number|position|sub|comma|open|close|in|to|by)* duration (cmpprep|left|ago|span)",
        _distance,
    ),
    ("(in|at)* edge (of|in)* peak", _edge),
    (f"yet (reached|in|at|within|into)* {_AWAY} peak", _relation),
    (f"nolonger (reached|in|at|within|into)* {_AWAY} peak", _relation),
    (f"(span|after|ago|until|cmpprep|hedge|cmp than) {_AWAY} (reached)? peak", _relation),
    ("peak (of|at|for|number|position|sub|in|to|close|open)* (left|span|cmpprep)", _relation),
    (f"(within|in|at|into|reached|between) {_AWAY} peak", _relation),
)
