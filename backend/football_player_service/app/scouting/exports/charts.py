"""What the charts and the table of a report show, worked out from its evidence alone.

Places in a chart are shares of its width and height, from the lower left corner.
"""

import re
from dataclasses import dataclass
from math import log10

from football_player_service.app.scouting.exports import figures
from football_player_service.app.scouting.schemas import Dossier, Evidence

MAX_SEASONS = 8
_RATES = ("goals_per_90", "assists_per_90", "yellow_cards_per_90", "red_cards_per_90")
_LABELS = {
    "minutes": "Minutes",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
    "yellow_cards_per_90": "Yellow cards per 90 (fewer is better)",
    "red_cards_per_90": "Red cards per 90 (fewer is better)",
}
_COUNTS = ("games", "minutes", "goals", "assists", "yellow_cards", "red_cards")
# A goalkeeper is not measured by them.
_OUTFIELD = {"goals_per_90", "assists_per_90"}
_POINTS = ("value.36m", "value.24m", "value.12m", "value.latest")
_SEASON = re.compile(r"season\.(\d+)\.(\w+)$")
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


@dataclass(frozen=True)
class Point:
    """A valuation: where it lies, the day, and the sum."""

    x: float
    y: float
    day: str
    value: str


@dataclass(frozen=True)
class Values:
    """The course of the market value. `ticks` are heights with their sums."""

    points: list[Point]
    ticks: list[tuple[float, str]]
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
        found.append(_bars(f"Season {rows[0][1].period}", rows))
    return found


def _of_season(known: dict[str, Evidence], year: int) -> list[_Row]:
    keeper = "position" in known and known["position"].value == "Goalkeeper"
    rows: list[_Row] = []
    for metric, label in _LABELS.items():
        item = known.get(f"season.{year}.{metric}.position")
        if item and not (keeper and metric in _OUTFIELD):
            rows.append((label, item, known.get(f"season.{year}.{metric}.league")))
    return rows


def _bars(title: str, rows: list[_Row]) -> Bars:
    shown = [row for row in rows if row[1].value is not None]
    bars = [
        Bar(label, _number(item), f"{item.value:.1f}", _number(league) if league else None)
        for label, item, league in shown
    ]
    leagues = [figures.compared(league) for _, _, league in shown if league]
    spoken = ", ".join(f"{bar.label} {bar.shown}" for bar in bars) or "none"
    return Bars(
        title=title,
        bars=bars,
        cohort=figures.compared(shown[0][1]) if shown else "",
        league=leagues[0] if leagues else "",
        notes=list(dict.fromkeys(i.note for _, i, _ in rows if i.value is None and i.note)),
        alt=f"Percentiles, {title}: {spoken}.",
    )


def values(dossier: Dossier) -> Values | None:
    """The valuations the evidence holds, or None where there is none."""
    known = _with_value(dossier)
    found = {item.as_of: _number(item) for id in _POINTS if (item := known.get(id)) and item.as_of}
    if not found:
        return None
    first, last = min(found).toordinal(), max(found).toordinal()
    top = _round_above(max(found.values()))
    points = [
        Point(
            x=(day.toordinal() - first) / (last - first) if last > first else 0.5,
            y=value / top,
            day=f"{day:%b %Y}",
            value=short_euros(value),
        )
        for day, value in sorted(found.items())
    ]
    ticks = [(share, short_euros(top * share)) for share in (0.0, 0.5, 1.0)]
    spoken = [f"{point.value} in {point.day}" for point in points]
    return Values(points, ticks, alt=f"Market value: {', '.join(spoken)}.")


def seasons(dossier: Dossier) -> list[list[str]]:
    """Rows of the table of seasons, the latest first, and the sums of the career."""
    table: dict[int, dict[str, Evidence]] = {}
    for item in dossier.evidence:
        if found := _SEASON.match(item.id):
            table.setdefault(int(found[1]), {})[found[2]] = item
    rows = []
    for year in sorted(table, reverse=True)[:MAX_SEASONS]:
        items = table[year]
        period = next(iter(items.values())).period or str(year)
        rows.append([period, *(_cell(items.get(name)) for name in (*_COUNTS, *_RATES[:2]))])
    known = _with_value(dossier)
    if rows and "career.games" in known:
        sums = [_cell(known.get(f"career.{name}")) for name in _COUNTS]
        rows.append(["All on record", *sums, "", ""])
    return rows


def short_euros(value: float) -> str:
    """`€45m`, `€600k`."""
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"€{value / size:.2f}".rstrip("0").rstrip(".") + letter
    return f"€{value:.0f}"


def _round_above(value: float) -> float:
    """The next round number: 1, 2, 5 or 10 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** int(log10(value))
    return next((step * power for step in (1, 2, 5) if step * power >= value), 10 * power)


def _with_value(dossier: Dossier) -> dict[str, Evidence]:
    return {item.id: item for item in dossier.evidence if item.value is not None}


def _number(item: Evidence) -> float:
    return float(item.value or 0)


def _cell(item: Evidence | None) -> str:
    if item is None or item.value is None:
        return "–"
    return f"{item.value:.2f}" if item.unit == "per 90" else figures.number(_number(item))
