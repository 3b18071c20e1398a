"""The other statistics of the latest season with percentiles, from the evidence of a report."""

from football_player_service.app import formats
from football_player_service.app.scouting.exports.evidence_text import format_item
from football_player_service.app.scouting.exports.ranked_metrics import ranked_metrics
from football_player_service.app.scouting.exports.season_table import is_headline
from football_player_service.app.scouting.schemas import Dossier, Evidence


def statistics_table(dossier: Dossier) -> list[list[str]]:
    """A row per metric that is no headline metric: label, figure, percentiles.

    Empty without any. The first row is the header, whose first cell is the season.
    """
    found = ranked_metrics(dossier)
    others = [metric for metric in found if not is_headline(dossier, metric.name)]
    if not others or not dossier.metrics:
        return []
    return [
        [others[0].position.period or "", "Figure", "Percentile", "In the league"],
        *(
            [
                metric.label,
                format_item(metric.figure) if metric.figure else formats.NONE,
                _rank(metric.position),
                _rank(metric.league),
            ]
            for metric in others
        ),
    ]


def _rank(item: Evidence | None) -> str:
    if item is None or item.value is None:
        return formats.NONE
    return formats.percentile_rank(float(item.value))
