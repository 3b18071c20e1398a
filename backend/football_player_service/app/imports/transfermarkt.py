"""The published files of Transfermarkt's data: their columns and words as ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from football_player_service.app.imports import clean, countries, departures, leagues
from football_player_service.app.imports.clean import Clean
from football_player_service.app.imports.departures import NO_CLUB, Departure
from football_player_service.app.imports.memo import Column
from football_player_service.app.imports.reader import Row, Unusable, rows
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Status

NAME = "transfermarkt"
PLAYERS = "players.csv"

# Our field, its column in players.csv, and how a cell of it is read.
_CELLS: tuple[tuple[str, str, Clean], ...] = (
    ("full_name", "name", clean.text),
    ("country", "country_of_citizenship", clean.text),
    ("position", "position", clean.text),
    ("sub_position", "sub_position", clean.text),
    ("foot", "foot", clean.text),
    ("height_cm", "height_in_cm", clean.whole),
    ("date_of_birth", "date_of_birth", clean.day),
    ("current_team", "current_club_name", clean.text),
    ("league", "current_club_domestic_competition_id", clean.text),
    ("market_value", "market_value_in_eur", clean.whole),
    ("highest_market_value", "highest_market_value_in_eur", clean.whole),
    ("contract_until", "contract_expiration_date", clean.day),
    ("agent", "agent_name", clean.text),
    ("last_season", "last_season", clean.whole),
)
COLUMN = {name: column for name, column, _ in _CELLS}
# What the source can say of a player; the order of stored facts.
FACTS = (*COLUMN, "status")
_COLUMNS = ("player_id", "current_club_id", *COLUMN.values())
_SEASON = _COLUMNS.index("last_season")

_POSITIONS = {"Midfield": "Midfielder", "Missing": None}
# What a club has: nobody without one has them.
OF_A_CLUB = ("current_team", "league", "contract_until")


@dataclass(slots=True)
class Said:
    """What the source says of a player: facts by our names, without those it leaves empty."""

    line: int
    source_id: str
    facts: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """The files of a folder, read and found usable."""

    folder: Path
    rows: Sequence[Row]  # of players.csv, as many as wanted
    total: int  # rows in players.csv
    newest_season: int
    leagues: dict[str, str]
    clubs: dict[str, str]
    left: dict[str, Departure]
    columns: Sequence[Column] = field(
        default_factory=lambda: [Column(name, clean) for _, name, clean in _CELLS]
    )


def open_source(folder: Path, *, limit: int, summary: Summary) -> Source:
    """Read the first `limit` players (0: all) and what explains them, or raise `Unusable`."""
    found: list[Row] = []
    total = newest = 0
    for row in rows(folder / PLAYERS, columns=_COLUMNS):
        total += 1
        if not limit or total <= limit:
            found.append(row)
        if row[1]:
            newest = max(newest, clean.whole(row[1][_SEASON])[0] or 0)
    if not total:
        raise Unusable(f"{PLAYERS} holds no players.")
    transfers = folder / "transfers.csv"
    return Source(
        folder=folder,
        rows=found,
        total=total,
        newest_season=newest,
        leagues=leagues.read(folder / "competitions.csv"),
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
        if name := clean.text(cells[1])[0]:
            found[cells[0]] = name
    return found


def read(source: Source, found: Sequence[Row]) -> list[Said]:
    """Rows of players.csv; what they do not say is left empty, never guessed."""
    if not found:
        return []
    lines, cells = zip(*found, strict=True)
    ids, clubs, *columns = zip(*cells, strict=True)
    said = [Said(line, source_id) for line, source_id in zip(lines, ids, strict=True)]
    values = []
    for column, its_cells in zip(source.columns, columns, strict=True):
        values.append([column[cell] for cell in its_cells])
        if not column.notes.keys().isdisjoint(its_cells):
            for one, cell in zip(said, its_cells, strict=True):
                one.notes += column.notes.get(cell, ())
    for one, club_id, facts in zip(said, clubs, zip(*values, strict=True), strict=True):
        one.facts = {n: v for n, v in zip(COLUMN, facts, strict=True) if v is not None}
        _vocabulary(one)
        _club(one, source, club_id)
        _status(one, source)
    return said


def _vocabulary(said: Said) -> None:
    facts = said.facts
    if (word := facts.get("position")) in _POSITIONS:
        if ours := _POSITIONS[word]:
            facts["position"] = ours
        else:
            del facts["position"]
            said.notes.append(f"position: {word!r}, left empty")
    if "country" in facts:
        country = countries.one_spelling(facts["country"])
        if country != facts["country"]:
            said.notes.append(f"country_of_citizenship: {facts['country']} written {country}")
            facts["country"] = country


def _club(said: Said, source: Source, club_id: str) -> None:
    facts = said.facts
    if "current_team" not in facts and (club := source.clubs.get(club_id.strip())):
        facts["current_team"] = club
    code = facts.pop("league", None)
    if code in source.leagues:
        facts["league"] = source.leagues[code]
    elif code:
        said.notes.append(f"{COLUMN['league']}: {code!r} is not in competitions.csv, left empty")


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
