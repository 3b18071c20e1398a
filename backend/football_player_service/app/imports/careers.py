"""Careers: transfers, market values and statistics, imported for the players in the database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import (
    appearances,
    freshness,
    lines,
    seasons,
    transfers,
    valuations,
)
from football_player_service.app.imports.career_file import CareerRows, StoredPlayer
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.freshness import Dated
from football_player_service.app.imports.service import BatchFailed, Scope, cause
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfers import PlayerMoves
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId, Transfer, Valuation

PARTS = ("transfers", "valuations", "seasons", "appearances")
BATCH_PLAYERS = 1000
_TABLES: Mapping[str, type[SQLModel]] = {"transfers": Transfer, "valuations": Valuation}
_READERS: Mapping[str, Callable[[CareerRows], Iterator[tuple[str, Any]]]] = {
    "transfers": transfers.read,
    "valuations": valuations.read,
    "seasons": seasons.read,
    "appearances": appearances.read,
}
_SAME_CLUBS = "repeats the date and clubs of another row of the player"
_DATED_BY = {"transfers": "day", "valuations": "day", "seasons": "year", "appearances": "day"}


def present(source: Source) -> list[str]:
    """The parts whose files are in the folder, their columns checked. Raises `UnusableFile`."""
    found = [part for part in PARTS if source.path(part)]
    for part in found:
        source.open(part)
    return found


def stored_players(session: Session, provider: str) -> dict[str, StoredPlayer]:
    """The players that a provider's ids belong to."""
    statement: Any = (
        select(PlayerId.provider_id, Player.id, Player.league, Player.last_season)
        .join(Player, col(Player.id) == PlayerId.player_id)
        .where(PlayerId.provider == provider)
    )
    return {row[0]: StoredPlayer(*row[1:]) for row in session.exec(statement)}


class CareerImport:
    """One file, read completely and checked; then it can be stored."""

    def __init__(
        self,
        part: str,
        source: Source,
        players: Mapping[str, StoredPlayer],
        *,
        on_progress: Callable[[int], None] = lambda _read: None,
    ) -> None:
        """Read the file. Raises `UnusableFile`."""
        self.part, self.source, self.players = part, source, players
        self.summary = Summary()
        file = source.open(part)
        self.name, self.path = file.name, file.table.path
        rows = CareerRows(file, players, self.summary, on_progress)
        self.careers = _READERS[part](rows)
        file.readability.check(file.name)
        self.summary.unreadable_columns = file.readability.entirely_unreadable()
        for note in file.table.notes:
            self.summary.note_many(note, 1)
        newest = rows.newest(_DATED_BY[part])
        if isinstance(newest, int):
            newest = freshness.season_start(newest)
        as_of = source.options.as_of or freshness.date_in_name(self.path)
        self.dated = Dated(as_of, newest)

    def store(self, *, scope: Scope = session_scope) -> None:
        """Insert or update each record that differs, in a transaction per batch of players.

        Raises `UnusableFile` if the data is older than the record and may not fill its gaps, and
        `BatchFailed`.
        """
        if not self.summary.read:
            return
        with scope() as session:
            provider = self.source.provider if self.part not in _TABLES else None
            record = freshness.of_record(session, content=self.part, provider=provider)
            is_older = self.dated.newest is not None and freshness.check(
                self.dated, record, name=self.name, fill_gaps=self.source.options.fill_gaps
            )
            import_id = freshness.start_import(
                session, provider=self.source.provider, content=self.part, path=self.path,
                dated=self.dated,
            )  # fmt: skip
            places = None if self.part in _TABLES else lines.find_places(session, self.source)
            careers = self.careers
            if self.part == "transfers":
                careers = self._with_club_ids(session)
        while batch := dict(islice(careers, BATCH_PLAYERS)):
            try:
                with scope() as session:
                    ids = _lock(session, batch, self.source.provider, self.summary)
                    if places is None:
                        _store_batch(
                            session, _TABLES[self.part], ids, self.summary, fill_gaps=is_older
                        )
                    else:
                        lines.store(
                            session, ids, source=self.source, places=places,
                            summary=self.summary, import_id=import_id,
                            fill_gaps=is_older, per_game=self.part == lines.APPEARANCES,
                        )  # fmt: skip
            except DBAPIError as error:
                first, *_, last = [*batch, *batch]
                raise BatchFailed(
                    f"{self.name}: the rows of {len(batch):,} players (player_id {first} to "
                    f"{last}) were not stored ({cause(error)}). Those of the players before them "
                    "were; run the import again to continue."
                ) from error
        with scope() as session:
            freshness.finish_import(session, import_id, counts=self.summary.counts())

    def _with_club_ids(self, session: Session) -> Iterator[tuple[str, Sequence[Any]]]:
        """The transfers as columns of the table."""
        found: list[PlayerMoves] = list(self.careers)
        careers = []
        clubs = {club for _, moves in found for move in moves for club in move[1:]}
        ids = transfers.club_ids(session, clubs, provider=self.source.provider)
        for player_id, moves in found:
            records: dict[tuple[Any, ...], int | None] = {}
            for (day, from_club, to_club), fee in moves.items():
                records.setdefault((day, ids[from_club], ids[to_club]), fee)
            self.summary.skip_many(_SAME_CLUBS, len(moves) - len(records))
            careers.append((player_id, [(*key, fee) for key, fee in records.items()]))
        return iter(careers)


