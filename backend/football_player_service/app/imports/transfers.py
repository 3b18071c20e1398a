"""A player's moves between clubs.

Files have words such as "Retired" in the place of a club, each with an id: they are clubs too.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from football_player_service.app.clubs.service import club_index
from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import CareerRows
from football_player_service.app.imports.cells import BadCell


class ClubCell(NamedTuple):
    """A club as a row names it. Providers rename clubs, so the id counts, if there is one."""

    id: str | None
    name: str


class Move(NamedTuple):
    """A transfer as a row states it."""

    day: date
    from_club: ClubCell
    to_club: ClubCell


# A provider's id of a player, and the player's moves with their fees.
PlayerMoves = tuple[str, dict[Move, int | None]]


def read(file: CareerRows) -> Iterator[PlayerMoves]:
    """Read the whole file; the moves of each player."""
    fields = ("day", "from_club_id", "from_club", "to_club_id", "to_club", "fee")
    columns = {name: file.file.column_of[name] for name in fields if name in file.file.column_of}
    found: dict[str, dict[tuple[date, str, str], tuple[Move, int | None]]] = {}
    for line, (player_id, day_cell, from_id, from_name, to_id, to_name, fee_cell) in file.rows(
        *fields, dated_by="day"
    ):
        try:
            move = Move(
                file.past_day("day", line, day_cell),
                ClubCell(cells.text(from_id), cells.club(columns["from_club"], from_name)),
                ClubCell(cells.text(to_id), cells.club(columns["to_club"], to_name)),
            )
            of_player = found.setdefault(player_id, {})
            key = (move.day, move.from_club.id or move.from_club.name,
                   move.to_club.id or move.to_club.name)  # fmt: skip
            if key in of_player:
                problem = "repeats the date and clubs of another row of the player"
                raise BadCell(columns["day"], problem, day_cell)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        of_player[key] = (move, _fee(file, line, fee_cell))
    return ((player_id, dict(moves.values())) for player_id, moves in found.items())


def club_ids(
    session: Session, clubs: Collection[ClubCell], *, provider: str
) -> dict[ClubCell, int]:
    """The ids of clubs; those not known yet are added.

    Clubs with ids come first: a name alone must mean the same in the next import, when the clubs
    that share it are known.
    """
    index = club_index(session)
    found = {
        cell: index.resolve(name=cell.name, provider=provider, provider_id=cell.id)
        for cell in sorted(clubs, key=lambda cell: (cell.id is None, cell.id or "", cell.name))
    }
    index.save(session)
    return {cell: club.saved_id for cell, club in found.items()}


def _fee(file: CareerRows, line: int, cell: str) -> int | None:
    """Whole euros; a transfer is imported even if its fee is not known."""
    if not cell or "fee" not in file.file.fields:
        return None
    try:
        return file.euros("fee", line, cell)
    except BadCell as bad:
        if not str(bad).endswith(": empty"):
            file.summary.ignore(str(bad), line, cell)
        return None
