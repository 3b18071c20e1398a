"""A sentence under check: its items, what they are near to, and what was found wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from ai_service.gate import grammar
from ai_service.gate.cited import Cited, Index
from ai_service.gate.reading import Item
from ai_service.schemas import Verdict

_BOUNDS: Final = frozenset({"comma", "sep", "stop", "colon", "open", "close", "against"})
# Kinds that may be looked at by several checks; all others are accounted for once.
_SHARED: Final = frozenset(
    """of in at for from to with by on than as and or into between if whose among amongst all since comma sep stop colon open
    close against metric metric1 rate value verb played contract peak name position positions sub
    subs peers league club position_cohort cohortword per90 span season period calendar total career
    now highest lowest month year seasons season1 often times share cards scoring citizen footnoun agent
    until ends left after day days move movein moveout fee percentile age_cohort tall aged
    born most newest within changed difference aside ratenoun both paid""".split()
)

# What may stand between a "not" and what it denies: "is not in the top tenth".
_BETWEEN: Final = frozenset("in at among amongst of as on with by within for to value".split())


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits."""

    sentence: "Parsed"
    start: int
    end: int

    def items(self) -> list[Item]:
        return self.sentence.items[self.start : self.end]

    def first(self, *kinds: str) -> Item | None:
        """The first item of any of the kinds within the match."""
        return next((item for item in self.items() if item.kind in kinds), None)

    def last(self, *kinds: str) -> Item | None:
        return next((item for item in reversed(self.items()) if item.kind in kinds), None)

    def at(self, *kinds: str) -> int:
        """The index in the sentence of the first item of any of the kinds; -1 without one."""
        for index in range(self.start, self.end):
            if self.sentence.items[index].kind in kinds:
                return index
        return -1

    def last_at(self, *kinds: str) -> int:
        """The same of the last such item."""
        for index in range(self.end - 1, self.start - 1, -1):
            if self.sentence.items[index].kind in kinds:
                return index
        return -1

    @property
    def text(self) -> str:
        return " ".join(item.text for item in self.items())

    def use(self) -> None:
        """Account for all items of the match."""
        for item in self.items():
            item.used = True


class Parsed:
    """One sentence. `part` numbers the stretches between commas, brackets and the like."""

    def __init__(self, items: list[Item], cited: Cited, verdict: Verdict) -> None:
        self.items = items
        self.cited = cited
        self.verdict = verdict
        self.problems: list[str] = []
        self.claims = 0  # how many things were checked
        self.absent_only = True  # whether all it says is that something is not on record
        self.notes: dict[str, list[Any]] = {}
        self.refresh()

    @property
    def index(self) -> Index:
        return self.cited.index

    def refresh(self) -> None:
        """Encode anew, after items were put together."""
        self.codes = grammar.encode(item.kind for item in self.items)
        self.part = list(accumulate(item.kind in _BOUNDS for item in self.items))

    def matches(self, written: str, start: int = 0) -> Iterator[Match]:
        """Where the pattern fits items that nothing has accounted for yet."""
        for found in grammar.pattern(written).finditer(self.codes, start):
            if found.end() == found.start():
                continue
            match = Match(self, found.start(), found.end())
            if not any(item.used and item.kind not in _SHARED for item in match.items()):
                yield match

    def has(self, *kinds: str) -> bool:
        return any(item.kind in kinds for item in self.items)

    def near(self, at: int, *kinds: str) -> list[int]:
        """Indexes of items of the kinds in the same part of the sentence."""
        here = self.part[at]
        return [
            index
            for index, item in enumerate(self.items)
            if item.kind in kinds and self.part[index] == here
        ]

    def check(self, holds: bool, reason: str) -> None:
        """Record one claim, and the reason why it does not hold."""
        self.claims += 1
        self.absent_only = False
        if not holds:
            self.problem(reason)

    def problem(self, reason: str) -> None:
        if reason not in self.problems:
            self.problems.append(reason)

    def is_denied(self, at: int) -> bool:
        """Whether a "not" stands right before the item; it is accounted for then."""
        index = at - 1
        while index >= 0 and self.items[index].kind in _BETWEEN:
            index -= 1
        if index < 0 or self.items[index].kind != "neg" or self.items[index].used:
            return False
        self.items[index].used = True
        return True
