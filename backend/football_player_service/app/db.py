"""The database: engine, sessions, and what runs after a commit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Dialect,
    Engine,
    String,
    TypeDecorator,
    create_engine,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import Session, SQLModel
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_fixed
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


# How long a write waits for the database: a request answers 503 after that, a job can wait.
REQUEST_LOCK_SECONDS = 3.0
JOB_LOCK_SECONDS = 30.0
_LOCK_POLL_SECONDS = 0.005
_POOL_TIMEOUT_SECONDS = 5
_STATEMENT_TIMEOUT_SECONDS = 60


def new_id() -> UUID:
    """A version 7 UUID, which sorts by time."""
    return UUID(int=uuid7().int)


def utc_now() -> datetime:
    """Now, in UTC, to the microsecond."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A time in UTC; SQLite keeps no offset, so it is added on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError(f"a time without an offset: {value!r}")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def make_engine(url: str) -> Engine:
    """An engine for `url`; waits for connections, locks and statements all have timeouts."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            url, pool_size=40, max_overflow=0, pool_timeout=_POOL_TIMEOUT_SECONDS
        )
        event.listen(engine, "connect", _set_sqlite_pragmas)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(
        url,
        pool_size=10,
        max_overflow=30,
        pool_pre_ping=True,
        pool_timeout=_POOL_TIMEOUT_SECONDS,
        connect_args={
            "connect_timeout": 5,
            "tcp_user_timeout": 10_000,  # milliseconds
            "options": f"-c statement_timeout={_STATEMENT_TIMEOUT_SECONDS}s",
        },
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


@lru_cache
def get_engine() -> Engine:
    """The engine of this process."""
    return make_engine(get_settings().database)


def dispose() -> None:
    """Close every connection; the settings are read again at the next use."""
    if get_engine.cache_info().currsize:
        get_engine().dispose()
    get_engine.cache_clear()


def _set_sqlite_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would send a deferred BEGIN of its own
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=0",  # _begin_sqlite waits
        "foreign_keys=ON",
        "cache_size=-8000",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Begin; a write takes the lock at once, as a read upgraded to a write can fail.

    SQLite's own busy handler backs off to a tenth of a second, which starves this writer while
    another process commits in a loop (an import does). Polling every 5 ms does not.
    """
    lock_seconds = connection.get_execution_options().get("lock_seconds")
    if lock_seconds is None:
        connection.exec_driver_sql("BEGIN")
        return
    for attempt in Retrying(
        retry=retry_if_exception(is_unavailable),
        wait=wait_fixed(_LOCK_POLL_SECONDS),
        stop=stop_after_delay(lock_seconds),
        reraise=True,
    ):
        with attempt:
            connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    lock_seconds = connection.get_execution_options().get("lock_seconds")
    if lock_seconds is not None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{lock_seconds}s'")


def is_unavailable(error: BaseException) -> bool:
    """Whether the database refused because it is busy, full, read-only or unreachable."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, OperationalError):
        return False
    name = getattr(error.orig, "sqlite_errorname", None)
    # The other errors of SQLite of this class are bugs, such as a table that does not exist.
    return name is None or name.startswith(_SQLITE_UNAVAILABLE)


_SQLITE_UNAVAILABLE = (
    "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
)  # fmt: skip


def open_session(*, writes: bool, lock_seconds: float = JOB_LOCK_SECONDS) -> Session:
    """A session whose transaction begins with its first statement.

    With `writes`, SQLite's lock is taken then, within `lock_seconds`.
    """
    engine = get_engine()
    if writes:
        engine = engine.execution_options(lock_seconds=lock_seconds)
    return Session(engine, expire_on_commit=False)


@contextmanager
def session_scope(
    *, writes: bool = True, lock_seconds: float = JOB_LOCK_SECONDS
) -> Iterator[Session]:
    """One transaction outside a request: committed at the end, rolled back on any exception."""
    with open_session(writes=writes, lock_seconds=lock_seconds) as session:
        yield session
        session.commit()
        for action in actions_after_commit(session):
            action()


def after_commit(session: Session, action: Callable[[], None]) -> None:
    """Run `action` once this transaction has committed; with a rollback it never runs."""
    actions = session.info.setdefault("after_commit", [])
    if action not in actions:
        actions.append(action)


def actions_after_commit(session: Session) -> list[Callable[[], None]]:
    """What `after_commit` was given since the last call, to run now."""
    actions: list[Callable[[], None]] = session.info.pop("after_commit", [])
    return actions


def insert_if_new(session: Session, table: type[SQLModel], columns: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique key of its table forbids it; whether it was inserted."""
    connection = session.connection()
    statement = _insert_if_new(table, connection.dialect.name)
    return connection.execute(statement, columns).rowcount == 1


def insert_rows(
    session: Session, table: type[SQLModel], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert many rows of plain values (dates as ISO text), given as tuples.

    The driver gets them as they are: SQLAlchemy's processing of each value would take half the time
    of an import. The columns `created_at`, `updated_at` and `decided_at` are set to now.
    """
    if not rows:
        return
    target = SQLModel.metadata.tables[str(table.__tablename__)]
    clocks = [name for name in _CLOCKS if name in target.columns]
    names = ", ".join((*columns, *clocks))
    now = ["CURRENT_TIMESTAMP"] * len(clocks)
    connection = session.connection()
    if connection.dialect.name == "postgresql":  # a statement per row would take five times as long
        types = [_array_type(target.columns[name], connection.dialect) for name in columns]
        connection.exec_driver_sql(
            f"INSERT INTO {target.name} ({names}) "  # noqa: S608 - names of columns
            f"SELECT {', '.join(('rows.*', *now))} FROM unnest({', '.join(types)}) AS rows",
            tuple(
                [None if value is None else str(value) for value in column]
                for column in zip(*rows, strict=True)
            ),
        )
        return
    values = ", ".join(["?"] * len(columns) + now)
    connection.exec_driver_sql(
        f"INSERT INTO {target.name} ({names}) VALUES ({values})",  # noqa: S608 - names of columns
        rows,
    )


def _array_type(column: Column[Any], dialect: Dialect) -> str:
    """A parameter for values as text, cast to the column's type."""
    is_text = isinstance(column.type, String)  # the name of its type may have a collation
    name = "text" if is_text else column.type.compile(dialect)
    return f"%s::text[]::{name}[]"


_CLOCKS = ("created_at", "updated_at", "decided_at")


@lru_cache
def _insert_if_new(table: type[SQLModel], dialect: str) -> Any:
    statement = _INSERTS[dialect](table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