def load(
    part: str,
    source: Source,
    *,
    scope: Scope = session_scope,
    on_progress: Callable[[int], None] = lambda _read: None,
) -> Summary:
    """Import one file. Nothing is stored unless the whole file can be read.

    Raises `UnusableFile`, `BatchFailed`.
    """
    with scope() as session:
        players = stored_players(session, source.provider)
    career = CareerImport(part, source, players, on_progress=on_progress)
    career.store(scope=scope)
    return career.summary


def _lock(
    session: Session, batch: Mapping[str, Sequence[Any]], provider: str, summary: Summary
) -> list[tuple[int, str, Sequence[Any]]]:
    """The players of the batch that are still there, locked: their ids, and their records."""
    statement: Any = (
        select(PlayerId.provider_id, Player.id)
        .join(Player, col(Player.id) == PlayerId.player_id)
        .where(PlayerId.provider == provider, col(PlayerId.provider_id).in_(batch))
        .order_by(col(Player.id))
        .with_for_update(of=Player)
    )
    players: dict[str, int] = dict(session.exec(statement).all())
    for provider_id, records in batch.items():
        if provider_id not in players:
            summary.skip_many("player deleted during the import", _rows(records))
    return [(id_, provider_id, batch[provider_id]) for provider_id, id_ in players.items()]


def _rows(records: Sequence[Any]) -> int:
    return sum(record.rows if isinstance(record, lines.FileLine) else 1 for record in records)


def _store_batch(
    session: Session,
    model: type[SQLModel],
    batch: Sequence[tuple[int, str, Sequence[tuple[Any, ...]]]],
    summary: Summary,
    *,
    fill_gaps: bool,
) -> None:
    """Insert records, and update those that differ; with `fill_gaps`, only their empty values."""
    table = SQLModel.metadata.tables[str(model.__tablename__)]
    names = [column.name for column in table.columns]  # those of the key first
    keys = len(table.primary_key)
    ids = [player_id for player_id, _, _ in batch]
    found: Any = session.exec(select(*table.columns).where(table.c.player_id.in_(ids)))
    stored = {row[:keys]: row[keys:] for row in map(tuple, found)}
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    for player_id, _, records in batch:
        for record in records:
            row = (player_id, *record)
            key, values = row[:keys], row[keys:]
            known = stored.get(key)
            if known is None:
                new.append(row)
            elif known == values or known == (merged := _merge(known, values, fill_gaps=fill_gaps)):
                summary.unchanged += 1
            else:
                changed.append((*key, *merged))
    for statement, rows in ((insert(table), new), (update(model), changed)):
        if rows:
            session.exec(statement, params=[dict(zip(names, row, strict=True)) for row in rows])
    summary.inserted += len(new)
    summary.updated += len(changed)


def _merge(known: tuple[Any, ...], stated: tuple[Any, ...], *, fill_gaps: bool) -> tuple[Any, ...]:
    """The values to store; what the file does not say leaves the record as it is."""
    if fill_gaps:
        known, stated = stated, known
    return tuple(old if new is None else new for old, new in zip(known, stated, strict=True))
