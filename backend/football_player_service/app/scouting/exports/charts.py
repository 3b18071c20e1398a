"""What the charts and the table of a report show, worked out from its evidence alone.

Places in a chart are shares of its width and height, from the lower left corner.
"""

import re
from dataclasses import dataclass
from math import log10

from football_player_service.app.scouting.exports import figures
from football_player_service.app.scouting.schemas import Dossier, Evidence

MAX_SEASONS = 8
LABEL_WIDTH = 0.18  # of the width of the chart of values
# A goalkeeper is not measured by them.
_RATES = ("goals_per_90", "assists_per_90")
_LABELS = {
    "minutes": "Minutes",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
    "yellow_cards_per_90": "Yellow cards per 90 (fewer is better)",
    "red_cards_per_90": "Red cards per 90 (fewer is better)",
}
_HEAD = (
    "Games", "Minutes", "Goals", "Assists", "Yellow cards", "Red cards", "Goals per 90",
    "Assists per 90",
)  # fmt: skip
_COUNTS = ("games", "minutes", "goals", "assists", "yellow_cards", "red_cards")
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
    """A valuation: where it lies, the month, the sum, and whether there is room to say so."""

    x: float
    y: float
    month: str
    year: str
    value: str
    labelled: bool


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
        period = rows[0][1].period or ""
        found.append(_bars(f"{_span(period)} {period}", rows))
    return found


def _of_season(known: dict[str, Evidence], year: int) -> list[_Row]:
    keeper = "position" in known and known["position"].value == "Goalkeeper"
    rows: list[_Row] = []
    for metric, label in _LABELS.items():
        item = known.get(f"season.{year}.{metric}.position")
        if item and not (keeper and metric in _RATES):
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
    days = sorted(found)
    first, length = days[0].toordinal(), (days[-1] - days[0]).days
    places = [(day.toordinal() - first) / length if length else 0.5 for day in days]
    top, room = _round_above(max(found.values())), _with_room(places)
    points = [
        Point(x, found[day] / top, f"{day:%b}", f"{day:%Y}", short_euros(found[day]), x in room)
        for x, day in zip(places, days, strict=True)
    ]
    ticks = [(share, short_euros(top * share)) for share in (0.0, 0.5, 1.0)]
    spoken = [f"{p.value} in {p.month} {p.year}" for p in points]
    return Values(points, ticks, alt=f"Market value: {', '.join(spoken)}.")


def _with_room(places: list[float]) -> set[float]:
    """The places whose labels do not run into the next one's; the last is always among them."""
    kept = [places[-1]]
    for place in reversed(places[:-1]):
        if kept[-1] - place >= LABEL_WIDTH:
            kept.append(place)
    return set(kept)


def seasons(dossier: Dossier) -> list[list[str]]:
    """The table of seasons: its head, a row a season, the latest first, and the career's sums."""
    table: dict[int, dict[str, Evidence]] = {}
    for item in dossier.evidence:
        if found := _SEASON.match(item.id):
            table.setdefault(int(found[1]), {})[found[2]] = item
    rows = []
    for year in sorted(table, reverse=True)[:MAX_SEASONS]:
        items = table[year]
        period = next(iter(items.values())).period or str(year)
        rows.append([period, *(_cell(items.get(name)) for name in (*_COUNTS, *_RATES))])
    if not rows:
        return []
    known = _with_value(dossier)
    sums = [_cell(known.get(f"career.{name}")) for name in _COUNTS]
    return [[_span(rows[0][0]), *_HEAD], *rows, ["All on record", *sums, "", ""]]


def _span(period: str) -> str:
    """What a period is: some sources count calendar years."""
    return "Season" if "/" in period else "Year"


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
