"""What a player did: each season on record, his rates, and the whole of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from football_player_service.app.careers import service as careers
from football_player_service.app.careers.cohorts import COUNTS, MIN_MINUTES, PER_90
from football_player_service.app.careers.models import Span
from football_player_service.app.scouting.evidence.item import item, ratio, written
from football_player_service.app.scouting.schemas import Evidence, Unit

LABELS = {
    "games": "Games",
    "minutes": "Minutes",
    "goals": "Goals",
    "assists": "Assists",
    "yellow_cards": "Yellow cards",
    "red_cards": "Red cards",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
    "yellow_cards_per_90": "Yellow cards per 90",
    "red_cards_per_90": "Red cards per 90",
}
UNITS: dict[str, Unit] = {name: "minutes" if name == "minutes" else "count" for name in COUNTS}


def on_record(connection: Connection, *, player_id: int) -> Sequence[Row[Any]]:
    """His seasons, the earliest first; his calendar years where there is no season."""
    found = careers.seasons(connection, player_id=player_id)
    return [season for season in found if season.span == Span.SEASON] or found


def items(seasons: Sequence[Row[Any]]) -> Iterator[Evidence]:
    """The figures of each season, and the rates of those with enough minutes."""
    for season in seasons:
        period = written(season.span, season.year)
        for name in COUNTS:
            yield item(f"season.{season.year}.{name}", f"{LABELS[name]}, {period}",
                       getattr(season, name), UNITS[name], source="seasons",
                       period=period)  # fmt: skip
        if season.minutes < MIN_MINUTES:
            continue
        for name in PER_90:
            metric = f"{name}_per_90"
            rate = ratio(90 * getattr(season, name), season.minutes, decimals=4)
            yield item(f"season.{season.year}.{metric}", f"{LABELS[metric]}, {period}", rate,
                       "per 90", source="computed", period=period)  # fmt: skip


def career(seasons: Sequence[Row[Any]]) -> Iterator[Evidence]:
    """The sums over all that is on record."""
    if not seasons:
        return
    periods = "Seasons" if seasons[0].span == Span.SEASON else "Calendar years"
    yield item("career.seasons", f"{periods} on record", len(seasons), "count", source="computed")
    for name in COUNTS:
        total = sum(getattr(season, name) for season in seasons)
        label = f"{LABELS[name]}, all on record"
        yield item(f"career.{name}", label, total, UNITS[name], source="computed")
