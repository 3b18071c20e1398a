"""The latest season with percentiles, from the evidence of a report."""

import re
from dataclasses import dataclass

from football_player_service.app.scouting.schemas import Dossier, Evidence

_PERCENTILE = re.compile(r"season\.(\d+)\.(\w+)\.position$")


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


def ranked_metrics(dossier: Dossier) -> list[RankedMetric]:
    """The metrics with a percentile item in the latest season that has any, in their order."""
    known = {item.id: item for item in dossier.evidence}
    found = [match for id in known if (match := _PERCENTILE.match(id))]
    latest = max((int(match[1]) for match in found), default=0)
    return [
        RankedMetric(
            name=match[2],
            figure=known.get(f"season.{match[1]}.{match[2]}"),
            position=known[match[0]],
            league=known.get(f"season.{match[1]}.{match[2]}.league"),
        )
        for match in found
        if int(match[1]) == latest
    ]
