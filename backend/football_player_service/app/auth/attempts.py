"""Limits on guessing passwords: at sign-in, and of the current password when changing it.

Attempts are counted in this process, which cannot fail, and in Redis for all backends together.
"""

import hashlib
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import structlog
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.strategies import FixedWindowRateLimiter
from redis import RedisError

from football_player_service.app import errors
from football_player_service.app.text import username_key

log = structlog.get_logger()

PER_PAIR = RateLimitItemPerMinute(5)
PER_ADDRESS = RateLimitItemPerMinute(20)
PER_USERNAME = RateLimitItemPerMinute(20)


@asynccontextmanager
async def limited_attempt(
    limiters: Sequence[FixedWindowRateLimiter], *, username: str, address: str
) -> AsyncIterator[None]:
    """Count an attempt to give the password of `username`, before it is evaluated.

    `RateLimited` after 5 failures a minute of this name from this address, or 20 of this name or
    this address. Where the block ends without an error the attempt succeeded: the failures of the
    pair are forgotten, and the attempt no longer counts for the others.
    """
    # Hashed, because people also type passwords into the field for the name.
    name = hashlib.sha256(username_key(username).encode(errors="replace")).hexdigest()
    pair = (PER_PAIR, ("login", name, address))
    # The pair comes first: guesses from one address alone never use up the limit of the name.
    others = [(PER_ADDRESS, ("login-address", address)), (PER_USERNAME, ("login-name", name))]
    for limiter in limiters:
        try:
            for limit, key in (pair, *others):
                if not await limiter.hit(limit, *key):
                    raise await _refusal(limiter, limit, key)
        except RedisError as error:
            log.warning("login_limit_unreachable", error=str(error))
    yield
    for limiter in limiters:
        try:
            await limiter.clear(pair[0], *pair[1])
            for limit, key in others:
                await limiter.storage.incr(limit.key_for(*key), limit.get_expiry(), amount=-1)
        except RedisError as error:
            log.warning("login_limit_unreachable", error=str(error))


async def _refusal(
    limiter: FixedWindowRateLimiter, limit: RateLimitItem, key: tuple[str, ...]
) -> errors.RateLimited:
    window = await limiter.get_window_stats(limit, *key)
    seconds = max(int(window.reset_time - time.time()), 1)
    return errors.RateLimited(
        f"Too many failed attempts. Try again in {seconds} seconds.",
        retry_after=seconds,
        code="too_many_failed_logins",
    )
