"""Pages kept in Redis for a while, and dropped at once when a player changes.

Every page carries the version of the data it was made from; a change sets a new version, so
that no page has to be looked for and deleted. Without Redis every page is simply made anew.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

import structlog
from anyio import to_thread
from redis import Redis as SyncRedis
from redis import RedisError
from redis.asyncio import Redis

from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import get_settings

log = structlog.get_logger()

_VERSION = "players:version"
_SEPARATOR = b"\n"


def invalidate(redis: SyncRedis | None = None) -> None:
    """No page made before this moment is served again."""
    try:
        (redis or get_redis()).set(_VERSION, uuid4().hex)
    except RedisError as error:
        log.warning("page_cache_unreachable", error=str(error))


async def cached(redis: Redis, *, key: str, make: Callable[[], bytes]) -> bytes:
    """The page under `key`, from Redis or from `make` (run in a thread)."""
    seconds = get_settings().page_cache_seconds
    if not seconds:
        return await to_thread.run_sync(make)
    version: Any = None
    with suppress(RedisError):
        found: list[Any] = await redis.mget(_VERSION, key)
        version, page = found
        if version is None:  # first use, or Redis lost its memory
            version = uuid4().hex.encode()
            await redis.set(_VERSION, version, nx=True)
        elif page and page.startswith(version + _SEPARATOR):
            return bytes(page[len(version) + 1 :])
    body = await to_thread.run_sync(make)
    if version:
        with suppress(RedisError):
            await redis.set(key, version + _SEPARATOR + body, ex=seconds)
    return body
