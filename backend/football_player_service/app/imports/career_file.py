"""What the files about careers have in common: many rows per player, and records to store."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from football_player_service.app.imports import cells
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.columns import Unreadable
from football_player_service.app.imports.folder import File
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import WRONG_WIDTH, Row
from football_player_service.app.players.ages import today

_ROWS_PER_UPDATE = 10_000
_KNOWN_CELLS = 50_000  # of a column


@dataclass(frozen=True, slots=True)
class StoredPlayer:
    """What reading a file needs to know about a player in the database."""

    id: int
    league: str | None
    last_season: int | None


@dataclass
class CareerRows:
    """The rows of one file while it is read."""

    file: File
    players: Mapping[str, StoredPlayer]  # by the provider's id
    summary: Summary
    on_progress: Callable[[int], None] = lambda _read: None
    today: date = field(default_factory=today)
    dates: set[str] = field(default_factory=set)  # the cells that date the file's data
    known: dict[str, dict[str, Any]] = field(default_factory=dict)  # values by field and cell
    empty: dict[str, int] = field(default_factory=dict)  # cells by field

    def rows(self, *fields: str, dated_by: str) -> Iterator[Row]:
        """The cells of fields in the rows of players in the database, the player's id first.

        The other rows are counted, not listed: with `--limit` they are most of the file. Every
        cell of the field `dated_by` is kept for `newest`.
        """
        unknown = count = used = 0
        at = fields.index(dated_by) + 1
        players, dates = self.players, self.dates
        for count, (line, row) in enumerate(self.file.rows(("provider_id", *fields)), 1):
            if count % _ROWS_PER_UPDATE == 0:
                self.on_progress(count)
            if not row:
                self.summary.skip(WRONG_WIDTH, line)
                continue
            dates.add(row[at])
            if row[0] in players:
                used += 1
                yield line, row
            else:
                unknown += 1
        self.summary.read = count
        self.summary.skip_many(UNKNOWN_PLAYER, unknown)
        for name in fields:
            if name in self.file.fields:
                column = self.file.columns[name].name
                self.file.readability.filled(column, used - self.empty.get(name, 0))

    def newest(self, name: str) -> Any:
        """The latest readable value of a field in the whole file, up to today; None if none is."""
        column, found = self.file.columns[name], []
        for cell in self.dates:
            try:
                value = column.value(cell)
            except Unreadable:
                continue
            if value is not None and value <= (
                self.today if isinstance(value, date) else self.today.year
            ):
                found.append(value)
        return max(found, default=None)

    def value(self, name: str, line: int, cell: str) -> Any:
        """The value of a cell that must not be empty, or `BadCell`."""
        known = self.known.setdefault(name, {})
        if cell in known:
            return known[cell]
        column = self.file.columns[name]
        try:
            value = column.value(cell)
        except Unreadable as error:
            raise self.unusable(name, line, cell, str(error)) from None
        if value is None:
            self.empty[name] = self.empty.get(name, 0) + 1
            raise BadCell(column.name, "empty", cell)
        if len(known) < _KNOWN_CELLS:
            known[cell] = value
        return value

    def past_day(self, name: str, line: int, cell: str) -> date:
        """The date in a cell, today at the latest, or `BadCell`."""
        day: date = self.value(name, line, cell)
        if day > self.today:
            raise BadCell(self.file.columns[name].name, "in the future", cell)
        return day

    def count(self, name: str, line: int, cell: str, most: int) -> int:
        """The number in a cell, from 0 to `most`, or `BadCell`."""
        number: int = self.value(name, line, cell)
        if not 0 <= number <= most:
            raise self.unusable(name, line, cell, f"not between 0 and {most:,}")
        return number

    def euros(self, name: str, line: int, cell: str) -> int:
        """The amount in a cell in whole euros, or `BadCell`."""
        column = self.file.columns[name]
        try:
            amount = self.file.euros(column, self.value(name, line, cell))
        except Unreadable as error:
            raise self.unusable(name, line, cell, str(error)) from None
        if amount is None or not 0 <= amount <= cells.MAX_EUROS:
            raise self.unusable(name, line, cell, f"not between 0 and {cells.MAX_EUROS:,} euros")
        return amount

    def unusable(self, name: str, line: int, cell: str, problem: str) -> BadCell:
        """The error of a cell that was read, but is impossible; it counts as unreadable."""
        column = self.file.columns[name].name
        self.file.readability.unreadable(column, line, cell, problem)
        return BadCell(column, problem, cell)


UNKNOWN_PLAYER = "player not in the database"
# A provider's id of a player, and the player's records: the columns of the table after player_id.
Career = tuple[str, Sequence[tuple[Any, ...]]]
