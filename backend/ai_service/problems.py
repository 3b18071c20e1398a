"""Every error answer as `application/problem+json`."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from ai_service.errors import ServiceError


class FieldProblem(BaseModel):
    field: str
    message: str


class Problem(BaseModel):
    """RFC 9457, with a code for programs and whether trying again may help."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    retryable: bool
    errors: list[FieldProblem] | None = None


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {"application/problem+json": {}}, "description": title}
    for status, title in {
        400: "Not JSON that can be read",
        413: "The body is too large",
        422: "The facts do not fit the schema",
        502: "The model failed",
        503: "Too many requests for now",
        504: "The model took too long",
    }.items()
}

# RFC 9110's word; the standard library of older Pythons has another.
_TITLES = {413: "Content Too Large"}


def install(app: FastAPI) -> None:
    """Give `app` the handlers that turn errors into problem documents."""
    app.add_exception_handler(ServiceError, _service_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _bug)


async def _service_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ServiceError)
    problem = _problem(error.status, error.code, error.title, error.detail, error.retryable)
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return _answer(problem, headers)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    # Only where and what: the value itself may be anything, and is known to the caller.
    errors = [
        FieldProblem(field=_field(found["loc"]), message=found["msg"].removeprefix("Value error, "))
        for found in error.errors()
    ]
    problem = _problem(422, "validation_error", "Invalid facts", "The facts cannot be used.", False)
    return _answer(problem.model_copy(update={"errors": errors}))


async def _http_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    title = _TITLES.get(error.status_code) or HTTPStatus(error.status_code).phrase
    code = title.lower().replace(" ", "_")
    problem = _problem(error.status_code, code, title, str(error.detail), False)
    return _answer(problem, dict(error.headers or {}))


async def _bug(_: Request, __: Exception) -> JSONResponse:
    detail = "The report could not be written because of an error inside the service."
    return _answer(_problem(500, "internal_error", "Internal error", detail, True))


def _problem(status: int, code: str, title: str, detail: str, retryable: bool) -> Problem:
    return Problem(
        type=f"/problems/{code.replace('_', '-')}",
        title=title,
        status=status,
        detail=detail,
        code=code,
        retryable=retryable,
    )


def _answer(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        status_code=problem.status,
        headers=headers,
        media_type="application/problem+json",
    )


def _field(location: tuple[int | str, ...]) -> str:
    """`player.full_name` for the place of an error, `body` for the body as a whole."""
    parts = location[1:] if location and location[0] == "body" else location
    return ".".join(str(part) for part in parts) or "body"
