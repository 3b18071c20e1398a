"""The OpenAPI document, and `/docs`: Swagger UI from bundled files, so that it works offline."""

import base64
import hashlib
import re
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from football_player_service.app.errors import (
    AppError,
    BadRequest,
    BodyTooLarge,
    DatabaseBusy,
    Problem,
    RateLimited,
    RequestTimeout,
    Unprocessable,
    responses,
)

_ASSETS = "/docs/assets"
# What any route may answer; with a body, or with parameters to validate, also the others.
_ANY: tuple[type[AppError], ...] = (BadRequest, RateLimited, DatabaseBusy)
_WITH_BODY: tuple[type[AppError], ...] = (RequestTimeout, BodyTooLarge)


def install(app: FastAPI) -> None:
    """Serve the documentation of `app`."""

    @app.get("/docs", include_in_schema=False)
    def read_docs(request: Request) -> Response:
        prefix = request.scope["root_path"]
        page = get_swagger_ui_html(
            openapi_url=f"{prefix}/openapi.json",
            title=app.title,
            swagger_js_url=f"{prefix}{_ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{prefix}{_ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{prefix}{_ASSETS}/favicon.png",
        )
        html = bytes(page.body).decode()
        return HTMLResponse(html, headers={"Content-Security-Policy": _policy(html)})

    app.mount(_ASSETS, StaticFiles(packages=[("fastapi_offline", "static")]))


def _policy(html: str) -> str:
    # The page has one inline script of FastAPI's; its hash allows it and no other.
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    return (
        f"default-src 'none'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
    )


def with_problems(schema: dict[str, Any]) -> dict[str, Any]:
    """FastAPI's document, with the problem documents that every route may answer."""
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    definition = Problem.model_json_schema(
        ref_template="#/components/schemas/{model}", mode="serialization"
    )
    schemas.update(definition.pop("$defs"))
    schemas["Problem"] = definition
    for operation in (o for path in schema["paths"].values() for o in path.values()):
        kinds = _ANY + (_WITH_BODY if "requestBody" in operation else ())
        for status, answer in responses(*kinds).items():
            operation["responses"].setdefault(str(status), answer)
        if "422" in operation["responses"]:
            operation["responses"] |= {"422": responses(Unprocessable)[Unprocessable.status]}
    return schema
