"""Connections to Redis: one for threads, one for the event loop."""

from functools import lru_cache

from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from football_player_service.app.settings import get_settings

# Redis is near: what does not answer in so many seconds is down.
TIMEOUT = 2.0


@lru_cache
def get_redis() -> Redis:
    """The client of this process for synchronous code."""
    return Redis.from_url(
        get_settings().redis, socket_connect_timeout=TIMEOUT, socket_timeout=TIMEOUT
    )


def make_async_redis() -> AsyncRedis:
    """A client for one event loop; its owner closes it."""
    return AsyncRedis.from_url(
        get_settings().redis, socket_connect_timeout=TIMEOUT, socket_timeout=TIMEOUT
    )
