"""Cells that a row cannot do without, as values; each distinct cell is read once."""

from datetime import date

from football_player_service.app.imports import clean
from football_player_service.app.imports.memo import Memo

# As of a player's club and market value.
CLUB_LENGTH = 120
MOST_EUROS = 10_000_000_000
# More is a mistake: extra time with all that is added ends before.
MINUTES_A_GAME = 130


class Skip(Exception):
    """A row cannot be kept: the reason, and the cell it lies in."""

    def __init__(self, reason: str, cell: str = "") -> None:
        super().__init__(reason)
        self.cell = cell


def whole(column: str, *, least: int = 0, most: int) -> Memo:
    """A column of whole numbers; looking up any other cell raises `Skip`."""

    def read(cell: str) -> int:
        value: int | None = clean.whole(cell)[0]
        if value is None:
            raise Skip(f"{column}: not a whole number", cell)
        if not least <= value <= most:
            raise Skip(f"{column}: not from {least} to {most}", cell)
        return value

    return Memo(read)


def past_day(column: str, *, until: date) -> Memo:
    """A column of dates, the last of them `until`; looking up any other cell raises `Skip`."""

    def read(cell: str) -> date:
        value: date | None = clean.day(cell)[0]
        if value is None:
            raise Skip(f"{column}: not a date", cell)
        if value > until:
            raise Skip(f"{column}: has not come yet", cell)
        return value

    return Memo(read)
