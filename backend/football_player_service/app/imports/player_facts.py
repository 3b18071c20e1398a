"""Players of a file: the facts it states about each, checked column by column."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any

from football_player_service.app import countries
from football_player_service.app.imports import cells, competitions
from football_player_service.app.imports.columns import Unreadable
from football_player_service.app.imports.folder import File, Source
from football_player_service.app.imports.statuses import Move, latest_moves, status_of
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import WRONG_WIDTH, Row, UnusableFile
from football_player_service.app.players.ages import MAX_AGE, age_on, today
from football_player_service.app.players.models import Foot, Position, Pronoun

# The facts of a player that files state; "status" follows from the others.
FACTS = (
    "full_name", "pronoun", "country", "position", "sub_position", "foot", "height_cm",
    "date_of_birth", "current_team", "league", "market_value", "highest_market_value",
    "contract_until", "agent", "last_season",
)  # fmt: skip
STATUS = "status"
OF_CLUB = ("current_team", "league", "contract_until")  # empty for a player without a club

BATCH_ROWS = 2000
_MOST_KEPT = 50_000  # rows
_FIELDS = ("provider_id", "club_id", *FACTS)
_CACHED = 50_000  # distinct cells of a column
_LENGTHS = {
    "full_name": (2, 100), "country": (2, 60), "sub_position": (1, 60),
    "current_team": (1, cells.CLUB_LENGTH), "agent": (1, cells.CLUB_LENGTH),
}  # fmt: skip
_HEIGHTS = (120, 230)
_SEASONS = (1850, 2200)
_MONEY_FIELDS = ("market_value", "highest_market_value")
_PLAIN_NAME = re.compile("[A-Za-z][A-Za-z '.-]{0,98}[A-Za-z.]")


@dataclass(slots=True)
class PlayerRow:
    """What a row states: facts by name, without empty ones, and those that cannot be read."""

    line: int
    provider_id: str
    facts: dict[str, Any]
    unreadable: frozenset[str] = frozenset()
    has_moved: bool = False  # whether a transfer of the player is known
    club: "ClubOf | None" = None

    @property
    def club_id(self) -> int | None:
        """The id of the club."""
        return self.club.id if self.club else None


@dataclass(frozen=True, slots=True)
class ClubOf:
    """A club of the record."""

    id: int
    short_name: str
    words: str  # of all its names, to find its players by


# The provider's id, name and league of a club, as the cells say.
ClubKey = tuple[str, str, str]


@dataclass
class PlayersFile:
    """A file of players that was read and checked once, and can be read again in batches."""

    file: File
    limit: int
    leagues: Mapping[str, str]
    club_names: Mapping[str, str]  # by the provider's id
    moves: Mapping[str, Move]
    total: int = 0
    newest_season: int = 0
    club_keys: set[ClubKey] = field(default_factory=set)  # of all rows up to the limit
    clubs: Mapping[ClubKey, ClubOf] = field(default_factory=dict)
    _cells: dict[str, "_Cells"] = field(default_factory=dict)
    _kept: list[Row] = field(default_factory=list)  # the rows of a file that is not large

    @property
    def count(self) -> int:
        """The number of rows to import."""
        return min(self.limit, self.total) if self.limit else self.total

    def rows(self) -> Iterator[Row]:
        """The rows up to the limit: id, club id, and the facts."""
        rows = iter(self._kept) if self._kept else self.file.rows(_FIELDS)
        return islice(rows, self.limit) if self.limit else rows

    def batches(self, summary: Summary, *, newest_season: int) -> Iterator[list[PlayerRow]]:
        """The usable rows, `BATCH_ROWS` read at a time; the others are counted in the summary.

        `newest_season` is that of the whole record: who played in it is active.
        """
        seen: set[str] = set()
        rows = self.rows()
        while batch := list(islice(rows, BATCH_ROWS)):
            summary.read += len(batch)
            usable = [row for row in batch if self._has_id(row, seen, summary)]
            yield self._batch(usable, summary, newest_season) if usable else []

    def _has_id(self, row: Row, seen: set[str], summary: Summary) -> bool:
        line, found = row
        if not found:
            summary.skip(WRONG_WIDTH, line)
            return False
        id_, column = found[0], self.file.column_of["provider_id"]
        if not self.file.source.mapping.provider_id.fullmatch(id_):
            summary.skip(f"{column}: not an id of {self.file.source.provider}", line, id_)
            return False
        if id_ in seen:
            summary.skip(f"{column}: repeats that of another row", line, id_)
            return False
        seen.add(id_)
        return True

    def _batch(self, rows: Sequence[Row], summary: Summary, newest_season: int) -> list[PlayerRow]:
        lines = [line for line, _ in rows]
        ids, club_ids, *found = zip(*(cells for _, cells in rows), strict=True)
        by_name: dict[str, Sequence[str]] = dict(zip(FACTS, found, strict=True))
        clubs = [self.clubs.get(key) for key in self.keys_of_clubs(club_ids, by_name)]
        unreadable: dict[int, set[str]] = {}
        values = [
            self._values(name, column, lines, unreadable, summary)
            for name, column in by_name.items()
        ]
        players = []
        for number, (line, id_, row) in enumerate(
            zip(lines, ids, zip(*values, strict=True), strict=True)
        ):
            facts = {n: value for n, value in zip(FACTS, row, strict=True) if value is not None}
            player = PlayerRow(line, id_, facts, frozenset(unreadable.get(number, ())))
            if (club := clubs[number]) and "current_team" not in player.unreadable:
                player.club = club
                facts["current_team"] = club.short_name
            if self._check(player, by_name["full_name"][number], newest_season, summary):
                players.append(player)
        return players

    def keys_of_clubs(self, ids: Sequence[str], by_name: dict[str, Sequence[str]]) -> list[ClubKey]:
        """The club of each row; an empty name is replaced by that of the file of clubs."""
        names = [
            name.strip() or self.club_names.get(id_.strip(), "")
            for name, id_ in zip(by_name["current_team"], ids, strict=True)
        ]
        by_name["current_team"] = names
        return [
            (id_.strip(), name, league.strip())
            for id_, name, league in zip(ids, names, by_name["league"], strict=True)
        ]

    def _values(
        self,
        name: str,
        column: Sequence[str],
        lines: Sequence[int],
        unreadable: dict[int, set[str]],
        summary: Summary,
    ) -> list[Any]:
        of_field = self._cells[name]
        values = of_field.values(column)
        if of_field.remarks:
            header = self.file.column_of.get(name, name)
            for number, cell in enumerate(column):
                if (remark := of_field.remarks.get(cell)) is None:
                    continue
                if remark.problem:
                    unreadable.setdefault(number, set()).add(name)
                    if name != "full_name":  # the row is skipped
                        summary.ignore(f"{header}: {remark.problem}", lines[number], cell)
                for change in remark.changes:
                    summary.note(f"{header}: {change}", lines[number], cell)
        return values

    def _check(
        self, player: PlayerRow, name_cell: str, newest_season: int, summary: Summary
    ) -> bool:
        """What concerns several cells of a row; whether it can be imported."""
        facts = player.facts
        if "full_name" not in facts:
            remark = self._cells["full_name"].remarks.get(name_cell)
            column = self.file.column_of["full_name"]
            problem = remark.problem if remark and remark.problem else "empty"
            summary.skip(f"{column}: {problem}", player.line, name_cell)
            return False
        high, now = facts.get("highest_market_value"), facts.get("market_value")
        if high is not None and now is not None and high < now:
            del facts["highest_market_value"]
            player.unreadable |= {"highest_market_value"}
            columns = self.file.column_of
            problem = f"below {columns['market_value']}"
            summary.ignore(f"{columns['highest_market_value']}: {problem}", player.line, str(high))
        move = self.moves.get(player.provider_id)
        player.has_moved = move is not None
        status = status_of(
            club=facts.get("current_team"),
            season=facts.get("last_season", 0),
            move=move,
            newest_season=newest_season,
            without_club=self.file.source.mapping.without_club,
        )
        if status:
            facts[STATUS] = status.value
        return True


@dataclass(frozen=True, slots=True)
class _Remark:
    """What there is to say about a cell."""

    problem: str | None
    changes: Sequence[str]


Convert = Callable[[str, list[str]], Any]


class _Cells:
    """The cells of one column as values, with remarks about unusable and changed ones."""

    def __init__(self, convert: Convert, *, cached: bool = True, empty: str | None = None) -> None:
        self._convert, self._cached = convert, cached
        self._known: dict[str, Any] = {"": empty}
        self.remarks: dict[str, _Remark] = {}

    def values(self, column: Sequence[str]) -> list[Any]:
        """The values of cells, None where there is none."""
        if not self._cached:
            return [self._value(cell) for cell in column]
        known = self._known
        if len(known) > _CACHED:
            known.clear()
        for cell in set(column) - known.keys():
            known[cell] = self._value(cell)
        return [known[cell] for cell in column]

    def _value(self, cell: str) -> Any:
        changes: list[str] = []
        problem = None
        value = None
        try:
            value = self._convert(cell, changes)
        except Unreadable as error:
            problem = str(error)
        if problem or changes:
            self.remarks[cell] = _Remark(problem, changes)
        return value


def open_players(source: Source, *, limit: int, summary: Summary) -> PlayersFile:
    """Read and check the file of players and the files that it refers to.

    Raises `UnusableFile`, also where more than 2 % of a column cannot be read.
    """
    file = source.open("players")
    players = PlayersFile(
        file=file,
        limit=limit,
        leagues=competitions.names(source),
        club_names=_clubs(source),
        moves=latest_moves(source, summary),
    )
    players._cells = {
        name: _Cells(
            _converter(name, file, players.leagues),
            cached=name != "full_name",
            # What holds for every row, if the file has no such column.
            empty=None if name in file.fields else file.mapping.constants.get(name),
        )
        for name in FACTS
    }
    _read_through(players)
    if not players.total:
        raise UnusableFile(f"{file.name} has no rows.")
    file.readability.check(file.name)
    summary.unreadable_columns = file.readability.entirely_unreadable()
    for column in file.missing:
        summary.note_many(f"no column {column}", players.count)
    for note in file.table.notes:
        summary.note_many(note, 1)
    return players


def _read_through(players: PlayersFile) -> None:
    """Count rows, find the newest season, and count the cells that cannot be read."""
    # Reading the file again costs less memory, but more time.
    file = players.file
    rows = file.rows(_FIELDS)
    while batch := list(islice(rows, BATCH_ROWS)):
        beyond = players.limit and players.total >= players.limit
        players.total += len(batch)
        if not beyond and players.total <= _MOST_KEPT:
            players._kept += batch
        elif not beyond:
            players._kept.clear()
        usable = [(line, cells) for line, cells in batch if cells]
        if not usable:
            continue
        _, club_ids, *found = zip(*(cells for _, cells in usable), strict=True)
        by_name: dict[str, Sequence[str]] = dict(zip(FACTS, found, strict=True))
        seasons = players._cells["last_season"].values(by_name["last_season"])
        players.newest_season = max(players.newest_season, *(season or 0 for season in seasons))
        if beyond:
            continue
        players.club_keys.update(players.keys_of_clubs(club_ids, by_name))
        for name, column in by_name.items():
            if name in ("full_name", "league"):  # a row without a name is skipped
                continue
            of_field = players._cells[name]
            values = of_field.values(column)
            header = file.column_of.get(name, name)
            file.readability.filled(header, len(values) - values.count(None))
            if any(remark.problem for remark in of_field.remarks.values()):
                for (line, _), cell in zip(usable, column, strict=True):
                    remark = of_field.remarks.get(cell)
                    if remark and remark.problem:
                        file.readability.filled(header)
                        file.readability.unreadable(header, line, cell, remark.problem)


def _clubs(source: Source) -> dict[str, str]:
    """The names of clubs by the provider's ids."""
    if not source.path("clubs"):
        return {}
    file = source.open("clubs")
    found = {}
    for line, row in file.rows(("provider_id", "name")):
        if not row:
            raise UnusableFile(f"{file.name} line {line}: {WRONG_WIDTH}.")
        found[row[0].strip()] = row[1]
    return found


