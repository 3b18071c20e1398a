"""Words that move a number or say which way: about, over, more than, rising."""

from collections.abc import Iterable
from typing import Final, get_args

from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item
from ai_service.gate.numbers import Hedge
from ai_service.gate.parsed import Match

_HEDGES: Final[dict[str, Hedge]] = {hedge: hedge for hedge in get_args(Hedge)} | {
    "more": "over",
    "less": "under",
}
_UP: Final = frozenset({"more", "over", "just over", "at least", "rising"})
_DOWN: Final = frozenset({"less", "under", "nearly", "at most", "falling"})
_COMPARING: Final = kinds("cmp cmpprep hedge trend")


def hedge_in(match: Match) -> Hedge | None:
    """The hedge in a match, if it has one."""
    for item in match.items:
        if item.kind in ("hedge", "cmpprep", "cmp") and item.value in _HEDGES:
            return _HEDGES[item.value]
    return None


def sign_of(items: Iterable[Item]) -> int:
    """1 where the words mean more, -1 where they mean less, 0 where they say neither."""
    for item in items:
        if item.kind in _COMPARING and item.value in _UP | _DOWN:
            return 1 if item.value in _UP else -1
    return 0
