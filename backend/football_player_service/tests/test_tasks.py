"""Tasks: the row, the live copy, the claim, the lease, the sweep and the runner."""

import json
import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from redis import Redis
from sqlmodel import Session

from football_player_service.app import errors, redisdb
from football_player_service.app.db import session_scope, utc_now
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import live, runner, service, sweep
from football_player_service.app.tasks.models import Task, TaskOut, TaskStatus
from football_player_service.app.tasks.runner import ProgressReporter, Result
from football_player_service.app.worker import celery

KIND = "scout"


def create_in(session: Session, player_id: int = 1) -> Task:
    """A task about a player, in the transaction of `session`."""
    return service.get_or_create(
        session,
        kind=KIND,
        subject_kind="player",
        subject_id=str(player_id),
        requested_by="admin",
    )


def create(player_id: int = 1) -> Task:
    """A task, committed and sent."""
    with session_scope() as session:
        return create_in(session, player_id)


def claim(task_id: UUID) -> Task | None:
    """The task, if it could be claimed."""
    with session_scope() as session:
        return service.claim(session, task_id=task_id)


def finish(task: Task, status: TaskStatus) -> Task | None:
    """The task as it ended, if it is still the worker's."""
    with session_scope() as session:
        return service.finish(session, task, status=status)


def row(task: Task) -> Task:
    """The task as stored."""
    with session_scope(writes=False) as session:
        return session.get_one(Task, task.id)


def change(task: Task, **values: Any) -> None:
    """Set columns of the stored task."""
    with session_scope() as session:
        stored = session.get_one(Task, task.id)
        for name, value in values.items():
            setattr(stored, name, value)


def copy_of(task: Task) -> TaskOut:
    """The live copy."""
    copy = live.read(task.id)
    assert copy is not None
    return copy


def messages() -> int:
    """How many messages wait in the queue."""
    return int(redisdb.get_redis().llen(sweep.QUEUE))


def test_ids_are_uuids_of_version_7(database: str) -> None:
    first, second = create(1), create(2)
    assert first.id.version == second.id.version == 7
    assert first.id < second.id


def test_the_message_is_sent_after_the_commit(database: str) -> None:
    with session_scope() as session:
        task = create_in(session)
        assert messages() == 0
        assert live.read(task.id) is None
    assert messages() == 1
    assert copy_of(task).status == "pending"


