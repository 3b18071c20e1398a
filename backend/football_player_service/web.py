"""The web app on its own port: the built frontend, and the API under `/api`.

Used by `make run`; in compose nginx does the same.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from football_player_service.app.main import app as api
from football_player_service.app.middleware import SecurityHeaders
from football_player_service.app.settings import PROJECT_DIR

BUILT = PROJECT_DIR / "frontend" / "dist"
# Mantine sets styles on elements; scripts come from our own files only.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_NOT_FOUND = 404


class FrontEnd(StaticFiles):
    """The built files; every other path is routed by the web app itself."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != _NOT_FOUND or path.startswith("assets/"):
                raise
            path, response = "index.html", await super().get_response("index.html", scope)
        # Built files carry a hash in their name; the page that names them does not.
        kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        response.headers["Cache-Control"] = kept
        return response


@asynccontextmanager
async def _lifespan(_web: Starlette) -> AsyncIterator[None]:
    async with api.router.lifespan_context(api):
        yield


def create_web(built: Path = BUILT) -> Starlette:
    """The application."""
    return Starlette(
        routes=[
            Mount("/api", app=api),
            Mount("/", app=FrontEnd(directory=built, html=True, check_dir=False)),
        ],
        middleware=[
            Middleware(SecurityHeaders, policy=POLICY),
            Middleware(GZipMiddleware, minimum_size=1024),
        ],
        lifespan=_lifespan,
    )


app = create_web()
