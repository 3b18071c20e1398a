"""Tasks: opened with a request, claimed by a worker, ended once.

pending ──claim──► running ──finish──► completed | failed | cancelled
   ▲                  │
   └────── sweep ─────┘   the worker showed no sign of life until the lease ran out
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import structlog
from kombu.exceptions import OperationalError
from redis import Redis, RedisError
from sqlalchemy import Connection, bindparam, inspect, update
from sqlmodel import Session, col, select

from football_player_service.app import errors
from football_player_service.app.db import (
    after_commit,
    insert_if_new,
    new_id,
    session_scope,
    utc_now,
)
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import live
from football_player_service.app.tasks.models import (
    IN_FLIGHT,
    ClaimedTask,
    Progress,
    Task,
    TaskOut,
    TaskStatus,
)
from football_player_service.app.worker import celery

log = structlog.get_logger()

# The step and share shown before a worker reports its own.
_PROGRESS = {
    TaskStatus.PENDING: ("Waiting for a worker", 0),
    TaskStatus.RUNNING: ("Working", 10),
    TaskStatus.COMPLETED: ("Done", 100),
    TaskStatus.FAILED: ("Failed", 100),
    TaskStatus.CANCELLED: ("Cancelled", 100),
}


def out(task: Task) -> TaskOut:
    """The task as answered."""
    return TaskOut(**_fields(task.model_dump()))


def _fields(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `TaskOut`, among others, from the columns of a `Task`."""
    progress = _progress(columns["status"], attempt=columns["deliveries"])
    return {"task_id": columns["id"], "progress": progress, **columns}


def _progress(status: str, *, attempt: int) -> Progress:
    step, percent = _PROGRESS[TaskStatus(status)]
    return Progress(step=step, percent=percent, attempt=attempt)


def open_or_join(session: Session, *, kind: str, player_id: int, requested_by: str) -> TaskOut:
    """The task of that kind in flight for the player, or a new one, sent after the commit."""
    now = utc_now()
    columns = dict.fromkeys(Task.model_fields) | {
        "id": new_id(),
        "kind": kind,
        "player_id": player_id,
        "requested_by": requested_by,
        "status": TaskStatus.PENDING,
        "deliveries": 0,
        "created_at": now,
        "queued_at": now,
    }
    if insert_if_new(session, Task, columns):
        task = TaskOut(**_fields(columns))
        after_commit(session, lambda: send(task))
        return task
    joined = in_flight(session, kind=kind, player_id=player_id)
    assert joined is not None, "the unique index forbids a second one only where there is one"
    return out(joined)


def in_flight(session: Session, *, kind: str, player_id: int) -> Task | None:
    """The pending or running task of that kind for the player."""
    statement = select(Task).where(
        Task.kind == kind, Task.player_id == player_id, col(Task.status).in_(IN_FLIGHT)
    )
    return session.exec(statement).first()


def send(task: TaskOut) -> None:
    """Write the live copy, then hand the task to the queue; the sweep repeats what fails."""
    live.write(task)
    id = str(task.task_id)
    try:
        # Without ignore_result the client would subscribe to a result that is never sent.
        celery.send_task(task.kind, args=[id], task_id=id, ignore_result=True)
    except (OperationalError, RedisError) as error:
        log.warning("queue_unreachable", task_id=id, error=str(error))


def read(*, task_id: UUID) -> TaskOut:
    """The task from its live copy, else from its row; `NotFound` for an unknown id."""
    if copy := live.read(task_id):
        return copy
    with session_scope(writes=False) as session:
        task = session.get(Task, task_id)
        if task is None:
            raise errors.NotFound(f"There is no task {task_id}.", code="task_not_found")
        answer = out(task)
    live.write(answer)
    return answer


_OF_TASK = update(Task).where(col(Task.id) == bindparam("of_task"))
_CLAIM = (
    _OF_TASK.where(col(Task.status) == bindparam("was"))
    .values(deliveries=Task.deliveries + 1)
    .returning(*inspect(Task).columns)
)
_HELD = _OF_TASK.where(col(Task.lease) == bindparam("held"))


def claim(*, task_id: UUID) -> ClaimedTask | None:
    """Take up a pending task; None where another worker has it or it has ended.

    Whoever takes it up shows its progress at once (`lease.held`).
    """
    key = {"of_task": task_id, "was": TaskStatus.PENDING}
    values = {"status": TaskStatus.RUNNING, "started_at": utc_now()}
    values |= {"lease": uuid4(), "lease_until": _lease_end()}
    with session_scope() as session:
        connection = session.connection()
        claimed = connection.execute(_CLAIM, key | values).one_or_none()
    return ClaimedTask(**_fields(claimed._asdict())) if claimed else None


def renew(task: ClaimedTask) -> bool:
    """Put off the end of the lease; False where the task is no longer this worker's."""
    with session_scope() as session:
        connection = session.connection()
        return _change(connection, task, lease_until=_lease_end())


def finish(
    connection: Connection,
    task: ClaimedTask,
    *,
    status: TaskStatus,
    result: str | None = None,
    error: str | None = None,
    error_code: str | None = None,
) -> TaskOut | None:
    """End a task this worker holds; None, and nothing written, where it holds it no longer.

    What is returned is for `show`, once the transaction has committed.
    """
    values: dict[str, object] = {"status": status, "result": result}
    values |= {"error": error, "error_code": error_code, "finished_at": utc_now()}
    if not _change(connection, task, **values, lease=None, lease_until=None):
        return None
    progress = _progress(status, attempt=task.progress.attempt)
    return task.model_copy(update=values | {"progress": progress})


def _change(connection: Connection, task: ClaimedTask, **values: object) -> bool:
    """Set columns of a task this worker holds; False where it holds it no longer."""
    key = {"of_task": task.task_id, "held": task.lease}
    return connection.execute(_HELD, key | values).rowcount == 1


def show(task: TaskOut, redis: Redis | None = None) -> None:
    """Tell whoever is watching how the task stands."""
    live.write(task, redis)


def show_progress(task: TaskOut, progress: Progress) -> None:
    """Tell them how far the work on it is."""
    live.write(task.model_copy(update={"progress": progress}))


def _lease_end() -> object:
    return utc_now() + timedelta(seconds=get_settings().task_lease_seconds)
