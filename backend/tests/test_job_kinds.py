"""A new kind of job needs one function and one registration (`example_jobs.py`)."""

from pathlib import Path
from uuid import UUID

from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.redisdb import get_redis
from football_player_service.app.tasks import service
from football_player_service.app.tasks.models import TaskOut
from football_player_service.tests import careers
from tests import servers
from tests.example_jobs import GO_ON, KIND


def create(player_id: int) -> UUID:
    """A task of the new kind, sent to the worker; its id."""
    with session_scope() as session:
        task = service.get_or_create(
            session,
            kind=KIND,
            subject_kind="player",
            subject_id=str(player_id),
            requested_by="admin",
        )
    return task.id


def read(task_id: UUID) -> TaskOut:
    """The task as the API returns it."""
    with session_scope(writes=False) as session:
        return service.read(session, task_id=task_id)


def wait_for(task_id: UUID, *, step: str) -> TaskOut:
    """The task once it shows that step."""
    servers.wait_until(
        lambda: read(task_id).progress.step == step, seconds=30, what=f"the step {step!r}"
    )
    return read(task_id)


def go_on() -> None:
    """Let the waiting job continue."""
    get_redis().rpush(GO_ON, "1")


def test_a_new_kind_of_job_runs_in_a_real_worker(database: str, tmp_path: Path) -> None:
    open_team = careers.player(current_team="Open FC")
    closed_team = careers.player(current_team="Closed FC")
    without_team = careers.player()
    deleted = careers.player(current_team="Open FC")
    worker = [*servers.celery_worker(), "--include", "tests.example_jobs"]
    with servers.process(worker, log=tmp_path / "worker.log"):
        completed, failed = create(open_team), create(closed_team)
        broken, cancelled = create(without_team), create(deleted)
        for task_id in (completed, failed, broken, cancelled):
            waiting = wait_for(task_id, step="Waiting for approval")
            assert (waiting.status, waiting.progress.percent) == ("running", 40)
        with session_scope() as session:
            players.delete(session, player_id=deleted, if_match=None)
        for _ in range(4):
            go_on()
        done = wait_for(completed, step="Done")
        assert (done.status, done.result) == ("completed", "Open FC renamed")
        assert (done.result_kind, done.result_id) == ("player", str(open_team))
        with session_scope(writes=False) as session:
            assert players.get(session, player_id=open_team).current_team == "Open FC Renamed"
        failure = wait_for(failed, step="Failed")
        assert (failure.error, failure.error_code) == (
            "Closed FC keeps its name.",
            "name_protected",
        )
        bug = wait_for(broken, step="Failed")
        assert (bug.error, bug.error_code) == (
            "Internal error; the details are in the log.",
            "internal_error",
        )
        gone = wait_for(cancelled, step="Cancelled")
        assert (gone.status, gone.error_code) == ("cancelled", "player_deleted")
    assert "RuntimeError: a bug" in (tmp_path / "worker.log").read_text()
