"""Cells of CSV files as values."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

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
_SEASON_STARTS = 7  # the month

_WHOLE_NUMBER = re.compile(r"(-?[0-9]{1,18})(\.0*)?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00:00)?")

# Few dates and numbers of a file differ: the cached functions below are called millions of times
# and compute thousands of values.
CACHE_SIZE = 50_000


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


@lru_cache(CACHE_SIZE)
def whole_number(cell: str) -> int | None:
    """A number such as `12` or `12.000`; None for an empty cell, `ValueError` for any other."""
    cell = cell.strip()
    if not cell:
        return None
    if found := _WHOLE_NUMBER.fullmatch(cell):
        return int(found[1])
    raise ValueError("not a whole number")


@lru_cache(CACHE_SIZE)
def day(cell: str) -> date | None:
    """A date such as `2004-05-31` or `2004-05-31 00:00:00`; None for an empty cell.

    Raises `ValueError` for any other.
    """
    cell = cell.strip()
    if not cell:
        return None
    if found := _DAY.fullmatch(cell):
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            pass
    raise ValueError("not a date (YYYY-MM-DD)")


def number_between(column: str, cell: str, least: int, most: int) -> int:
    """The whole number in a cell, or `BadCell`."""
    try:
        value = whole_number(cell)
    except ValueError as error:
        raise BadCell(column, str(error), cell) from None
    if value is None:
        raise BadCell(column, "empty", cell)
    if not least <= value <= most:
        raise BadCell(column, f"not between {least:,} and {most:,}", cell)
    return value


def past_day(column: str, cell: str, today: date) -> date:
    """The date in a cell, today at the latest, or `BadCell`."""
    try:
        value = day(cell)
    except ValueError as error:
        raise BadCell(column, str(error), cell) from None
    if value is None:
        raise BadCell(column, "empty", cell)
    if value > today:
        raise BadCell(column, "in the future", cell)
    return value


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
    return of.year - (of.month < _SEASON_STARTS)
