"""One statement with many rows of values."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from football_player_service.app.imports.memo import Memo


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    names = list(rows[0])
    columns: list[Sequence[Any]] = list(zip(*map(itemgetter(*names), rows), strict=True))
    for number, name in enumerate(names):
        kind = table.c[name].type.dialect_impl(connection.dialect)
        if prepare := kind.bind_processor(connection.dialect):
            prepared = Memo(prepare)
            columns[number] = [prepared[value] for value in columns[number]]
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    execute_many(connection, statement, list(zip(*columns, strict=True)))


def execute_many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    """The statement, with `?` for its values, once for each row of values.

    Handed to the driver as it is: SQLAlchemy's own way takes longer to prepare a row than the
    database to store it.
    """
    if connection.dialect.paramstyle != "qmark":
        statement = statement.replace("?", "%s")
    if rows:
        connection.exec_driver_sql(statement, rows)
