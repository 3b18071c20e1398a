"""The other statistics of the latest season with percentiles, from the evidence of a report."""

from collections.abc import Callable, Iterable

from football_player_service.app import formats
from football_player_service.app.scouting.exports.evidence_text import format_item
from football_player_service.app.scouting.exports.ranked_metrics import (
    RankedMetric,
    RankedSeason,
    ranked_metrics,
)
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
    return _table(others[0].position.period or "", others, format_item)


def percentile_table(dossier: Dossier, season: RankedSeason | None) -> list[list[str]]:
    """The same of every metric of the season; the league only if there are percentiles in it."""

    def figure(item: Evidence) -> str:
        words = dossier.metrics.get(item.metric or "")
        value = item.value
        if words is None or isinstance(value, str | None):
            return format_item(item)
        if item.unit == "per 90":
            return formats.rate(value)
        unit = "%" if words.unit == "%" else ""
        return f"{formats.number(value, decimals=words.decimals)}{unit}"

    if season is None:
        return []
    rows = _table(season.period, season.metrics, figure)
    has_league = any(metric.league for metric in season.metrics)
    return rows if has_league else [row[:-1] for row in rows]


def _table(
    period: str, metrics: Iterable[RankedMetric], figure: Callable[[Evidence], str]
) -> list[list[str]]:
    return [
        [period, "Figure", "Percentile", "In the league"],
        *(
            [
                metric.label,
                figure(metric.figure) if metric.figure else formats.NONE,
                _rank(metric.position),
                _rank(metric.league),
            ]
            for metric in metrics
        ),
    ]


def _rank(item: Evidence | None) -> str:
    if item is None or item.value is None:
        return formats.NONE
    return formats.percentile_rank(float(item.value))
