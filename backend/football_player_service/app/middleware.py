"""What every request passes: proxies, HEAD, security headers, limits on the body."""

import re
from collections.abc import Iterable
from http import HTTPStatus

from anyio import current_time, fail_after
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from football_player_service.app import errors

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
_PREFIX = re.compile(r"(/[\w.~-]+)+")


def route_path(scope: Scope) -> str:
    """The path below the prefix that the application is served under, such as `/api`."""
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))


class ProxyHeaders(ProxyHeadersMiddleware):
    """Believes the proxies that are trusted, also the `X-Forwarded-Prefix` they serve under."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        client = scope.get("client")
        if scope["type"] == "http" and client and client[0] in self.trusted_hosts:
            prefix = Headers(scope=scope).get("x-forwarded-prefix", "").rstrip("/")
            if _PREFIX.fullmatch(prefix):
                scope["root_path"] = prefix + scope.get("root_path", "")
                scope["path"] = prefix + scope["path"]
        await super().__call__(scope, receive, send)  # type: ignore[arg-type]


class PrefixLocation:
    """Puts the prefix that the application is served under before a `Location`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_prefix(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                location = headers.get("location", "")
                if location.startswith("/"):
                    headers["location"] = scope.get("root_path", "") + location
            await send(message)

        await self.app(scope, receive, with_prefix)


class HeadAsGet:
    """Answers HEAD with what GET answers, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, without_body)


class SecurityHeaders:
    """Adds the headers of the security baseline; HSTS where the request came over TLS."""

    def __init__(self, app: ASGIApp, *, policy: str = API_POLICY) -> None:
        self.app = app
        self.policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("Content-Security-Policy", self.policy)
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        await self.app(scope, receive, with_headers)


class PlainTextProblems:
    """Turns the plain-text errors of Starlette's middleware into problem documents."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0

        async def as_problem(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                plain = Headers(scope=message).get("content-type", "").startswith("text/plain")
                if message["status"] >= HTTPStatus.BAD_REQUEST and plain:
                    status = message["status"]
                    return
            elif status:
                answer = errors.http_problem(status, message["body"].decode())
                await answer(scope, receive, send)
                return
            await send(message)

        await self.app(scope, receive, as_problem)


class BodyLimits:
    """Answers 413 to a body of more than `size` bytes, and 408 to one that takes too long.

    FastAPI has a limit on the size of its own, but it answers in plain text.
    """

    def __init__(self, app: ASGIApp, *, size: int, seconds: float) -> None:
        self.app = app
        self.size = size
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        if _declared(scope["headers"]) > self.size:
            await errors.of(self._too_large())(scope, receive, send)
            return
        deadline = current_time() + self.seconds
        seen, complete = 0, False
        failure: errors.AppError | None = None

        async def limited() -> Message:
            nonlocal seen, complete, failure
            if complete:  # what comes now is that the client went away
                return await receive()
            try:
                with fail_after(deadline - current_time()):
                    message = await receive()
            except TimeoutError:
                failure = errors.RequestTimeout(
                    f"The body did not arrive within {self.seconds:g} seconds."
                )
                raise failure from None
            seen += len(message.get("body", b""))
            complete = not message.get("more_body", False)
            if seen > self.size:
                failure = self._too_large()
                raise failure
            return message

        async def unless_failed(message: Message) -> None:
            # The application takes the error for a body it cannot parse, and would answer 400.
            if failure is None:
                await send(message)

        await self.app(scope, limited, unless_failed)
        if failure is not None:
            await errors.of(failure)(scope, receive, send)

    def _too_large(self) -> errors.AppError:
        return errors.BodyTooLarge(f"The body is over {self.size} bytes.")


def _declared(headers: Iterable[tuple[bytes, bytes]]) -> int:
    for name, value in headers:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
