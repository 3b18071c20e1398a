"""Rate limits by the `limits` library, counted in Redis for all backends together."""

import time
from typing import Any

import structlog
from limits import RateLimitItem
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from redis import RedisError
from redis.asyncio import Redis
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from football_player_service.app import errors
from football_player_service.app.middleware import route_path

log = structlog.get_logger()


def make_limiter(redis: Redis) -> FixedWindowRateLimiter:
    """A limiter that counts in `redis`, atomically."""
    options: dict[str, Any] = {"connection_pool": redis.connection_pool, "key_prefix": "limits"}
    storage = RedisStorage("async+redis://", implementation="redispy", **options)
    return FixedWindowRateLimiter(storage)


def make_local_limiter() -> FixedWindowRateLimiter:
    """A limiter that counts in this process alone."""
    return FixedWindowRateLimiter(MemoryStorage())


def client_address(scope: Scope) -> str:
    """The address that limits count by."""
    return scope["client"][0] if scope.get("client") else "unknown"


class RateLimit:
    """Counts requests by address; `/health` is free. While Redis is down nobody is refused."""

    def __init__(self, app: ASGIApp, *, rate: RateLimitItem) -> None:
        self.app = app
        self.rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or route_path(scope) == "/health":
            await self.app(scope, receive, send)
            return
        limiter: FixedWindowRateLimiter = scope["app"].state.limiter
        key = ("requests", client_address(scope))
        try:
            allowed = await limiter.hit(self.rate, *key)
            window = await limiter.get_window_stats(self.rate, *key)
        except RedisError as error:
            log.warning("rate_limit_unreachable", error=str(error))
            await self.app(scope, receive, send)
            return
        headers = {
            "X-RateLimit-Limit": str(self.rate.amount),
            "X-RateLimit-Remaining": str(window.remaining),
            "X-RateLimit-Reset": str(int(window.reset_time)),
        }

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        if allowed:
            await self.app(scope, receive, with_headers)
            return
        seconds = max(int(window.reset_time - time.time()), 1)
        refusal = errors.RateLimited(
            f"More than {self.rate}. Try again in {seconds} seconds.", retry_after=seconds
        )
        await errors.of(refusal)(scope, receive, with_headers)
