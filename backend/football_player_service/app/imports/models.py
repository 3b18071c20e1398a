"""Imported files, what they said about players, confirmed mappings, and lines without a player."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from football_player_service.app.db import UtcDateTime, new_id, utc_now


class ImportState(StrEnum):
    """Whether a file was read to its end."""

    RUNNING = "running"
    FINISHED = "finished"
    REPLACED = "replaced"  # by a later import with `--reset`


class Import(SQLModel, table=True):
    """One imported file. `counts` is JSON: rows read, inserted, updated, unchanged, rejected.

    `content` is what its rows are: players, transfers, valuations, seasons, appearances or
    statistics.
    """

    __tablename__ = "imports"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    provider: str
    content: str
    file_name: str
    sha256: str = Field(index=True)
    as_of: date | None  # the date of its data
    newest: date | None = None  # the newest date, or first day of the newest season, in it
    imported_by: str | None  # a username; null from the command line
    state: str  # an `ImportState`
    counts: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)


class Mapping(SQLModel, table=True):
    """What the columns of a provider's file mean, confirmed by a person.

    `fingerprint` is the SHA-256 of the header, `columns` a JSON object of meanings by column name.
    """

    __tablename__ = "mappings"

    provider: str = Field(primary_key=True)
    fingerprint: str = Field(primary_key=True)
    columns: str = Field(sa_type=Text)
    confirmed_by: str | None
    confirmed_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)


class WaitingLine(SQLModel, table=True):
    """A line of statistics whose player no rule could decide: it waits for a person.

    `person` (what the file says about the player), `candidates` (with reasons) and `line` (the
    statistics) are JSON. `provider_id` is the key of the decision in `player_ids`. A decided line
    is kept, so that the decision can be changed: `decision` is "skip", or the id of the player.
    """

    __tablename__ = "waiting_lines"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    import_id: UUID = Field(foreign_key="imports.id", index=True)
    provider: str
    provider_id: str = Field(index=True)
    row: int  # the line of the file
    person: str = Field(sa_type=Text)
    candidates: str = Field(sa_type=Text)
    line: str = Field(sa_type=Text)
    decision: str | None = None
    decided_by: str | None = None  # a username
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
