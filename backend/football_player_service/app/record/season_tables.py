"""Writes what `record/seasons.py` computes: `season_stats`, `season_columns` and `cohorts`."""

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, delete, insert, update
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app.db import insert_rows, session_scope
from football_player_service.app.record import columns
from football_player_service.app.record.models import Cohort, SeasonColumn, SeasonStat
from football_player_service.app.record.percentiles import CohortSize, Indices, Mask

_PLAYERS_PER_DELETE = 200
# For inserts: of a model, SQLAlchemy would group the rows by which columns are null.
_COHORTS = SQLModel.metadata.tables["cohorts"]
_DERIVED = np.array([None, "value", "per_90", "both"], dtype=object)


@dataclass(frozen=True)
class Result:
    """A metric of a season; arrays are aligned with the players."""

    metric: str
    known: Mask
    figures: Mapping[str, NDArray[Any]]  # the columns of `season_stats`; `derived` is an index
    cohort_ids: Sequence[int]


def delete_others(season_id: int, *, players: Indices, metrics: Sequence[str]) -> None:
    """Delete the figures of players and of metrics without a line in the season."""
    with session_scope(writes=False) as session:
        gone = np.setdiff1d(columns.all_players(session, season_id=season_id), players)
    for start in range(0, len(gone), _PLAYERS_PER_DELETE):
        with session_scope() as session:
            _delete_stats(session, season_id, gone[start : start + _PLAYERS_PER_DELETE])
    with session_scope() as session:
        session.exec(
            delete(SeasonColumn).where(
                col(SeasonColumn.season_id) == season_id, col(SeasonColumn.metric).not_in(metrics)
            )
        )


def cohort_ids(session: Session, season_id: int) -> set[int]:
    """The ids of the season's cohorts."""
    ids = session.exec(select(Cohort.id).where(Cohort.season_id == season_id))
    return {id_ for id_ in ids if id_ is not None}


def store_cohorts(
    session: Session, season_id: int, metric: str, cohorts: Sequence[CohortSize]
) -> list[int]:
    """Insert or update a metric's cohorts; their ids in the order of `cohorts`.

    A cohort keeps its id, as rows that are not rewritten yet refer to it.
    """
    statement = select(Cohort.id, Cohort.position, Cohort.competition_id).where(
        Cohort.season_id == season_id, Cohort.metric == metric
    )
    # Two have the same name where goalkeepers are both a position and its group.
    known: dict[tuple[str, int | None], list[int]] = {}
    for id_, position, competition_id in session.exec(statement.order_by(col(Cohort.id))):
        assert id_ is not None
        known.setdefault((position, competition_id), []).append(id_)
    ids: list[int] = []
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for cohort in cohorts:
        key = (cohort.position, cohort.competition_id or None)
        sizes = {
            "size": cohort.size,
            "excluded": cohort.excluded,
            "leagues": cohort.leagues or None,
        }
        if same := known.get(key):
            ids.append(same.pop(0))
            changed.append({"id": ids[-1], **sizes})
        else:
            ids.append(0)
            new.append(
                {"season_id": season_id, "metric": metric, "position": key[0],
                 "competition_id": key[1], **sizes}
            )  # fmt: skip
    if changed:
        session.exec(update(Cohort), params=changed)
    if new:
        insertion = insert(_COHORTS).returning(_COHORTS.c.id, sort_by_parameter_order=True)
        inserted = session.exec(insertion, params=new).scalars()
        ids = [id_ or next(inserted) for id_ in ids]
    return ids


def store_column(session: Session, season_id: int, players: Indices, result: Result) -> None:
    """Replace a metric's arrays; `players` are ids in ascending order."""
    columns.store(
        session,
        season_id=season_id,
        metric=result.metric,
        players=players[result.known],
        figures={form: result.figures[form][result.known] for form in columns.FORMS},
    )


def rewrite(
    session: Session, season_id: int, players: Indices, part: slice, results: Sequence[Result]
) -> None:
    """Replace the rows of a part of the players, of all metrics."""
    _delete_stats(session, season_id, players[part])
    rows = [row for result in results for row in _rows(result, season_id, players, part)]
    insert_rows(session, SeasonStat, tuple(SeasonStat.model_fields), rows)


def _delete_stats(session: Session, season_id: int, players: Indices) -> None:
    session.exec(
        delete(SeasonStat).where(
            col(SeasonStat.season_id) == season_id, col(SeasonStat.player_id).in_(players.tolist())
        )
    )


def _rows(result: Result, season_id: int, players: Indices, part: slice) -> Iterator[Any]:
    known = result.known[part]
    figures = (_nullable(name, values[part][known]) for name, values in result.figures.items())
    for player_id, *row in zip(players[part][known].tolist(), *figures, strict=True):
        yield player_id, season_id, result.metric, *row


def _nullable(name: str, values: NDArray[Any]) -> list[Any]:
    """Python values, with null for NaN and for ranks and ids of 0."""
    if name == "derived":
        return list(_DERIVED[values])
    found: list[Any] = values.tolist()
    if values.dtype == np.float64:
        return [None if math.isnan(value) else value for value in found]
    return [value or None for value in found]


def delete_cohorts(ids: Set[int]) -> None:
    """Delete cohorts that no figure refers to any more."""
    if ids:
        statement = delete(_COHORTS).where(_COHORTS.c.id == bindparam("gone"))
        with session_scope() as session:
            session.connection().execute(statement, [{"gone": id_} for id_ in sorted(ids)])
