"""transfers.csv: a player's moves between clubs, and who is without a club.

The file has "Retired" and "Without Club" in the place of a club, each with an id.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict

from football_player_service.app.clubs.service import club_index
from football_player_service.app.db import session_scope
from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import Career, CareerFile, CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.reader import WRONG_WIDTH, rows
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Status
from football_player_service.app.record.models import Transfer

FILE_NAME = "transfers.csv"
SOURCE = "transfermarkt"
NO_CLUB = {"Retired": Status.RETIRED, "Without Club": Status.FREE_AGENT}


@dataclass(frozen=True, slots=True)
class Departure:
    """A player whose latest transfer was to no club, and the season it happened in."""

    status: Status
    season: int


def departures(folder: Path, summary: Summary) -> dict[str, Departure]:
    """The players without a club, by player id; nobody if there is no such file.

    Of two transfers on the same day, one to a club counts. Future transfers do not.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}
    latest: dict[str, tuple[date, str]] = {}
    until = today()
    for line, row in rows(path, columns=("player_id", "transfer_date", "to_club_name")):
        if not row:
            summary.note(f"{FILE_NAME}: {WRONG_WIDTH}, row ignored", line)
            continue
        player_id, cell, club = row
        try:
            day = cells.day(cell)
        except ValueError as error:
            summary.note(f"{FILE_NAME}: transfer_date: {error}, row ignored", line, cell)
            continue
        if day is None:
            summary.note(f"{FILE_NAME}: transfer_date: empty, row ignored", line)
        elif day <= until:
            known = latest.get(player_id)
            if known is None or day > known[0] or (day == known[0] and club not in NO_CLUB):
                latest[player_id] = (day, club)
    return {
        player_id: Departure(NO_CLUB[club], cells.season(day))
        for player_id, (day, club) in latest.items()
        if club in NO_CLUB
    }


class TransferRecord(TypedDict):
    """The fields of a `Transfer` that the file has."""

    day: date
    from_club_id: int
    to_club_id: int
    fee: int | None


class _ClubCell(NamedTuple):
    """A club as a row names it. The provider renames clubs, so the id counts, if there is one."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A usable row."""

    line: int
    player_id: str
    day_cell: str
    day: date
    clubs: tuple[_ClubCell, _ClubCell]
    fee: int | None


def _read(file: CareerRows) -> Iterator[Career]:
    found = list(_lines(file))
    ids = _club_ids({club for line in found for club in line.clubs})
    careers: dict[str, dict[tuple[date, int, int], int | None]] = {}
    for line in found:
        from_club, to_club = line.clubs
        key = (line.day, ids[from_club], ids[to_club])
        transfers = careers.setdefault(line.player_id, {})
        if key in transfers:
            problem = "repeats the date and clubs of another row of the player"
            file.summary.skip(f"transfer_date: {problem}", line.line, line.day_cell)
        else:
            transfers[key] = line.fee
    for player_id, transfers in careers.items():
        yield (
            player_id,
            [
                TransferRecord(day=day, from_club_id=from_id, to_club_id=to_id, fee=fee)
                for (day, from_id, to_id), fee in transfers.items()
            ],
        )


def _lines(file: CareerRows) -> Iterator[_Line]:
    until = today()
    for line, (player_id, day_cell, from_id, from_name, to_id, to_name, fee_cell) in file.rows():
        try:
            clubs = (
                _ClubCell(cells.text(from_id), cells.club("from_club_name", from_name)),
                _ClubCell(cells.text(to_id), cells.club("to_club_name", to_name)),
            )
            day = cells.past_day("transfer_date", day_cell, until)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        yield _Line(line, player_id, day_cell, day, clubs, _fee(fee_cell, line, file.summary))


def _club_ids(cells: Collection[_ClubCell]) -> dict[_ClubCell, int]:
    """The ids of the clubs; those not known yet are added."""
    with session_scope() as session:
        index = club_index(session)
        found = {
            cell: index.resolve(name=cell.name, provider=SOURCE, provider_id=cell.id)
            for cell in sorted(cells, key=lambda cell: (cell.id or "", cell.name))
        }
        index.save(session)
        return {cell: club.saved_id for cell, club in found.items()}


def _fee(cell: str, line: int, summary: Summary) -> int | None:
    """Whole euros; a transfer is imported even if its fee is not known."""
    if not cell.strip():
        return None
    try:
        return cells.number_between("transfer_fee", cell, 0, cells.MAX_EUROS)
    except BadCell as bad:
        summary.ignore(str(bad), line, cell)
        return None


_COLUMNS = (
    "player_id", "transfer_date", "from_club_id", "from_club_name", "to_club_id", "to_club_name",
    "transfer_fee",
)  # fmt: skip
FILE = CareerFile(
    name=FILE_NAME,
    columns=_COLUMNS,
    model=Transfer,
    read=_read,
)
