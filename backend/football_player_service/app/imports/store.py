"""Players and what their source said of them, read and written a batch at a time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, bindparam, select, update
from sqlmodel import Session

from football_player_service.app.db import utc_now
from football_player_service.app.imports.bulk import execute_values, insert_rows
from football_player_service.app.imports.models import ImportRecord
from football_player_service.app.imports.transfermarkt import FACTS, NAME
from football_player_service.app.players.models import Player

PLAYERS: Table = Player.__table__  # type: ignore[attr-defined]
RECORDS: Table = ImportRecord.__table__  # type: ignore[attr-defined]

# Besides the facts: what an update keeps, and what it needs.
KEPT = ("second_country", "data_as_of", "source", "source_id")
# A player of the source of whom nothing else is said, by columns; the others stay null.
NEW: dict[str, Any] = {
    **dict.fromkeys(FACTS),
    "source": NAME,
    "date_of_birth_is_estimate": False,
    "version": 1,
}
_NEEDED = ("id", "date_of_birth_is_estimate")


def known(session: Session, source_ids: Sequence[str]) -> dict[str, Row[Any]]:
    """The players of the source there are, by source id, locked until the transaction ends.

    The facts are the last columns.
    """
    columns = [PLAYERS.c[name] for name in (*_NEEDED, *KEPT, *FACTS)]
    statement = (
        select(*columns)
        .where(PLAYERS.c.source == NAME, PLAYERS.c.source_id.in_(source_ids))
        .with_for_update()
    )
    found: Iterable[Row[Any]] = session.connection().execute(statement)
    return {row.source_id: row for row in found}


def last_said(session: Session, player_ids: Sequence[int]) -> dict[int, str]:
    """What the source said of players at their last import, as JSON by player id."""
    statement = select(RECORDS.c.player_id, RECORDS.c.facts)
    found = session.connection().execute(statement.where(RECORDS.c.player_id.in_(player_ids)))
    return {player_id: facts for player_id, facts in found}  # noqa: C416 - rows, not pairs


def add(session: Session, players: Sequence[Mapping[str, Any]]) -> None:
    """Insert players, given as the values of their columns."""
    now = utc_now()
    insert_rows(
        session.connection(), PLAYERS, players, every={"created_at": now, "updated_at": now}
    )


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
    execute_values(
        session.connection(),
        "INSERT INTO import_records (player_id, facts) "
        "SELECT players.id, said.column3 FROM (VALUES {rows}) AS said JOIN players "
        "ON players.source = said.column1 AND players.source_id = said.column2 WHERE true "
        "ON CONFLICT (player_id) DO UPDATE SET facts = excluded.facts",
        [(NAME, source_id, facts) for source_id, facts in said.items()],
    )
