"""Percentiles are computed again, by a real worker, once the data behind them has changed."""

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerPatch
from football_player_service.app.record import lines
from football_player_service.app.record.jobs import request_stale
from football_player_service.app.record.models import Cohort, Season, SeasonStat
from football_player_service.app.tasks.models import Task
from football_player_service.app.tasks.sweep import sweep
from football_player_service.tests.careers import compute, others, player, season
from tests import servers


def percentile(player_id: int, metric: str = "goals") -> float | None:
    """The stored percentile."""
    with session_scope(writes=False) as session:
        statement = select(SeasonStat.percentile).where(
            SeasonStat.player_id == player_id, SeasonStat.metric == metric
        )
        return session.exec(statement).first()


def tasks() -> list[dict[str, Any]]:
    """Kind, subject and status of every task."""
    with session_scope(writes=False) as session:
        names = {"kind", "subject_kind", "subject_id", "status", "requested_by"}
        return [task.model_dump(include=names) for task in session.exec(select(Task))]


def is_stale() -> bool:
    """Whether any season has to be computed."""
    with session_scope(writes=False) as session:
        return any(season.is_stale for season in session.exec(select(Season)))


def test_a_changed_position_changes_the_percentiles(database: str, tmp_path: Path) -> None:
    subject, another = player(position="Attack"), player(position="Attack")
    season(subject, 2025, goals=2)
    season(another, 2025, goals=3)
    others(29, 2025, "Attack", goals=1)
    assert is_stale()
    with servers.process(servers.celery_worker(), log=tmp_path / "worker.log"):
        sweep(requests=[request_stale])
        sweep(requests=[request_stale])  # the task in flight is not repeated
        servers.wait_until(lambda: not in_flight(), seconds=60, what="the percentiles")
        assert percentile(subject) == 100 * 29.5 / 31
        with session_scope() as session:
            patch = PlayerPatch(position="Midfielder")
            players.patch(session, player_id=another, fields=patch, if_match=None)
        assert is_stale()
        sweep(requests=[request_stale])
        servers.wait_until(lambda: not in_flight(), seconds=60, what="the percentiles")
    assert percentile(subject) == 100 * 29.5 / 30
    assert not is_stale()
    sweep(requests=[request_stale])
    assert {(task["kind"], task["subject_kind"]) for task in tasks()} == {("percentiles", "season")}
    assert [task["status"] for task in tasks()] == ["completed", "completed"]


@pytest.mark.usefixtures("database")
def test_computing_again_keeps_the_cohorts_that_figures_refer_to() -> None:
    for position in ("Attack", "Goalkeeper"):
        others(30, 2025, position, goals=1)
    compute()
    before = rows()
    moved = next(stat.player_id for stat in before[0] if stat.cohort_id)
    with session_scope() as session:
        lines.mark_stale(session, season_ids={before[0][0].season_id})
    compute()
    assert rows() == before
    with session_scope() as session:
        for player_id in {stat.player_id for stat in before[0]} - {moved}:
            players.delete(session, player_id=player_id, if_match=None)
    compute()
    left, cohorts = rows()
    assert {stat.player_id for stat in left} == {moved}
    assert {cohort.id for cohort in cohorts} == {stat.cohort_id for stat in left}
    assert {cohort.size for cohort in cohorts} == {1}


def rows() -> tuple[list[SeasonStat], list[Cohort]]:
    """All figures and cohorts."""
    with session_scope(writes=False) as session:
        key = (col(SeasonStat.player_id), col(SeasonStat.metric))
        stats = session.exec(select(SeasonStat).order_by(*key)).all()
        return list(stats), list(session.exec(select(Cohort).order_by(col(Cohort.id))))


def in_flight() -> bool:
    """Whether any task is not done."""
    return any(task["status"] in ("pending", "running") for task in tasks())
