"""The published files of Transfermarkt's data: their columns and words as ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from football_player_service.app.imports import clean, countries, departures, leagues, validate
from football_player_service.app.imports.clean import Clean, Cleaned
from football_player_service.app.imports.departures import NO_CLUB, Departure
from football_player_service.app.imports.memo import Column
from football_player_service.app.imports.reader import Row, Unusable, rows
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Status

NAME = "transfermarkt"
PLAYERS = "players.csv"

_POSITIONS = {"Midfield": "Midfielder", "Missing": None}


def _position(cell: str) -> Cleaned:
    word, notes = clean.text(cell)
    if word in _POSITIONS:
        ours = _POSITIONS[word]
        return ours, notes if ours else (*notes, f"{word!r}, left empty")
    return word, notes


def _country(cell: str) -> Cleaned:
    theirs, notes = clean.text(cell)
    ours = countries.one_spelling(theirs)
    return ours, notes if ours == theirs else (*notes, f"{theirs} written {ours}")


def _league(leagues: Mapping[str, str]) -> Clean:
    def league(cell: str) -> Cleaned:
        code, notes = clean.text(cell)
        if code and code not in leagues:
            return None, (*notes, f"{code!r} is not in competitions.csv, left empty")
        return leagues.get(code), notes

    return league


# Our field, and its column in players.csv.
COLUMN = {
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
# How a cell is read where it is not plain text.
_CLEAN: dict[str, Clean] = {
    "country": _country,
    "position": _position,
    "height_cm": clean.whole,
    "date_of_birth": clean.day,
    "market_value": clean.whole,
    "highest_market_value": clean.whole,
    "contract_until": clean.day,
    "last_season": clean.whole,
}
# What the source can say of a player; the order of stored facts.
FACTS = (*COLUMN, "status")
_COLUMNS = ("player_id", "current_club_id", *COLUMN.values())
_SEASON = _COLUMNS.index("last_season")
_TEAM = list(COLUMN).index("current_team")
_name_problem = validate.field("full_name")

# What a club has: nobody without one has them.
OF_A_CLUB = ("current_team", "league", "contract_until")


@dataclass(slots=True)
class Said:
    """What the source says of a player: facts by our names, without those it leaves empty."""

    line: int
    source_id: str
    facts: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    unusable: str | None = None  # why he cannot be a player


@dataclass(frozen=True)
class Source:
    """The files of a folder, read and found usable."""

    folder: Path
    rows: Sequence[Row]  # of players.csv, as many as wanted
    total: int  # rows in players.csv
    newest_season: int
    columns: Sequence[Column]  # as in COLUMN
    clubs: dict[str, str]
    left: dict[str, Departure]


def open_source(folder: Path, *, limit: int, summary: Summary) -> Source:
    """Read the first `limit` players (0: all) and what explains them, or raise `Unusable`."""
    found: list[Row] = []
    seasons: set[str] = set()
    total = 0
    for row in rows(folder / PLAYERS, columns=_COLUMNS):
        total += 1
        if not limit or total <= limit:
            found.append(row)
        if row[1]:
            seasons.add(row[1][_SEASON])
    if not total:
        raise Unusable(f"{PLAYERS} holds no players.")
    transfers = folder / "transfers.csv"
    how = _CLEAN | {"league": _league(leagues.read(folder / "competitions.csv"))}
    return Source(
        folder=folder,
        rows=found,
        total=total,
        newest_season=max((clean.whole(cell)[0] or 0 for cell in seasons), default=0),
        columns=[
            Column(column, how.get(name, clean.text), validate.field(name))
            for name, column in COLUMN.items()
        ],
        clubs=_clubs(folder / "clubs.csv"),
        left=departures.read(transfers, until=today(), note=summary.note)
        if transfers.exists()
        else {},
    )


def _clubs(path: Path) -> dict[str, str]:
    found = {}
    for line, cells in rows(path, columns=("club_id", "name")):
        if not cells:
            raise Unusable(f"{path.name} line {line} has not as many cells as the header.")
        found[cells[0]] = cells[1]
    return found


def read(source: Source, found: Sequence[Row]) -> list[Said]:
    """Rows of players.csv; what they do not say is left empty, never guessed."""
    if not found:
        return []
    lines, cells = zip(*found, strict=True)
    ids, clubs, *columns = zip(*cells, strict=True)
    columns[_TEAM] = tuple(_club_names(source, clubs, columns[_TEAM]))
    said = list(map(Said, lines, ids))
    values = [
        list(map(column.__getitem__, its_cells))
        for column, its_cells in zip(source.columns, columns, strict=True)
    ]
    for column, its_cells in zip(source.columns, columns, strict=True):
        if not column.notes.keys().isdisjoint(its_cells):
            for one, cell in zip(said, its_cells, strict=True):
                if cell in column.notes:
                    one.notes += column.notes[cell]
    for one, facts, name in zip(said, zip(*values, strict=True), columns[0], strict=True):
        one.facts = {n: v for n, v in zip(COLUMN, facts, strict=True) if v is not None}
        if "full_name" not in one.facts:
            one.unusable = f"{COLUMN['full_name']}: {_name_problem(clean.text(name)[0] or '')}"
        _highest_value(one)
        _status(one, source)
    return said


def _club_names(source: Source, ids: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """A club without its name is looked up by its id."""
    for club_id, name in zip(ids, names, strict=True):
        yield name if name.strip() else source.clubs.get(club_id.strip(), "")


def _highest_value(said: Said) -> None:
    """The one rule across several fields."""
    high, now = said.facts.get("highest_market_value"), said.facts.get("market_value")
    if high is not None and now is not None and high < now:
        del said.facts["highest_market_value"]
        column = COLUMN["highest_market_value"]
        said.notes.append(f"{column}: highest_market_value is below market_value, left empty")


def _status(said: Said, source: Source) -> None:
    facts = said.facts
    season = facts.get("last_season", 0)
    club = facts.get("current_team")
    left = source.left.get(said.source_id)
    if club in NO_CLUB:
        status: Status | None = NO_CLUB[club]
    elif left and season <= left.season:  # a later season in a squad outweighs it
        status = left.status
    else:
        status = Status.ACTIVE if season and season == source.newest_season else None
    if status in NO_CLUB.values():
        for name in OF_A_CLUB:
            facts.pop(name, None)
        said.notes.append(
            f"{status}: by the club or the latest transfer; club, league and contract left empty"
        )
    if status:
        facts["status"] = status.value
