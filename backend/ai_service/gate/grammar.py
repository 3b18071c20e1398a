"""Patterns over the kinds of a sentence's items, written in their names: `number metric`.

Each kind is one character, so that a pattern is a regular expression over a short string, and all
of the engine is `re`. Plain words are no items: "24 of the goals" is `number of metric`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, Final, Generic, TypeVar

from ai_service.gate.items import Item

Handle = TypeVar("Handle")
Span = tuple[int, int]  # the first item and the one behind the last

_FIRST_CHAR: Final = 0x100
_chars: dict[str, str] = {}

# Names for what patterns share: numbers, hedges, metrics, joints, periods.
_SHORT: Final = {
    "N": "(number|article)",
    "H": "(hedge|cmp than|cmpprep)?",
    "M": "(metric|metric1|rate)",
    "J": "(of|in|at|for|from|to|with|by|on|as|into|among|amongst|all|since)*",
    "PERIOD": "(season|period|calendar)",
    "SHARE": "(pct|fraction)",
    "WHOM": "(positions|subs|peers|cohortword|position_cohort|age_cohort|league)",
}


def kinds(names: str) -> frozenset[str]:
    """A set of kinds or words, written with spaces between them."""
    return frozenset(names.split())


def char(kind: str) -> str:
    """The character that stands for a kind."""
    return _chars.setdefault(kind, chr(_FIRST_CHAR + len(_chars)))


@cache
def pattern(written: str) -> re.Pattern[str]:
    """`H N (metric|rate)` as a regular expression over encoded kinds."""
    for name, meaning in _SHORT.items():
        written = re.sub(rf"\b{name}\b", meaning, written)
    named = re.sub(r"[A-Za-z_0-9]+", lambda word: char(word[0]), written)
    return re.compile(named.replace(" ", ""))


class Rules(Generic[Handle]):
    """Patterns, each with what is done where it fits; made once a module."""

    def __init__(self, *rules: tuple[str, Handle]) -> None:
        self._rules = rules

    def __iter__(self) -> Iterator[tuple[str, Handle]]:
        return iter(self._rules)


class Shape:
    """The kinds of a sentence's items, and where patterns fit them."""

    def __init__(self, codes: str) -> None:
        self._codes = codes
        self._spans: dict[str, list[Span]] = {}
        self._fitting: dict[Rules[Any], list[tuple[list[Span], Any]]] = {}

    def spans(self, written: str) -> list[Span]:
        """Start and end of each place that the pattern fits, from left to right."""
        found = self._spans.get(written)
        if found is None:
            found = [match.span() for match in pattern(written).finditer(self._codes)]
            self._spans[written] = found
        return found

    def fitting(self, rules: Rules[Handle]) -> list[tuple[list[Span], Handle]]:
        """The rules whose patterns fit anywhere: where they do, and what is done there."""
        found = self._fitting.get(rules)
        if found is None:
            all_spans = [(self.spans(written), handle) for written, handle in rules]
            found = self._fitting[rules] = [rule for rule in all_spans if rule[0]]
        return found


def shape(items: Iterable[Item]) -> Shape:
    """The shape of a sentence."""
    return _shape("".join([_chars.get(item.kind) or char(item.kind) for item in items]))


# Sentences of one shape recur, from player to player.
@lru_cache(maxsize=1024)
def _shape(codes: str) -> Shape:
    return Shape(codes)
