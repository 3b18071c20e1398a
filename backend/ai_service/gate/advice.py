"""Words of the verdict: they have to agree with the verdict given."""

from typing import Final

from ai_service.gate.parsed import Parsed
from ai_service.schemas import Verdict

_WORDS: Final[dict[Verdict, str]] = {
    "sign": "sign", "monitor": "monitor", "reject": "reject",
    "insufficient_evidence": "insufficient evidence",
}  # fmt: skip
_OPEN: Final = frozenset({"neg", "against", "if", "nolonger", "yet"})
_TO_DO: Final = frozenset("would should whether needs need needed confirm check find clarify establish".split())
_REACH: Final = 4
_FAR: Final = 8


def check(sentence: Parsed) -> None:
    """`insufficient evidence for a signing` speaks of no signing; `not sign` of any other verdict."""
    _advice(sentence)
    for at, item in enumerate(sentence.items):
        if item.kind == "neutralverdict":
            item.used = True
            sentence.claims += 1  # what to do before a decision claims nothing
        if item.kind != "verdict" or item.used:
            continue
        item.used = True
        sentence.claims += 1
        denied = _is_denied(sentence, at)
        is_given = item.value == sentence.verdict
        if _is_object(sentence, at) or (denied and not is_given):
            continue
        if denied or not is_given:
            given = _WORDS[sentence.verdict]
            sentence.problem(f"“{item.text}” does not agree with the verdict, {given}")


def _advice(sentence: Parsed) -> None:
    """Words of advice, which claim nothing where something is to be done or found out."""
    words = {word for item in sentence.items for word in item.lead.lower().split()}
    if sentence.has("neutralverdict", "verdict", "if") or words & _TO_DO:
        for item in sentence.items:
            item.used = item.used or item.kind == "advised"


def _is_denied(sentence: Parsed, at: int) -> bool:
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        other = sentence.items[index]
        if other.kind in ("sep", "stop"):
            return False
        if other.kind in _OPEN:
            other.used = True
            return other.kind != "if"
    return False


def _is_object(sentence: Parsed, at: int) -> bool:
    """What there is too little evidence for: "insufficient evidence for a signing"."""
    for index in range(at - 1, max(-1, at - 1 - _FAR), -1):
        other = sentence.items[index]
        if other.kind == "verdict" and other.value == "insufficient_evidence":
            joints = {item.kind for item in sentence.items[index + 1 : at]}
            return bool(joints & {"for", "to", "or", "of", "and"}) or not joints
        if other.kind in ("sep", "stop"):
            return False
    return False
