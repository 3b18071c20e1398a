"""players.csv of the published Transfermarkt data, as fields of players."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from football_player_service.app.imports import cells, competitions, transfers
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.reader import WRONG_WIDTH, Row, UnusableFile, rows
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfers import NO_CLUB, Departure
from football_player_service.app.players.models import Status
from football_player_service.app.players.schemas import PlayerFields

SOURCE = "transfermarkt"
FILE_NAME = "players.csv"

# The field of a player, and the column it is read from.
COLUMNS = {
    "full_name": "name",
    "country": "country_of_citizenship",
    "position": "position",
    "sub_position": "sub_position",
    "foot": "foot",
    "height_cm": "height_in_cm",
    "date_of_birth": "date_of_birth",
    "current_team": "current_club_name",
    "league": "current_club_domestic_competition_id",
    "market_value": "market_value_in_eur",
    "highest_market_value": "highest_market_value_in_eur",
    "contract_until": "contract_expiration_date",
    "agent": "agent_name",
    "last_season": "last_season",
}
IMPORTED_FIELDS = (*COLUMNS, "status")
CLUB_FIELDS = ("current_team", "league", "contract_until")  # empty for a player without a club

_POSITIONS = {"Midfield": "Midfielder", "Missing": None}
_PARSERS: dict[str, Callable[[str], Any]] = {
    "height_cm": cells.whole_number,
    "date_of_birth": cells.day,
    "market_value": cells.whole_number,
    "highest_market_value": cells.whole_number,
    "contract_until": cells.day,
    "last_season": cells.whole_number,
}


def _adapter(name: str) -> TypeAdapter[Any]:
    info = PlayerFields.model_fields[name]
    kind: Any = Annotated[info.annotation, info]
    return TypeAdapter(kind)


# The rules of each field; `read_player` checks the one between fields.
_ADAPTERS = {name: _adapter(name) for name in COLUMNS}


@dataclass(slots=True)
class ImportedPlayer:
    """One row: the fields it gives a value to, and those whose cells cannot be used."""

    line: int
    source_id: str
    fields: dict[str, Any] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()

    def ignore(self, name: str, problem: str, cell: str, summary: Summary) -> None:
        """The cell of a field cannot be used; without a name the row cannot be imported."""
        if name == "full_name":
            raise BadCell(COLUMNS[name], problem, cell)
        self.ignored |= {name}
        summary.ignore(f"{COLUMNS[name]}: {problem}", self.line, cell)


@dataclass(frozen=True)
class PlayersFile:
    """players.csv, read to its end, and what the other files of the folder add to it."""

    rows: Sequence[Row]  # the first ones, up to the limit
    total: int  # of all rows
    newest_season: int
    leagues: Mapping[str, str]
    clubs: Mapping[str, str]
    departures: Mapping[str, Departure]


def open_players(folder: Path, *, limit: int, summary: Summary) -> PlayersFile:
    """Read the first `limit` players (0: all). Raises `UnusableFile`."""
    columns = ("player_id", "current_club_id", *COLUMNS.values())
    season = columns.index("last_season")
    found: list[Row] = []
    seasons: set[str] = set()
    total = 0
    for line, row in rows(folder / FILE_NAME, columns=columns):
        total += 1
        if not limit or total <= limit:
            found.append((line, row))
        if row:
            seasons.add(row[season])
    if not total:
        raise UnusableFile(f"{FILE_NAME} has no rows.")
    return PlayersFile(
        rows=found,
        total=total,
        newest_season=max((_value("last_season", cell)[0] or 0 for cell in seasons), default=0),
        leagues=competitions.names(folder),
        clubs=_clubs(folder / "clubs.csv"),
        departures=transfers.departures(folder, summary),
    )


def _clubs(path: Path) -> dict[str, str]:
    found = {}
    for line, row in rows(path, columns=("club_id", "name")):
        if not row:
            raise UnusableFile(f"{path.name} line {line}: {WRONG_WIDTH}.")
        found[row[0]] = row[1]
    return found


def read_player(file: PlayersFile, row: Row, summary: Summary) -> ImportedPlayer:
    """The fields of one row; an empty cell gives none. Raises `BadCell`."""
    line, (source_id, club_id, *row_cells) = row
    player = ImportedPlayer(line, source_id)
    cell_of = dict(zip(COLUMNS, row_cells, strict=True))
    if not cell_of["current_team"].strip():
        cell_of["current_team"] = file.clubs.get(club_id.strip(), "")
    if league := cell_of["league"].strip():
        cell_of["league"] = file.leagues.get(league, "")
        if not cell_of["league"]:
            player.ignore("league", f"not in {competitions.FILE_NAME}", league, summary)
    for name, cell in cell_of.items():
        if cell:
            value, changes, problem = _cached_value(name, cell)
            if value is not None:
                player.fields[name] = value
            if problem:
                player.ignore(name, problem, cell, summary)
            for change in changes:
                summary.note(f"{COLUMNS[name]}: {change}", line, cell)
    if "full_name" not in player.fields:
        raise BadCell(COLUMNS["full_name"], "empty", cell_of["full_name"])
    high, now = player.fields.get("highest_market_value"), player.fields.get("market_value")
    if high is not None and now is not None and high < now:
        del player.fields["highest_market_value"]
        player.ignore("highest_market_value", "below market_value_in_eur", str(high), summary)
    _set_status(player, file, summary)
    return player


def _set_status(player: ImportedPlayer, file: PlayersFile, summary: Summary) -> None:
    season = player.fields.get("last_season", 0)
    departure = file.departures.get(player.source_id)
    club = player.fields.get("current_team")
    status: Status | None = None
    if club in NO_CLUB:
        status = NO_CLUB[club]
    elif departure and season <= departure.season:  # a later season in a squad counts more
        status = departure.status
    elif season and season == file.newest_season:
        status = Status.ACTIVE
    if status in NO_CLUB.values():
        for name in CLUB_FIELDS:
            player.fields.pop(name, None)
        player.ignored -= {*CLUB_FIELDS}
        summary.note(f"{status}: club, league and contract left empty", player.line)
    if status:
        player.fields["status"] = status.value


def _value(name: str, cell: str) -> tuple[Any, tuple[str, ...], str | None]:
    """The value of a cell (None: empty), how it was changed, and why it cannot be used."""
    try:
        value = _PARSERS.get(name, cells.text)(cell)
        changes = [] if cell.isascii() and cell.isprintable() else cells.text_changes(cell)
        if name == "position" and value in _POSITIONS:
            value = _POSITIONS[value]
            if value is None:
                changes.append("not known, left empty")
        elif name == "country" and value != (spelling := competitions.country(value)):
            value = spelling
            changes.append(f"changed to {spelling}")
        if value is not None:
            _ADAPTERS[name].validate_python(value)
    except ValidationError as error:
        message = error.errors(include_url=False)[0]["msg"]
        return None, (), message.removeprefix("Value error, ")
    except ValueError as error:
        return None, (), str(error)
    return value, tuple(changes), None


# Few cells differ, except names: computing each once saves a fifth of the time of an import.
_cached_value = lru_cache(cells.CACHE_SIZE)(_value)
