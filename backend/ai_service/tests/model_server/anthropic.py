"""Anthropic's Messages."""

from typing import Any

from ai_service.tests.model_server.protocol import Finish

PATH = "/v1/messages"

_FINISH: dict[Finish, str] = {"stop": "end_turn", "cut": "max_tokens", "filtered": "refusal"}
_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
    500: "api_error",
    503: "overloaded_error",
}


def key(headers: dict[str, str]) -> str:
    return headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")


def instructions(body: dict[str, Any]) -> str:
    return "".join(block["text"] for block in body["system"])


def told(body: dict[str, Any]) -> list[str]:
    said = [m["content"] for m in body["messages"] if m["role"] == "user"]
    return ["".join(block["text"] for block in content) for content in said]


def says(text: str, finish: Finish) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-5-5",
        "content": [{"type": "text", "text": text}],
        "stop_reason": _FINISH[finish],
        "stop_sequence": None,
        "usage": {"input_tokens": 700, "output_tokens": 120},
    }


def fails(status: int, message: str) -> dict[str, Any]:
    return {"type": "error", "error": {"type": _TYPES[status], "message": message}}
