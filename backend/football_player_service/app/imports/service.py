"""Import players into the database. Importing the same file again changes nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, delete, func, insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app import pagecache
from football_player_service.app.db import after_commit, session_scope, utc_now
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.merge import merge
from football_player_service.app.imports.models import ImportRecord
from football_player_service.app.imports.reader import WRONG_WIDTH, Row
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import (
    FILE_NAME,
    IMPORTED_FIELDS,
    SOURCE,
    ImportedPlayer,
    PlayersFile,
    read_player,
)
from football_player_service.app.players import derived
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFields

BATCH_ROWS = 2000
# For inserts: SQLAlchemy takes a third longer to prepare many rows for a model than for its table.
PLAYERS = SQLModel.metadata.tables["players"]
RECORDS = SQLModel.metadata.tables["import_records"]
_ID = re.compile("[0-9]{1,60}")  # as long as `source_id`


class BatchFailed(Exception):
    """A batch was rolled back; the message names its rows. Those before it are stored."""


def cause(error: DBAPIError) -> str:
    """What the database said, in one line."""
    return str(error.orig).strip().splitlines()[0]


def load(
    file: PlayersFile, *, summary: Summary, on_progress: Callable[[int], None] = lambda _read: None
) -> None:
    """Insert each player, or update the stored one, in a transaction per `BATCH_ROWS` rows.

    Raises `BatchFailed`.
    """
    seen: set[str] = set()
    for start in range(0, len(file.rows), BATCH_ROWS):
        rows = file.rows[start : start + BATCH_ROWS]
        batch = _read_batch(file, rows, seen, summary)
        try:
            with session_scope() as session:
                _store_batch(session, batch, summary)
        except DBAPIError as error:
            raise BatchFailed(
                f"{FILE_NAME}: lines {rows[0][0]} to {rows[-1][0]} were not stored "
                f"({cause(error)}). The rows before them were; run the import again to continue."
            ) from error
        on_progress(summary.read)


def _read_batch(
    file: PlayersFile, rows: Sequence[Row], seen: set[str], summary: Summary
) -> list[ImportedPlayer]:
    """The players of usable rows; `seen` are the ids of the rows before."""
    batch = []
    for line, row in rows:
        summary.read += 1
        try:
            if not row:
                summary.skip(WRONG_WIDTH, line)
                continue
            if not _ID.fullmatch(row[0]):
                raise BadCell("player_id", "not a number of 1 to 60 digits", row[0])
            if row[0] in seen:
                raise BadCell("player_id", "repeats that of another row", row[0])
            seen.add(row[0])
            batch.append(read_player(file, (line, row), summary))
        except BadCell as bad:
            summary.skip(str(bad), line, bad.cell)
    return batch


def _store_batch(session: Session, batch: Sequence[ImportedPlayer], summary: Summary) -> None:
    stored = _stored(session, batch)
    new = [player for player in batch if player.source_id not in stored]
    changes: dict[str, dict[str, Any]] = {}  # by source id
    first_records: dict[int, str] = {}  # JSON by player id
    records: dict[int, str] = {}
    for player in batch:
        if (known := stored.get(player.source_id)) is None:
            continue
        last_import = orjson.loads(known["facts"]) if known["facts"] else None
        merged = merge(player, stored=known, last_import=last_import)
        for name in merged.kept:
            summary.keep(name, player.line)
        if merged.changed:
            changes[player.source_id] = merged.changed
        if last_import is None:
            first_records[known["id"]] = orjson.dumps(player.fields).decode()
        else:
            # A cell that cannot be used says nothing new.
            previous = {name: last_import[name] for name in player.ignored & last_import.keys()}
            record = orjson.dumps(player.fields | previous)
            if orjson.loads(record) != last_import:
                records[known["id"]] = record.decode()
    first_records |= _insert(session, new)
    _update(session, changes)
    _store_records(session, new=first_records, changed=records)
    if new or changes:
        after_commit(session, pagecache.invalidate)
    summary.inserted += len(new)
    summary.updated += len(changes)
    summary.unchanged += len(batch) - len(new) - len(changes)


def _stored(session: Session, batch: Sequence[ImportedPlayer]) -> dict[str, dict[str, Any]]:
    """The players of the batch in the database, locked, by source id, with their last import."""
    # Columns, as reading 32,601 players whole takes three times as long.
    columns: list[Any] = [PLAYERS.c[name] for name in ("id", "source_id", *IMPORTED_FIELDS)]
    columns.append(ImportRecord.facts)
    statement = (
        select(*columns)
        .outerjoin(ImportRecord)
        .where(*_players(player.source_id for player in batch))
        .with_for_update(of=Player)
    )
    return {row["source_id"]: dict(row) for row in session.exec(statement).mappings()}


def _players(source_ids: Iterable[str]) -> tuple[ColumnElement[bool], ...]:
    return col(Player.source) == SOURCE, col(Player.source_id).in_(source_ids)


def _insert(session: Session, batch: Sequence[ImportedPlayer]) -> dict[int, str]:
    """Insert players; their import records by player id."""
    if not batch:
        return {}
    day = today()
    defaults = dict.fromkeys(IMPORTED_FIELDS) | {
        "source": SOURCE,
        "date_of_birth_is_estimate": False,
        "version": 1,
    }
    rows = [
        {
            **defaults,
            **player.fields,
            "source_id": player.source_id,
            **derived.columns(
                full_name=player.fields["full_name"],
                current_team=player.fields.get("current_team"),
                date_of_birth=player.fields.get("date_of_birth"),
                contract_until=player.fields.get("contract_until"),
                day=day,
            ),
        }
        for player in batch
    ]
    last_id = session.exec(select(func.max(Player.id))).one() or 0
    # The database's clock: two more dates per row would make it a sixth slower.
    statement = insert(PLAYERS).values(created_at=func.now(), updated_at=func.now())
    session.exec(statement, params=rows)
    records = {player.source_id: orjson.dumps(player.fields).decode() for player in batch}
    inserted = select(Player.id, Player.source_id).where(
        Player.source == SOURCE, col(Player.id) > last_id
    )
    return {id_: records[key] for id_, key in session.exec(inserted) if id_ and key in records}


def _update(session: Session, changes: Mapping[str, dict[str, Any]]) -> None:
    """Change fields of players by source id; each becomes a new version."""
    now = utc_now()
    for player in session.exec(select(Player).where(*_players(changes))):
        changed = changes[player.source_id or ""]
        names = PlayerFields.model_fields.keys() - {"age"}
        fields = {name: getattr(player, name) for name in names} | changed
        stored = {"stored": {player.country, player.second_country}}
        if any(getattr(player, name) is not None for name in changed):
            fields["data_as_of"] = None  # it dates the old values, and the file has no date
        columns = players.columns(
            session, fields=PlayerFields.model_validate(fields, context=stored), current=player
        )
        for name, value in columns.items():
            setattr(player, name, value)
        player.updated_at = now
    session.flush()


def _store_records(session: Session, *, new: Mapping[int, str], changed: Mapping[int, str]) -> None:
    for statement, records in ((insert(RECORDS), new), (update(ImportRecord), changed)):
        if records:
            rows = [{"player_id": id_, "facts": facts} for id_, facts in records.items()]
            session.exec(statement, params=rows)


def delete_all_players() -> int:
    """Delete every player and dependent rows; returns the number of players."""
    with session_scope() as session:
        deleted = session.exec(delete(Player)).rowcount
        after_commit(session, pagecache.invalidate)
    return deleted
