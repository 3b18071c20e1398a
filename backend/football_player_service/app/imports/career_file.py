"""What the files about careers have in common: many rows per player, and a table to fill."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import SQLModel

from football_player_service.app.imports.reader import WRONG_WIDTH, Row, rows
from football_player_service.app.imports.summary import Summary

# A player's id in the source, and the records of the player: columns of the table by name, without
# player_id. Each player comes once.
Career = tuple[str, Sequence[Mapping[str, object]]]

_ROWS_PER_UPDATE = 10_000


@dataclass(frozen=True, slots=True)
class StoredPlayer:
    """What reading a file needs to know about a player in the database."""

    league: str | None
    last_season: int | None


@dataclass(frozen=True)
class CareerFile:
    """A file, the table it is imported into, and how it is read."""

    name: str
    columns: tuple[str, ...]  # player_id first
    model: type[SQLModel]
    read: "Callable[[CareerRows], Iterator[Career]]"


@dataclass(frozen=True)
class CareerRows:
    """The rows of one file while it is imported."""

    file: CareerFile
    folder: Path
    players: Mapping[str, StoredPlayer]  # by source id
    summary: Summary
    on_progress: Callable[[int], None]

    def rows(self) -> Iterator[Row]:
        """The rows of players in the database.

        The others are counted, not listed: with `--limit` they are most of the file.
        """
        unknown = count = 0
        path = self.folder / self.file.name
        for count, (line, row) in enumerate(rows(path, columns=self.file.columns), 1):
            if count % _ROWS_PER_UPDATE == 0:
                self.on_progress(count)
            if not row:
                self.summary.skip(WRONG_WIDTH, line)
            elif row[0] in self.players:
                yield line, row
            else:
                unknown += 1
        self.summary.read = count
        self.summary.skip_many("player not in the database", unknown)
