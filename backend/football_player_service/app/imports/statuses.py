"""Whether a player is active, without a club or retired, from the files and the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from football_player_service.app.imports import cells
from football_player_service.app.imports.columns import Unreadable
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import WRONG_WIDTH
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Status

WITHOUT_CLUB = frozenset({Status.RETIRED, Status.FREE_AGENT})


@dataclass(frozen=True, slots=True)
class Move:
    """A player's latest transfer: the status it led to (null: to a club), and its season."""

    status: Status | None
    season: int


def latest_moves(source: Source, summary: Summary) -> dict[str, Move]:
    """The latest transfer of each player, by the provider's id; none without a file of transfers.

    Of two transfers on the same day, one to a club counts. Future transfers do not.
    """
    if not source.path("transfers"):
        return {}
    file = source.open("transfers")
    column, until = file.columns["day"], today()
    without_club = source.mapping.without_club
    latest: dict[str, tuple[date, str]] = {}
    days: dict[str, date] = {}  # of cells
    for line, row in file.rows(("provider_id", "day", "to_club")):
        if not row:
            summary.note(f"{file.name}: {WRONG_WIDTH}, row ignored", line)
            continue
        player_id, cell, club = row
        if (day := days.get(cell)) is None:
            try:
                day = column.value(cell)
            except Unreadable as error:
                summary.note(f"{file.name}: {column.name}: {error}, row ignored", line, cell)
                continue
            if day is None:
                summary.note(f"{file.name}: {column.name}: empty, row ignored", line)
                continue
            days[cell] = day
        if day <= until:
            known = latest.get(player_id)
            if known is None or day > known[0] or (day == known[0] and club not in without_club):
                latest[player_id] = (day, club)
    return {
        player_id: Move(without_club.get(club), cells.season(day))
        for player_id, (day, club) in latest.items()
    }


def status_of(
    *,
    club: str | None,
    season: int,
    move: Move | None,
    newest_season: int,
    without_club: Mapping[str, Status],
) -> Status | None:
    """The status of a player last seen in a squad in `season`; None if nothing shows it."""
    if club is not None and club in without_club:
        return without_club[club]
    if move and move.status and season <= move.season:  # a later season in a squad counts more
        return move.status
    return Status.ACTIVE if season and season == newest_season else None
