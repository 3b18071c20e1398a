"""`/health`: is it up, and is everything it needs."""

from collections.abc import Callable

import httpx
from fastapi import APIRouter, Response
from pydantic import BaseModel
from sqlalchemy import text

from football_player_service.app import __version__
from football_player_service.app.db import session_scope
from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import DEFAULT_ADMIN_PASSWORD, get_settings
from football_player_service.app.worker import celery

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """This process answers. `default_login`: admin has the password that everybody knows."""

    status: str
    version: str
    default_login: bool


class Part(BaseModel):
    """One thing the service needs: `ok` or `down`, and a word on it."""

    status: str
    detail: str


class Readiness(BaseModel):
    """`ready` when every part is up, else `degraded`."""

    status: str
    version: str
    parts: dict[str, Part]


@router.get("/health")
def read_health() -> Health:
    """The process is up."""
    given = get_settings().admin_password.get_secret_value()
    return Health(status="ok", version=__version__, default_login=given == DEFAULT_ADMIN_PASSWORD)


@router.get("/health/ready", responses={503: {"model": Readiness}})
def read_readiness(response: Response) -> Readiness:
    """The database, Redis, a worker and the AI service, each with its state; 503 if one is down."""
    parts = {name: _checked(check) for name, check in _CHECKS.items()}
    ready = all(part.status == "ok" for part in parts.values())
    response.status_code = 200 if ready else 503
    return Readiness(status="ready" if ready else "degraded", version=__version__, parts=parts)


def _checked(check: Callable[[], str]) -> Part:
    try:
        return Part(status="ok", detail=check())
    except Exception as error:  # whatever is wrong with a part is its state, not ours
        return Part(status="down", detail=type(error).__name__)


def _database() -> str:
    with session_scope(writes=False) as session:
        session.connection().execute(text("SELECT 1"))
        return session.get_bind().dialect.name


def _redis() -> str:
    return f"Redis {get_redis().info('server')['redis_version']}"


def _worker() -> str:
    answers = celery.control.ping(timeout=1, limit=1)
    if not answers:
        raise LookupError("no worker answered")
    return str(next(iter(answers[0])))


def _ai_service() -> str:
    answer = httpx.get(f"{get_settings().ai_service}/health", timeout=2)
    health = answer.raise_for_status().json()
    return f"{health['writer']}: {health['model']}"


_CHECKS = {"database": _database, "redis": _redis, "worker": _worker, "ai_service": _ai_service}
