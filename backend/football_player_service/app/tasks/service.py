"""Tasks: created with a request, claimed by a worker, finished once.

pending ──claim──► running ──finish──► completed | failed | cancelled
   ▲                  │
   └────── sweep ─────┘   the worker's lease expired
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import structlog
from kombu.exceptions import OperationalError
from redis import RedisError
from sqlalchemy import update
from sqlmodel import Session, col, select

from football_player_service.app import errors
from football_player_service.app.db import (
    after_commit,
    insert_if_new,
    new_id,
    session_scope,
    utc_now,
)
from football_player_service.app.redisdb import breaker
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import live
from football_player_service.app.tasks.models import (
    IN_FLIGHT,
    Progress,
    Task,
    TaskOut,
    TaskStatus,
)
from football_player_service.app.worker import celery

log = structlog.get_logger()

# Shown while a job has not reported its own progress.
_PROGRESS = {
    TaskStatus.PENDING: ("Waiting for a worker", 0),
    TaskStatus.RUNNING: ("Starting", 5),
    TaskStatus.COMPLETED: ("Done", 100),
    TaskStatus.FAILED: ("Failed", 100),
    TaskStatus.CANCELLED: ("Cancelled", 100),
}


def out(task: Task, *, progress: Progress | None = None) -> TaskOut:
    """The task as returned by the API."""
    step, percent = _PROGRESS[TaskStatus(task.status)]
    return TaskOut(
        **task.model_dump(include=set(TaskOut.model_fields)),
        task_id=task.id,
        progress=progress or Progress(step=step, percent=percent, attempt=task.deliveries),
        updated_at=task.finished_at or utc_now(),
    )


def get_or_create(
    session: Session,
    *,
    kind: str,
    subject_kind: str,
    subject_id: str,
    requested_by: str,
    input: str | None = None,
) -> Task:
    """The task of that kind in flight for the subject, or a new one, sent after the commit.

    The one in flight may have another `input` (JSON).
    """
    now = utc_now()
    task = Task(
        id=new_id(),
        kind=kind,
        subject_kind=subject_kind,
        subject_id=subject_id,
        requested_by=requested_by,
        input=input,
        status=TaskStatus.PENDING,
        created_at=now,
        queued_at=now,
    )
    while not insert_if_new(session, Task, task.model_dump()):
        if found := in_flight(session, kind=kind, subject_kind=subject_kind, subject_id=subject_id):
            return found
        # It finished between the two statements: try again.
    after_commit(session, lambda: send(task))
    return task


def in_flight(session: Session, *, kind: str, subject_kind: str, subject_id: str) -> Task | None:
    """The task of that kind in flight for the subject, if there is one."""
    statement = select(Task).where(
        Task.kind == kind,
        Task.subject_kind == subject_kind,
        Task.subject_id == subject_id,
        col(Task.status).in_(IN_FLIGHT),
    )
    return session.exec(statement).first()


def send(task: Task) -> None:
    """Write the live copy, then queue the task; the sweep repeats what fails."""
    live.write(out(task))
    try:
        breaker.check()  # Redis is the broker, too
        # Without ignore_result the client would subscribe to a result that is never sent.
        celery.send_task(task.kind, args=[str(task.id)], task_id=str(task.id), ignore_result=True)
    except (OperationalError, RedisError) as error:
        log.warning("queue_unreachable", task_id=str(task.id), error=str(error))


def read(session: Session, *, task_id: UUID) -> TaskOut:
    """The task from its live copy, else from its row; `NotFound` for an unknown id."""
    if copy := live.read(task_id):
        return copy
    task = session.get(Task, task_id)
    if task is None:
        raise errors.NotFound(f"Task {task_id} does not exist.", code="task_not_found")
    answer = out(task)
    live.write(answer)
    return answer


def claim(session: Session, *, task_id: UUID) -> Task | None:
    """Take a pending task; None if another worker has it or it has ended."""
    statement = (
        update(Task)
        .where(col(Task.id) == task_id, col(Task.status) == TaskStatus.PENDING)
        .values(
            status=TaskStatus.RUNNING,
            deliveries=Task.deliveries + 1,
            lease=uuid4(),
            lease_until=_lease_end(),
            started_at=utc_now(),
        )
        .returning(Task)
        .execution_options(synchronize_session=False)
    )
    return session.scalars(statement).one_or_none()


def renew(task: Task) -> bool:
    """Extend the worker's lease; False if the task is no longer this worker's."""
    statement = update(Task).where(col(Task.lease) == task.lease, col(Task.id) == task.id)
    with session_scope() as session:
        return session.exec(statement.values(lease_until=_lease_end())).rowcount == 1


def finish(
    session: Session,
    task: Task,
    *,
    status: TaskStatus,
    result: str | None = None,
    result_kind: str | None = None,
    result_id: str | None = None,
    error: str | None = None,
    error_code: str | None = None,
) -> Task | None:
    """End a task; None, and nothing is written, if it is no longer this worker's."""
    statement = (
        update(Task)
        .where(col(Task.id) == task.id, col(Task.lease) == task.lease)
        .values(
            status=status,
            result=result,
            result_kind=result_kind,
            result_id=result_id,
            error=error,
            error_code=error_code,
            finished_at=utc_now(),
            lease=None,
            lease_until=None,
        )
        .returning(Task)
        .execution_options(synchronize_session=False)
    )
    return session.scalars(statement).one_or_none()


def _lease_end() -> datetime:
    return utc_now() + timedelta(seconds=get_settings().task_lease_seconds)
