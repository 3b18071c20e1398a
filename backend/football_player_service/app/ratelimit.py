"""So many requests a minute for one address, counted in Redis for all backends together."""

import time

import structlog
from limits import RateLimitItem
from redis import RedisError
from redis.asyncio import Redis
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from football_player_service.app import errors

log = structlog.get_logger()

# One round trip, where the strategies of the limits library take three.
_COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('TTL', KEYS[1])}
"""


class RateLimit:
    """Counts requests by address; health checks are free. Without Redis nobody is refused."""

    def __init__(self, app: ASGIApp, *, rate: RateLimitItem) -> None:
        self.app = app
        self.rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        free = scope["type"] != "http" or scope["path"].startswith("/health")
        counted = None if free else await self._count(scope)
        if counted is None:
            await self.app(scope, receive, send)
            return
        count, seconds = counted
        headers = {
            "X-RateLimit-Limit": str(self.rate.amount),
            "X-RateLimit-Remaining": str(max(self.rate.amount - count, 0)),
            "X-RateLimit-Reset": str(int(time.time()) + seconds),
        }

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        if count > self.rate.amount:
            refusal = errors.RateLimited(
                f"More than {self.rate}; try again in {seconds} seconds.", retry_after=seconds
            )
            await errors.of(refusal)(scope, receive, with_headers)
        else:
            await self.app(scope, receive, with_headers)

    async def _count(self, scope: Scope) -> tuple[int, int] | None:
        """Requests in this window so far, and the seconds until it ends."""
        redis: Redis = scope["app"].state.redis
        address = scope["client"][0] if scope.get("client") else "unknown"
        key = f"rate:{address}"
        try:
            count, seconds = await redis.eval(_COUNT, 1, key, str(self.rate.get_expiry()))
        except RedisError as error:
            log.warning("rate_limit_unreachable", error=str(error))
            return None
        return int(count), max(int(seconds), 1)
