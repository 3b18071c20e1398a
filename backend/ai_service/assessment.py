"""Verdict and confidence, computed from the evidence by these rules.

The judged season is the newest with at least 900 minutes and percentiles, or without percentiles
if no season has them. It is fresh for two years after its last day. Percentiles are those among
the position, or if missing those within the league. The core metrics are goals and assists per 90
for attacking players and for midfielders other than defensive ones; goalkeepers, defenders and
defensive midfielders have none.

| first rule that applies                                                  | verdict        |
|---|---|
| status is retired                                                        | reject         |
| no position; no judged season; not fresh; no percentile of a core metric | insufficient   |
| no core metric, minutes above most, not long past the peak               | monitor        |
| no core metric                                                           | insufficient   |
| every core metric in the bottom quarter                                  | reject         |
| the best core metric in the top quarter, 60 on average, none unknown and | sign           |
| none in the bottom tenth of position or league; minutes not in the       |                |
| bottom quarter; not long past the peak                                   |                |
| the best core metric at 40 or more (long past the peak: 75 or more)      | monitor        |
| anything else                                                            | insufficient   |

"Insufficient" is `insufficient_evidence`. "Long past the peak" is more than two years past the
usual peak ages of the position. A report may be more cautious than the verdict, never bolder:
`sign` also supports `monitor`; `monitor` also supports `insufficient_evidence`.

Confidence describes the evidence, not the verdict. `high`: the judged season ended at most a year
ago, it and another season have 1,800 minutes, every core percentile has a cohort of 100, and the
record is at most half a year old; or the status is retired. `medium`: the judged season is fresh
and has percentiles. `low`: everything else.

Name and nationality are not used.
"""

from dataclasses import dataclass

from ai_service import evidence_values
from ai_service.dossier_index import DossierIndex, Season, index_dossier
from ai_service.positions import core_metrics
from ai_service.schemas import Confidence, Dossier, Evidence, Verdict

FRESH_MONTHS = 24
_A_YEAR = 12  # months
_LONG_PAST_PEAK = 2  # years
_TOP_QUARTER, _ABOVE_MOST, _MIDDLE, _BOTTOM_QUARTER, _BOTTOM_TENTH = 75, 60, 40, 25, 10
_MUCH_PLAY = 1_800  # minutes
_LARGE_COHORT = 100
_HALF_A_YEAR = 183  # days


@dataclass(frozen=True)
class Assessment:
    """The judged season and its core percentiles by metric."""

    season: Season | None
    is_fresh: bool
    core: dict[str, Evidence]
    minutes: Evidence | None
    is_complete: bool  # every core metric has its percentile
    lowest: float  # of the core percentiles, of position and league
    long_past_peak: bool

    @property
    def ranks(self) -> list[float]:
        """The core percentiles, best first."""
        found = (evidence_values.number(item) for item in self.core.values())
        return sorted((rank for rank in found if rank is not None), reverse=True)


def supported(dossier: Dossier) -> frozenset[Verdict]:
    """The verdicts that a report on this dossier may give."""
    found = verdict(dossier)
    if found == "sign":
        return frozenset({"sign", "monitor"})
    if found == "monitor":
        return frozenset({"monitor", "insufficient_evidence"})
    return frozenset({found})


def verdict(dossier: Dossier) -> Verdict:
    """The boldest verdict that the evidence supports."""
    facts = index_dossier(dossier)
    return verdict_of(facts, assess(facts))


def confidence(dossier: Dossier) -> Confidence:
    """How much evidence there is and how recent it is."""
    facts = index_dossier(dossier)
    return confidence_of(facts, assess(facts))


def assess(facts: DossierIndex) -> Assessment:
    """What of the record counts for a verdict."""
    season = judged_season(facts)
    past = facts.number("peak.distance")
    metrics = core_metrics(facts.position, facts.sub_position)
    core = {name: item for name in metrics if season and (item := rank(season, name))}
    scopes = [f"{name}.{scope}" for name in core for scope in ("position", "league")]
    ranks = [number for name in scopes if season and (number := season.number(name)) is not None]
    return Assessment(
        season=season,
        is_fresh=season is not None and season.months_since_end(facts.as_of) < FRESH_MONTHS,
        core=core,
        is_complete=len(core) == len(metrics),
        minutes=rank(season, "minutes") if season else None,
        lowest=min(ranks, default=0),
        long_past_peak=past is not None and past > _LONG_PAST_PEAK,
    )


def judged_season(facts: DossierIndex) -> Season | None:
    """The newest full season with percentiles: a season just begun has a small cohort."""
    full = facts.full_seasons
    return next((season for season in full if season.is_ranked), full[0] if full else None)


def rank(season: Season, metric: str) -> Evidence | None:
    """The percentile among the position, or within the league if there is none."""
    for scope in ("position", "league"):
        item = season.items.get(f"{metric}.{scope}")
        if evidence_values.number(item) is not None:
            return item
    return None


def verdict_of(facts: DossierIndex, found: Assessment) -> Verdict:
    """The verdict by the first rule of the table that applies."""
    if facts.is_retired:
        return "reject"
    if not found.is_fresh or facts.position is None:
        return "insufficient_evidence"
    if not core_metrics(facts.position, facts.sub_position):
        minutes = evidence_values.number(found.minutes)
        plays = minutes is not None and minutes >= _ABOVE_MOST
        return "monitor" if plays and not found.long_past_peak else "insufficient_evidence"
    return _by_core(found) if found.ranks else "insufficient_evidence"


def _by_core(found: Assessment) -> Verdict:
    ranks = found.ranks
    best, average = ranks[0], sum(ranks) / len(ranks)
    if best < _BOTTOM_QUARTER:
        return "reject"
    minutes = evidence_values.number(found.minutes)
    plays = minutes is not None and minutes >= _BOTTOM_QUARTER
    good = best >= _TOP_QUARTER and average >= _ABOVE_MOST and found.lowest >= _BOTTOM_TENTH
    if good and plays and found.is_complete and not found.long_past_peak:
        return "sign"
    wanted = _TOP_QUARTER if found.long_past_peak else _MIDDLE
    return "monitor" if best >= wanted else "insufficient_evidence"


def confidence_of(facts: DossierIndex, found: Assessment) -> Confidence:
    """The confidence by minutes, seasons, cohorts and the age of the data."""
    if facts.is_retired:
        return "high"
    season = found.season
    if season is None or not found.is_fresh or not (found.core or found.minutes):
        return "low"
    sizes = [item.cohort.size for item in found.core.values() if item.cohort]
    plenty = (
        season.months_since_end(facts.as_of) < _A_YEAR
        and season.minutes >= _MUCH_PLAY
        and sum(s.minutes >= _MUCH_PLAY for s in facts.full_seasons) > 1
        and min(sizes, default=0) >= _LARGE_COHORT
        and (age := record_age(facts)) is not None
        and age <= _HALF_A_YEAR
    )
    return "high" if plenty else "medium"


def record_age(facts: DossierIndex) -> int | None:
    """Days since the oldest of club, contract and value was recorded; None if unknown."""
    days = [
        item.as_of
        for name in ("club", "contract.until", "value.now")
        if (item := facts.items.get(name)) and item.as_of
    ]
    return (facts.as_of - min(days)).days if days else None
