"""Percentiles and shares of a cohort: "93rd percentile", "top tenth", "more than 93 % of them"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ai_service.gate import cohorts, evidence, periods, subjects
from ai_service.gate.cohorts import Mention
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Hedge, Number, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.schemas import Evidence
from ai_service.words import METRICS, PERCENTILE_PHRASES

_CUTS: Final = (1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 33, 40, 50)
_USUAL_CUTS: Final = (10, 25, 50)
_WHOLE: Final = 100
_MIDDLE: Final = 50
_STEP: Final = 5
_ARE_RANKS: Final = "percentile band pct fraction most median topside"


@dataclass(slots=True)
class Rank:
    """A rank as said. `holds` takes the percentile and whether many of the metric are good."""

    match: Match
    at: int
    holds: Callable[[float, bool], bool]
    metric: str | None = None


def check(sentence: Parsed) -> None:
    """Bind every rank to its metric, season and cohort, and compare it with the evidence."""
    cohorts.check_left_out(sentence)
    if not sentence.has(*_ARE_RANKS.split()):
        cohorts.check_alone(sentence)
        return
    ranks: list[Rank] = []
    for written, handle in RULES:
        for match in sentence.matches(written):
            if rank := handle(sentence, match):
                ranks.append(rank)
                match.use()
    if not ranks:
        cohorts.check_alone(sentence)
        return
    ranks.sort(key=lambda rank: rank.at)
    mentions = cohorts.find(sentence)
    for rank in ranks:
        for metric in subjects.of_rank(sentence, rank.match, rank.at, [r.at for r in ranks]):
            sentence.notes.setdefault("compared", []).append(rank.metric or metric)
            _check(sentence, rank, rank.metric or metric, mentions, [r.at for r in ranks])
    sentence.notes["ranks"] = ranks


def _check(
    sentence: Parsed, rank: Rank, metric: str, mentions: list[Mention], places: list[int]
) -> None:
    text = rank.match.text
    if not metric:
        sentence.check(False, f"say of which figure “{text}” is said")
        return
    found = sentence.cited.ranks(metric)
    if not found:
        sentence.check(False, _uncited(sentence, text, metric))
        return
    found, reason = _of_period(sentence, rank, found, places), f"“{text}” is of another season"
    denied = sentence.is_denied(rank.match.start)
    for mention in _cohorts_of(sentence, rank, mentions, places):
        suiting = []
        cohorts.use(sentence, mention)
        for year, item in found:
            if (unlike := cohorts.suits(sentence, mention, item)) is None:
                suiting.append((year, item))
            else:
                reason = f"“{mention.text}” is another cohort: {unlike}"
        found = suiting
    if not found:
        sentence.check(False, reason)
        return
    is_good_high = metric not in METRICS or METRICS[metric].good == "high"
    holds = any(_holds(rank, item, is_good_high) != denied for _, item in found)
    sentence.check(holds, evidence.has(sentence, text, [item.id for _, item in found]))


def _holds(rank: Rank, item: Evidence, is_good_high: bool) -> bool:
    return isinstance(item.value, int | float) and rank.holds(float(item.value), is_good_high)


def _uncited(sentence: Parsed, text: str, metric: str) -> str:
    known = [name for name in sentence.index.items if f".{metric}." in f".{name}."]
    ranks = [name for name in known if sentence.index.items[name].unit == "percentile"]
    if metric == "value":
        ranks = ["value.percentile"]
    named = metric.replace("_", " ")
    return evidence.has(sentence, f"{text} for {named}", ranks)


def _of_period(
    sentence: Parsed, rank: Rank, found: list[tuple[int | None, Evidence]], places: list[int]
) -> list[tuple[int | None, Evidence]]:
    anchors = periods.bound(sentence, rank.at, places)
    years = {year for anchor in anchors for year in anchor.years}
    if not years:
        return found
    return [(year, item) for year, item in found if year is None or year in years]


def _cohorts_of(
    sentence: Parsed, rank: Rank, mentions: list[Mention], places: list[int]
) -> list[Mention]:
    """The cohort behind the rank, else the nearest; and a league named ahead of it all."""
    inner = [m for m in mentions if rank.match.start <= m.start < rank.match.end
             and not m.is_general]  # fmt: skip
    behind = cohorts.following(sentence, mentions, rank.match)
    chosen = inner[:1] or ([behind] if behind else _nearest(sentence, rank, mentions, places))
    ahead = [m for m in mentions if m.scopes == {"league"} and m.start <= 1 and m not in chosen]
    part = sentence.part
    owned = any(part[place] == part[m.start] for m in ahead for place in places)
    if ahead and (not owned or part[ahead[0].start] == part[rank.at]):
        return [cohorts.joined(mention, ahead[0]) for mention in chosen] or ahead
    return chosen


def _nearest(
    sentence: Parsed, rank: Rank, mentions: list[Mention], places: list[int]
) -> list[Mention]:
    anchors = [periods.Anchor(m.start, m.end, "season") for m in mentions]
    near = periods.nearest(sentence, rank.at, anchors, places)[:1]
    return [m for m in mentions for anchor in near if m.start == anchor.start]


def _ordinal(sentence: Parsed, match: Match) -> Rank | None:
    """93rd percentile; and, where a percentile has been named, "55th"."""
    number = match.first("ordinal", "number")
    if number is None or not sentence.has("percentile"):
        return None
    return Rank(match, match.at("ordinal", "number"), _equals(number.value, hedge_in(match)))


def _equals(number: Number, hedge: Hedge | None) -> Callable[[float, bool], bool]:
    return lambda value, _: agrees(value, number, hedge, rounds=True, share=True)


def _band(sentence: Parsed, match: Match) -> Rank | None:
    """In the top tenth; not in the top tenth."""
    band = match.first("band")
    assert band
    span = PERCENTILE_PHRASES[band.value]
    return Rank(match, match.at("band"), lambda value, _: span.low <= value <= span.high)


def _cut(sentence: Parsed, match: Match) -> Rank | None:
    """In the top 10 %: the narrowest round share that holds."""
    side, share = match.first("topside"), match.first("pct")
    assert side and share
    said = share.value.value

    def holds(value: float, _: bool) -> bool:
        rest = _WHOLE - value if side.value == "top" else value
        narrowest = [min((c for c in cuts if rest <= c), default=_WHOLE)
                     for cuts in (_CUTS, _USUAL_CUTS)]  # fmt: skip
        return rest <= said and (said in narrowest or said - rest < 1)

    return Rank(match, match.at("pct"), holds)


def _share(sentence: Parsed, match: Match) -> Rank | None:
    """More than 93 % of attacking players; higher than most; below the median."""
    share = match.last("pct", "fraction", "most", "median")
    word = match.first("cmp", "cmpprep", "hedge")
    assert share and word
    if word.value not in ("more", "over", "good", "bad", "less", "under"):
        return None
    start = match.at("than") if word.kind == "cmp" else match.at(word.kind)
    hedge = hedge_in(Match(sentence, start + 1, match.end))
    kind, number = share.kind, share.value

    def holds(value: float, is_good_high: bool) -> bool:
        up = {"more": True, "over": True, "good": is_good_high, "bad": not is_good_high}
        rest = value if up.get(word.value, False) else _WHOLE - value
        if kind in ("most", "median") or (kind == "fraction" and number.value == _MIDDLE):
            return rest > _MIDDLE
        if agrees(rest, number, hedge, rounds=True, share=True):
            return True
        return kind == "fraction" and number.value < rest < number.value + _STEP

    return Rank(match, match.at(kind), holds, subjects.inside(match))


def _share_below(sentence: Parsed, match: Match) -> Rank | None:
    """93 % of attacking players score less; only 7 % have more."""
    share, word = match.first("pct", "fraction"), match.last("cmp", "cmpprep")
    assert share and word
    hedge = hedge_in(Match(sentence, match.start, match.at("pct", "fraction")))
    if word.value not in ("more", "less", "over", "under"):
        return None
    is_less = word.value in ("less", "under")

    def holds(value: float, _: bool) -> bool:
        rest = value if is_less else _WHOLE - value
        return agrees(rest, share.value, hedge, rounds=True, share=True)

    return Rank(match, match.at("pct", "fraction"), holds, subjects.inside(match))


_WHAT = "(M|value|often|per90|of|in|for|PERIOD|at|his|played|verb|scoring|now|and)*"
_WHOM = "of (of|all|in|with|number|positions|subs|peers|cohortword|position_cohort|age_cohort|league|name|threshold|PERIOD)*"
_OF = "(of|for|in|by|at|all|peers)*"
RULES: Final[Table] = (
    (f"cmp {_WHAT} than {_OF} H (pct|fraction|most|median)", _share),
    (
        f"H (pct|fraction) {_WHOM} (verb|scoring|played|M|value|in|at|for)* (cmp|cmpprep) (often|M|value)?",
        _share_below,
    ),
    (f"cmpprep {_OF} H (pct|fraction|most|median)", _share),
    (
        f"hedge {_OF} H (pct|fraction|most|median) of? (number|positions|subs|peers|cohortword|"
        "league|position_cohort|age_cohort)",
        _share,
    ),
    ("hedge (most|median)", _share),
    ("topside pct", _cut),
    ("H ordinal percentile", _ordinal),
    ("percentile (of|at|colon|open|in|for)* H number", _ordinal),
    ("H ordinal", _ordinal),
    ("band", _band),
)
