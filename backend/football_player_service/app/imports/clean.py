"""One cell of a published file as a value, with a note for everything that was changed."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from football_player_service.app.text import (
    control_characters,
    has_invisible,
    normalise,
    without_control_characters,
)

# The value, None where there is none, and what was done to get it.
Cleaned = tuple[Any, tuple[str, ...]]
Clean = Callable[[str], Cleaned]

_NOTHING: tuple[str, ...] = ()
_WHOLE = re.compile(r"-?[0-9]{1,18}(\.0*)?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00:00)?")


def text(cell: str) -> Cleaned:
    """Text without control and invisible characters, in NFC; None for an empty cell."""
    if cell.isascii() and cell.isprintable():
        return cell.strip() or None, _NOTHING
    notes = []
    if control_characters(cell):
        cell = without_control_characters(cell)
        notes.append("control characters removed")
    if has_invisible(cell):
        notes.append("invisible characters removed")
    if not unicodedata.is_normalized("NFC", cell):
        notes.append("accents put into their composed form (NFC)")
    return normalise(cell) or None, tuple(notes)


def whole(cell: str) -> Cleaned:
    """A whole number, `12` or `12.000`; None, with a note, for anything else."""
    cell = cell.strip()
    if _WHOLE.fullmatch(cell):
        return int(cell.partition(".")[0]), _NOTHING
    return None, ("not a whole number, left empty",) if cell else _NOTHING


def day(cell: str) -> Cleaned:
    """A date, `2004-05-31` or `2004-05-31 00:00:00`; None, with a note, for anything else."""
    cell = cell.strip()
    if not cell:
        return None, ("empty",)
    if found := _DAY.fullmatch(cell):
        try:
            return date.fromisoformat(found[1]), _NOTHING
        except ValueError:
            pass
    return None, ("not a date, left empty",)
