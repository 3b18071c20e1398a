"""What keeps every task moving: the sweep, run every few seconds by each backend.

- running, but the lease ran out: its worker is gone; pending again, or failed the third time.
- pending, and the queue is empty: its message was lost (Redis lost its memory, or was down).
- pending for a quarter of an hour: failed, so that nobody waits for ever.
"""

import asyncio
from datetime import timedelta

import structlog
from redis import RedisError
from sqlalchemy import update
from sqlmodel import Session, col, select

from football_player_service.app import idempotency
from football_player_service.app.db import after_commit, session_scope, utc_now
from football_player_service.app.redisdb import get_redis
from football_player_service.app.tasks import live, service
from football_player_service.app.tasks.models import Task, TaskStatus

log = structlog.get_logger()

MAX_DELIVERIES = 3
RESEND_AFTER = timedelta(seconds=15)
GIVE_UP_AFTER = timedelta(minutes=15)
QUEUE = "celery"


async def sweep_for_ever(every_seconds: float) -> None:
    """Sweep until cancelled; what goes wrong is logged and tried again."""
    while True:
        try:
            await asyncio.to_thread(sweep)
        except Exception:
            log.exception("sweep_failed")
        await asyncio.sleep(every_seconds)


def sweep() -> None:
    """One round."""
    with session_scope(writes=False) as session:
        now = utc_now()
        lost = _where(session, TaskStatus.RUNNING, col(Task.lease_until) < now)
        waiting = _where(session, TaskStatus.PENDING, col(Task.queued_at) < now - RESEND_AFTER)
    for task in lost:
        _take_back(task)
    too_old = [task for task in waiting if task.created_at < now - GIVE_UP_AFTER]
    for task in too_old:
        _end(task, "No worker took this up within 15 minutes.", "no_worker")
    if len(waiting) > len(too_old) and _queue_is_empty():
        for task in waiting:
            if task not in too_old:
                _put(task, status=TaskStatus.PENDING, queued_at=now, send=True)
    with session_scope() as session:
        idempotency.forget_old(session)


def _where(session: Session, status: TaskStatus, condition: object) -> list[Task]:
    statement = select(Task).where(Task.status == status, condition)  # type: ignore[arg-type]
    return list(session.exec(statement.order_by(col(Task.id)).limit(500)))


def _take_back(task: Task) -> None:
    if task.deliveries >= MAX_DELIVERIES:
        _end(task, f"The worker stopped {task.deliveries} times while on this.", "worker_lost")
    else:
        log.warning("task_taken_back", task_id=str(task.id), deliveries=task.deliveries)
        _put(task, status=TaskStatus.PENDING, queued_at=utc_now(), send=True)


def _end(task: Task, error: str, code: str) -> None:
    _put(task, status=TaskStatus.FAILED, error=error, error_code=code, finished_at=utc_now())


def _put(task: Task, *, send: bool = False, **values: object) -> None:
    """Change the task if nobody did since it was read: several backends sweep at once."""
    values |= {"lease": None, "lease_until": None}
    unchanged = (
        col(Task.id) == task.id,
        col(Task.status) == task.status,
        col(Task.queued_at) == task.queued_at,
        col(Task.lease_until).is_not_distinct_from(task.lease_until),
    )
    with session_scope() as session:
        statement = update(Task).where(*unchanged).values(**values)
        if session.connection().execute(statement).rowcount == 1:
            now = service.out(task.model_copy(update=values))
            tell = service.send if send else live.write
            after_commit(session, lambda: tell(now))


def _queue_is_empty() -> bool:
    try:
        return get_redis().llen(QUEUE) == 0
    except RedisError:
        return False
