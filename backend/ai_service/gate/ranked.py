"""How ranks are worded: 93rd percentile, in the top tenth, more than 93 % of attacking players."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ai_service.gate import subjects
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.phrasing import PERCENTILE_PHRASES

_CUTS: Final = (1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 33, 40, 50)
_USUAL_CUTS: Final = (10, 25, 50)
_WHOLE: Final = 100
_MIDDLE: Final = 50
_STEP: Final = 5
_MORE: Final = ("more", "over")
_LESS: Final = ("less", "under")
_GOOD_OR_BAD: Final = ("good", "bad")
_SHARES: Final = ("pct", "fraction", "most", "median")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as said. `holds` takes the percentile, and whether many of the metric are good."""

    match: Match
    at: int
    holds: Callable[[float, bool], bool]
    metric: str | None = None  # where it is named inside


def find(sentence: Parsed) -> list[Rank]:
    """All ranks of a sentence, in order; their words are accounted for."""
    found: list[Rank] = []
    for written, handle in RULES:
        for match in sentence.matches(written):
            if rank := handle(match):
                found.append(rank)
                match.use()
    return sorted(found, key=lambda rank: rank.at)


def _percentile(match: Match) -> Rank | None:
    """93rd percentile; percentile 93; and "55th" where a percentile has been named before."""
    at = match.at("ordinal", "number")
    word = match.first("percentile")
    if not match.sentence.has("percentile") or (word is not None and word.used):
        return None
    number, hedge = match.sentence.items[at].value, hedge_in(match)
    if number.value < 1 and word is None:
        return None  # a rate: it came to 0.03
    match.sentence.percentiles[at] = number.value
    return Rank(match, at, lambda p, _: agrees(p, number, hedge, rounds=True, share=True))


def _band(match: Match) -> Rank:
    """In the top tenth."""
    span = PERCENTILE_PHRASES[match.one("band").value]
    return Rank(match, match.at("band"), lambda p, _: span.low <= p <= span.high)


def _cut(match: Match) -> Rank:
    """In the top 10 %: the narrowest round share that holds."""
    is_top = match.one("topside").value == "top"
    said = match.one("pct").value.value

    def holds(percentile: float, _: bool) -> bool:
        rest = _WHOLE - percentile if is_top else percentile
        narrowest = [
            min((cut for cut in cuts if rest <= cut), default=_WHOLE)
            for cuts in (_CUTS, _USUAL_CUTS)
        ]
        return rest <= said and (said in narrowest or said - rest < 1)

    return Rank(match, match.at("pct"), holds)


def _more_than(match: Match) -> Rank | None:
    """More than 93 % of attacking players; higher than most; better than nine in ten."""
    word, share = match.one("cmp", "cmpprep", "hedge"), match.at(*_SHARES)
    if word.value not in (*_MORE, *_LESS, *_GOOD_OR_BAD):
        return None
    start = match.at("than") if word.kind == "cmp" else match.at(word.kind)
    hedge = hedge_in(Match(match.sentence, start + 1, match.end))
    kind, number = match.sentence.kind(share), match.sentence.items[share].value

    def holds(percentile: float, is_good_high: bool) -> bool:
        up = word.value in _MORE or word.value == ("good" if is_good_high else "bad")
        below = percentile if up else _WHOLE - percentile
        if kind in ("most", "median") or (kind == "fraction" and number.value == _MIDDLE):
            return below > _MIDDLE
        if agrees(below, number, hedge, rounds=True, share=True):
            return True
        return kind == "fraction" and number.value < below < number.value + _STEP

    return Rank(match, share, holds, subjects.inside(match))


def _share_that(match: Match) -> Rank | None:
    """93 % of attacking players score less; only 7 % have more."""
    at, last = match.at("pct", "fraction"), match.last_at("cmp", "cmpprep")
    word, number = match.sentence.items[last], match.sentence.items[at].value
    kind, hedge = match.sentence.kind(at), hedge_in(match.until(at))
    if word.value not in (*_MORE, *_LESS):
        return None

    def holds(percentile: float, _: bool) -> bool:
        rest = percentile if word.value in _LESS else _WHOLE - percentile
        return agrees(rest, number, hedge, rounds=True, share=True) or (
            kind == "fraction" and not hedge and number.value < rest < number.value + _STEP
        )

    return Rank(match, at, holds, subjects.inside(match))


_WHAT: Final = "(M|value|often|per90|of|in|for|PERIOD|at|played|verb|scoring|now|and)*"
_WHERE: Final = "(of|all|in|with|number|WHOM|name|threshold|PERIOD)*"
_HAVE: Final = "(verb|scoring|played|M|value|in|at|for)*"
_OF: Final = "(of|for|in|by|at|all|peers)*"
_COMPARED: Final = "(pct|fraction|most|median)"
RULES: Final[tuple[tuple[str, Callable[[Match], Rank | None]], ...]] = (
    (f"cmp {_WHAT} than {_OF} H {_COMPARED}", _more_than),
    (
        f"H SHARE of? (all|number)* WHOM {_WHERE} {_HAVE} (cmp|cmpprep) (often|M|value)?",
        _share_that,
    ),
    (f"cmpprep {_OF} H {_COMPARED}", _more_than),
    (f"hedge {_OF} H {_COMPARED} of? (number|WHOM)", _more_than),
    ("hedge (most|median)", _more_than),
    ("topside pct", _cut),
    ("H ordinal percentile", _percentile),
    ("percentile (of|at|colon|open|in|for)* H number", _percentile),
    ("H ordinal", _percentile),
    ("band", _band),
    ("(from|to) H number(?!(metric|metric1|rate|per90|month|year|WHOM))", _percentile),
)
