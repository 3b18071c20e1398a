"""Connections to Redis that fail fast: one client for threads, one for each event loop."""

import threading
import time
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.retry import Retry

from football_player_service.app.settings import get_settings

# Redis is close by: without an answer within this time it counts as down.
TIMEOUT_SECONDS = 0.5
# For this long after a failure no command is sent; then one is, to see whether Redis is back.
PAUSE_SECONDS = 2.0


class Breaker:
    """Remembers for a few seconds that Redis does not answer, so that nobody waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closed_until = 0.0

    def check(self) -> None:
        """Raise `RedisConnectionError` while Redis is presumed down."""
        with self._lock:
            now = time.monotonic()
            if now < self._closed_until:
                raise RedisConnectionError("Redis did not answer a moment ago")
            if self._closed_until:  # the caller probes; the others keep failing fast
                self._closed_until = now + TIMEOUT_SECONDS

    def succeeded(self) -> None:
        """Redis answered."""
        self._closed_until = 0.0

    def failed(self) -> None:
        """Redis did not answer."""
        self._closed_until = time.monotonic() + PAUSE_SECONDS


breaker = Breaker()
_DOWN = (RedisConnectionError, RedisTimeoutError)


# redis-py runs every connection attempt and every command through its `Retry`.
class _FailFast(Retry):
    def call_with_retry(self, do: Callable[[], Any], *args: Any, **options: Any) -> Any:
        breaker.check()
        try:
            result = super().call_with_retry(do, *args, **options)
        except _DOWN:
            breaker.failed()
            raise
        breaker.succeeded()
        return result


class _AsyncFailFast(AsyncRetry):
    async def call_with_retry(
        self, do: Callable[[], Awaitable[Any]], *args: Any, **options: Any
    ) -> Any:
        breaker.check()
        try:
            result = await super().call_with_retry(do, *args, **options)
        except _DOWN:
            breaker.failed()
            raise
        breaker.succeeded()
        return result


# One retry, for a connection that Redis closed while it was idle.
_RETRIES: dict[str, Any] = {
    "backoff": NoBackoff(), "retries": 1, "supported_errors": (RedisConnectionError,),
}  # fmt: skip
_TIMEOUTS: dict[str, Any] = {
    "socket_connect_timeout": TIMEOUT_SECONDS, "socket_timeout": TIMEOUT_SECONDS,
}  # fmt: skip


@lru_cache
def get_redis() -> Redis:
    """The client of this process for synchronous code."""
    return Redis.from_url(get_settings().redis, **_TIMEOUTS, retry=_FailFast(**_RETRIES))


def make_async_redis() -> AsyncRedis:
    """A client for one event loop; its owner closes it."""
    return AsyncRedis.from_url(get_settings().redis, **_TIMEOUTS, retry=_AsyncFailFast(**_RETRIES))
