"""Words before a number that move it: about, nearly, over, more than."""

from typing import Final

from ai_service.gate.numbers import Hedge
from ai_service.gate.parsed import Match
from ai_service.gate.reading import Item

_OVER: Final[dict[str, Hedge]] = {"over": "over", "under": "under"}
_CMP: Final[dict[str, Hedge]] = {"more": "over", "less": "under"}


def hedge_in(match: Match) -> Hedge | None:
    """The hedge in a match, if it has one."""
    for item in match.items():
        if item.kind == "hedge":
            return _named(item.value)
        if item.kind == "cmpprep":
            return _OVER[item.value]
        if item.kind == "cmp" and item.value in _CMP:
            return _CMP[item.value]
    return None


def _named(value: str) -> Hedge:
    known: tuple[Hedge, ...] = (
        "about", "nearly", "just over", "over", "under", "at least", "at most", "exactly",
    )  # fmt: skip
    return next(hedge for hedge in known if hedge == value)


_UP: Final = frozenset({"more", "over", "just over", "at least", "rising"})
_DOWN: Final = frozenset({"less", "under", "nearly", "at most", "falling"})


def sign_of(items: list[Item]) -> int:
    """1 where the words mean more, -1 where they mean less, 0 where they say neither."""
    for item in items:
        if item.kind in ("cmp", "cmpprep", "hedge", "trend"):
            if item.value in _UP:
                return 1
            if item.value in _DOWN:
                return -1
    return 0
