"""Players and what their source said of them, read and written a batch at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Row, Table, bindparam, select, update
from sqlmodel import Session

from football_player_service.app.db import get_writer, session_scope, utc_now
from football_player_service.app.imports.bulk import execute_many, insert_rows
from football_player_service.app.imports.models import ImportRecord
from football_player_service.app.imports.transfermarkt import FACTS, NAME
from football_player_service.app.players.models import Player

PLAYERS: Table = Player.__table__  # type: ignore[attr-defined]
RECORDS: Table = ImportRecord.__table__  # type: ignore[attr-defined]

# Besides the facts: what an update keeps, and what it needs.
KEPT = ("second_country", "data_as_of", "source", "source_id")
_NEEDED = ("id", "date_of_birth_is_estimate")


def known(session: Session, source_ids: Sequence[str]) -> dict[str, Row[Any]]:
    """The players of the source there are, by source id, locked until the transaction ends.

    The facts are the last columns. `said` is what the source said at the last import, as
    JSON; None without one.
    """
    columns = [PLAYERS.c[name] for name in (*_NEEDED, *KEPT)]
    facts = [PLAYERS.c[name] for name in FACTS]
    statement = (
        select(*columns, RECORDS.c.facts.label("said"), *facts)
        .select_from(PLAYERS.outerjoin(RECORDS))
        .where(PLAYERS.c.source == NAME, PLAYERS.c.source_id.in_(source_ids))
        .with_for_update(of=PLAYERS)
    )
    found: Iterable[Row[Any]] = session.connection().execute(statement)
    return {row.source_id: row for row in found}


def add(session: Session, players: Sequence[Mapping[str, Any]]) -> None:
    """Insert players, given as the values of their columns."""
    now = utc_now()
    new = {"version": 1, "created_at": now, "updated_at": now}
    insert_rows(session.connection(), PLAYERS, [{**values, **new} for values in players])


def change(session: Session, players: Mapping[int, dict[str, Any]]) -> None:
    """Set the columns of players, by id; each becomes a new version."""
    if not players:
        return
    rows = [{"its_id": number, **values} for number, values in players.items()]
    new: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "its_id"}
    statement = (
        update(PLAYERS)
        .where(PLAYERS.c.id == bindparam("its_id"))
        .values(**new, version=PLAYERS.c.version + 1, updated_at=utc_now())
    )
    session.connection().execute(statement, rows)


def record(session: Session, said: Mapping[str, str]) -> None:
    """Remember what the source said, as JSON by source id."""
    execute_many(
        session.connection(),
        "INSERT INTO import_records (player_id, facts) "
        "SELECT id, ? FROM players WHERE source = ? AND source_id = ? "
        "ON CONFLICT (player_id) DO UPDATE SET facts = excluded.facts",
        [(facts, NAME, source_id) for source_id, facts in said.items()],
    )


@contextmanager
def rare_checkpoints() -> Iterator[None]:
    """Let SQLite's log grow further than usual before it is copied into the database.

    Every batch changes most pages of the indexes; they are then copied once, not each time.
    """
    pragma = "PRAGMA wal_autocheckpoint = {}"  # in pages; of the connection that writes
    if get_writer().dialect.name != "sqlite":
        yield
        return
    with session_scope() as session:
        session.connection().exec_driver_sql(pragma.format(20_000))
    try:
        yield
    finally:
        with session_scope() as session:
            session.connection().exec_driver_sql(pragma.format(1000))  # SQLite's own number
