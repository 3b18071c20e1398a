"""Keeps every task moving: a round every few seconds, by each backend.

- running, and the lease has expired: pending again, or failed after three workers
- pending for 15 seconds, and the queue is empty: sent again, as the message was lost
- pending for 15 minutes, in which no worker started any task: failed, as there is no worker
- work is due, such as percentiles of changed seasons: requested
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog
from redis import RedisError
from sqlalchemy import ColumnElement
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
_PER_ROUND = 500


# Creates the tasks that are due.
Request = Callable[[Session], None]


async def sweep_periodically(every_seconds: float, *, requests: Sequence[Request] = ()) -> None:
    """Sweep until cancelled; an error is logged, and the next round tries again."""
    while True:
        try:
            await asyncio.to_thread(sweep, requests=requests)
        except Exception:
            log.exception("sweep_failed")
        await asyncio.sleep(every_seconds)


def sweep(*, requests: Sequence[Request] = ()) -> None:
    """One round, in one transaction."""
    now = utc_now()
    queue_is_empty = _queue_is_empty()
    with session_scope() as session:
        for task in _locked(session, TaskStatus.RUNNING, col(Task.lease_until) < now):
            if task.deliveries < MAX_DELIVERIES:
                log.warning("lease_expired", task_id=str(task.id), deliveries=task.deliveries)
                _queue(session, task, now)
            else:
                error = f"The worker stopped unexpectedly {task.deliveries} times."
                _fail(session, task, now, error=error, code="worker_lost")
        waiting = _locked(session, TaskStatus.PENDING, col(Task.queued_at) < now - RESEND_AFTER)
        old = [task for task in waiting if task.created_at < now - GIVE_UP_AFTER]
        gives_up = bool(old) and not _is_working(session, now)
        for task in waiting:
            if gives_up and task in old:
                error = "No worker started this task within 15 minutes."
                _fail(session, task, now, error=error, code="no_worker")
            elif queue_is_empty:
                _queue(session, task, now)
        for request in requests:
            request(session)
        idempotency.forget_old(session)


def _locked(session: Session, status: TaskStatus, condition: ColumnElement[bool]) -> list[Task]:
    """Such tasks, the oldest first; those another backend or a worker is changing are skipped."""
    statement = select(Task).where(Task.status == status, condition).order_by(col(Task.id))
    locked = statement.limit(_PER_ROUND).with_for_update(skip_locked=True)
    return list(session.exec(locked))


def _is_working(session: Session, now: datetime) -> bool:
    """Whether a worker started a task lately: in a long queue the others wait for their turn."""
    lately = col(Task.started_at) >= now - GIVE_UP_AFTER
    return session.exec(select(Task.id).where(lately).limit(1)).first() is not None


def _queue(session: Session, task: Task, now: datetime) -> None:
    task.status, task.queued_at = TaskStatus.PENDING, now
    task.lease = task.lease_until = None
    after_commit(session, lambda: service.send(task))


def _fail(session: Session, task: Task, now: datetime, *, error: str, code: str) -> None:
    task.status, task.error, task.error_code = TaskStatus.FAILED, error, code
    task.lease = task.lease_until = None
    task.finished_at = now
    after_commit(session, lambda: live.write(service.out(task)))


def _queue_is_empty() -> bool:
    try:
        return get_redis().llen(QUEUE) == 0
    except RedisError:
        return False
