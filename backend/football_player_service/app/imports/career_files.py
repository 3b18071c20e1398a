"""What the files of careers have in common: many rows for a player, read whole, then written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Row as Known
from sqlalchemy import Table

from football_player_service.app.imports.cells import Skip
from football_player_service.app.imports.reader import Row, rows
from football_player_service.app.imports.summary import Summary

# The values of a row of a table, without its player_id.
Record = tuple[Any, ...]
# A player's id in the source, and all that a file says of him; each player comes once.
Career = tuple[str, list[Record]]

_ROWS_A_SIGN = 10_000


@dataclass(frozen=True)
class Reading:
    """One file being read."""

    folder: Path
    known: Mapping[str, Known[Any]]  # league and last_season of the players here, by source id
    summary: Summary
    on_progress: Callable[[int], None]

    def rows(self, name: str, columns: Iterable[str]) -> Iterator[Row]:
        """The rows of players who are here; `columns` begins with player_id.

        The others are many where only some players were loaded: they are counted, not listed.
        """
        unknown = number = 0
        for number, (line, cells) in enumerate(rows(self.folder / name, columns=(*columns,)), 1):
            if number % _ROWS_A_SIGN == 0:
                self.on_progress(number)
            if not cells:
                self.summary.skip("not as many cells as the header", line)
            elif cells[0] in self.known:
                yield line, cells
            else:
                unknown += 1
        self.summary.read = number
        self.summary.skip_many("of a player who is not here", unknown)

    def skip(self, skip: Skip, line: int) -> None:
        """A row was left out."""
        self.summary.skip(str(skip), line, skip.cell)


@dataclass(frozen=True)
class CareerFile:
    """A file, the table it is loaded into, and how."""

    name: str
    columns: tuple[str, ...]  # player_id first
    table: Table
    fields: tuple[str, ...]  # what a record holds: the key's columns first, without player_id
    read: Callable[[Reading], Iterable[Career]]
