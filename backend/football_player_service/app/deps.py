"""Dependencies of routes, and the limits on work that must not run many times at once."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, TypeVar

from anyio import CapacityLimiter, fail_after, to_thread
from fastapi import Depends, FastAPI, Header, Request
from redis.asyncio import Redis
from sqlmodel import Session

from football_player_service.app import db, errors

T = TypeVar("T")

READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# SQLite has one writer: others would only occupy a thread that a read could use.
_SQLITE_WRITERS, _POSTGRESQL_WRITERS = 1, 20
# Argon2 takes a processor and 64 MiB for a tenth of a second.
_HASHERS = 2
_HASHING_WAIT_SECONDS = 10.0


def make_write_limiter() -> CapacityLimiter:
    """The limiter of an application's writes, for `app.state.writes`."""
    sqlite = db.get_engine().dialect.name == "sqlite"
    return CapacityLimiter(_SQLITE_WRITERS if sqlite else _POSTGRESQL_WRITERS)


def make_hash_limiter() -> CapacityLimiter:
    """The limiter of an application's password hashing, for `app.state.hashing`."""
    return CapacityLimiter(_HASHERS)


@asynccontextmanager
async def _slot(
    limiter: CapacityLimiter, *, seconds: float, error: errors.AppError
) -> AsyncIterator[None]:
    """Hold one token of `limiter`; `error` where none is free within `seconds`."""
    token = object()
    try:
        with fail_after(seconds):
            await limiter.acquire_on_behalf_of(token)
    except TimeoutError:
        raise error from None
    try:
        yield
    finally:
        limiter.release_on_behalf_of(token)


async def run_write(app: FastAPI, work: Callable[[Session], T]) -> T:
    """The result of `work` in one transaction, for routes that do slow work before or after it.

    `DatabaseBusy` where it cannot begin within `db.REQUEST_LOCK_SECONDS`.
    """

    def transaction() -> T:
        with db.session_scope(lock_seconds=db.REQUEST_LOCK_SECONDS) as session:
            return work(session)

    async with _write_slot(app):
        return await to_thread.run_sync(transaction)


async def run_hashing(app: FastAPI, work: Callable[[], T]) -> T:
    """The result of `work`, which hashes passwords; `Unavailable` while too many are hashed."""
    error = errors.Unavailable("Too many passwords are being checked. Try again in a moment.")
    async with _slot(app.state.hashing, seconds=_HASHING_WAIT_SECONDS, error=error):
        # A limiter of its own: hashing does not wait for a thread that requests share.
        return await to_thread.run_sync(work, limiter=CapacityLimiter(1))


def _write_slot(app: FastAPI) -> AbstractAsyncContextManager[None]:
    return _slot(app.state.writes, seconds=db.REQUEST_LOCK_SECONDS, error=errors.DatabaseBusy())


async def _write_turn(request: Request) -> AsyncIterator[None]:
    if request.method in READ_METHODS:
        yield
        return
    async with _write_slot(request.app):
        yield


async def _after_commit() -> AsyncIterator[list[Callable[[], None]]]:
    actions: list[Callable[[], None]] = []
    yield actions
    for action in actions:
        await to_thread.run_sync(action)


# scope="function": everything ends before the response is sent, in reverse order: the
# transaction, the turn to write, then what waited for the commit and may take longer.
def _session(
    request: Request,
    actions: Annotated[list[Callable[[], None]], Depends(_after_commit, scope="function")],
    _turn: Annotated[None, Depends(_write_turn, scope="function")],
) -> Iterator[Session]:
    writes = request.method not in READ_METHODS
    with db.open_session(writes=writes, lock_seconds=db.REQUEST_LOCK_SECONDS) as session:
        yield session
        session.commit()
        actions += db.actions_after_commit(session)


SessionDep = Annotated[Session, Depends(_session, scope="function")]


# async, so that FastAPI does not call it in a thread.
async def _redis(request: Request) -> Redis:
    redis: Redis = request.app.state.redis
    return redis


RedisDep = Annotated[Redis, Depends(_redis)]
IfMatch = Annotated[str | None, Header(description="Change only this version (an ETag).")]
