"""`/health`: whether this process answers. `/health/ready`: whether everything it needs does."""

import time
from collections.abc import Callable

from anyio import CapacityLimiter, Lock, create_task_group, fail_after, to_thread
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from football_player_service.app import __version__, ai_client
from football_player_service.app.auth.service import default_admin_password_works
from football_player_service.app.db import session_scope
from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import get_settings
from football_player_service.app.worker import celery

router = APIRouter(tags=["health"])

_READY_FOR_SECONDS, _DEGRADED_FOR_SECONDS = 5.0, 1.0
# The checks below have shorter timeouts; this one is for what they do not cover.
_CHECK_SECONDS = 4.0
_DEFAULT_LOGIN_SECONDS = 2.0
# Checks have threads of their own: they answer also when requests occupy all others.
_threads = CapacityLimiter(8)


class Health(BaseModel):
    """This process answers. `default_login`: the admin still has the public default password."""

    status: str
    version: str
    default_login: bool


class Part(BaseModel):
    """One thing the service needs: `ok` or `down`, and a detail."""

    status: str
    detail: str


class Readiness(BaseModel):
    """`ready` when every part is up, else `degraded`."""

    status: str
    version: str
    parts: dict[str, Part]


class ReadinessCheck:
    """The latest readiness. One request at a time renews it; the others get the last result."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest: Readiness | None = None
        self._valid_until = 0.0

    async def latest(self) -> Readiness:
        """The readiness, ten seconds old at most."""
        if self._latest is not None and self._lock.locked():
            return self._latest
        async with self._lock:
            if self._latest is None or time.monotonic() >= self._valid_until:
                self._latest = await _check()
                ready = self._latest.status == "ready"
                seconds = _READY_FOR_SECONDS if ready else _DEGRADED_FOR_SECONDS
                self._valid_until = time.monotonic() + seconds
            return self._latest


@router.get("/health")
async def read_health() -> Health:
    """The process is up."""
    return Health(status="ok", version=__version__, default_login=await _default_login())


@router.get("/health/ready", responses={503: {"model": Readiness}})
async def read_readiness(request: Request, response: Response) -> Readiness:
    """The database, Redis, a worker and the AI service; 503 if one is down.

    The answer may be a few seconds old.
    """
    check: ReadinessCheck = request.app.state.readiness
    readiness = await check.latest()
    response.status_code = 200 if readiness.status == "ready" else 503
    return readiness


async def _default_login() -> bool:
    """Whether to show the default login; never in production, nor while the database is down."""
    if get_settings().production:
        return False

    def works() -> bool:
        with session_scope(writes=False) as session:
            return default_admin_password_works(session)

    try:
        with fail_after(_DEFAULT_LOGIN_SECONDS):
            return await to_thread.run_sync(works, abandon_on_cancel=True, limiter=_threads)
    except (TimeoutError, SQLAlchemyError):
        return False


async def _check() -> Readiness:
    parts: dict[str, Part] = {}

    async def check(name: str, work: Callable[[], str]) -> None:
        try:
            with fail_after(_CHECK_SECONDS):
                detail = await to_thread.run_sync(work, abandon_on_cancel=True, limiter=_threads)
            parts[name] = Part(status="ok", detail=detail)
        except Exception as error:  # whatever is wrong with a part is its state, not ours
            parts[name] = Part(status="down", detail=type(error).__name__)

    async with create_task_group() as tasks:
        for name, work in _CHECKS.items():
            tasks.start_soon(check, name, work)
    ready = all(part.status == "ok" for part in parts.values())
    return Readiness(
        status="ready" if ready else "degraded",
        version=__version__,
        parts={name: parts[name] for name in _CHECKS},
    )


def _database() -> str:
    with session_scope(writes=False) as session:
        session.connection().execute(text("SELECT 1"))
        return session.get_bind().dialect.name


def _redis() -> str:
    return f"Redis {get_redis().info('server')['redis_version']}"


def _worker() -> str:
    get_redis().ping()  # fails fast where the broker is down
    # A connection of its own: the pooled ones are for sending tasks.
    with celery.connection_for_write() as connection:
        answers = celery.control.ping(timeout=1, limit=1, connection=connection)
    if not answers:
        raise LookupError("no worker answered")
    return str(next(iter(answers[0])))


def _ai_service() -> str:
    return ai_client.writer()


_CHECKS = {"database": _database, "redis": _redis, "worker": _worker, "ai_service": _ai_service}
