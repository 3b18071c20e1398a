"""The table of a player's seasons, from the evidence of a report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from football_player_service.app import formats
from football_player_service.app.scouting.exports.evidence_text import period_noun
from football_player_service.app.scouting.schemas import Dossier, Evidence

# As many columns as fit a page; `statistics_table` has other metrics of the latest season.
_MAX_VALUES, _MAX_RATES = 6, 2
_SEASON = re.compile(r"season\.(\d+)\.(\w+)$")
# Of another provider than the main one: `transfermarkt.year.2025.goals`.
_OTHER_SEASON = re.compile(r"((?!replaced\.)\w+\.(?:season|year))\.(\d+)\.(\w+)$")
_RATE = "_per_90"


_Seasons = dict[int, dict[str, Evidence]]


@dataclass(frozen=True)
class SeasonTable:
    """The seasons of a provider: a header, and a row for each with the latest first."""

    provider: str  # its name; empty if it is not known
    rows: list[list[str]]


def season_table(dossier: Dossier) -> list[list[str]]:
    """The header, every season with the latest first, and the career totals; empty without any."""
    by_year: _Seasons = {}
    for item in dossier.evidence:
        if match := _SEASON.match(item.id):
            by_year.setdefault(int(match[1]), {})[match[2]] = item
    if not by_year:
        return []
    columns = _columns(dossier, by_year.values())
    rows = _rows(by_year, columns)
    totals = {item.id: item for item in dossier.evidence if item.id.startswith("career.")}
    total = [_cell(totals.get(f"career.{name}"), missing="") for name in columns]
    return [*rows, ["Total", *total]]


def season_tables(dossier: Dossier) -> list[SeasonTable]:
    """The seasons of each provider; those of the main one come first, with the career totals."""
    others: dict[str, _Seasons] = {}
    providers: dict[str, str] = {}
    for item in dossier.evidence:
        if _SEASON.match(item.id) and item.provider:
            providers.setdefault("", item.provider)
        elif match := _OTHER_SEASON.match(item.id):
            others.setdefault(match[1], {}).setdefault(int(match[2]), {})[match[3]] = item
            providers.setdefault(match[1], item.provider or "")
    names = {key: dossier.providers.get(name, name) for key, name in providers.items()}
    main = season_table(dossier)
    tables = [SeasonTable(names.get("", ""), main)] if main else []
    for key, by_year in others.items():
        columns = _columns(dossier, by_year.values())
        tables.append(SeasonTable(names[key], _rows(by_year, columns)))
    return tables


def _rows(by_year: _Seasons, columns: dict[str, str]) -> list[list[str]]:
    rows = []
    for year, items in sorted(by_year.items(), reverse=True):
        period = next(iter(items.values())).period or str(year)
        rows.append([period, *(_cell(items.get(name)) for name in columns)])
    return [[period_noun(rows[0][0]), *columns.values()], *rows]


def _columns(dossier: Dossier, seasons: Iterable[dict[str, Evidence]]) -> dict[str, str]:
    """The labels of the columns, by the last part of the evidence's id: totals, then rates."""
    found: dict[str, str] = {}
    for items in seasons:
        for name, item in items.items():
            found.setdefault(name, item.label.rpartition(",")[0])
    order = {key: place for place, key in enumerate(dossier.metrics)}
    names = sorted(
        (name for name in found if not dossier.metrics or is_headline(dossier, name)),
        key=lambda name: order.get(name.removesuffix(_RATE), len(order)),
    )
    values = [name for name in names if not name.endswith(_RATE)]
    rates = [name for name in names if name.endswith(_RATE) and not is_lower_better(dossier, name)]
    return {name: found[name] for name in (*values[:_MAX_VALUES], *rates[:_MAX_RATES])}


def is_headline(dossier: Dossier, name: str) -> bool:
    """Whether a metric or its rate sums up a career.

    In dossiers from before metrics were data, those are the minutes and the rates.
    """
    if words := dossier.metrics.get(name.removesuffix(_RATE)):
        return words.headline
    return name == "minutes" or name.endswith(_RATE)


def is_lower_better(dossier: Dossier, name: str) -> bool:
    """Whether low values of a metric or its rate are good.

    Dossiers from before metrics were data say so of cards only by their name.
    """
    if words := dossier.metrics.get(name.removesuffix(_RATE)):
        return words.better == "lower"
    return name.removesuffix(_RATE).endswith("_cards")


def _cell(item: Evidence | None, *, missing: str = formats.NONE) -> str:
    if item is None or item.value is None:
        return missing
    value = float(item.value)
    return formats.rate(value) if item.unit == "per 90" else formats.number(value)
