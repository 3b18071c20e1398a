"""transfers.csv: a player's moves between clubs.

"Retired" and "Without Club" stand in the place of a club, and are kept as they are.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from football_player_service.app.careers.models import Transfer
from football_player_service.app.imports import cells, clean
from football_player_service.app.imports.career_files import Career, CareerFile, Reading
from football_player_service.app.imports.cells import Skip
from football_player_service.app.imports.memo import Memo
from football_player_service.app.players.ages import today

_NAME = "transfers.csv"
_COLUMNS = ("player_id", "transfer_date", "from_club_name", "to_club_name", "transfer_fee")


def _read(reading: Reading) -> Iterator[Career]:
    days = cells.past_day("transfer_date", until=today())
    sellers = Memo(partial(_club, "from_club_name"))
    buyers = Memo(partial(_club, "to_club_name"))
    fees = Memo(_fee)
    found: dict[str, dict[tuple[date, str, str], int | None]] = {}
    for line, (player, day, seller, buyer, fee) in reading.rows(_NAME, _COLUMNS):
        try:
            move = days[day], sellers[seller], buyers[buyer]
            his = found.setdefault(player, {})
            if move in his:
                raise Skip("met before in the file: the same day and clubs", day)
            his[move], notes = fees[fee]
            for note in notes:
                reading.summary.note(f"transfer_fee: {note}", line)
        except Skip as skip:
            reading.skip(skip, line)
    for player, his in found.items():
        yield player, [(*move, fee) for move, fee in his.items()]


def _club(column: str, cell: str) -> str:
    name: str | None = clean.text(cell)[0]
    if name is None:
        raise Skip(f"{column}: empty")
    if len(name) > cells.CLUB_LENGTH:
        raise Skip(f"{column}: longer than {cells.CLUB_LENGTH} characters", name)
    return name


def _fee(cell: str) -> clean.Cleaned:
    """Whole euros; a move stands also where its fee is not known."""
    value, notes = clean.whole(cell)
    if value is not None and not 0 <= value <= cells.MOST_EUROS:
        return None, (f"not from 0 to {cells.MOST_EUROS}, left empty",)
    return value, notes


FILE = CareerFile(
    name=_NAME,
    columns=_COLUMNS,
    table=Transfer.__table__,  # type: ignore[attr-defined]
    fields=("day", "from_club", "to_club", "fee"),
    read=_read,
)
