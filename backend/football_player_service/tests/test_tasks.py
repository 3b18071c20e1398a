"""Tasks: the row that is the truth, the live copy, the claim, the lease and the sweep."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from redis import Redis

from football_player_service.app import redisdb
from football_player_service.app.db import session_scope, utc_now
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import lease, live, service, sweep
from football_player_service.app.tasks.models import Task, TaskOut, TaskStatus
from football_player_service.app.worker import celery

KIND = "scout"


def open_task(player_id: int = 1) -> TaskOut:
    """A task, committed and sent."""
    with session_scope() as session:
        return service.open_or_join(session, kind=KIND, player_id=player_id, requested_by="admin")


def row(task: TaskOut) -> Task:
    """The task as the database has it."""
    with session_scope(writes=False) as session:
        return session.get_one(Task, task.task_id)


def change(task: TaskOut, **values: Any) -> None:
    """Set columns of the row behind everybody's back."""
    with session_scope() as session:
        stored = session.get_one(Task, task.task_id)
        for name, value in values.items():
            setattr(stored, name, value)


def messages() -> int:
    """How many messages wait in the queue."""
    return int(redisdb.get_redis().llen(sweep.QUEUE))


def test_ids_are_uuids_of_version_7(database: str) -> None:
    first, second = open_task(1), open_task(2)
    assert first.task_id.version == second.task_id.version == 7
    assert first.task_id < second.task_id


def test_the_message_leaves_after_the_commit(database: str) -> None:
    with session_scope() as session:
        task = service.open_or_join(session, kind=KIND, player_id=1, requested_by="admin")
        assert messages() == 0
        assert live.read(task.task_id) is None
    assert messages() == 1
    copy = live.read(task.task_id)
    assert copy is not None
    assert copy.status == "pending"


def test_the_message_dies_with_the_rollback(database: str) -> None:
    def fail_after_asking() -> None:
        with session_scope() as session:
            service.open_or_join(session, kind=KIND, player_id=1, requested_by="admin")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_asking()
    assert messages() == 0


