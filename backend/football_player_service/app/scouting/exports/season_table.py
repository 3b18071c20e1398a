"""The table of a player's seasons, from the evidence of a report."""

import re

from football_player_service.app import formats
from football_player_service.app.scouting.evidence.season_stats import LABELS
from football_player_service.app.scouting.exports.evidence_text import period_noun
from football_player_service.app.scouting.schemas import Dossier, Evidence

# Without the rates of cards: the counts say as much.
_COLUMNS = {name: label for name, label in LABELS.items() if not name.endswith("_cards_per_90")}
_SEASON = re.compile(r"season\.(\d+)\.(\w+)$")


def season_table(dossier: Dossier) -> list[list[str]]:
    """The header, every season with the latest first, and the career totals; empty without any."""
    by_year: dict[int, dict[str, Evidence]] = {}
    for item in dossier.evidence:
        if match := _SEASON.match(item.id):
            by_year.setdefault(int(match[1]), {})[match[2]] = item
    rows = []
    for year, items in sorted(by_year.items(), reverse=True):
        period = next(iter(items.values())).period or str(year)
        rows.append([period, *(_cell(items.get(name)) for name in _COLUMNS)])
    if not rows:
        return []
    totals = {item.id: item for item in dossier.evidence if item.id.startswith("career.")}
    total = [_cell(totals.get(f"career.{name}"), missing="") for name in _COLUMNS]
    return [[period_noun(rows[0][0]), *_COLUMNS.values()], *rows, ["Total", *total]]


def _cell(item: Evidence | None, *, missing: str = formats.NONE) -> str:
    if item is None or item.value is None:
        return missing
    value = float(item.value)
    return formats.rate(value) if item.unit == "per 90" else formats.number(value)
