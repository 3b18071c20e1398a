"""The other statistics of the latest season with percentiles, from the evidence of a report."""

import re

from football_player_service.app import formats
from football_player_service.app.scouting.exports.evidence_text import format_item
from football_player_service.app.scouting.exports.season_table import is_headline
from football_player_service.app.scouting.schemas import Dossier, Evidence

_PERCENTILE = re.compile(r"(season\.(\d+)\.(\w+))\.position$")


def statistics_table(dossier: Dossier) -> list[list[str]]:
    """A row per metric that is no headline metric: label, figure, percentiles.

    Empty without any. The first row is the header, whose first cell is the season.
    """
    known = {item.id: item for item in dossier.evidence}
    found = [match for id in known if (match := _PERCENTILE.match(id))]
    if not found or not dossier.metrics:
        return []
    latest = max(int(match[2]) for match in found)
    rows = [
        [
            known[match[0]].label.partition(",")[0],
            format_item(known[match[1]]) if match[1] in known else formats.NONE,
            _rank(known[match[0]]),
            _rank(known.get(f"{match[1]}.league")),
        ]
        for match in found
        if int(match[2]) == latest and not is_headline(dossier, match[3])
    ]
    period = next(known[m[0]].period for m in found if int(m[2]) == latest) or str(latest)
    return [[period, "Figure", "Percentile", "In the league"], *rows] if rows else []


def _rank(item: Evidence | None) -> str:
    if item is None or item.value is None:
        return formats.NONE
    return formats.percentile_rank(float(item.value))
