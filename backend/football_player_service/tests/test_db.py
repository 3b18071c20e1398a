"""SQLite's one writer: how it is waited for."""

import sqlite3
import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from football_player_service.app import db
from football_player_service.app.db import session_scope
from football_player_service.app.settings import get_settings

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_sqlite_has_one_writer_beside_many_readers(database: str) -> None:
    with db.get_engine().connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert pragmas == {
        "journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 0, "synchronous": 1,
    }  # fmt: skip


@pytest.fixture
def elsewhere(database: str) -> Iterator[sqlite3.Connection]:
    """Another process's connection, which holds the lock."""
    path = get_settings().database.removeprefix("sqlite:///")
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def test_a_writer_gets_its_turn_as_soon_as_the_lock_is_free(elsewhere: sqlite3.Connection) -> None:
    freed = threading.Timer(0.5, elsewhere.execute, ["COMMIT"])
    freed.start()
    started = time.monotonic()
    with session_scope() as session:
        session.connection().execute(text("DELETE FROM players"))
    assert time.monotonic() - started >= 0.4
    freed.join()


def test_a_writer_gives_up_after_a_while(elsewhere: sqlite3.Connection) -> None:
    with (
        pytest.raises(OperationalError, match="database is locked") as raised,
        session_scope(lock_seconds=0.1) as session,
    ):
        session.connection()
    assert db.is_unavailable(raised.value)
    elsewhere.execute("COMMIT")
    with session_scope() as session:
        session.connection().execute(text("DELETE FROM players"))
