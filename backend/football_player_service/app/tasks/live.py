"""The live copy of a task in Redis: fast to poll, gone after an hour, never the truth."""

from datetime import timedelta
from uuid import UUID

import structlog
from pydantic import AwareDatetime, BaseModel, ValidationError
from redis import Redis, RedisError

from football_player_service.app.db import utc_now
from football_player_service.app.redisdb import get_redis
from football_player_service.app.tasks.models import IN_FLIGHT, TaskOut

log = structlog.get_logger()

TTL_SECONDS = 3600
# A worker shows itself more often than this; an older copy may have missed the end.
TRUSTED_FOR = timedelta(seconds=15)


class _Copy(BaseModel):
    task: TaskOut
    written_at: AwareDatetime


def _key(task_id: UUID) -> str:
    return f"task:{task_id}"


def write(task: TaskOut, redis: Redis | None = None) -> None:
    """Keep the copy; without Redis the row alone has to do."""
    copy = _Copy(task=task, written_at=utc_now())
    try:
        (redis or get_redis()).set(_key(task.task_id), copy.model_dump_json(), ex=TTL_SECONDS)
    except RedisError as error:
        log.warning("task_copy_not_written", task_id=str(task.task_id), error=str(error))


def read(task_id: UUID) -> TaskOut | None:
    """The copy, unless it is missing, unreadable or too old for a task still in flight."""
    try:
        raw = get_redis().get(_key(task_id))
        copy = _Copy.model_validate_json(raw) if raw else None
    except (RedisError, ValidationError) as error:
        log.warning("task_copy_not_read", task_id=str(task_id), error=str(error))
        return None
    if copy and copy.task.status in IN_FLIGHT and utc_now() - copy.written_at > TRUSTED_FOR:
        return None
    return copy.task if copy else None
