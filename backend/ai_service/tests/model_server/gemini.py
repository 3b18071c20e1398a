"""Gemini's `generateContent`."""

from typing import Any

from ai_service.tests.model_server.protocol import Finish

PATH = ":generateContent"

_FINISH: dict[Finish, str] = {"stop": "STOP", "cut": "MAX_TOKENS", "filtered": "SAFETY"}
_STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}


def key(headers: dict[str, str]) -> str:
    return headers.get("x-goog-api-key", "")


def instructions(body: dict[str, Any]) -> str:
    return _text(body["systemInstruction"])


def told(body: dict[str, Any]) -> list[str]:
    return [_text(content) for content in body["contents"] if content["role"] == "user"]


def says(text: str, finish: Finish) -> dict[str, Any]:
    content = {"role": "model", "parts": [{"text": text}]}
    candidate = {"index": 0, "content": content, "finishReason": _FINISH[finish]}
    usage = {"promptTokenCount": 700, "candidatesTokenCount": 120, "totalTokenCount": 820}
    return {"candidates": [candidate], "usageMetadata": usage}


def fails(status: int, message: str) -> dict[str, Any]:
    return {"error": {"code": status, "message": message, "status": _STATUS[status]}}


def _text(content: dict[str, Any]) -> str:
    return "".join(part["text"] for part in content["parts"])