def _converter(name: str, file: File, leagues: Mapping[str, str]) -> Convert:
    """How a cell of a field becomes a value; appends what was changed."""
    if name not in file.fields:
        return lambda _cell, _changes: None
    column = file.columns[name]

    def text(cell: str, changes: list[str]) -> str | None:
        if name == "full_name" and _PLAIN_NAME.fullmatch(cell):
            return cell
        value: str | None = column.value(cell)
        if not (cell.isascii() and cell.isprintable()):
            changes += cells.text_changes(cell)
        return None if value is None else _checked_length(name, value)

    def position(cell: str, changes: list[str]) -> str | None:
        value = text(cell, changes)
        if value is None:
            return None
        word = file.word(name, value)
        if word is None:
            changes.append("not known, left empty")
        elif word not in set(Position):
            raise Unreadable(
                f"not one of {', '.join((*Position, *file.mapping.words.get(name, {})))}"
            )
        return word

    def one_of(words: type[StrEnum]) -> Convert:
        def convert(cell: str, changes: list[str]) -> str | None:
            value = text(cell, changes)
            word = file.word(name, value.casefold()) if value else None
            if word is not None and word not in set(words):
                raise Unreadable(f"not one of {', '.join(words)}")
            return word

        return convert

    def country(cell: str, changes: list[str]) -> str | None:
        value = text(cell, changes)
        if value is None or value == (name := countries.resolve(value)):
            return value
        if name is None:
            advice = " or ".join(countries.suggest(value))
            raise Unreadable(f"not a known country{f' ({advice}?)' if advice else ''}")
        changes.append("changed to the usual spelling")
        return name

    def league(cell: str, _changes: list[str]) -> str | None:
        code = cell.strip()
        if code and code not in leagues:
            raise Unreadable(f"not in {competitions.file_name(file.source)}")
        return leagues.get(code)

    def height(cell: str, _changes: list[str]) -> int | None:
        return _between(column.value(cell), *_HEIGHTS, "cm")

    def season(cell: str, _changes: list[str]) -> int | None:
        return _between(column.value(cell), *_SEASONS, "")

    def euros(cell: str, _changes: list[str]) -> int | None:
        return _between(file.euros(column, column.value(cell)), 0, cells.MAX_EUROS, "euros")

    def birth(cell: str, _changes: list[str]) -> date | None:
        value: date | None = column.value(cell)
        if value and not 0 <= age_on(value, today()) <= MAX_AGE:
            raise Unreadable(f"not within the last {MAX_AGE} years")
        return value

    def day(cell: str, _changes: list[str]) -> date | None:
        value: date | None = column.value(cell)
        return value

    special: dict[str, Convert] = {
        "position": position, "foot": one_of(Foot), "pronoun": one_of(Pronoun),
        "country": country, "league": league, "height_cm": height, "last_season": season,
        "date_of_birth": birth, "contract_until": day, **dict.fromkeys(_MONEY_FIELDS, euros),
    }  # fmt: skip
    return special.get(name, text)


def _checked_length(name: str, value: str) -> str:
    least, most = _LENGTHS.get(name, (1, cells.CLUB_LENGTH))
    if len(value) < least:
        raise Unreadable(f"shorter than {least} characters")
    if len(value) > most:
        raise Unreadable(f"longer than {most} characters")
    return value


def _between(value: int | None, least: int, most: int, unit: str) -> int | None:
    if value is not None and not least <= value <= most:
        spaced = f" {unit}" if unit else ""
        if unit:
            raise Unreadable(f"not between {least:,} and {most:,}{spaced}")
        raise Unreadable(f"not between {least} and {most}")
    return value