def test_the_live_copy_is_there_before_the_message(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    send = celery.send_task

    def watched(name: str, *, task_id: str, **others: Any) -> Any:
        seen.append(live.read(UUID(task_id)))
        return send(name, task_id=task_id, **others)

    monkeypatch.setattr(celery, "send_task", watched)
    task = open_task()
    assert [copy and copy.task_id for copy in seen] == [task.task_id]


def test_the_live_copy_lives_an_hour(database: str) -> None:
    task = open_task()
    assert 3500 < int(redisdb.get_redis().ttl(f"task:{task.task_id}")) <= 3600


def test_one_task_in_flight_for_a_player(database: str) -> None:
    first = open_task()
    assert open_task().task_id == first.task_id
    assert messages() == 1
    claimed = service.claim(task_id=first.task_id)
    assert open_task().task_id == first.task_id, "running is in flight too"
    assert claimed is not None
    with session_scope() as session:
        connection = session.connection()
        service.finish(connection, claimed, status=TaskStatus.COMPLETED)
    assert open_task().task_id != first.task_id


def test_a_task_is_claimed_once(database: str) -> None:
    task = open_task()
    claimed = service.claim(task_id=task.task_id)
    assert claimed is not None
    assert claimed.status == TaskStatus.RUNNING
    assert claimed.started_at is not None
    assert service.claim(task_id=task.task_id) is None, "a message delivered twice does no harm"
    assert service.claim(task_id=uuid4()) is None


def test_who_lost_the_lease_cannot_end_the_task(database: str) -> None:
    task = open_task()
    slow = service.claim(task_id=task.task_id)
    assert slow is not None
    change(task, lease_until=utc_now() - timedelta(seconds=1))
    sweep.sweep()
    fast = service.claim(task_id=task.task_id)
    assert fast is not None
    assert fast.progress.attempt == 2
    assert service.renew(slow) is False
    with session_scope() as session:
        connection = session.connection()
        assert service.finish(connection, slow, status=TaskStatus.FAILED) is None
        ended = service.finish(connection, fast, status=TaskStatus.COMPLETED)
    assert ended is not None
    assert (ended.status, ended.progress.percent) == ("completed", 100)
    assert row(task).status == "completed"


def test_a_lease_is_renewed_while_the_work_goes_on(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TASK_LEASE_SECONDS", "1")
    get_settings.cache_clear()
    lease._beating.cache_clear()
    task = service.claim(task_id=open_task().task_id)
    assert task is not None
    claimed_until = row(task).lease_until
    assert claimed_until is not None
    with lease.held(task) as hold:
        hold.show("Half way", 50)
        until = utc_now() + timedelta(seconds=1.5)
        while utc_now() < until:
            assert row(task).lease_until > utc_now() - timedelta(seconds=0.5)  # type: ignore[operator]
        copy = live.read(task.task_id)
        assert copy is not None
        assert (copy.progress.step, copy.progress.percent) == ("Half way", 50)
    assert row(task).lease_until > claimed_until  # type: ignore[operator]
    monkeypatch.undo()
    get_settings.cache_clear()
    lease._beating.cache_clear()


def test_sweep_gives_up_on_a_task_that_keeps_killing_workers(database: str) -> None:
    task = open_task()
    for delivery in (1, 2, 3):
        claimed = service.claim(task_id=task.task_id)
        assert claimed is not None
        assert claimed.progress.attempt == delivery
        change(task, lease_until=utc_now() - timedelta(seconds=1))
        sweep.sweep()
    ended = row(task)
    assert (ended.status, ended.error_code) == ("failed", "worker_lost")
    assert ended.finished_at is not None
    assert ended.lease is None


def test_sweep_leaves_a_living_worker_alone(database: str) -> None:
    task = open_task()
    service.claim(task_id=task.task_id)
    sweep.sweep()
    assert row(task).status == "running"


def test_sweep_sends_again_what_the_queue_lost(database: str) -> None:
    task = open_task()
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
    assert messages() == 1, "what still waits in the queue is not sent again"


def test_sweep_ends_what_nobody_takes_up(database: str) -> None:
    task = open_task()
    old = utc_now() - timedelta(minutes=16)
    change(task, created_at=old, queued_at=old)
    sweep.sweep()
    assert (row(task).status, row(task).error_code) == ("failed", "no_worker")


def test_a_task_is_read_from_its_row_when_redis_forgot(client: TestClient) -> None:
    task = open_task()
    redisdb.get_redis().flushdb()
    body = client.get(f"/tasks/{task.task_id}").json()
    assert (body["task_id"], body["status"]) == (str(task.task_id), "pending")
    assert live.read(task.task_id) is not None, "and its copy is back"


def test_an_old_copy_of_a_task_in_flight_is_not_believed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = open_task()
    monkeypatch.setattr(live, "TRUSTED_FOR", timedelta(0))
    change(task, status="completed")  # as if the worker died before it could tell Redis
    assert client.get(f"/tasks/{task.task_id}").json()["status"] == "completed"


def test_an_unreadable_copy_is_not_believed(client: TestClient) -> None:
    task = open_task()
    redisdb.get_redis().set(f"task:{task.task_id}", "garbage")
    assert client.get(f"/tasks/{task.task_id}").json()["status"] == "pending"


@pytest.mark.parametrize("task_id", [str(uuid4()), "01890000-0000-7000-8000-000000000000"])
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
        task = open_task()
    assert row(task).status == "pending"
    change(task, queued_at=utc_now() - timedelta(seconds=16))
    sweep.sweep()
    assert messages() == 1


def _refuse(*_args: object, **_kwargs: object) -> None:
    from kombu.exceptions import OperationalError  # noqa: PLC0415

    raise OperationalError("no broker")
