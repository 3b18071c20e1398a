"""Percentiles and shares of a cohort, compared with the metric, season and cohort meant."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ai_service.gate import cohort_checks, cohorts, evidence, periods, ranked, subjects
from ai_service.gate.binding import nearest
from ai_service.gate.claims import Anchor
from ai_service.gate.cohorts import Mention
from ai_service.gate.parsed import Parsed
from ai_service.gate.ranked import Rank
from ai_service.phrasing import METRICS
from ai_service.schemas import Evidence

_ARE_RANKS: Final = ("percentile", "band", "pct", "fraction", "most", "median", "topside")
Ranks = list[tuple[int | None, Evidence]]


def check(sentence: Parsed) -> None:
    """Bind every rank to its metric, season and cohort, and compare it with the evidence."""
    cohort_checks.check_left_out(sentence)
    ranks = ranked.find(sentence) if sentence.has(*_ARE_RANKS) else []
    if not ranks:
        cohort_checks.check_alone(sentence)
        return
    mentions, places = cohorts.find(sentence), [rank.at for rank in ranks]
    for rank in ranks:
        for metric in (
            [rank.metric] if rank.metric else subjects.of_rank(rank.match, rank.at, places)
        ):
            sentence.compared.add(metric)
            _check(sentence, rank, metric, _cohorts_of(sentence, rank, mentions, places), places)


def _check(
    sentence: Parsed, rank: Rank, metric: str, mentions: list[Mention], places: list[int]
) -> None:
    text = rank.match.text
    if not metric:
        sentence.check(False, f"say of which figure “{text}” is said")
        return
    denied = sentence.is_denied(rank.match.start)
    found = sentence.cited.ranks(metric)
    reason = "" if found else _uncited(sentence, text, metric)
    anchors = periods.bound(sentence, rank.at, places)
    found = _of_period(sentence, anchors, rank, found)
    reason = reason or f"“{text}” is of another season"
    for mention in mentions:
        cohorts.use(sentence, mention)
        unlike = [cohort_checks.unlike(sentence, mention, item) for _, item in found]
        if found and None not in unlike:
            reason = f"“{mention.text}” is another cohort: {unlike[0]}"
        found = [rank for rank, why in zip(found, unlike, strict=True) if why is None]
    if found:
        reason = evidence.has(sentence, text, [item.id for _, item in found])
    is_good_high = metric not in METRICS or METRICS[metric].good == "high"
    true = [year for year, item in found if _holds(rank, item, is_good_high) != denied]
    ranked_in = sentence.ranked_in.setdefault(metric, set())
    ranked_in.update(year for year in true if year is not None)
    missed = _years_listed(sentence, rank, anchors, places) - {*true} if ranked_in else set()
    if missed:
        when = " and ".join(sentence.index.periods[year] for year in sorted(missed))
        reason = f"“{text}” is not so in {when}"
    sentence.check(bool(true) and not missed, reason)


def _holds(rank: Rank, item: Evidence, is_good_high: bool) -> bool:
    return isinstance(item.value, int | float) and rank.holds(float(item.value), is_good_high)


def _uncited(sentence: Parsed, text: str, metric: str) -> str:
    """The reason where no percentile of the metric is cited."""
    items = sentence.index.items.values()
    ranks = [i.id for i in items if i.unit == "percentile" and metric in i.id.split(".")]
    return evidence.has(sentence, f"{text} for {metric.replace('_', ' ')}", ranks)


def _of_period(sentence: Parsed, anchors: list[Anchor], rank: Rank, found: Ranks) -> Ranks:
    """Those of the season that the rank is said of: of a career there is none, and the rank of the
    value is of today."""
    if any(anchor.scope == "career" for anchor in anchors):
        return []
    years = {year for anchor in anchors for year in _years_of(sentence, anchor)}
    here = {year for a in anchors if sentence.part[a.start] == sentence.part[rank.at]
            for year in a.years}  # fmt: skip
    return [
        (year, item)
        for year, item in found
        if (not here if year is None else not years or year in years)
    ]


def _years_of(sentence: Parsed, anchor: Anchor) -> Sequence[int]:
    return sentence.index.years[-anchor.count :] if anchor.scope == "last" else anchor.years


def _years_listed(
    sentence: Parsed, rank: Rank, anchors: list[Anchor], places: list[int]
) -> set[int]:
    """The seasons of each of which a rank is said; none where each has a rank of its own."""
    if len(anchors) != 1:
        return set()
    years = _years_of(sentence, anchors[0])
    alike = sum(sentence.kind(place) == sentence.kind(rank.at) for place in places)
    return {*years} if alike < len(years) else set()


def _cohorts_of(
    sentence: Parsed, rank: Rank, mentions: list[Mention], places: list[int]
) -> list[Mention]:
    """The cohort behind the rank, else the nearest; and a league named ahead of it all."""
    here = range(rank.match.start, rank.match.end)
    chosen = [m for m in mentions if m.start in here and not m.is_general][:1]
    behind = cohorts.following(mentions, rank.match)
    if not chosen:
        chosen = [behind] if behind else _nearest(sentence, rank, mentions, places)
    ahead = [m for m in mentions if m.scopes == {"league"} and m.start <= 1 and m not in chosen]
    part = sentence.part
    is_owned = any(part[place] == part[m.start] for m in ahead for place in places)
    if ahead and (not is_owned or part[ahead[0].start] == part[rank.at]):
        return [cohorts.joined(mention, ahead[0]) for mention in chosen] or ahead
    return chosen


def _nearest(
    sentence: Parsed, rank: Rank, mentions: list[Mention], places: list[int]
) -> list[Mention]:
    anchors = [Anchor(mention.start, mention.end) for mention in mentions]
    near = nearest(sentence, rank.at, anchors, places)[:1]
    found = [m for m in mentions for anchor in near if m.start == anchor.start]
    return [replace(mention, years=[]) for mention in found]  # its season is not the rank's
