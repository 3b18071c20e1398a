"""The verdict on a player and the confidence in it, by rules over claims.

Without a brief a statistic does not know what the club needs: the first rule that applies gives

| rule                                                                         | verdict        |
|---|---|
| retired                                                                      | not_applicable |
| no full season, the newest ended two years ago, or no core metric has a rank | insufficient   |
| a core metric in the best tenth, or two in the best quarter; fewer core      | follow_up      |
| metrics in the worst quarter than in the best; minutes not in the worst      |                |
| quarter; at most two years past the usual peak                               |                |
| anything else                                                                | keep_watching  |

With a brief, the first rule that applies gives `reject` for a missed position or two missed items;
`insufficient_evidence` where that would be the verdict without a brief; `sign` for `follow_up` that
meets every item; `monitor` for anything else. The question of a brief is no item. "Core" metrics
are those of the position (`positions.toml`). Name and nationality are not used.
"""

from ai_service.claims.brief import result
from ai_service.claims.facts import Facts, months_between
from ai_service.claims.model import Claim, Claims
from ai_service.schemas import Confidence, Verdict

_BEST = frozenset({"first", "top_1", "top_5", "top_10"})
_LONG_PAST = 2  # years
_MUCH_PLAY, _LARGE_COHORT, _RECENT_MONTHS = 1_800, 60, 6


def verdict(facts: Facts, found: Claims) -> Verdict:
    """The verdict by the first rule that applies."""
    base = _base(facts, found)
    if facts.brief is None or base == "not_applicable":
        return base
    items = [c for c in found.values() if is_item(c)]
    missed = [c for c in items if result(c) == "missed"]
    if len(missed) > 1 or any(c.id == "brief.position" for c in missed):
        return "reject"
    if base == "insufficient_evidence":
        return base
    open_items = [c for c in items if result(c) != "met"]
    return "sign" if base == "follow_up" and items and not open_items else "monitor"


def is_item(claim: Claim) -> bool:
    """Whether it is an item of the brief with a result; the question is answered by people."""
    return claim.type.startswith("brief.") and claim.id != "brief.question"


def item_name(claim: Claim) -> str:
    """The item of the brief: its name, or the metric."""
    return claim.about if claim.type.startswith("brief.metric") else claim.id.split(".")[1]


def _base(facts: Facts, found: Claims) -> Verdict:
    if facts.is_retired:
        return "not_applicable"
    core = [c for c in found.values() if is_core_rank(facts, c)]
    if not facts.is_fresh or not core:
        return "insufficient_evidence"
    best = {c.about for c in core if c.args["band"] in _BEST and c.polarity == "for"}
    good = {c.about for c in core if c.polarity == "for"}
    bad = {c.about for c in core if c.polarity == "against"}
    past = facts.number("peak.distance") or 0
    plays = not any(c.type == "minutes.bottom" for c in found.values())
    if (best or len(good) > 1) and len(good) > len(bad) and plays and past <= _LONG_PAST:
        return "follow_up"
    return "keep_watching"


def confidence(facts: Facts, found: Claims) -> Confidence:
    """How much evidence there is and how recent it is; it says nothing about the verdict.

    `high`: a complete judged season of 1,800 minutes that ended at most a year ago, ranked among at
    least 60 players, another such season, and club, contract and value of the last six months.
    `medium`: a fresh judged season with ranks of core metrics. `low`: everything else.
    """
    season = facts.judged
    if facts.is_retired:
        return "high"
    core = [c for c in found.values() if is_core_rank(facts, c)]
    if season is None or not facts.is_fresh or not core:
        return "low"
    day = facts.oldest_day
    plenty = (
        not season.is_incomplete
        and months_between(season.end, facts.as_of) <= 12  # noqa: PLR2004
        and season.minutes >= _MUCH_PLAY
        and len({s.year for s in facts.seasons if s.minutes >= _MUCH_PLAY}) > 1
        and min(c.args["size"] for c in core) >= _LARGE_COHORT
        and day is not None
        and months_between(day, facts.as_of) < _RECENT_MONTHS
    )
    return "high" if plenty else "medium"


def is_core_rank(facts: Facts, claim: Claim) -> bool:
    """Whether it is the place of a core metric that says whether a player is good."""
    is_place = claim.type in ("rank.top", "rank.bottom", "rank.middle")
    return is_place and facts.is_core(claim.about)
