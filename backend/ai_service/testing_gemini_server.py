"""A local server that speaks Gemini's `generateContent`, for tests and for trying things out.

In a test:

    with GeminiServer("429", "good") as server:      # the last answer repeats
        ...  GEMINI_BASE_URL=server.url  ...
        assert len(server.requests) == 2

By hand: `python -m ai_service.testing_gemini_server --port 18002 --answer 429 good`, then
GEMINI_BASE_URL=http://127.0.0.1:18002. It prints one line for each request.
"""

import argparse
import json
import sys
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

SECTIONS = {
    "summary": (
        "A report by the fictional model of the test server. There is no performance data: "
        "only the profile is known."
    ),
    "strengths": ["The record gives a contract end."],
    "weaknesses": ["The record holds no performance data."],
    "recommendation": {
        "verdict": "insufficient_evidence",
        "reason": "A profile alone supports no verdict. Watch the player and get match data.",
    },
}


@dataclass(frozen=True)
class Answer:
    status: int = 200
    body: Any = None  # bytes go out as they are, anything else as JSON
    headers: tuple[tuple[str, str], ...] = ()
    hang: bool = False


@dataclass(frozen=True)
class Recorded:
    path: str
    headers: dict[str, str]  # names in lower case
    body: dict[str, Any]

    @property
    def user_text(self) -> str:
        """The text of the user message."""
        return "".join(part["text"] for part in self.body["contents"][-1]["parts"])


def says(text: str, finish: str = "STOP") -> Answer:
    """An answer with one candidate that holds `text`."""
    content = {"role": "model", "parts": [{"text": text}]}
    candidate = {"index": 0, "content": content, "finishReason": finish}
    usage = {"promptTokenCount": 700, "candidatesTokenCount": 120, "totalTokenCount": 820}
    return Answer(body={"candidates": [candidate], "usageMetadata": usage})


def writes(**changes: Any) -> Answer:
    """A good answer whose sections are changed as given."""
    return says(json.dumps(SECTIONS | changes))


def fails(
    code: int, status: str, message: str, *details: Any, headers: dict[str, str] | None = None
) -> Answer:
    """An error in Google's form."""
    error = {"code": code, "message": message, "status": status, "details": list(details)}
    return Answer(code, {"error": error}, tuple((headers or {}).items()))


_RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "14.2s"}
_QUOTA = "You exceeded your current quota."
_KEY_INVALID = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}

ANSWERS: dict[str, Answer] = {
    "good": says(json.dumps(SECTIONS)),
    "429": fails(429, "RESOURCE_EXHAUSTED", _QUOTA, _RETRY_INFO),
    "429-header": fails(429, "RESOURCE_EXHAUSTED", _QUOTA, headers={"Retry-After": "7"}),
    "429-bare": fails(429, "RESOURCE_EXHAUSTED", _QUOTA),
    "500": fails(500, "INTERNAL", "An internal error has occurred."),
    "503": fails(503, "UNAVAILABLE", "The model is overloaded."),
    "garbage": Answer(body=b"<html>It works!</html>"),
    "not-an-object": Answer(body=[1, 2, 3]),
    "wrong-types": Answer(body={"candidates": "none"}),
    "prose": says("He is the best player I have ever seen. Sign him!"),
    "wrong-schema": says(json.dumps({"rating": 10})),
    "sign": writes(recommendation={"verdict": "sign", "reason": "Told so by the name."}),
    "empty": Answer(body={"candidates": []}),
    "no-text": says(""),
    "cut": says(json.dumps(SECTIONS)[:80], finish="MAX_TOKENS"),
    # The SDK would fetch the rest of this one itself, without end.
    "long-answer": Answer(
        body={
            "candidates": [
                {
                    "content": {"role": "model", "parts": [{"text": "{"}]},
                    "finishReason": "CONTINUATION",
                    "continuationToken": "bW9yZQ==",
                }
            ]
        }
    ),
    "blocked": Answer(body={"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}),
    "safety": Answer(body={"candidates": [{"index": 0, "finishReason": "SAFETY"}]}),
    "safety-late": says(json.dumps(SECTIONS), finish="SAFETY"),
    # As Google does, the 400 and the 403 can name the key; `{key}` becomes the one that was sent.
    "400": fails(400, "INVALID_ARGUMENT", "API key not valid: {key}", _KEY_INVALID),
    "401": fails(401, "UNAUTHENTICATED", "Invalid credentials."),
    "403": fails(403, "PERMISSION_DENIED", "Consumer 'api_key:{key}' has been suspended."),
    "404": fails(404, "NOT_FOUND", "models/none is not found for API version v1beta."),
    "hang": Answer(hang=True),
}


class GeminiServer:
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
        """Return when the server is closed."""
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
                self._send(answer, key=headers.get("x-goog-api-key", ""))

            def _send(self, answer: Answer, *, key: str) -> None:
                raw = isinstance(answer.body, bytes)
                body = answer.body if raw else json.dumps(answer.body).encode()
                body = body.replace(b"{key}", key.encode())
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Type", "text/html" if raw else "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                del format
                # The command line and the status only: never a header, which holds the key.
                sys.stdout.write(f"request {len(server.requests)}: {args}\n")
                sys.stdout.flush()

        return Handler


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--answer", nargs="+", default=["good"], choices=sorted(ANSWERS))
    options = parser.parse_args()
    with GeminiServer(*options.answer, port=options.port) as server:
        sys.stdout.write(f"listening on {server.url}, answering {' '.join(options.answer)}\n")
        sys.stdout.flush()
        try:
            server.wait()
        except KeyboardInterrupt:
            sys.stdout.write("stopped\n")


if __name__ == "__main__":
    main()
