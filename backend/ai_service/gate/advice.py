"""Words of the verdict: they have to agree with the verdict given."""

from typing import Final

from ai_service.gate.grammar import kinds
from ai_service.gate.parsed import Parsed

_DENYING: Final = kinds("neg against nolonger yet")
# Words that say that something is to be done or found out, and so claim nothing.
_FIND_OUT: Final = kinds("confirm check find clarify establish verify")
_OUGHT: Final = kinds("would should needs need must")
_TO_DO: Final = _FIND_OUT | _OUGHT | kinds("whether needed")
_THINGS: Final = ("nseasons", "seasons", "fact", "percentile", "metric", "rate")
_REACH: Final = 4
_FAR: Final = 8


def check(sentence: Parsed) -> None:
    """`insufficient evidence for a signing` speaks of no signing; `not sign` of another verdict."""
    _advice(sentence)
    given = sentence.verdict
    for at, item in enumerate(sentence.items):
        if item.kind == "recommend" and sentence.has("verdict"):
            item.used = True  # it says of which verdict beside it
        if item.kind not in ("verdict", "recommend", "neutralverdict") or item.used:
            continue
        item.used = True
        sentence.claims += 1
        if item.kind == "neutralverdict" or _is_object(sentence, at):
            continue
        said = item.value or "sign"  # to recommend a player is to recommend signing him
        if _is_denied(sentence, at) == (said == given):
            shown = given.replace("_", " ")
            sentence.problem(f"“{item.text}” does not agree with the verdict, {shown}")


def _advice(sentence: Parsed) -> None:
    """Words of advice, which claim nothing where something is to be done or found out."""
    words = sentence.lead_words
    for at, item in enumerate(sentence.items):
        if item.kind == "cmp" and item.value == "more" and sentence.has("neutralverdict"):
            item.used = True  # more minutes are needed before a verdict
        if item.kind == "available" and sentence.near(at, *_THINGS):
            item.used = True  # data may be available; of the player it would be a claim
    if words & _FIND_OUT and words & _OUGHT:
        sentence.claims += 1  # what has to be found out claims nothing
    if sentence.has("neutralverdict", "verdict", "if") or words & _TO_DO:
        for item in sentence.items:
            item.used = item.used or item.kind == "advised"


def _before(sentence: Parsed, at: int, reach: int) -> list[int]:
    """The places before an item, the nearest first, within its clause."""
    found = []
    for index in range(at - 1, max(-1, at - 1 - reach), -1):
        if sentence.kind(index) in ("sep", "stop"):
            break
        found.append(index)
    return found


def _is_denied(sentence: Parsed, at: int) -> bool:
    for index in _before(sentence, at, _REACH):
        if sentence.kind(index) in _DENYING:
            sentence.items[index].used = True
            return True
    behind = sentence.items[at + 1 : at + 3]  # a signing cannot be recommended
    if [item.kind for item in behind] == ["neg", "recommend"]:
        behind[0].used = True
        return True
    return False


def _is_object(sentence: Parsed, at: int) -> bool:
    """What there is too little evidence for: "insufficient evidence for a signing"."""
    for index in _before(sentence, at, _FAR):
        item = sentence.items[index]
        if item.kind == "verdict" and item.value == "insufficient_evidence":
            between = {sentence.kind(i) for i in range(index + 1, at)}
            return not between or bool(between & {"for", "to", "or", "of", "and"})
    return False
