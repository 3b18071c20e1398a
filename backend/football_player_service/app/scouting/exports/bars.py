"""The bars of a report: percentiles, with whom they compare, from its evidence alone."""

import re
from dataclasses import dataclass

from football_player_service.app.scouting.exports import figures
from football_player_service.app.scouting.schemas import Dossier, Evidence

_LABELS = {
    "minutes": "Minutes",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
    "yellow_cards_per_90": "Yellow cards per 90 (fewer is better)",
    "red_cards_per_90": "Red cards per 90 (fewer is better)",
}
_NOT_OF_GOALKEEPERS = {"goals_per_90", "assists_per_90"}
_RANK = re.compile(r"season\.(\d+)\.\w+\.position$")


@dataclass(frozen=True)
class Bar:
    """A percentile, and that within the league where there is one."""

    label: str
    value: float
    shown: str
    league: float | None


@dataclass(frozen=True)
class Bars:
    """Percentiles that share their cohorts; `alt` says the same in words.

    `notes` say why others have no value.
    """

    title: str
    bars: list[Bar]
    cohort: str
    league: str
    notes: list[str]
    alt: str


# A label, the percentile among the position, and that within the league.
_Row = tuple[str, Evidence, Evidence | None]


def percentiles(dossier: Dossier) -> list[Bars]:
    """The value among his age, and the latest season that is compared."""
    known = {item.id: item for item in dossier.evidence}
    found = []
    if value := known.get("value.percentile"):
        found.append(_bars("At his age", [("Market value", value, None)]))
    years = [int(match[1]) for id in known if (match := _RANK.match(id))]
    if rows := _of_season(known, max(years)) if years else []:
        period = rows[0][1].period or ""
        found.append(_bars(f"{figures.span(period)} {period}", rows))
    return found


def _of_season(known: dict[str, Evidence], year: int) -> list[_Row]:
    keeper = "position" in known and known["position"].value == "Goalkeeper"
    rows: list[_Row] = []
    for metric, label in _LABELS.items():
        item = known.get(f"season.{year}.{metric}.position")
        if item and not (keeper and metric in _NOT_OF_GOALKEEPERS):
            rows.append((label, item, known.get(f"season.{year}.{metric}.league")))
    return rows


def _bars(title: str, rows: list[_Row]) -> Bars:
    shown = [row for row in rows if row[1].value is not None]
    bars = [
        Bar(label, float(item.value or 0), f"{item.value:.1f}", _of(league))
        for label, item, league in shown
    ]
    leagues = [figures.compared(league) for _, _, league in shown if league and league.value]
    spoken = ", ".join(f"{bar.label} {bar.shown}" for bar in bars) or "none"
    return Bars(
        title=title,
        bars=bars,
        cohort=figures.compared(shown[0][1]) if shown else "",
        league=leagues[0] if leagues else "",
        notes=list(dict.fromkeys(i.note for _, i, _ in rows if i.value is None and i.note)),
        alt=f"Percentiles, {title}: {spoken}.",
    )


def _of(league: Evidence | None) -> float | None:
    return None if league is None or league.value is None else float(league.value)
