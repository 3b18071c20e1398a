"""A season's statistics per player, computed from its lines: totals, rates and percentiles.

`recompute` rewrites `season_stats`, `season_columns` and `cohorts` of one season, in transactions
of thousands of rows, so that others can write in between. A season of 20,000 players and 100
metrics needs about 150 MB.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session, col, select

from football_player_service.app import pagecache
from football_player_service.app.clubs.models import Competition
from football_player_service.app.db import session_scope
from football_player_service.app.metrics import service as metrics
from football_player_service.app.metrics.catalogue import Metric, Storage
from football_player_service.app.players.models import Player
from football_player_service.app.record import season_tables
from football_player_service.app.record.models import Season, StatLine, StatValue
from football_player_service.app.record.percentiles import (
    Figures,
    Indices,
    Mask,
    Players,
    Ranked,
    rank,
)
from football_player_service.app.record.season_tables import Result

_LINES_PER_QUERY = 500
_ROWS_PER_TRANSACTION = 20_000
# Of a line itself, not of `stat_values`.
LINE_METRICS = ("games", "minutes")


@dataclass(frozen=True)
class Lines:
    """The lines of a season, ordered by player; arrays are aligned."""

    ids: Indices
    player: Indices  # index into `Players`
    competition_id: Indices  # 0 if unknown
    minutes: Figures
    games: Figures


@dataclass(frozen=True)
class Stat:
    """One metric of every player: figures, and which of them were derived."""

    value: Figures
    per_90: Figures
    value_derived: Mask
    per_90_derived: Mask


def recompute(
    *, season_id: int, on_progress: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Rewrite a season's statistics; the number of metrics. Calls back with steps done, of all.

    A change of its lines meanwhile leaves the season stale, to be computed again.
    """
    with session_scope() as session:
        season = session.get_one(Season, season_id)
        season.is_stale = False
    with session_scope(writes=False) as session:
        known = metrics.all_metrics(session)
        season_lines = _SeasonLines.read(session, season_id=season_id)
        old_cohorts = season_tables.cohort_ids(session, season_id)
    players = season_lines.players
    names = [name for name in season_lines.metrics if name in known]
    per_transaction = max(1, _ROWS_PER_TRANSACTION // max(1, len(names)))
    starts = range(0, len(players.ids), per_transaction)
    steps = len(names) + len(starts)
    results: list[Result] = []
    try:
        season_tables.delete_others(season_id, players=players.ids, metrics=names)
        for done, name in enumerate(names, 1):
            stat = season_lines.stat(known[name], known)
            ranked = rank(stat.per_90 if known[name].has_rate else stat.value, players)
            with session_scope() as session:
                ids = season_tables.store_cohorts(session, season_id, name, ranked.cohorts)
                results.append(_result(name, stat, ranked, cohort_ids=ids))
                season_tables.store_column(session, season_id, players.ids, results[-1])
            on_progress(done, steps)
        for done, start in enumerate(starts, len(names) + 1):
            part = slice(start, start + per_transaction)
            with session_scope() as session:
                season_tables.rewrite(session, season_id, players.ids, part, results)
            on_progress(done, steps)
        kept = {id_ for result in results for id_ in result.cohort_ids}
        season_tables.delete_cohorts(old_cohorts - kept)
    finally:
        pagecache.invalidate()
    return len(names)


def stale(session: Session) -> Sequence[int]:
    """The ids of the seasons to compute again."""
    statement = select(Season.id).where(col(Season.is_stale)).order_by(col(Season.id))
    return [id_ for id_ in session.exec(statement) if id_ is not None]


@dataclass(frozen=True)
class _SeasonLines:
    """A season's lines with the figures that their files state."""

    lines: Lines
    players: Players
    values: Mapping[str, Figures]  # by metric, aligned with the lines
    per_90: Mapping[str, Figures]

    @classmethod
    def read(cls, session: Session, *, season_id: int) -> "_SeasonLines":
        lines, players = _read_lines(session, season_id)
        row_of = {int(id_): row for row, id_ in enumerate(lines.ids)}
        values: dict[str, Figures] = {}
        per_90: dict[str, Figures] = {}
        for line_id, metric, value, rate in _stream_values(session, lines.ids.tolist()):
            if metric not in values:
                values[metric] = np.full(len(row_of), np.nan)
                per_90[metric] = np.full(len(row_of), np.nan)
            row = row_of[line_id]
            values[metric][row] = np.nan if value is None else value
            per_90[metric][row] = np.nan if rate is None else rate
        return cls(lines, players, values, per_90)

    @cached_property
    def metrics(self) -> list[str]:
        known = [n for n in LINE_METRICS if not np.isnan(getattr(self.lines, n)).all()]
        return [*known, *sorted(self.values.keys() - set(LINE_METRICS))]

    def stat(self, metric: Metric, known: Mapping[str, Metric]) -> Stat:
        """The metric per player: totals add up, other figures are recomputed or unknown."""
        if metric.key in LINE_METRICS:
            total = self._sum(getattr(self.lines, metric.key))
            return _without_rate(total, derived=np.zeros(len(total), dtype=bool))
        value, per_90 = self.values[metric.key], self.per_90[metric.key]
        if metric.storage in (Storage.TOTAL, Storage.PER_90):
            return self._total(metric, value, per_90)
        several = self._count > 1
        single = self._sum(value)  # of one line: the value itself
        if (
            metric.storage is Storage.PERCENT
            and metric.denominator
            and metric.denominator in self.values
        ):
            attempts = self._line_totals(known[metric.denominator])
            with np.errstate(invalid="ignore"):
                share = self._sum(value * attempts) / self._sum(attempts)
            single = np.where(several, share, single)
            none_attempted = self._sum(attempts) == 0
            return _without_rate(np.where(none_attempted, np.nan, single), derived=several)
        return _without_rate(np.where(several, np.nan, single), derived=several)

    def _total(self, metric: Metric, value: Figures, per_90: Figures) -> Stat:
        totals = self._line_totals(metric)
        total = self._sum(totals)
        value_derived = self._sum(np.isnan(value).astype(float)) > 0
        if not metric.has_rate:
            return _without_rate(total, derived=value_derived)
        minutes = self.players.minutes
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = np.where(minutes > 0, total * 90 / minutes, np.nan)
        stated = self._sum(per_90)
        keeps = (self._count == 1) & ~np.isnan(stated)
        per_90 = np.where(keeps, stated, rate)
        if metric.storage is Storage.PER_90:  # its total means nothing
            total = np.full(len(total), np.nan)
        value_derived &= ~np.isnan(total)
        return Stat(total, per_90, value_derived, ~keeps & ~np.isnan(per_90))

    def _line_totals(self, metric: Metric) -> Figures:
        """The total of each line: as stated, or the rate times the minutes."""
        value = self.values[metric.key]
        derived = self.per_90[metric.key] * self.lines.minutes / 90
        return np.where(np.isnan(value), derived, value)

    def _sum(self, figures: Figures) -> Figures:
        """Per player; unknown if that of any line is."""
        return _sum_by(self.lines.player, figures, len(self.players.ids))

    @cached_property
    def _count(self) -> Indices:
        return np.bincount(self.lines.player, minlength=len(self.players.ids))


def _sum_by(player: Indices, figures: Figures, players: int) -> Figures:
    """NaN if any of the player's is."""
    return np.bincount(player, weights=figures, minlength=players).astype(np.float64)


def _without_rate(value: Figures, *, derived: NDArray[np.bool_]) -> Stat:
    nothing = np.full(len(value), np.nan)
    return Stat(value, nothing, derived, np.zeros(len(value), dtype=bool))


def _read_lines(session: Session, season_id: int) -> tuple[Lines, Players]:
    merged = dict(session.exec(select(Competition.id, Competition.merged_into)).all())
    cups = session.exec(select(Competition.id).where(Competition.is_cup)).all()
    columns: list[Any] = [
        StatLine.id,
        StatLine.player_id,
        StatLine.competition_id,
        StatLine.minutes,
        StatLine.games,
        Player.position,
        Player.sub_position,
    ]
    statement = (
        select(*columns)
        .join(Player, col(Player.id) == StatLine.player_id)
        .where(StatLine.season_id == season_id)
        .order_by(col(StatLine.player_id), col(StatLine.id))
    )
    rows: Sequence[Any] = session.exec(statement).all()
    ids = np.array([row.id for row in rows], dtype=np.int64)
    player_ids, first, player = np.unique(
        np.array([row.player_id for row in rows], dtype=np.int64),
        return_index=True,
        return_inverse=True,
    )
    competition = np.array(
        [(merged[row.competition_id] or row.competition_id) if row.competition_id else 0
         for row in rows], dtype=np.int64,
    )  # fmt: skip
    lines = Lines(
        ids=ids,
        player=player,
        competition_id=competition,
        minutes=np.array([row.minutes for row in rows], dtype=np.float64),
        games=np.array([row.games for row in rows], dtype=np.float64),
    )
    players = Players(
        ids=player_ids,
        minutes=_sum_by(player, lines.minutes, len(player_ids)),
        position=np.array([rows[row].position or "" for row in first], dtype=np.str_),
        detailed=np.array([rows[row].sub_position or "" for row in first], dtype=np.str_),
        competition_id=_most_played(lines, len(player_ids), cups=cups),
    )
    return lines, players


def _most_played(lines: Lines, players: int, *, cups: Sequence[int | None]) -> Indices:
    """The competition of each player's line with most minutes; 0 if all are of cups."""
    is_cup = np.isin(lines.competition_id, np.array(cups, dtype=np.int64))
    competition = np.where(is_cup, 0, lines.competition_id)
    order = np.lexsort((np.where(is_cup, -1.0, np.nan_to_num(lines.minutes)), lines.player))
    found = np.zeros(players, dtype=np.int64)
    found[lines.player[order]] = competition[order]  # the last of a player stays
    return found


def _stream_values(
    session: Session, line_ids: Sequence[int]
) -> Iterator[tuple[int, str, Any, Any]]:
    # By key, in parts: joined with the lines, PostgreSQL chose a plan that took minutes.
    columns: list[Any] = [StatValue.line_id, StatValue.metric, StatValue.value, StatValue.per_90]
    for start in range(0, len(line_ids), _LINES_PER_QUERY):
        part = line_ids[start : start + _LINES_PER_QUERY]
        yield from session.exec(select(*columns).where(col(StatValue.line_id).in_(part)))


def _result(metric: str, stat: Stat, ranked: Ranked, *, cohort_ids: Sequence[int]) -> Result:
    ids = np.array([*cohort_ids, 0], dtype=np.int32)  # the index -1 means no cohort
    return Result(
        metric=metric,
        known=~(np.isnan(stat.value) & np.isnan(stat.per_90)),
        figures={
            "value": stat.value,
            "per_90": stat.per_90,
            "derived": (stat.value_derived + 2 * stat.per_90_derived).astype(np.int8),
            "percentile": ranked.position.percentile,
            "rank": ranked.position.rank.astype(np.int32),
            "cohort_id": ids[ranked.position.cohort],
            "league_percentile": ranked.league.percentile,
            "league_rank": ranked.league.rank.astype(np.int32),
            "league_cohort_id": ids[ranked.league.cohort],
        },
        cohort_ids=cohort_ids,
    )