def test_a_rollback_discards_the_message(database: str) -> None:
    def create_and_fail() -> None:
        with session_scope() as session:
            create_in(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        create_and_fail()
    assert messages() == 0


def test_the_live_copy_is_written_before_the_message(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    send = celery.send_task

    def watched(name: str, *, task_id: str, **others: Any) -> Any:
        seen.append(live.read(UUID(task_id)))
        return send(name, task_id=task_id, **others)

    monkeypatch.setattr(celery, "send_task", watched)
    task = create()
    assert [copy and copy.task_id for copy in seen] == [task.id]


def test_redis_holds_the_task_as_flat_json_for_an_hour(client: TestClient) -> None:
    task = create(7)
    key = f"task:{task.id}"
    assert 3500 < int(redisdb.get_redis().ttl(key)) <= 3600
    stored = json.loads(redisdb.get_redis().get(key) or b"")
    created_at = task.created_at.isoformat().replace("+00:00", "Z")
    assert stored.pop("updated_at") >= created_at
    assert stored == {
        "task_id": str(task.id),
        "kind": "scout",
        "subject_kind": "player",
        "subject_id": "7",
        "status": "pending",
        "result": None,
        "result_kind": None,
        "result_id": None,
        "error": None,
        "error_code": None,
        "progress": {"step": "Waiting for a worker", "percent": 0, "attempt": 0},
        "requested_by": "admin",
        "created_at": created_at,
        "started_at": None,
        "finished_at": None,
    }
    answered = client.get(f"/tasks/{task.id}").json()
    del answered["updated_at"]
    assert answered == stored | {"requested_by": None}


def test_only_signed_in_readers_see_who_requested_a_task(signed_in: TestClient) -> None:
    task = create()
    url = f"/tasks/{task.id}"
    assert signed_in.get(url).json()["requested_by"] == "admin"
    del signed_in.headers["Authorization"]
    assert signed_in.get(url).json()["requested_by"] is None
    invalid = signed_in.get(url, headers={"Authorization": "Bearer nonsense"})
    assert (invalid.status_code, invalid.json()["requested_by"]) == (200, None)


def test_one_task_in_flight_per_subject(database: str) -> None:
    first = create()
    assert create().id == first.id
    assert messages() == 1
    claimed = claim(first.id)
    assert claimed is not None
    assert create().id == first.id, "running is in flight too"
    finish(claimed, TaskStatus.COMPLETED)
    assert create().id != first.id


def test_a_task_is_claimed_once(database: str) -> None:
    task = create()
    claimed = claim(task.id)
    assert claimed is not None
    assert (claimed.status, claimed.deliveries) == ("running", 1)
    assert claimed.started_at is not None
    assert claim(task.id) is None, "a message delivered twice does no harm"
    assert claim(uuid4()) is None


def test_a_worker_that_lost_the_lease_cannot_end_the_task(database: str) -> None:
    task = create()
    slow = claim(task.id)
    assert slow is not None
    change(task, lease_until=utc_now() - timedelta(seconds=1))
    sweep.sweep()
    fast = claim(task.id)
    assert fast is not None
    assert fast.deliveries == 2
    assert service.renew(slow) is False
    assert finish(slow, TaskStatus.FAILED) is None
    assert finish(fast, TaskStatus.COMPLETED) is not None
    assert row(task).status == "completed"


def work(task: Task, function: runner.Job) -> Task:
    """Run the job in this process; the task as stored afterwards."""
    runner.run(function, task_id=task.id)
    ended = row(task)
    assert ended.lease is None
    assert copy_of(task).status == ended.status
    return ended


def test_a_result_is_stored_with_the_end_of_the_task(database: str) -> None:
    def job(task: Task, progress: ProgressReporter) -> Result:
        def store(session: Session) -> None:
            create_in(session, player_id=2)

        return Result("Done well", kind="report", id="42", store=store)

    ended = work(create(), job)
    assert (ended.status, ended.result) == ("completed", "Done well")
    assert (ended.result_kind, ended.result_id) == ("report", "42")
    assert ended.finished_at is not None
    assert messages() == 2, "what the job stored was committed"


def test_nothing_is_stored_once_the_lease_is_lost(database: str) -> None:
    stored: list[Session] = []
    task = create()

    def job(task: Task, progress: ProgressReporter) -> Result:
        change(task, lease=uuid4())  # as if another worker had claimed it
        return Result("Done", store=stored.append)

    runner.run(job, task_id=task.id)
    assert (row(task).status, stored) == ("running", [])


def test_an_error_while_storing_fails_the_task_and_stores_nothing(database: str) -> None:
    def job(task: Task, progress: ProgressReporter) -> Result:
        def store(session: Session) -> None:
            create_in(session, player_id=2)
            raise ZeroDivisionError

        return Result("Done", store=store)

    ended = work(create(), job)
    assert (ended.status, ended.result, ended.error_code) == ("failed", None, "internal_error")
    assert messages() == 1


@pytest.mark.parametrize(
    ("error", "status", "code", "text"),
    [
        (
            errors.NotFound("gone"),
            "cancelled",
            "player_deleted",
            "The player was deleted before the task finished.",
        ),
        (errors.Unavailable("No model.", code="no_model"), "failed", "no_model", "No model."),
        (
            RuntimeError("secret"),
            "failed",
            "internal_error",
            "Internal error; the details are in the log.",
        ),
    ],
)
def test_an_error_ends_the_task(
    database: str, error: Exception, status: str, code: str, text: str
) -> None:
    def job(task: Task, progress: ProgressReporter) -> Result:
        raise error

    ended = work(create(), job)
    assert (ended.status, ended.error_code, ended.error) == (status, code, text)


def test_the_lease_is_renewed_and_progress_confirmed_while_a_job_works(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TASK_LEASE_SECONDS", "1")
    get_settings.cache_clear()
    task, renewed = create(), threading.Event()
    renew = service.renew

    def watched(task: Task) -> bool:
        held = renew(task)
        renewed.set()
        return held

    monkeypatch.setattr(service, "renew", watched)

    def job(task: Task, progress: ProgressReporter) -> Result:
        claimed_until = row(task).lease_until
        progress.report("Half way", 50)
        assert (copy_of(task).progress.step, copy_of(task).progress.percent) == ("Half way", 50)
        redisdb.get_redis().flushdb()
        assert renewed.wait(10)
        assert row(task).lease_until > claimed_until  # type: ignore[operator]
        while live.read(task.id) is None:
            pass
        assert copy_of(task).progress.step == "Half way"
        return Result("Done")

    assert work(task, job).status == "completed"
    monkeypatch.undo()
    get_settings.cache_clear()


def test_sweep_fails_a_task_whose_workers_keep_dying(database: str) -> None:
    task = create()
    for delivery in (1, 2, 3):
        claimed = claim(task.id)
        assert claimed is not None
        assert claimed.deliveries == delivery
        change(task, lease_until=utc_now() - timedelta(seconds=1))
        sweep.sweep()
    ended = row(task)
    assert (ended.status, ended.error_code) == ("failed", "worker_lost")
    assert ended.finished_at is not None
    assert ended.lease is None


def test_sweep_leaves_a_task_with_a_lease_alone(database: str) -> None:
    task = create()
    claim(task.id)
    sweep.sweep()
    assert row(task).status == "running"


def test_sweep_resends_a_lost_message(database: str) -> None:
    task = create()
    redisdb.get_redis().flushdb()
    sweep.sweep()
    assert messages() == 0, "not at once: a worker may just have taken it"
    change(task, queued_at=utc_now() - timedelta(seconds=16))
    sweep.sweep()
    assert messages() == 1
    sweep.sweep()
    assert messages() == 1
    change(task, queued_at=utc_now() - timedelta(seconds=16))
    sweep.sweep()
    assert messages() == 1, "a message still in the queue is not sent again"


def test_sweep_fails_a_task_no_worker_starts(database: str) -> None:
    task = create()
    old = utc_now() - timedelta(minutes=16)
    change(task, created_at=old, queued_at=old)
    sweep.sweep()
    assert (row(task).status, row(task).error_code) == ("failed", "no_worker")


def test_sweep_lets_a_task_wait_behind_many_others(database: str) -> None:
    other, task = create(2), create()
    old = utc_now() - timedelta(minutes=16)
    change(task, created_at=old, queued_at=old)
    change(other, status="completed", started_at=utc_now() - timedelta(minutes=14))
    sweep.sweep()
    assert row(task).status == "pending"
    change(other, started_at=old)
    sweep.sweep()
    assert row(task).status == "failed"


def test_a_task_is_read_from_its_row_when_redis_lost_it(client: TestClient) -> None:
    task = create()
    redisdb.get_redis().flushdb()
    body = client.get(f"/tasks/{task.id}").json()
    assert (body["task_id"], body["status"]) == (str(task.id), "pending")
    assert copy_of(task).status == "pending", "the copy is back"


def test_an_old_copy_of_a_task_in_flight_is_ignored(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = create()
    monkeypatch.setattr(live, "MAX_AGE", timedelta(0))
    change(task, status="completed")  # as if the worker died before it wrote the copy
    assert client.get(f"/tasks/{task.id}").json()["status"] == "completed"


def test_an_unreadable_copy_is_ignored(client: TestClient) -> None:
    task = create()
    redisdb.get_redis().set(f"task:{task.id}", "garbage")
    assert client.get(f"/tasks/{task.id}").json()["status"] == "pending"


@pytest.mark.parametrize(
    "task_id", ["7015301c-2b1c-4e9b-a7a6-d70026e5fa97", "01890000-0000-7000-8000-000000000000"]
)
def test_an_unknown_task_is_404(client: TestClient, task_id: str) -> None:
    answer = client.get(f"/tasks/{task_id}")
    assert (answer.status_code, answer.json()["code"]) == (404, "task_not_found")


def test_a_malformed_task_id_is_422(client: TestClient) -> None:
    assert client.get("/tasks/abc-123").status_code == 422


def test_without_redis_a_task_is_kept_and_sent_later(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Redis(port=1, socket_connect_timeout=1)
    with monkeypatch.context() as patched:
        patched.setattr(live, "get_redis", lambda: gone)
        patched.setattr(celery, "send_task", _refuse)
        task = create()
    assert row(task).status == "pending"
    change(task, queued_at=utc_now() - timedelta(seconds=16))
    sweep.sweep()
    assert messages() == 1


def _refuse(*_args: object, **_kwargs: object) -> None:
    from kombu.exceptions import OperationalError  # noqa: PLC0415

    raise OperationalError("no broker")
