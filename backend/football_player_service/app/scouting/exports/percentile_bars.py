"""Percentiles as bars, from the evidence of a report."""

from dataclasses import dataclass

from football_player_service.app import formats
from football_player_service.app.scouting.exports.evidence_text import comparison_text
from football_player_service.app.scouting.exports.ranked_metrics import ranked_metrics
from football_player_service.app.scouting.exports.season_table import is_headline, is_lower_better
from football_player_service.app.scouting.schemas import Dossier, Evidence


@dataclass(frozen=True)
class Bar:
    """A percentile in the position, and in the league if there is one."""

    label: str
    value: float
    text: str
    league: float | None


@dataclass(frozen=True)
class BarChart:
    """Bars with the same cohorts.

    `notes` explain missing percentiles; `alt` is the text alternative.
    """

    title: str
    bars: list[Bar]
    cohort: str
    league_cohort: str
    notes: list[str]
    alt: str


# A label with its percentiles in the position and in the league.
_Row = tuple[str, Evidence, Evidence | None]


def percentile_charts(dossier: Dossier) -> list[BarChart]:
    """The market value at the player's age, and the latest season with percentiles."""
    charts = []
    value = next((item for item in dossier.evidence if item.id == "value.percentile"), None)
    if value:
        charts.append(_chart("Same age and position", [("Market value", value, None)]))
    if rows := _season_rows(dossier):
        charts.append(_chart(rows[0][1].period or "", rows))
    return charts


def _season_rows(dossier: Dossier) -> list[_Row]:
    """The headline metrics, in their order. `statistics_table` has the others."""
    return [
        (
            f"{metric.label} (fewer is better)"
            if is_lower_better(dossier, metric.name)
            else metric.label,
            metric.position,
            metric.league,
        )
        for metric in ranked_metrics(dossier)
        if is_headline(dossier, metric.name)
    ]


def _chart(title: str, rows: list[_Row]) -> BarChart:
    ranked = [row for row in rows if row[1].value is not None]
    bars = [
        Bar(label, float(item.value or 0), formats.percentile_rank(float(item.value or 0)),
            _value(league))
        for label, item, league in ranked
    ]  # fmt: skip
    leagues = [comparison_text(league) for _, _, league in ranked if league and league.value]
    spoken = ", ".join(f"{bar.label} {bar.text}" for bar in bars) or "none"
    return BarChart(
        title=title,
        bars=bars,
        cohort=comparison_text(ranked[0][1]) if ranked else "",
        league_cohort=leagues[0] if leagues else "",
        notes=list(dict.fromkeys(i.note for _, i, _ in rows if i.value is None and i.note)),
        alt=f"Percentiles, {title}: {spoken}.",
    )


def _value(item: Evidence | None) -> float | None:
    return None if item is None or item.value is None else float(item.value)
