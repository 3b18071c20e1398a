"""Careers, read and written for some players at a time."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import psycopg
from sqlalchemy import Row, Table, and_, bindparam, select, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from football_player_service.app.db import session_scope
from football_player_service.app.imports.bulk import insert_rows
from football_player_service.app.imports.career_files import Career, CareerFile, Record
from football_player_service.app.imports.service import BatchFailed
from football_player_service.app.imports.store import PLAYERS
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import NAME

BATCH_PLAYERS = 1000


def known_players() -> dict[str, Row[Any]]:
    """The league and last season of the source's players who are here, by source id."""
    columns = (PLAYERS.c.source_id, PLAYERS.c.league, PLAYERS.c.last_season)
    with session_scope(writes=False) as session:
        statement = select(*columns).where(PLAYERS.c.source == NAME)
        found: Iterable[Row[Any]] = session.connection().execute(statement)
        return {row.source_id: row for row in found}


def store(file: CareerFile, careers: Iterable[Career], summary: Summary) -> None:
    """Insert, update or leave each record; `summary` says what was done.

    The records of some players are one transaction. Raises `BatchFailed`.
    """
    careers = iter(careers)
    while batch := dict(islice(careers, BATCH_PLAYERS)):
        done = Summary()
        try:
            with session_scope() as session:
                _write(session, file, batch, done)
        except (DBAPIError, psycopg.Error) as error:
            raise BatchFailed(_reason(file, batch, error)) from error
        summary.absorb(done)


def _write(
    session: Session, file: CareerFile, batch: Mapping[str, list[Record]], summary: Summary
) -> None:
    players = _locked(session, list(batch))
    names = ("player_id", *file.fields)
    here = _here(session, file.table, names, [player.id for player in players.values()])
    key = len(file.table.primary_key)
    keys = {row[:key] for row in here}
    new, changed = [], []
    for source_id, records in batch.items():
        player = players.get(source_id)
        if player is None:
            summary.skip_many("of a player who was deleted meanwhile", len(records))
            continue
        for record in records:
            row = (player.id, *record)
            if row in here:
                summary.unchanged += 1
            elif row[:key] in keys:
                changed.append(dict(zip(names, row, strict=True)))
            else:
                values = dict(zip(names, row, strict=True))
                if "position" in file.table.c:
                    values["position"] = player.position
                new.append(values)
    insert_rows(session.connection(), file.table, new)
    _change(session, file.table, changed)
    summary.inserted += len(new)
    summary.updated += len(changed)


def _locked(session: Session, source_ids: Sequence[str]) -> dict[str, Row[Any]]:
    """Players by source id; nobody changes a position while it is copied to the seasons."""
    statement = (
        select(PLAYERS.c.id, PLAYERS.c.source_id, PLAYERS.c.position)
        .where(PLAYERS.c.source == NAME, PLAYERS.c.source_id.in_(source_ids))
        .order_by(PLAYERS.c.id)
        .with_for_update()
    )
    found: Iterable[Row[Any]] = session.connection().execute(statement)
    return {row.source_id: row for row in found}


def _here(
    session: Session, table: Table, names: Sequence[str], player_ids: Sequence[int]
) -> set[tuple[Any, ...]]:
    """The rows of players as they are now."""
    columns = [table.c[name] for name in names]
    statement = select(*columns).where(table.c.player_id.in_(player_ids))
    return set(map(tuple, session.connection().execute(statement)))


def _change(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Give rows, found by their key, their other values."""
    if not rows:
        return
    key = [column.name for column in table.primary_key]
    its_key = and_(*(table.c[name] == bindparam(f"its_{name}") for name in key))
    values: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name not in key}
    session.connection().execute(
        update(table).where(its_key).values(values),
        [{f"its_{name}" if name in key else name: row[name] for name in row} for row in rows],
    )


def _reason(file: CareerFile, batch: Mapping[str, list[Record]], error: Exception) -> str:
    cause = str(getattr(error, "orig", error)).strip().splitlines()[0]
    first, *_, last = [*batch, *batch]
    return (
        f"The rows of {len(batch):,} players ({first} to {last}) of {file.name} were not stored "
        f"({cause}). Those of the players before them were; run it again to go on."
    )
