"""Pages cached in Redis until a player changes.

Every page is stored with the version of the data it was built from. A change sets a new version,
and pages of other versions are ignored, so none has to be found and deleted.
"""

import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import structlog
from anyio import to_thread
from redis import RedisError
from redis.asyncio import Redis

from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import get_settings

log = structlog.get_logger()

_VERSION = "players:version"
_SEPARATOR = b"\n"
_RETRY_SECONDS = 1.0

_lock = threading.Lock()
# Set while Redis has not received the latest invalidation.
_invalidation_pending = threading.Event()


def invalidate() -> None:
    """Ignore all pages cached so far; retried in the background while Redis is down."""
    try:
        get_redis().set(_VERSION, uuid4().hex)
    except RedisError as error:
        log.warning("page_cache_unreachable", error=str(error))
        _invalidate_later()


def _invalidate_later() -> None:
    with _lock:
        if not _invalidation_pending.is_set():
            _invalidation_pending.set()
            threading.Thread(target=_retry_invalidation, daemon=True).start()


def _retry_invalidation() -> None:
    while _invalidation_pending.is_set():
        time.sleep(_RETRY_SECONDS)
        with _lock:  # a change after this attempt starts a thread of its own
            try:
                get_redis().set(_VERSION, uuid4().hex)
            except RedisError:
                continue
            _invalidation_pending.clear()


async def cached(redis: Redis, *, key: str, make: Callable[[], bytes]) -> bytes:
    """The page under `key` from Redis, else from `make`, which runs in a thread."""
    seconds = get_settings().page_cache_seconds
    if not seconds or _invalidation_pending.is_set():
        return await to_thread.run_sync(make)
    try:
        found: list[Any] = await redis.mget(_VERSION, key)
        version, stored = found
        if version is None:  # first use, or Redis lost its data
            version = uuid4().hex.encode()
            await redis.set(_VERSION, version, nx=True)
        elif stored and stored.startswith(version + _SEPARATOR):
            return bytes(stored[len(version) + len(_SEPARATOR) :])
    except RedisError:
        # Redis may come back with a page and a version from before a change.
        await to_thread.run_sync(_invalidate_later)
        return await to_thread.run_sync(make)
    page = await to_thread.run_sync(make)
    try:
        await redis.set(key, version + _SEPARATOR + page, ex=seconds)
    except RedisError as error:
        log.warning("page_not_cached", error=str(error))
    return page
