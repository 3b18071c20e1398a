"""Text of cells, and the limits of what a file may state."""

import unicodedata
from datetime import date

from football_player_service.app.text import (
    control_characters,
    has_invisible,
    normalise,
    without_control_characters,
)

# The limits of a player's club and market value.
CLUB_LENGTH = 120
MAX_EUROS = 10_000_000_000
MAX_MINUTES_PER_GAME = 130  # extra time, and stoppage time
SEASON_STARTS = 7  # the month


class BadCell(Exception):
    """A row cannot be imported because of this cell; the message is "column: problem"."""

    def __init__(self, column: str, problem: str, cell: str) -> None:
        super().__init__(f"{column}: {problem}")
        self.cell = cell


def text(cell: str) -> str | None:
    """The text in NFC, without control and invisible characters; None if nothing is left."""
    return normalise(without_control_characters(cell)) or None


def text_changes(cell: str) -> list[str]:
    """What `text` changes in a cell, apart from spaces around it."""
    changes = []
    if control_characters(cell):
        changes.append("control characters removed")
    if has_invisible(cell):
        changes.append("invisible characters removed")
    if not unicodedata.is_normalized("NFC", cell):
        changes.append("accents composed (NFC)")
    return changes


def club(column: str, cell: str) -> str:
    """The name of a club in a cell, or `BadCell`."""
    name = text(cell)
    if name is None:
        raise BadCell(column, "empty", cell)
    if len(name) > CLUB_LENGTH:
        raise BadCell(column, f"longer than {CLUB_LENGTH} characters", cell)
    return name


def season(of: date) -> int:
    """The season (July to June) of a day, by its first year."""
    return of.year - (of.month < SEASON_STARTS)
