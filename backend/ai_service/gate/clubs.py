"""The place of a club's name in a sentence: where a player came from, where he went, or neither."""

from typing import Final, Literal

from ai_service.gate.grammar import kinds
from ai_service.gate.parsed import Parsed

_FROM: Final = kinds("from moveout paid")
_TOLD: Final = kinds("move movenoun movein moveout from sold bought")
_CAME: Final = kinds("move movenoun movein sold bought")
_REACH: Final = 6


def slot(sentence: Parsed, at: int) -> Literal["from", "to"] | None:
    """`from` or `to` where the words around a club's name tell of a move."""
    if not _is_club(sentence, at):
        return None
    by_verb: dict[str, Literal["from", "to"]] = {"paid": "to", "bought": "to", "sold": "from"}
    if behind := by_verb.get(sentence.kind(at + 1)):
        return behind  # "X paid", "X sold him to"
    index = at - 1
    while sentence.kind(index) in ("club", "league"):
        index -= 1
    kind = sentence.kind(index)
    if kind in _FROM or _is_left(sentence, index):
        sentence.items[index].used = True
        return "from"
    if kind in ("movein", "into") or (kind == "to" and sentence.has(*_TOLD)):
        return "to"
    return "to" if _is_goal(sentence, kind, at) else None


def _is_club(sentence: Parsed, at: int) -> bool:
    ids = sentence.items[at].value.ids
    return any(name == "club" or name.startswith("transfer.") for name in ids)


def _is_left(sentence: Parsed, at: int) -> bool:
    """He left X."""
    return sentence.kind(at) == "side" and sentence.items[at].value == "left"


def _is_goal(sentence: Parsed, kind: str, at: int) -> bool:
    """Left A for B; signed by B; his arrival at B."""
    earlier = {sentence.kind(i) for i in range(max(0, at - _REACH), at)}
    if kind in ("for", "by", "with") and earlier & _CAME:
        return True
    return (kind == "at" and "movein" in earlier) or (
        kind == "for" and bool(earlier & {"moveout", "side"})
    )
