"""OpenAI's Chat Completions, also supported by Ollama, llama.cpp and vLLM."""

from typing import Any

from ai_service.tests.model_server.protocol import Finish

PATH = "/chat/completions"

_FINISH: dict[Finish, str] = {"stop": "stop", "cut": "length", "filtered": "content_filter"}
_TYPES = {
    401: "authentication_error",
    429: "rate_limit_error",
    500: "server_error",
    503: "server_error",
}


def key(headers: dict[str, str]) -> str:
    return headers.get("authorization", "").removeprefix("Bearer ")


def instructions(body: dict[str, Any]) -> str:
    return "".join(m["content"] for m in body["messages"] if m["role"] == "system")


def told(body: dict[str, Any]) -> list[str]:
    return [m["content"] for m in body["messages"] if m["role"] == "user"]


def says(text: str, finish: Finish) -> dict[str, Any]:
    message = {"role": "assistant", "content": text, "refusal": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_795_000_000,
        "model": "gpt-6.1-terra",
        "choices": [{"index": 0, "message": message, "finish_reason": _FINISH[finish]}],
        "usage": {"prompt_tokens": 700, "completion_tokens": 120, "total_tokens": 820},
    }


def fails(status: int, message: str) -> dict[str, Any]:
    kind = _TYPES.get(status, "invalid_request_error")
    return {"error": {"message": message, "type": kind, "param": None, "code": None}}
