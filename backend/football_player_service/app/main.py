"""The HTTP application: `create_app()` puts the slices together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from football_player_service.app import __version__, apidocs, errors, health, pagecache
from football_player_service.app.auth.routes import router as auth
from football_player_service.app.careers.routes import router as careers
from football_player_service.app.deps import make_write_limiter
from football_player_service.app.logs import configure_logging
from football_player_service.app.middleware import BodyLimit, SecurityHeaders
from football_player_service.app.players.routes import router as players
from football_player_service.app.ratelimit import RateLimit
from football_player_service.app.redisdb import make_async_redis
from football_player_service.app.scouting.routes import router as scouting
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks.routes import router as tasks
from football_player_service.app.tasks.sweep import sweep_periodically


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.redis = make_async_redis()
    app.state.writes = make_write_limiter()
    pagecache.invalidate()  # the database may have changed while nobody watched
    sweeping = asyncio.create_task(sweep_periodically(get_settings().task_sweep_seconds))
    yield
    sweeping.cancel()
    with suppress(asyncio.CancelledError):
        await sweeping
    await app.state.redis.aclose()


def create_app() -> FastAPI:
    """The application, with the settings of this process."""
    settings = get_settings()
    configure_logging()
    app = FastAPI(
        title="Football Player Service",
        version=__version__,
        summary="A self-hosted scouting desk.",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
    )
    for router in (health.router, auth, players, careers, scouting, tasks):
        app.include_router(router)
    errors.install(app)
    apidocs.install(app)
    # The last one added is the first a request meets.
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(RateLimit, rate=settings.rate)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
        expose_headers=["Content-Disposition", "ETag", "Location", "Retry-After",
                        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
    )  # fmt: skip
    app.add_middleware(SecurityHeaders)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    return app


app = create_app()
