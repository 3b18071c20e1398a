"""The database: engine, sessions, and what runs after a commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Dialect, Engine, TypeDecorator, create_engine, event
from sqlalchemy.orm import Session as SASession
from sqlmodel import Session, SQLModel

from football_player_service.app.settings import get_settings

# Named constraints, so that a migration can change them on every database.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

AfterCommit = Callable[[], None]


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


def make_engine(url: str) -> Engine:
    """An engine for `url`; SQLite is set up for one writer beside many readers."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, pool_size=40, max_overflow=10)
        event.listen(engine, "connect", _sqlite_pragmas)
        event.listen(engine, "begin", _sqlite_begin)
        return engine
    return create_engine(url, pool_size=10, max_overflow=30, pool_pre_ping=True)


@lru_cache
def get_engine() -> Engine:
    """The engine of this process."""
    return make_engine(get_settings().database)


def _sqlite_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is sent below: the driver's own is DEFERRED
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=10000",
        "foreign_keys=ON",
        "cache_size=-32000",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _sqlite_begin(connection: Connection) -> None:
    # A writer takes the lock at once: a read that turns into a write can fail with no retry.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def session_scope(*, writes: bool = True) -> Iterator[Session]:
    """One transaction: committed at the end, rolled back on any exception."""
    bind = get_engine().execution_options(writes=writes)
    with Session(bind, expire_on_commit=False) as session:
        yield session
        session.commit()


def after_commit(session: Session, action: AfterCommit) -> None:
    """Run `action` once this transaction has committed; a rollback drops it."""
    actions = session.info.setdefault("after_commit", [])
    if action not in actions:
        actions.append(action)


@event.listens_for(SASession, "after_commit")
def _run_after_commit(session: SASession) -> None:
    for action in session.info.pop("after_commit", []):
        action()


@event.listens_for(SASession, "after_soft_rollback")
def _drop_after_commit(session: SASession, previous: Any) -> None:
    if previous.nested is False:
        session.info.pop("after_commit", None)
