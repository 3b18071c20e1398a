"""Careers: transfers, market values and seasons, imported for the players in the database."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app.clubs.models import Competition
from football_player_service.app.db import session_scope
from football_player_service.app.imports import (
    appearances,
    competitions,
    player_seasons,
    transfers,
    valuations,
)
from football_player_service.app.imports.career_file import (
    Career,
    CareerFile,
    CareerRows,
    StoredPlayer,
)
from football_player_service.app.imports.reader import rows
from football_player_service.app.imports.service import BatchFailed, cause
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import SOURCE
from football_player_service.app.players.models import Player
from football_player_service.app.record import lines
from football_player_service.app.record.lines import Figure, NewLine
from football_player_service.app.record.models import StatLine

FILES = (transfers.FILE, valuations.FILE, player_seasons.FILE, appearances.FILE)
BATCH_PLAYERS = 1000


def present(folder: Path) -> list[CareerFile]:
    """The files in the folder, their columns checked. Raises `UnusableFile`."""
    found = [file for file in FILES if (folder / file.name).exists()]
    for file in found:
        next(rows(folder / file.name, columns=file.columns), None)
    if appearances.FILE in found:
        competitions.national_leagues(folder)
    return found


def load(
    file: CareerFile, folder: Path, *, on_progress: Callable[[int], None] = lambda _read: None
) -> Summary:
    """Import one file. Nothing is stored unless the whole file can be read.

    Raises `UnusableFile`, `BatchFailed`.
    """
    summary = Summary()
    columns = select(Player.source_id, Player.league, Player.last_season)
    with session_scope(writes=False) as session:
        players = {
            source_id: StoredPlayer(league, last_season)
            for source_id, league, last_season in session.exec(
                columns.where(Player.source == SOURCE)
            )
            if source_id
        }
    store(file, file.read(CareerRows(file, folder, players, summary, on_progress)), summary)
    return summary


def store(file: CareerFile, careers: Iterable[Career], summary: Summary) -> None:
    """Insert or update each record, if it differs, in a transaction per `BATCH_PLAYERS` players.

    Raises `BatchFailed`.
    """
    careers = iter(careers)
    while batch := dict(islice(careers, BATCH_PLAYERS)):
        try:
            with session_scope() as session:
                _store_batch(session, file, batch, summary)
        except DBAPIError as error:
            first, *_, last = [*batch, *batch]
            raise BatchFailed(
                f"{file.name}: the rows of {len(batch):,} players (player_id {first} to {last}) "
                f"were not stored ({cause(error)}). Those of the players before them were; run "
                "the import again to continue."
            ) from error


def _store_batch(
    session: Session,
    file: CareerFile,
    batch: Mapping[str, Sequence[Mapping[str, Any]]],
    summary: Summary,
) -> None:
    statement = (
        select(Player.source_id, Player.id)
        .where(Player.source == SOURCE, col(Player.source_id).in_(batch))
        .order_by(col(Player.id))
        .with_for_update()
    )
    players = {source_id: id_ for source_id, id_ in session.exec(statement) if id_ is not None}
    if file.model is StatLine:
        _store_seasons(session, batch, players, summary)
        return
    table = SQLModel.metadata.tables[str(file.model.__tablename__)]
    key = itemgetter(*(column.name for column in table.primary_key))
    columns: list[Any] = list(table.columns)
    found = session.exec(select(*columns).where(table.c.player_id.in_(players.values())))
    stored = {key(row): row for row in map(dict, found.mappings())}
    new: list[dict[str, object]] = []
    changed: list[dict[str, object]] = []
    for source_id, records in batch.items():
        if source_id not in players:
            summary.skip_many("player deleted during the import", len(records))
            continue
        for record in records:
            row = {"player_id": players[source_id], **record}
            known = stored.get(key(row))
            if known is None:
                new.append(row)
            elif known == row:
                summary.unchanged += 1
            else:
                changed.append(row)
    if new:
        session.exec(insert(table), params=new)
    if changed:
        session.exec(update(file.model), params=changed)
    summary.inserted += len(new)
    summary.updated += len(changed)


def _store_seasons(
    session: Session,
    batch: Mapping[str, Sequence[Mapping[str, Any]]],
    players: Mapping[str | None, int],
    summary: Summary,
) -> None:
    season_ids: dict[tuple[str, int], int] = {}
    leagues: dict[str, int] = {}
    new: list[NewLine] = []
    for source_id, records in batch.items():
        if source_id not in players:
            summary.skip_many("player deleted during the import", len(records))
            continue
        for record in records:
            span, year, league = record["span"], record["year"], record["league"]
            if (span, year) not in season_ids:
                id_ = lines.season_id(session, provider=SOURCE, span=span, year=year)
                season_ids[span, year] = id_
            if league and league not in leagues:
                leagues[league] = _competition_id(session, league)
            new.append(
                NewLine(
                    player_id=players[source_id],
                    season_id=season_ids[span, year],
                    competition_id=leagues[league] if league else None,
                    provider_id=source_id,
                    games=record["games"],
                    minutes=record["minutes"],
                    figures={name: Figure(record[name]) for name in _FIGURES},
                )
            )
    stored = lines.store(session, new)
    summary.inserted += len(stored.inserted)
    summary.updated += len(stored.updated)
    summary.unchanged += len(stored.unchanged)


_FIGURES = ("goals", "assists", "yellow_cards", "red_cards")


def _competition_id(session: Session, name: str) -> int:
    found = session.exec(select(Competition.id).where(Competition.name == name)).first()
    if found is None:
        competition = Competition(name=name, short_name=name)
        session.add(competition)
        session.flush()
        found = competition.id
    assert found is not None
    return found
