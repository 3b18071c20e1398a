"""A sentence under check: its items, what they are near to, and what was found wrong."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from ai_service.gate import grammar
from ai_service.gate.cited import Cited, Index
from ai_service.gate.claims import Anchor, Count, Price
from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item
from ai_service.schemas import Verdict

_BOUNDS: Final = kinds("comma sep stop colon open close against")
# Kinds that several checks may look at; each other item is accounted for once.
_SHARED: Final = kinds(
    """of in at for from to with by on than as and or into between if whose among amongst all since
    comma sep stop colon open close against metric metric1 rate value verb played contract peak name
    position positions sub subs peers league club position_cohort cohortword per90 span season
    period calendar total career now highest lowest month year seasons season1 often times share
    cards scoring citizen footnoun agent until ends left after day days move movein moveout fee
    percentile age_cohort tall aged born most newest within changed difference aside ratenoun both
    paid"""
)
# What may stand between a "not" and what it denies: "is not in the top tenth".
_BETWEEN: Final = kinds("in at among amongst of as on with by within for to value")


class Match(NamedTuple):
    """Where a pattern fits."""

    sentence: "Parsed"
    start: int
    end: int

    @property
    def items(self) -> list[Item]:
        return self.sentence.items[self.start : self.end]

    def first(self, *wanted: str) -> Item | None:
        """The first item of any of the kinds within the match."""
        return next((item for item in self.items if item.kind in wanted), None)

    def one(self, *wanted: str) -> Item:
        """The first item of kinds that the pattern requires."""
        return self.sentence.items[self.at(*wanted)]

    def at(self, *wanted: str) -> int:
        """The index in the sentence of the first item of any of the kinds; -1 without one."""
        places = range(self.start, self.end)
        return next((i for i in places if self.sentence.items[i].kind in wanted), -1)

    def last_at(self, *wanted: str) -> int:
        """The same of the last such item."""
        places = range(self.end - 1, self.start - 1, -1)
        return next((i for i in places if self.sentence.items[i].kind in wanted), -1)

    def until(self, end: int) -> "Match":
        """The part of the match before an index."""
        return Match(self.sentence, self.start, end)

    @property
    def text(self) -> str:
        return " ".join(item.text for item in self.items)

    def use(self) -> None:
        """Account for all items of the match."""
        self.sentence.use(self.start, self.end)


class Parsed:
    """One sentence. `part` numbers the stretches between commas, brackets and the like."""

    def __init__(self, items: list[Item], cited: Cited, verdict: Verdict) -> None:
        self.items = items
        self.cited = cited
        self.verdict = verdict
        self.kinds = {item.kind for item in items}
        self.shape = grammar.shape(items)
        self.part = list(accumulate(item.kind in _BOUNDS for item in items))
        # All plain words before its items, in lower case.
        self.lead_words = {w for item in items if item.lead for w in item.lead.lower().split()}
        self.problems: list[str] = []
        self.claims = 0  # how many things were checked
        self.absent_only = True  # whether all it says is that something is not on record
        # What the checks have found so far, for those that come after.
        self.anchors: list[Anchor] = []
        self.counts: list[Count] = []
        self.prices: list[Price] = []
        self.percentiles: dict[int, float] = {}  # as said, by their place
        self.compared: set[str] = set()  # the metrics that something was said of by comparison
        # The metrics that ranks and figures were said of, and the seasons of which they hold.
        self.ranked_in: dict[str, set[int]] = {}
        self.counted_in: dict[str, set[int]] = {}

    @property
    def index(self) -> Index:
        return self.cited.index

    def kind(self, at: int) -> str:
        """The kind of the item at an index; empty beyond the ends."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""

    def matches(self, written: str) -> Iterator[Match]:
        """Where the pattern fits items that nothing has accounted for yet."""
        return self._free(self.shape.spans(written))

    def apply(self, rules: "Rules") -> None:
        """Hand every match of every rule, in order, to the function of the rule."""
        for spans, handle in self.shape.fitting(rules):
            for match in self._free(spans):
                handle(self, match)

    def _free(self, spans: Iterable[grammar.Span]) -> Iterator[Match]:
        for start, end in spans:
            items = self.items[start:end]
            if items and not any(item.used and item.kind not in _SHARED for item in items):
                yield Match(self, start, end)

    def has(self, *wanted: str) -> bool:
        return not self.kinds.isdisjoint(wanted)

    def near(self, at: int, *wanted: str) -> list[int]:
        """Indexes of items of the kinds in the same part of the sentence."""
        if not self.has(*wanted):
            return []
        here = self.part[at]
        places = range(len(self.items))
        return [i for i in places if self.part[i] == here and self.items[i].kind in wanted]

    def use(self, start: int, end: int) -> None:
        """Account for the items between two indexes."""
        for item in self.items[start:end]:
            item.used = True

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
        while self.kind(index) in _BETWEEN:
            index -= 1
        if self.kind(index) != "neg" or self.items[index].used:
            return False
        self.items[index].used = True
        return True


Rules = grammar.Rules[Callable[[Parsed, Match], None]]
