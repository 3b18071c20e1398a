"""player_valuations.csv: a player's market values, each with its day."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import Career, CareerFile, CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.players.ages import today
from football_player_service.app.record.models import Valuation


class ValuationRecord(TypedDict):
    """The fields of a `Valuation` that the file has."""

    day: date
    value: int


def _read(file: CareerRows) -> Iterator[Career]:
    until = today()
    valuations: dict[str, dict[date, int]] = {}
    for line, (player_id, day_cell, value_cell) in file.rows():
        try:
            day = cells.past_day("date", day_cell, until)
            value = cells.number_between("market_value_in_eur", value_cell, 0, cells.MAX_EUROS)
            if day in valuations.setdefault(player_id, {}):
                raise BadCell("date", "repeats the date of another row of the player", day_cell)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        valuations[player_id][day] = value
    for player_id, values in valuations.items():
        yield player_id, [ValuationRecord(day=day, value=value) for day, value in values.items()]


FILE = CareerFile(
    name="player_valuations.csv",
    columns=("player_id", "date", "market_value_in_eur"),
    model=Valuation,
    read=_read,
)
