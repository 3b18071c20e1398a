"""player_valuations.csv: a player's market values, each with its day."""

from collections.abc import Iterator
from datetime import date

from football_player_service.app.careers.models import Valuation
from football_player_service.app.imports import cells
from football_player_service.app.imports.career_files import Career, CareerFile, Reading
from football_player_service.app.imports.cells import Skip
from football_player_service.app.players.ages import today

_NAME = "player_valuations.csv"
_COLUMNS = ("player_id", "date", "market_value_in_eur")


def _read(reading: Reading) -> Iterator[Career]:
    days = cells.past_day("date", until=today())
    values = cells.whole("market_value_in_eur", most=cells.MOST_EUROS)
    found: dict[str, dict[date, int]] = {}
    for line, (player, day_cell, value_cell) in reading.rows(_NAME, _COLUMNS):
        try:
            day, value = days[day_cell], values[value_cell]
            his = found.setdefault(player, {})
            if day in his:
                raise Skip("date: met before for this player", day_cell)
            his[day] = value
        except Skip as skip:
            reading.skip(skip, line)
    for player, his in found.items():
        yield player, list(his.items())


FILE = CareerFile(
    name=_NAME,
    columns=_COLUMNS,
    table=Valuation.__table__,  # type: ignore[attr-defined]
    fields=("day", "value"),
    read=_read,
)
