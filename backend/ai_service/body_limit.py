"""A cap on request bodies, as a plain ASGI wrapper.

The framework's own limit answers in plain text; this one leaves the answer to the application, so
that a 413 is a problem document like every other error.
"""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def limit_body(app: ASGIApp, max_bytes: int) -> ASGIApp:
    """`app`, where reading more than `max_bytes` of a body raises HTTPException 413."""

    async def limited(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        too_large = HTTPException(413, f"The body is larger than {max_bytes // 1024} KiB.")
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            if announced.isdecimal() and int(announced) > max_bytes:
                raise too_large
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > max_bytes:
                raise too_large
            return message

        await app(scope, counted, send)

    return limited
