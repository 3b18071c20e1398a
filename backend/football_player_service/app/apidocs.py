"""`/docs`: Swagger UI from our own files, so that it works without the internet."""

import base64
import hashlib
import re

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from football_player_service.app.errors import (
    BodyTooLarge,
    Problem,
    RateLimited,
    Unprocessable,
    responses,
)

_ASSETS = "/docs/assets"


def install(app: FastAPI) -> None:
    """Serve the documentation of `app`, with what every route may answer in it."""
    page = get_swagger_ui_html(
        openapi_url="/openapi.json",
        title=app.title,
        swagger_js_url=f"{_ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{_ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{_ASSETS}/favicon.png",
    )
    html = bytes(page.body).decode()

    @app.get("/docs", include_in_schema=False)
    def read_docs() -> Response:
        return HTMLResponse(html, headers={"Content-Security-Policy": _policy(html)})

    app.mount(_ASSETS, StaticFiles(packages=[("fastapi_offline", "static")]))
    _complete_schema(app)


def _policy(html: str) -> str:
    # The page has one inline script of FastAPI's; its hash allows it and no other.
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    return (
        f"default-src 'none'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
    )


def _complete_schema(app: FastAPI) -> None:
    """Problem documents in place of FastAPI's own error schema, on every route."""
    original = app.openapi

    def openapi() -> dict[str, object]:
        if app.openapi_schema is None:
            schema = original()
            schemas = schema.setdefault("components", {}).setdefault("schemas", {})
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            definition = Problem.model_json_schema(
                ref_template="#/components/schemas/{model}", mode="serialization"
            )
            schemas.update(definition.pop("$defs"))
            schemas["Problem"] = definition
            for operation in (o for path in schema["paths"].values() for o in path.values()):
                answers = operation["responses"]
                for status, answer in _everywhere().items():
                    if status != "422" or status in answers:
                        answers[status] = answer
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign]


def _everywhere() -> dict[str, object]:
    found = responses(BodyTooLarge, Unprocessable, RateLimited)
    return {str(status): answer for status, answer in found.items()}
