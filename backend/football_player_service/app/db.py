"""The database: engine, sessions, and what runs after a commit."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, DateTime, Dialect, Engine, TypeDecorator, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel
from uuid6 import uuid7

from football_player_service.app.settings import get_settings

# Named constraints, so that a migration can change them on every database.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


LOCK_SECONDS = 10.0
LOCK_ASKED_EVERY_SECONDS = 0.001


def new_id() -> UUID:
    """A version 7 UUID: later ones sort behind earlier ones."""
    return UUID(int=uuid7().int)


def utc_now() -> datetime:
    """Now, in UTC, to the microsecond."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError(f"a moment without an offset: {value!r}")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def make_engine(url: str, *, writes: bool = True) -> Engine:
    """An engine for `url`; one that reads may be used by many threads at once."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=10, max_overflow=30, pool_pre_ping=True)
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    # SQLite has one writer: threads wait in line for its connection, and only processes
    # for the file's lock, which is waited for by sleeping.
    engine = create_engine(url, pool_size=1 if writes else 40, max_overflow=0)
    event.listen(engine, "connect", _sqlite_pragmas)
    if writes:
        event.listen(engine, "connect", _no_waits_of_its_own)
    event.listen(engine, "begin", _begin_writing if writes else _begin_reading)
    return engine


@lru_cache
def get_engine() -> Engine:
    """The engine of this process for reading."""
    return make_engine(get_settings().database, writes=False)


@lru_cache
def get_writer() -> Engine:
    """The engine of this process for writing; on PostgreSQL the same."""
    url = get_settings().database
    return make_engine(url) if url.startswith("sqlite") else get_engine()


def dispose() -> None:
    """Close every connection, and read the settings anew at the next use."""
    for engine in (get_engine, get_writer):
        if engine.cache_info().currsize:
            engine().dispose()
    get_engine.cache_clear()
    get_writer.cache_clear()


def _sqlite_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is sent by make_engine: the driver's is DEFERRED
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=10000",
        "foreign_keys=ON",
        "cache_size=-32000",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _no_waits_of_its_own(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout=0")


def _begin_reading(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN")


def _begin_writing(connection: Connection) -> None:
    """Take the lock at once: a read that turns into a write can fail with no retry.

    SQLite's own waits for it grow to a tenth of a second, and beside a busy process one that
    waits so long hardly ever gets its turn.
    """
    driver: Any = connection.connection.driver_connection
    deadline = time.monotonic() + LOCK_SECONDS
    while time.monotonic() < deadline:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                break
            time.sleep(LOCK_ASKED_EVERY_SECONDS)
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # for its error as SQLAlchemy's


@contextmanager
def session_scope(*, writes: bool = True) -> Iterator[Session]:
    """One transaction: committed at the end, rolled back on any exception.

    What `after_commit` was given runs last, when the database is free for the next writer.
    """
    engine = get_writer() if writes else get_engine()
    with Session(engine, expire_on_commit=False) as session:
        yield session
        session.commit()
    for action in session.info.pop("after_commit", []):
        action()


def after_commit(session: Session, action: Callable[[], None]) -> None:
    """Run `action` once this transaction has committed; with a rollback it never runs."""
    actions = session.info.setdefault("after_commit", [])
    if action not in actions:
        actions.append(action)


def insert_if_new(session: Session, table: type[SQLModel], columns: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique key of its table forbids it; whether it was inserted."""
    connection = session.connection()
    statement = _insert_if_new(table, connection.dialect.name)
    return connection.execute(statement, columns).rowcount == 1


@lru_cache
def _insert_if_new(table: type[SQLModel], dialect: str) -> Any:
    statement = _INSERTS[dialect](table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
