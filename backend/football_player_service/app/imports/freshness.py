"""Dates of imported data: older data never overwrites newer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import orjson
from sqlmodel import Session, func, select

from football_player_service.app.imports import tables
from football_player_service.app.imports.cells import SEASON_STARTS
from football_player_service.app.imports.models import Import, ImportState
from football_player_service.app.imports.tables import UnusableFile

_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True)
class Dated:
    """How old data is: the date it was taken, if known, and the newest date or season in it."""

    as_of: date | None
    newest: date | None

    def is_older_than(self, other: "Dated") -> bool:
        """Whether it was taken before the other, or else ends before it."""
        if self.as_of and other.as_of:
            return self.as_of < other.as_of
        if self.newest and other.newest:
            return self.newest < other.newest
        return False

    def __str__(self) -> str:
        if self.as_of:
            return f"as of {self.as_of}"
        return f"with data up to {self.newest}"


def season_start(year: int) -> date:
    """The first day of a season."""
    return date(year, SEASON_STARTS, 1)


def date_in_name(path: Path) -> date | None:
    """The date in the name of a file, or of its folder."""
    for name in (path.stem, path.parent.name):
        if found := _DAY_IN_NAME.search(name):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None


def of_record(session: Session, *, content: str, provider: str | None = None) -> Dated:
    """The latest dates of what was imported, by one provider or by any."""
    statement = select(func.max(Import.as_of), func.max(Import.newest)).where(
        Import.content == content, Import.state == ImportState.FINISHED
    )
    if provider:
        statement = statement.where(Import.provider == provider)
    return Dated(*session.exec(statement).one())


def check(dated: Dated, record: Dated, *, name: str, fill_gaps: bool) -> bool:
    """Whether data is older than the record, so that it may only fill gaps.

    Raises `UnusableFile` unless the user allowed that.
    """
    if not dated.as_of and not dated.newest:
        raise UnusableFile(
            f"{name}: the date of the data is not known. Add --as-of with it, such as 2025-06-13."
        )
    if not dated.is_older_than(record):
        return False
    if not fill_gaps:
        raise UnusableFile(
            f"{name} is older ({dated}) than the record ({record}). Nothing was imported: it would "
            "replace newer data. To import only what the record does not have, add --older."
        )
    return True


def start_import(
    session: Session,
    *,
    provider: str,
    content: str,
    path: Path,
    dated: Dated,
    username: str | None = None,
) -> UUID:
    """Record that the import of a file has begun; returns its id."""
    added = Import(
        provider=provider,
        content=content,
        file_name=path.name,
        sha256=tables.sha256(path),
        as_of=dated.as_of,
        newest=dated.newest,
        imported_by=username,
        state=ImportState.RUNNING,
        counts="{}",
    )
    session.add(added)
    session.flush()
    return added.id


def finish_import(session: Session, import_id: UUID, *, counts: Mapping[str, int]) -> None:
    """Record that all of a file was imported, and what became of its rows."""
    done = session.get_one(Import, import_id)
    done.state = ImportState.FINISHED
    done.counts = orjson.dumps(counts).decode()
