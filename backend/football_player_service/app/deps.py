"""What routes ask for by type: `SessionDep`, `RedisDep`, `IfMatch`."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Annotated, TypeVar

from anyio import CapacityLimiter, fail_after, to_thread
from fastapi import Depends, FastAPI, Header, Request
from redis.asyncio import Redis
from sqlmodel import Session

from football_player_service.app import db, errors

T = TypeVar("T")

READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Threads that writes may occupy. SQLite has one writer; the others would only hold a thread
# that a read could use.
_SQLITE_WRITERS, _POSTGRESQL_WRITERS = 1, 20


def make_write_limiter() -> CapacityLimiter:
    """The limiter of an application's writes, for `app.state.writes`."""
    sqlite = db.get_engine().dialect.name == "sqlite"
    return CapacityLimiter(_SQLITE_WRITERS if sqlite else _POSTGRESQL_WRITERS)


@asynccontextmanager
async def write_slot(app: FastAPI) -> AsyncIterator[None]:
    """Wait for a turn to write; `Unavailable` (503) after `db.REQUEST_LOCK_SECONDS`."""
    limiter: CapacityLimiter = app.state.writes
    token = object()
    try:
        with fail_after(db.REQUEST_LOCK_SECONDS):
            await limiter.acquire_on_behalf_of(token)
    except TimeoutError:
        raise errors.DatabaseBusy() from None
    try:
        yield
    finally:
        limiter.release_on_behalf_of(token)


async def run_write(app: FastAPI, work: Callable[[Session], T]) -> T:
    """The result of `work` in one transaction, for routes that do slow work before or after it."""

    def transaction() -> T:
        with db.session_scope(lock_seconds=db.REQUEST_LOCK_SECONDS) as session:
            return work(session)

    async with write_slot(app):
        return await to_thread.run_sync(transaction)


async def _turn_to_write(request: Request) -> AsyncIterator[None]:
    if request.method in READ_METHODS:
        yield
        return
    async with write_slot(request.app):
        yield


# scope="function": the transaction ends before the response is sent.
def _session(
    request: Request, _turn: Annotated[None, Depends(_turn_to_write, scope="function")]
) -> Iterator[Session]:
    writes = request.method not in READ_METHODS
    with db.open_session(writes=writes, lock_seconds=db.REQUEST_LOCK_SECONDS) as session:
        yield session
        db.commit(session)


SessionDep = Annotated[Session, Depends(_session, scope="function")]


# async, so that FastAPI calls it in place and not in a thread.
async def _async_redis(request: Request) -> Redis:
    redis: Redis = request.app.state.redis
    return redis


RedisDep = Annotated[Redis, Depends(_async_redis)]
IfMatch = Annotated[str | None, Header(description="Change only this version (an ETag).")]
