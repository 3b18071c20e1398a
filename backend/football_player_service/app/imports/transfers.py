"""transfers.csv: a player's moves between clubs, and who is without a club.

The file has "Retired" and "Without Club" in the place of a club; transfers keep these words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import Career, CareerFile, CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.reader import WRONG_WIDTH, rows
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Status
from football_player_service.app.record.models import Transfer

FILE_NAME = "transfers.csv"
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
    from_club: str
    to_club: str
    fee: int | None


def _read(file: CareerRows) -> Iterator[Career]:
    until = today()
    fees: dict[str, dict[tuple[date, str, str], int | None]] = {}
    for line, (player_id, day_cell, from_cell, to_cell, fee_cell) in file.rows():
        try:
            transfer = (
                cells.past_day("transfer_date", day_cell, until),
                cells.club("from_club_name", from_cell),
                cells.club("to_club_name", to_cell),
            )
            if transfer in fees.setdefault(player_id, {}):
                problem = "repeats the date and clubs of another row of the player"
                raise BadCell("transfer_date", problem, day_cell)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        fees[player_id][transfer] = _fee(fee_cell, line, file.summary)
    for player_id, transfers in fees.items():
        yield (
            player_id,
            [
                TransferRecord(day=day, from_club=from_club, to_club=to_club, fee=fee)
                for (day, from_club, to_club), fee in transfers.items()
            ],
        )


def _fee(cell: str, line: int, summary: Summary) -> int | None:
    """Whole euros; a transfer is imported even if its fee is not known."""
    if not cell.strip():
        return None
    try:
        return cells.number_between("transfer_fee", cell, 0, cells.MAX_EUROS)
    except BadCell as bad:
        summary.ignore(str(bad), line, cell)
        return None


FILE = CareerFile(
    name=FILE_NAME,
    columns=("player_id", "transfer_date", "from_club_name", "to_club_name", "transfer_fee"),
    model=Transfer,
    read=_read,
)
