"""Connections to Redis: one for threads, one for the event loop."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import structlog
from redis import Redis, RedisError
from redis.asyncio import Redis as AsyncRedis

from football_player_service.app.settings import get_settings

log = structlog.get_logger()

# Redis is near: what does not answer in so many seconds is down.
TIMEOUT = 2.0


@lru_cache
def get_redis() -> Redis:
    """The client of this process for synchronous code."""
    return Redis.from_url(
        get_settings().redis, socket_connect_timeout=TIMEOUT, socket_timeout=TIMEOUT
    )


@contextmanager
def one_trip() -> Iterator[Redis]:
    """What is sent within leaves together at the end; a Redis that is down is logged, no more."""
    with get_redis().pipeline(transaction=False) as commands:
        yield commands
        try:
            commands.execute()
        except RedisError as error:
            log.warning("redis_unreachable", error=str(error))


def make_async_redis() -> AsyncRedis:
    """A client for one event loop; its owner closes it."""
    return AsyncRedis.from_url(
        get_settings().redis, socket_connect_timeout=TIMEOUT, socket_timeout=TIMEOUT
    )
