"""Games of players, one row each, summed to lines per season, competition and club."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.lines import FileLine, PlayerLines
from football_player_service.app.record.models import Span

_MOST = cells.MAX_MINUTES_PER_GAME  # of anything in a game


def read(file: CareerRows) -> Iterator[PlayerLines]:
    """Read the whole file; the lines of each player.

    The games are kept in a temporary SQLite file: in memory, 1.7 million take more than 200 MB.
    """
    metrics = tuple(name for name in file.file.mapping.metrics if name in file.file.fields)
    games = _Games(metrics)
    fields = ("appearance_id", "day", "competition", "club_id", "minutes", *metrics)
    for line, (player_id, id_, day_cell, competition, club, minutes_cell, *figures) in file.rows(
        *fields, dated_by="day"
    ):
        try:
            season = cells.season(file.past_day("day", line, day_cell))
            numbers = [file.count("minutes", line, minutes_cell, _MOST)]
            for name, cell in zip(metrics, figures, strict=True):
                numbers.append(file.count(name, line, cell, _MOST))
            column = file.file.columns["appearance_id"].name
            if not id_:
                raise BadCell(column, "empty", "")
            if not games.add(id_, (player_id, season, competition, club, *numbers)):
                raise BadCell(column, "repeats that of another row", id_)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
    return games.lines()


class _Games:
    """Games, each with the player, season, competition, club, minutes and metrics."""

    def __init__(self, metrics: tuple[str, ...]) -> None:
        self._metrics = metrics
        self._database = sqlite3.connect("")
        numbers = ", ".join(f"n{number} INTEGER" for number in range(len(metrics) + 1))
        self._database.execute(
            "CREATE TABLE games (id TEXT PRIMARY KEY, player TEXT, season INTEGER, "
            f"competition TEXT, club TEXT, {numbers}) WITHOUT ROWID"
        )
        marks = ", ".join("?" * (len(metrics) + 6))
        self._insert = f"INSERT OR IGNORE INTO games VALUES ({marks})"  # noqa: S608 - a constant

    def add(self, id_: str, game: tuple[str | int, ...]) -> bool:
        """Whether the game is new."""
        return self._database.execute(self._insert, (id_, *game)).rowcount == 1

    def lines(self) -> Iterator[PlayerLines]:
        """The sums of each player."""
        sums = ", ".join(f"sum(n{number})" for number in range(len(self._metrics) + 1))
        rows = self._database.execute(
            f"SELECT player, season, competition, club, count(*), {sums} FROM games "  # noqa: S608
            "GROUP BY player, season, competition, club ORDER BY player"
        )
        for player_id, found in groupby(rows, key=itemgetter(0)):
            yield player_id, [self._line(row) for row in found]

    def _line(self, row: tuple[Any, ...]) -> FileLine:
        _, season, competition, club, games, minutes, *figures = row
        return FileLine(
            span=Span.SEASON,
            year=season,
            competition=competition.strip(),
            club=club.strip(),
            games=games,
            minutes=minutes,
            figures=dict(zip(self._metrics, figures, strict=True)),
            rows=games,
        )
