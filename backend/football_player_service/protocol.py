"""uvicorn's HTTP protocol, with a timeout for the headers of a request.

uvicorn closes a connection that is idle after a response, but waits forever for the first request
and for the rest of a request that was begun. Used with
`uvicorn --http football_player_service.protocol:HttpProtocol`.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from football_player_service.app.settings import get_settings


class HttpProtocol(HttpToolsProtocol):
    """Closes connections whose next headers take longer than `HEADER_TIMEOUT_SECONDS`."""

    _timer: asyncio.TimerHandle | None = None
    # After a response, until the first byte of the next request; uvicorn watches that time.
    _idle = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_timer()

    def data_received(self, data: bytes) -> None:
        if self._idle:
            self._start_timer()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        self._stop_timer()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        self._idle = True
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def _start_timer(self) -> None:
        self._idle = False
        seconds = get_settings().header_timeout_seconds
        self._timer = self.loop.call_later(seconds, self.transport.close)

    def _stop_timer(self) -> None:
        self._idle = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
