"""The HTTP application: `create_app()` puts the slices together."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from anyio import to_thread
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from football_player_service.app import __version__, apidocs, errors, health, pagecache
from football_player_service.app.auth.routes import router as auth
from football_player_service.app.auth.service import default_admin_password_works
from football_player_service.app.clubs.routes import router as clubs
from football_player_service.app.db import session_scope
from football_player_service.app.deps import make_hash_limiter, make_write_limiter
from football_player_service.app.logs import configure_logging
from football_player_service.app.metrics.routes import router as metrics
from football_player_service.app.middleware import (
    BodyLimits,
    HeadAsGet,
    PlainTextProblems,
    PrefixLocation,
    ProxyHeaders,
    SecurityHeaders,
)
from football_player_service.app.players.routes import router as players
from football_player_service.app.ratelimit import RateLimit, make_limiter, make_local_limiter
from football_player_service.app.record.jobs import request_stale
from football_player_service.app.record.routes import router as record
from football_player_service.app.redisdb import make_async_redis
from football_player_service.app.scouting.routes import router as scouting
from football_player_service.app.search.routes import router as search
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks.routes import router as tasks
from football_player_service.app.tasks.sweep import sweep_periodically

log = structlog.get_logger()

# Always allowed, for health checks: a browser is never tricked into sending these.
_LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await to_thread.run_sync(_check_secrets)
    app.state.redis = make_async_redis()
    app.state.limiter = make_limiter(app.state.redis)
    app.state.login_limiters = [make_local_limiter(), app.state.limiter]
    app.state.writes = make_write_limiter()
    app.state.hashing = make_hash_limiter()
    app.state.readiness = health.ReadinessCheck()
    pagecache.invalidate()  # the database may have changed while this was not running
    seconds = get_settings().task_sweep_seconds
    sweeping = asyncio.create_task(sweep_periodically(seconds, requests=[request_stale]))
    yield
    sweeping.cancel()
    with suppress(asyncio.CancelledError):
        await sweeping
    await app.state.redis.aclose()


def _check_secrets() -> None:
    """Warn of public secrets; refuse to start in production on the public admin password."""
    settings = get_settings()
    if settings.has_default_secret_key:
        log.warning(
            "default_secret_key",
            danger="anyone who reaches this service can sign in as admin",
            advice="set SECRET_KEY (openssl rand -hex 32)",
        )
    try:
        with session_scope(writes=False) as session:
            default_login = default_admin_password_works(session)
    except SQLAlchemyError:
        if settings.production:
            raise
        return
    if default_login and settings.production:
        raise RuntimeError(
            "ENVIRONMENT=production: the user admin still has the public default password. "
            "Start with ENVIRONMENT=development and change it."
        )
    if default_login:
        log.warning("default_admin_password", advice="sign in as admin and change it")


class Api(FastAPI):
    """FastAPI, with problem documents in place of its own error schema."""

    def openapi(self) -> dict[str, object]:
        """The OpenAPI document."""
        if self.openapi_schema is None:
            self.openapi_schema = apidocs.with_problems(super().openapi())
        return self.openapi_schema


def create_app() -> FastAPI:
    """The application, with the settings of this process."""
    settings = get_settings()
    configure_logging()
    app = Api(
        title="Football Player Service",
        version=__version__,
        summary="A self-hosted scouting desk.",
        lifespan=_lifespan,
        openapi_url="/openapi.json" if settings.shows_docs else None,
        docs_url=None,
        redoc_url=None,
    )
    for router in (health.router, auth, search, players, clubs, metrics, record, scouting, tasks):
        app.include_router(router)
    errors.install(app)
    if settings.shows_docs:
        apidocs.install(app)
    # The last one added is the first that a request meets.
    app.add_middleware(
        BodyLimits, size=settings.max_body_bytes, seconds=settings.body_timeout_seconds
    )
    app.add_middleware(HeadAsGet)
    app.add_middleware(RateLimit, rate=settings.rate)
    app.add_middleware(PrefixLocation)
    # Starlette's own is outside of all others, so its answer to a bug would have no headers.
    app.add_middleware(ServerErrorMiddleware, handler=errors.internal_error)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
        expose_headers=["Content-Disposition", "ETag", "Location", "Retry-After",
                        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
    )  # fmt: skip
    if settings.allowed_hosts:
        hosts = [*settings.allowed_hosts, *_LOCAL_HOSTS]
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    app.add_middleware(PlainTextProblems)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(ProxyHeaders, trusted_hosts=settings.trusted_proxies)
    return app


app = create_app()
# Nothing so far is ever garbage. Looking through it all stopped every request for 100 ms, twice a
# second under load (bench/health.py).
gc.freeze()
