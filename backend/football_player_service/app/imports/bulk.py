"""Statements with many rows of values."""

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from football_player_service.app.imports.memo import Memo

if TYPE_CHECKING:
    from psycopg import Cursor

# SQLite takes 32,766 values in a statement, PostgreSQL 65,535.
_VALUES = 32_000


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    every: Mapping[str, Any] = {},
) -> None:
    """Insert rows that all have the same columns; `every` holds values that are all theirs."""
    if not rows:
        return
    columns: list[Sequence[Any]] = list(zip(*map(itemgetter(*rows[0]), rows), strict=True))
    columns += [[value] * len(rows) for value in every.values()]
    names = [*rows[0], *every]
    for number, name in enumerate(names):
        kind = table.c[name].type.dialect_impl(connection.dialect)
        if prepare := kind.bind_processor(connection.dialect):
            prepared = Memo(prepare)
            columns[number] = list(map(prepared.__getitem__, columns[number]))
    values = list(zip(*columns, strict=True))
    into = f"{table.name} ({', '.join(names)})"
    if connection.dialect.name == "postgresql":
        _copy(connection, into, values)
    else:
        # One statement for every number of rows: SQLite's driver keeps those it has prepared.
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", values)  # noqa: S608


def _copy(connection: Connection, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """PostgreSQL's own way, several times faster than INSERT."""
    cursor = cast("Cursor[Any]", connection.connection.cursor())
    statement = f"COPY {into} FROM STDIN"
    try:
        with cursor, cursor.copy(statement.encode()) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:  # past SQLAlchemy, which wraps it else
        raise DBAPIError(statement, None, error) from error


def execute_values(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """The statement with the rows in the place of `{rows}`, about a thousand at a time.

    Handed to the driver as it is: SQLAlchemy takes longer to prepare a row than SQLite to store
    it, and PostgreSQL is slow where every row is a statement of its own.
    """
    if not rows:
        return
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    marks = f"({', '.join([mark] * len(rows[0]))})"
    size = _VALUES // len(rows[0])
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        filled = statement.format(rows=", ".join([marks] * len(part)))
        connection.exec_driver_sql(filled, tuple(chain.from_iterable(part)))
