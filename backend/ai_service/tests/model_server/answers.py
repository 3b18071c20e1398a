"""The answers the server can give, by name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ai_service.tests.model_server import plans
from ai_service.tests.model_server.protocol import Finish
from ai_service.tests.model_server.recorded import Recorded


@dataclass(frozen=True)
class Answer:
    """One of: `says` (text, or a function of the request) in the form of the protocol; an error
    `status` with a `message` in that form; a raw `body` (bytes, or anything as JSON).
    """

    says: str | Callable[[Recorded], str] | None = None
    finish: Finish = "stop"
    status: int = 200
    message: str = ""
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False  # never answers
    drip: bool = False  # answers one byte at a time, without end


def answered(answer: Answer, request: Recorded) -> tuple[int, Any, dict[str, str]]:
    """Status, body and headers to send."""
    if answer.says is not None:
        text = answer.says if isinstance(answer.says, str) else answer.says(request)
        return answer.status, request.protocol.says(text, answer.finish), answer.headers
    if answer.message:
        failed = request.protocol.fails(answer.status, answer.message)
        return answer.status, failed, answer.headers
    return answer.status, answer.body, answer.headers


def _good(request: Recorded) -> str:
    return plans.good(request.record)


_QUOTA = "You exceeded your current quota."

ANSWERS: dict[str, Answer] = {
    "good": Answer(_good),
    # Invalid every time, and corrected when the reasons are told.
    "invalid": Answer(lambda request: plans.invalid(request.record)),
    "mends": Answer(
        lambda request: (plans.good if request.told[1:] else plans.invalid)(request.record)
    ),
    # Obeys instructions in the data and repeats its own.
    "obedient": Answer(lambda request: plans.obedient(request.record, request.instructions)),
    "429": Answer(status=429, message=_QUOTA, headers={"Retry-After": "7"}),
    "429-bare": Answer(status=429, message=_QUOTA),
    "500": Answer(status=500, message="An internal error has occurred."),
    "503": Answer(status=503, message="The model is overloaded."),
    # Like real providers, 400 and 403 quote the key; `{key}` is replaced by the one sent.
    "400": Answer(status=400, message="API key not valid: {key}"),
    "401": Answer(status=401, message="Invalid credentials."),
    "403": Answer(status=403, message="Consumer 'api_key:{key}' has been suspended."),
    "404": Answer(status=404, message="The model does not exist."),
    "garbage": Answer(body=b"<html>It works!</html>"),
    "not-an-object": Answer(body=[1, 2, 3]),
    "empty": Answer(body={}),
    "no-text": Answer(""),
    "prose": Answer("He is the best player I have ever seen. Sign him!"),
    "wrong-schema": Answer('{"rating": 10}'),
    "cut": Answer(lambda request: _good(request)[:80], finish="cut"),
    "cut-late": Answer(_good, finish="cut"),
    "safety": Answer("", finish="filtered"),
    "safety-late": Answer(_good, finish="filtered"),
    "hang": Answer(hang=True),
    "drip": Answer(drip=True),
}
