"""Errors with a status and a code, answered as RFC 9457 problem documents.

AppError
├── BadRequest          400
├── Unauthorized        401
├── Forbidden           403
├── NotFound            404
├── RequestTimeout      408
├── Conflict            409
├── PreconditionFailed  412
├── BodyTooLarge        413
├── Unprocessable       422
├── RateLimited         429
├── Unavailable         503
└── DatabaseBusy        503
"""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, ClassVar
from uuid import uuid4

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, Field
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from football_player_service.app import db

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"
_RETRYABLE = frozenset({408, 429, 502, 503, 504})
# Codes of errors that the framework raises; the name of the status otherwise.
_CODES = {413: "body_too_large", 422: "validation_error", 500: "internal_error", 503: "unavailable"}


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


class AppError(Exception):
    """An error with a status and a code that a client may rely on."""

    status: ClassVar[int] = 500
    code = "internal_error"

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[FieldProblem] = (),
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or self.code
        self.headers = dict(headers or {})
        self.errors = list(errors)


class BadRequest(AppError):
    """The request cannot be read: its body, or the host it names."""

    status = 400
    code = "bad_request"


class NotFound(AppError):
    """Not found."""

    status = 404
    code = "not_found"


class Unauthorized(AppError):
    """Not signed in, or the token is invalid, expired or revoked."""

    status = 401
    code = "not_authenticated"

    def __init__(self, detail: str, *, code: str | None = None) -> None:
        super().__init__(detail, code=code, headers={"WWW-Authenticate": "Bearer"})


class Forbidden(AppError):
    """The user's role does not allow this."""

    status = 403
    code = "forbidden"


class Conflict(AppError):
    """The request conflicts with the current state."""

    status = 409
    code = "conflict"


class PreconditionFailed(AppError):
    """`If-Match` names a version that is not the current one."""

    status = 412
    code = "version_conflict"


class RequestTimeout(AppError):
    """The request body took too long to arrive."""

    status = 408
    code = "request_timeout"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"Connection": "close"})


class BodyTooLarge(AppError):
    """The request body is over the limit."""

    status = 413
    code = "body_too_large"


class Unprocessable(AppError):
    """The request is readable, but a value in it is invalid."""

    status = 422
    code = "invalid"


class RateLimited(AppError):
    """Too many requests; `Retry-After` is in seconds."""

    status = 429
    code = "rate_limited"

    def __init__(self, detail: str, *, retry_after: int, code: str | None = None) -> None:
        super().__init__(detail, code=code, headers={"Retry-After": str(max(retry_after, 1))})


class Unavailable(AppError):
    """Something the service needs is down or overloaded; `Retry-After` is in seconds."""

    status = 503
    code = "unavailable"

    def __init__(self, detail: str, *, retry_after: int = 2, code: str | None = None) -> None:
        super().__init__(detail, code=code, headers={"Retry-After": str(retry_after)})


class DatabaseBusy(AppError):
    """The database is busy or cannot be written for now; `Retry-After` is in seconds."""

    status = 503
    code = "database_busy"

    def __init__(self) -> None:
        detail = "The database is busy. Try again in a moment; nothing was changed."
        super().__init__(detail, headers={"Retry-After": "2"})


def problem(
    *,
    status: int,
    detail: str,
    code: str,
    errors: Sequence[FieldProblem] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem document as a response."""
    body = Problem(
        type=f"/problems/{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        retryable=status in _RETRYABLE,
        errors=list(errors),
    )
    content = body.model_dump(mode="json")
    return JSONResponse(content, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def http_problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The problem document of an error of the framework."""
    code = _CODES.get(status, HTTPStatus(status).name.lower())
    return problem(status=status, detail=detail, code=code, headers=headers)


def of(error: AppError) -> Response:
    """The problem document of a domain error."""
    return problem(
        status=error.status,
        detail=error.detail,
        code=error.code,
        errors=error.errors,
        headers=error.headers,
    )


def responses(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for the OpenAPI document."""
    return {
        e.status: {"description": e.__doc__, "content": {MEDIA_TYPE: {"schema": _REF}}}
        for e in errors
    }


_REF = {"$ref": "#/components/schemas/Problem"}


def _message(error: Mapping[str, Any]) -> str:
    text = re.sub(r"^Value error, ", "", error["msg"])
    return text[:1].upper() + text[1:]


def _shown(value: Any) -> Any:
    """The invalid value, if it is short enough to show."""
    if isinstance(value, str):
        return value[:200].encode(errors="backslashreplace").decode()
    return value if isinstance(value, int | float | bool) else None


def field_problems(raw: Sequence[Any]) -> list[FieldProblem]:
    """Pydantic's errors as invalid fields."""
    found = []
    for error in raw:
        location, *path = [str(part) for part in error["loc"]] or ["body"]
        if location == "query":  # the second of three repeated parameters is still that parameter
            path = [part for part in path if not part.isdecimal()]
        secret = any("password" in part for part in path)
        found.append(
            FieldProblem(
                location=location,
                field=".".join(path),
                message=_message(error),
                value=None if secret else _shown(error.get("input")),
            )
        )
    return found


def _app_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)
    return of(error)


def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = field_problems(error.errors())
    names = ", ".join(dict.fromkeys(e.field or e.location for e in errors))
    return problem(
        status=422, detail=f"Please correct: {names}.", code="validation_error", errors=errors
    )


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request))
    return http_problem(error.status_code, str(error.detail), headers)


def _methods(request: Request) -> list[str]:
    """The methods that the routes of the requested path allow together."""
    path = request.scope["path"].removeprefix(request.scope["root_path"])
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.methods and route.path_regex.match(path):
            found |= route.methods
    return sorted(found | {"HEAD"} if "GET" in found else found)


def _database(request: Request, error: Exception) -> Response:
    if not db.is_unavailable(error):
        return internal_error(request, error)
    log.warning("database_unavailable", path=request.url.path, error=str(error).splitlines()[0])
    return of(DatabaseBusy())


def internal_error(request: Request, error: Exception) -> Response:
    """The answer to a bug: nothing internal but a reference to the log."""
    reference = uuid4().hex[:8]
    log.error("unhandled_error", reference=reference, path=request.url.path, exc_info=error)
    return http_problem(500, f"Internal error, logged (reference {reference}).")


def install(app: FastAPI) -> None:
    """Answer every error of `app` with a problem document, but for bugs (`internal_error`)."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(OperationalError, _database)
    app.add_exception_handler(PoolTimeoutError, _database)
