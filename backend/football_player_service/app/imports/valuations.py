"""A player's market values, each with its day."""

from collections.abc import Iterator
from datetime import date

from football_player_service.app.imports.career_file import Career, CareerRows
from football_player_service.app.imports.cells import BadCell


def read(file: CareerRows) -> Iterator[Career]:
    """Read the whole file; the market values of each player."""
    valuations: dict[str, dict[date, int]] = {}
    for line, (player_id, day_cell, value_cell) in file.rows("day", "value", dated_by="day"):
        try:
            day = file.past_day("day", line, day_cell)
            value = file.euros("value", line, value_cell)
            of_player = valuations.setdefault(player_id, {})
            if day in of_player:
                problem = "repeats the date of another row of the player"
                raise BadCell(file.file.columns["day"].name, problem, day_cell)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        of_player[day] = value
    return ((player_id, list(values.items())) for player_id, values in valuations.items())
