"""A local server that speaks the protocols of language models, for tests and manual use.

Gemini's `generateContent`, OpenAI's Chat Completions (which local servers speak too) and
Anthropic's Messages, chosen by the path. In a test:

    with ModelServer("429", "good") as server:      # the last answer repeats
        ...  GEMINI_BASE_URL=server.url  ...
        assert len(server.requests) == 2

On the command line: `python -m ai_service.tests.model_server --port 18002 --answer mends`, then
GEMINI_BASE_URL=http://127.0.0.1:18002. It prints one line per request.
"""

import json
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from ai_service.tests.model_server.answers import ANSWERS, Answer, answered
from ai_service.tests.model_server.recorded import Recorded

__all__ = ["ANSWERS", "Answer", "ModelServer", "Recorded"]


class ModelServer:
    """Answers in the order given; the last answer repeats. Listens on 127.0.0.1 only."""

    def __init__(self, *answers: str | Answer, port: int = 0) -> None:
        self._script = [ANSWERS[name] if isinstance(name, str) else name for name in answers]
        self.requests: list[Recorded] = []
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def url(self) -> str:
        """The address without a path, as GEMINI_BASE_URL and ANTHROPIC_BASE_URL want it."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def wait(self) -> None:
        """Wait until the server is closed."""
        self._thread.join()

    def _next(self, request: Recorded) -> Answer:
        with self._lock:
            answer = self._script[min(len(self.requests), len(self._script) - 1)]
            self.requests.append(request)
            return answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Recorded(self.path, headers, json.loads(sent or b"{}"))
                answer = server._next(request)
                if answer.hang:
                    server._closing.wait()
                    return
                if answer.drip:
                    self._drip()
                    return
                status, body, more = answered(answer, request)
                raw = isinstance(body, bytes)
                content: bytes = body if raw else json.dumps(body).encode()
                content = content.replace(b"{key}", request.key.encode())
                self.send_response(status)
                for name, value in more.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "text/html" if raw else "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def _drip(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "1000000")
                self.end_headers()
                with suppress(OSError):  # the client has given up
                    while not server._closing.wait(0.05):
                        self.wfile.write(b" ")

            def log_message(self, format: str, *args: Any) -> None:
                del format
                # Only the request line and the status: headers contain the key.
                sys.stdout.write(f"request {len(server.requests)}: {args}\n")
                sys.stdout.flush()

        return Handler
