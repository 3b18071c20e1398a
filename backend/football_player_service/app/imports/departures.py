"""Who has no club any more, by the transfers: only what is said there, never a guess."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from football_player_service.app.imports import clean
from football_player_service.app.imports.memo import Memo
from football_player_service.app.imports.reader import rows
from football_player_service.app.players.models import Status

# Takes what was noticed, and the line of the file.
Note = Callable[[str, int], None]

_COLUMNS = ("player_id", "transfer_date", "to_club_name")
# What stands in the place of a club's name.
NO_CLUB = {"Retired": Status.RETIRED, "Without Club": Status.FREE_AGENT}
_FIRST_MONTH = 7  # of a season


@dataclass(frozen=True, slots=True)
class Departure:
    """A player's latest transfer led to no club."""

    status: Status
    season: int  # the season it happened in, by its first year


def read(path: Path, *, until: date, note: Note) -> dict[str, Departure]:
    """Departures by player id; transfers after `until` have not happened yet.

    Where the transfers of a player's last day name a club as well, he is not without one.
    """
    latest: dict[str, tuple[date, str]] = {}
    days = Memo(clean.day)
    for line, cells in rows(path, columns=_COLUMNS):
        if not cells:
            note(f"{path.name}: not as many cells as the header, left out", line)
            continue
        player, cell, club = cells
        day, problems = days[cell]
        if problems:
            note(f"{path.name}: no transfer_date, left out", line)
        elif day <= until:
            known = latest.get(player)
            if known is None or day > known[0] or (day == known[0] and club not in NO_CLUB):
                latest[player] = (day, club)
    return {
        player: Departure(NO_CLUB[club], day.year - (day.month < _FIRST_MONTH))
        for player, (day, club) in latest.items()
        if club in NO_CLUB
    }
