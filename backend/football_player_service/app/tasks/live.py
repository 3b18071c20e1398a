"""The copy of a task in Redis: fast to poll, expires after an hour, may be lost at any time."""

from datetime import timedelta
from uuid import UUID

import structlog
from pydantic import ValidationError
from redis import RedisError

from football_player_service.app.db import utc_now
from football_player_service.app.redisdb import get_redis
from football_player_service.app.tasks.models import IN_FLIGHT, TaskOut

log = structlog.get_logger()

TTL = timedelta(hours=1)
# Workers confirm a running task more often than this; an older copy may have missed its end.
MAX_AGE = timedelta(seconds=15)


def write(task: TaskOut) -> None:
    """Store the copy as flat JSON under `task:{id}`; without Redis only the row remains."""
    try:
        get_redis().set(f"task:{task.task_id}", task.model_dump_json(), ex=TTL)
    except RedisError as error:
        log.warning("task_copy_not_written", task_id=str(task.task_id), error=str(error))


def read(task_id: UUID) -> TaskOut | None:
    """The copy; None if it is missing, unreadable, or too old for a task in flight."""
    try:
        stored = get_redis().get(f"task:{task_id}")
        task = TaskOut.model_validate_json(stored) if stored else None
    except (RedisError, ValidationError) as error:
        log.warning("task_copy_not_read", task_id=str(task_id), error=str(error))
        return None
    if task and task.status in IN_FLIGHT and utc_now() - task.updated_at > MAX_AGE:
        return None
    return task
