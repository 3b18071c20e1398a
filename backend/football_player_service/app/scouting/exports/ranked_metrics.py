"""The latest season with percentiles, from the evidence of a report."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from football_player_service.app.scouting.schemas import Cohort, Dossier, Evidence

_PERCENTILE = re.compile(r"season\.(\d+)\.(\w+)\.position$")
# Of the main provider `season.2025.goals_per_90.position`, of another one
# `transfermarkt.year.2025.goals_per_90.position`.
_OF_ANY_PROVIDER = re.compile(r"((?!replaced\.)[\w.]+\.\d+)\.(\w+)\.position$")


@dataclass(frozen=True)
class RankedMetric:
    """A metric of the season: its figure, and the percentiles in the position and the league."""

    name: str  # the metric, or its rate: `goals_per_90`
    figure: Evidence | None
    position: Evidence
    league: Evidence | None

    @property
    def label(self) -> str:
        """What the figure is called, without the season."""
        return self.position.label.partition(",")[0]


@dataclass(frozen=True)
class RankedSeason:
    """A season of one provider with the percentiles of its metrics, in their order."""

    period: str
    provider: str  # its name
    metrics: list[RankedMetric]

    @cached_property
    def cohort(self) -> Cohort | None:
        """That of most metrics: some are known of fewer players."""
        found = [m.position.cohort for m in self.metrics if m.position.cohort]
        sizes = Counter(cohort.size for cohort in found)
        return max(found, key=lambda cohort: sizes[cohort.size], default=None)


def ranked_metrics(dossier: Dossier) -> list[RankedMetric]:
    """The metrics with a percentile item in the latest season that has any, in their order."""
    known = {item.id: item for item in dossier.evidence}
    found = [match for id in known if (match := _PERCENTILE.match(id))]
    latest = max((int(match[1]) for match in found), default=0)
    return [
        _metric(known, f"season.{match[1]}", match[2]) for match in found if int(match[1]) == latest
    ]


def ranked_season(dossier: Dossier) -> RankedSeason | None:
    """The latest season with percentiles; of several providers, that with the most metrics."""
    known = {item.id: item for item in dossier.evidence}
    seasons: dict[str, list[RankedMetric]] = {}
    for id, item in known.items():
        if item.value is not None and (match := _OF_ANY_PROVIDER.match(id)):
            seasons.setdefault(match[1], []).append(_metric(known, match[1], match[2]))
    metrics = max(seasons.values(), key=lambda of: (_period(of[0]), len(of)), default=None)
    if metrics is None:
        return None
    provider = metrics[0].position.provider or ""
    return RankedSeason(
        period=_period(metrics[0]),
        provider=dossier.providers.get(provider, provider),
        metrics=metrics,
    )


def _metric(known: dict[str, Evidence], season: str, name: str) -> RankedMetric:
    id = f"{season}.{name}"
    return RankedMetric(
        name=name,
        figure=known.get(id),
        position=known[f"{id}.position"],
        league=known.get(f"{id}.league"),
    )


def _period(metric: RankedMetric) -> str:
    return metric.position.period or ""
