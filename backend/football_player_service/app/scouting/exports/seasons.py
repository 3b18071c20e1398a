"""The table of seasons in a report, from its evidence alone."""

import re

from football_player_service.app.scouting.exports import figures
from football_player_service.app.scouting.schemas import Dossier, Evidence

MAX_SEASONS = 8
_COLUMNS = {
    "games": "Games",
    "minutes": "Minutes",
    "goals": "Goals",
    "assists": "Assists",
    "yellow_cards": "Yellow cards",
    "red_cards": "Red cards",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
}
_SEASON = re.compile(r"season\.(\d+)\.(\w+)$")


def table(dossier: Dossier) -> list[list[str]]:
    """The table of seasons: its head, a row a season, the latest first, and the career's sums."""
    by_year: dict[int, dict[str, Evidence]] = {}
    for item in dossier.evidence:
        if found := _SEASON.match(item.id):
            by_year.setdefault(int(found[1]), {})[found[2]] = item
    rows = []
    for year in sorted(by_year, reverse=True)[:MAX_SEASONS]:
        items = by_year[year]
        period = next(iter(items.values())).period or str(year)
        rows.append([period, *(_cell(items.get(name)) for name in _COLUMNS)])
    if not rows:
        return []
    sums = {item.id: item for item in dossier.evidence if item.id.startswith("career.")}
    whole = [_cell(sums.get(f"career.{name}"), none="") for name in _COLUMNS]
    return [[figures.span(rows[0][0]), *_COLUMNS.values()], *rows, ["All on record", *whole]]


def _cell(item: Evidence | None, *, none: str = "–") -> str:
    if item is None or item.value is None:
        return none
    value = float(item.value)
    return figures.rate(value) if item.unit == "per 90" else figures.number(value)
