"""Recompute the players' age group and contract status, which change as days pass.

Five players at a time, three attempts each. A player processed within the last minute, by any
run, is skipped.
"""

import argparse
import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import structlog
from redis import RedisError
from redis.asyncio import Redis
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import col, select
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)
from tenacity.wait import wait_base

from football_player_service.app import pagecache
from football_player_service.app.db import session_scope
from football_player_service.app.players import refresh as derived
from football_player_service.app.players.models import Player
from football_player_service.app.redisdb import make_async_redis

LIMIT = 50
CONCURRENCY = 5
ATTEMPTS = 3
ONCE_IN_SECONDS = 60
BACKOFF = wait_exponential(multiplier=1, max=10)  # seconds: 1, 2

# Refreshes one player, in a thread; returns whether anything changed.
Work = Callable[[int], bool]


class SimulatedFailure(Exception):
    """A failure caused by --simulate-failures."""


def _line(_logger: object, _method: str, event: structlog.typing.EventDict) -> str:
    level, text = event.pop("level").upper(), event.pop("event")
    return " ".join([f"[{level}] {text}", *(f"{name}={value}" for name, value in event.items())])


_PROCESSORS: list[structlog.typing.Processor] = [structlog.processors.add_log_level, _line]
log = structlog.wrap_logger(
    structlog.PrintLogger(), processors=_PROCESSORS, wrapper_class=structlog.BoundLogger
)


def player_ids(limit: int) -> list[int]:
    """The ids of the first `limit` players; of all players if it is 0."""
    statement = select(Player.id).order_by(col(Player.id))
    with session_scope(writes=False) as session:
        found = session.exec(statement.limit(limit) if limit else statement)
        return [number for number in found if number is not None]


def recompute(player_id: int) -> bool:
    """Update a player's outdated derived columns; whether there were any."""
    with session_scope(writes=False) as session:  # no write lock for players that are up to date
        if not derived.outdated(session, player_id=player_id):
            return False
    with session_scope() as session:
        values = derived.outdated(session, player_id=player_id)
        if values:
            derived.store(session, player_id=player_id, values=values)
    return bool(values)


def failing(work: Work, share: float) -> Work:
    """`work` with this share of its attempts failing."""

    def attempt(player_id: int) -> bool:
        if random.random() < share:  # noqa: S311 - no secret
            raise SimulatedFailure("Simulated Network Error")
        return work(player_id)

    return attempt


async def refresh(
    ids: Sequence[int], *, redis: Redis, work: Work = recompute, wait: wait_base = BACKOFF
) -> Counter[str]:
    """Refresh the players; the number of `success`, `skipped` and `failed`."""
    log.info(f"Starting refresh for {len(ids)} players")
    limit = asyncio.Semaphore(CONCURRENCY)
    changed: list[int] = []

    async def one(player_id: int) -> str:
        async with limit:
            return await _refresh_player(
                player_id, redis=redis, work=work, wait=wait, changed=changed
            )

    counts = Counter(await asyncio.gather(*map(one, ids)))
    if changed:
        await asyncio.to_thread(pagecache.invalidate)
    log.info(
        f"Completed: {counts['success']}/{len(ids)} success, {counts['skipped']} skipped, "
        f"{counts['failed']} failed",
        changed=len(changed),
    )
    return counts


async def _refresh_player(
    player_id: int, *, redis: Redis, work: Work, wait: wait_base, changed: list[int]
) -> str:
    key = f"refreshed:{player_id}"
    if not await redis.set(key, "1", nx=True, ex=ONCE_IN_SECONDS):
        ago = ONCE_IN_SECONDS - max(await redis.ttl(key), 0)
        log.info(f"Player {player_id}: Skipped (processed {ago}s ago - idempotent)")
        return "skipped"
    attempts = AsyncRetrying(
        stop=stop_after_attempt(ATTEMPTS),
        wait=wait,
        # Another attempt does not help against a bug.
        retry=retry_if_exception_type((DBAPIError, SimulatedFailure)),
        before_sleep=partial(_log_retry, player_id),
        reraise=True,
    )
    try:
        async for attempt in attempts:
            with attempt:
                number = attempt.retry_state.attempt_number
                log.info(f"Player {player_id}: Processing (attempt {number}/{ATTEMPTS})")
                if await asyncio.to_thread(work, player_id):
                    changed.append(player_id)
    except (DBAPIError, SimulatedFailure) as error:
        await redis.delete(key)  # so that the next run tries again
        log.error(f"Player {player_id}: Failed after {ATTEMPTS} attempts: {_reason(error)}")
        return "failed"
    except BaseException:
        await redis.delete(key)
        raise
    log.info(f"Player {player_id}: Success")
    return "success"


def _log_retry(player_id: int, state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    pause = state.next_action.sleep if state.next_action else 0.0
    log.warning(f"Player {player_id}: {_reason(error)}; retrying in {pause:.1f} seconds")


def _reason(error: BaseException | None) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().splitlines()[0]


async def _run(limit: int, share: float) -> Counter[str]:
    redis = make_async_redis()
    try:
        await redis.ping()
        ids = await asyncio.to_thread(player_ids, limit)
        return await refresh(ids, redis=redis, work=failing(recompute, share))
    finally:
        await redis.aclose()


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 1 if a player failed or the run could not start."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--limit",
        type=int,
        default=LIMIT,
        help="number of players, 0 for all (default: %(default)s)",
    )
    parser.add_argument(
        "--simulate-failures",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="make this share of attempts fail, from 0 to 1",
    )
    options = parser.parse_args(arguments)
    try:
        counts = asyncio.run(_run(max(options.limit, 0), options.simulate_failures))
    except RedisError as error:
        print(f"Redis does not answer ({error}); start it with `make run`.", file=sys.stderr)
        return 1
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        print(f"The database cannot be used ({reason}); `make run` sets it up.", file=sys.stderr)
        return 1
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
