"""Every error as an RFC 9457 problem document, with the same fields as the backend's."""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from ai_service.errors import ServiceError
from ai_service.middleware import SECURITY_HEADERS

MEDIA_TYPE = "application/problem+json"
_CODES = {413: "body_too_large"}
_RETRYABLE = frozenset({429, 502, 503, 504})
_SHOWN_CHARACTERS = 200
KINDS = ("dossier", "player")  # tags in locations: which kind of body was expected


class FieldProblem(BaseModel):
    """An invalid field: its location and name, the reason, and the given value if not secret."""

    location: str
    field: str
    message: str
    value: Any


class Problem(BaseModel):
    """An RFC 9457 problem document."""

    type: str
    title: str
    status: int
    detail: str
    code: str = Field(description="Machine-readable; stable between versions.")
    retryable: bool = Field(description="Whether the same request may succeed later.")
    errors: list[FieldProblem] = Field(description="Invalid fields; empty for other problems.")


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {MEDIA_TYPE: {}}, "description": description}
    for status, description in {
        400: "The body cannot be parsed",
        408: "The body did not arrive in time",
        413: "The body is too large",
        422: "The dossier does not match the schema",
        500: "Internal error",
        502: "The model failed, or its answer is not a plan",
        503: "The model or this service accepts no more requests for now",
        504: "The model did not answer in time",
    }.items()
}


def install(app: FastAPI) -> None:
    """Make every error of `app` leave as a problem document."""
    app.add_exception_handler(ServiceError, _service_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _bug)


def _service_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, ServiceError)
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return _problem(
        error.status, error.detail, code=error.code, retryable=error.retryable, headers=headers
    )


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [_field_problem(found) for found in error.errors()]
    names = ", ".join(dict.fromkeys(e.field or e.location for e in errors))
    return _problem(422, f"Please correct: {names}.", code="validation_error", errors=errors)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    status = error.status_code
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = _allowed(request)
    code = _CODES.get(status) or HTTPStatus(status).name.lower()
    return _problem(status, str(error.detail), code=code, headers=headers)


def _bug(_: Request, __: Exception) -> Response:
    # Starlette answers a bug outside the middleware, and logs it.
    detail = "Internal error; the details are in the log."
    return _problem(500, detail, code="internal_error", headers=SECURITY_HEADERS)


def _problem(
    status: int,
    detail: str,
    *,
    code: str,
    retryable: bool | None = None,
    errors: Sequence[FieldProblem] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    body = Problem(
        type=f"/problems/{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        retryable=status in _RETRYABLE if retryable is None else retryable,
        errors=list(errors),
    )
    content = body.model_dump(mode="json")  # NaN and infinity become null
    return JSONResponse(content, status, headers=headers, media_type=MEDIA_TYPE)


def _field_problem(error: Mapping[str, Any]) -> FieldProblem:
    location, *path = [_encodable(str(part)) for part in error["loc"]]
    if path and path[0] in KINDS:
        path = path[1:]
    message = re.sub(r"^Value error, ", "", error["msg"])
    return FieldProblem(
        location=location,
        field=".".join(path),
        message=message[:1].upper() + message[1:],
        value=_shown(error.get("input")),
    )


def _shown(value: Any) -> Any:
    """The invalid value, if it is short enough to show."""
    if isinstance(value, str):
        return _encodable(value[:_SHOWN_CHARACTERS])
    return value if isinstance(value, int | float | bool) else None


def _encodable(text: str) -> str:
    """`text` with lone surrogates escaped: JSON can hold them, UTF-8 cannot."""
    return text.encode(errors="backslashreplace").decode()


def _allowed(request: Request) -> str:
    """The methods of every route at this path."""
    found = {
        method
        for route in request.app.routes
        if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE
        for method in route.methods or ()
    }
    return ", ".join(sorted(found or {"GET", "HEAD"}))  # static files are no route of the app
