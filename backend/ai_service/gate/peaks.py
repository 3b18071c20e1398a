"""The usual peak ages of the position, and where the player stands to them."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.hedges import sign_of
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_IDS: Final = ("peak.distance", "peak.from", "peak.to", "age")
_A_YEAR: Final = 12
_SIDES: Final = {
    "ago": -1, "agodur": -1, "until": -1, "to": -1, "from": -1, "left": -1, "yet": -1,
    "span": 1, "after": 1, "nolonger": 1,
}  # fmt: skip
# Ahead of the peak is before it, behind it is past it.
_WORDS: Final = {"ahead of": -1, "behind": 1}


def check(sentence: Parsed) -> None:
    """Sentences on a peak of age; a peak of value has become a highest value before."""
    if not sentence.has("peak"):
        return
    claims = sentence.claims
    for written, handle in RULES:
        for match in sentence.matches(written):
            peak = match.first("peak")
            if peak is None or not peak.used:  # said once, however many patterns fit
                handle(sentence, match)
    _relation_behind(sentence)
    _positions(sentence)
    if sentence.claims == claims:
        sentence.problem("say where the player stands to the usual peak, or give its ages")


def _relation_behind(sentence: Parsed) -> None:
    """The usual peak of 24 to 29 lies ahead of him; is still to come; is behind him."""
    for match in sentence.matches("(left|cmpprep|span)"):
        before = [i for i in sentence.near(match.start, "peak") if i < match.start]
        word = match.items[0]
        is_place = word.kind != "cmpprep" or word.text.lower() in _WORDS
        if before and is_place and not word.used:
            _relation(sentence, match)


def _positions(sentence: Parsed) -> None:
    """The peak is that of the player's position."""
    known = sentence.index.items.get("position")
    for item in sentence.items:
        if item.kind == "positions" and not item.used:
            holds = known is not None and known.value == item.value
            sentence.check(holds, f"“{item.text}” is not the position that the peak is of")
            item.used = True


def _range(sentence: Parsed, match: Match) -> None:
    """24 to 28; between 24 and 28."""
    if match.items[-1].kind == "number" and match.items[-1].lead:
        return  # the usual peak ends at 28 and the player is 37
    said = [
        item.value.value / (_A_YEAR if item.kind == "duration" else 1)
        for item in match.items
        if item.kind in ("number", "duration")
    ]
    known = [sentence.cited.number(name) for name in ("peak.from", "peak.to")]
    sentence.check(known == said, evidence.has(sentence, match.text, ("peak.from", "peak.to")))
    match.use()


def _last(sentence: Parsed, match: Match) -> None:
    """The usual peak lasts until 28."""
    said = match.one("number", "duration")
    age = said.value.value / (_A_YEAR if said.kind == "duration" else 1)
    holds = sentence.cited.number("peak.to") == age
    sentence.check(holds, evidence.has(sentence, match.text, ("peak.to",)))
    match.use()


def _distance(sentence: Parsed, match: Match) -> None:
    """One year past the usual peak; seven years before it; two years to go until it."""
    number = match.one("duration", "agodur").value.times(1 / _A_YEAR)
    distance, side = sentence.cited.number("peak.distance"), _side(match)
    holds = (
        distance is not None and side != 0 and agrees(side * distance, number, None, rounds=False)
    )
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _relation(sentence: Parsed, match: Match) -> None:
    """Within, before or past the usual peak."""
    distance, side = sentence.cited.number("peak.distance"), _side(match)
    denied = sentence.is_denied(match.start)
    holds = distance is not None and (_sign(distance) == side) != denied
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _edge(sentence: Parsed, match: Match) -> None:
    """At the start of the usual peak years; at their end."""
    name = "peak.from" if match.one("edge").value == "start" else "peak.to"
    age, limit = sentence.cited.number("age"), sentence.cited.number(name)
    denied = sentence.is_denied(match.start)
    holds = age is not None and limit is not None and (age == limit) != denied
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _side(match: Match) -> int:
    """1 for past the peak, -1 for before it, 0 for within."""
    for item in match.items:
        side = _SIDES.get(item.kind, _WORDS.get(item.text.lower(), 0)) or sign_of([item])
        if side:
            return side
    return 0


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


_AWAY: Final = "(of|from|to|in|for|at|until|left|on)*"
_OF: Final = "(of|at|for|number|position|sub|comma|open|close|in|to|by)*"
_IN: Final = "(reached|in|at|within|into)*"
RULES: Final = Rules(
    ("number (to|and)? number old?", _range),
    ("number (to|and) duration", _range),
    ("peak (of|for|position|positions|position_cohort|sub|ends|to|in)* until J number", _last),
    ("ends (at|with|in)* (number|duration)", _last),
    (f"(span|after|cmpprep) {_AWAY} peak by duration", _distance),
    (f"duration left? (span|after|cmpprep|hedge|ago|cmp than) {_AWAY} peak", _distance),
    (f"agodur {_AWAY} peak", _distance),
    ("duration (span|after|cmpprep)(?=(stop|comma|close|sep))", _distance),  # past it
    (f"duration left? (until|to|from|left) {_AWAY} peak", _distance),
    (f"peak {_OF} duration (cmpprep|left|ago|span)", _distance),
    ("(in|at)* edge (of|in)* peak", _edge),
    (f"(yet|nolonger) {_IN} {_AWAY} peak", _relation),
    (f"(span|after|ago|until|cmpprep|hedge|cmp than) {_AWAY} reached? peak", _relation),
    (f"(within|in|at|into|reached|between) {_AWAY} peak", _relation),
    ("within(?=(stop|comma|close|sep))", _relation),  # the peak is from 24 to 28: within it
)
