"""The files of careers in a folder: which are there, and loading one."""

from collections.abc import Callable
from pathlib import Path

from football_player_service.app.imports import (
    appearances,
    career_store,
    leagues,
    seasons,
    transfers,
    valuations,
)
from football_player_service.app.imports.career_files import CareerFile, Reading
from football_player_service.app.imports.reader import rows
from football_player_service.app.imports.summary import Summary

FILES = (transfers.FILE, valuations.FILE, seasons.FILE, appearances.FILE)


def present(folder: Path) -> list[CareerFile]:
    """The files that are in the folder, each with the columns it needs, or raise `Unusable`."""
    found = [file for file in FILES if (folder / file.name).exists()]
    for file in found:
        next(rows(folder / file.name, columns=file.columns), None)
    if appearances.FILE in found:
        leagues.national(folder / leagues.FILE)
    return found


def load(
    file: CareerFile, folder: Path, *, on_progress: Callable[[int], None] = lambda _read: None
) -> Summary:
    """Load one file, for the players who are here; the summary says what was done.

    Nothing of it is stored where it cannot be read to its end. Raises `Unusable`, `BatchFailed`.
    """
    summary = Summary()
    known = career_store.known_players()
    reading = Reading(folder=folder, known=known, summary=summary, on_progress=on_progress)
    career_store.store(file, file.read(reading), summary)
    return summary
