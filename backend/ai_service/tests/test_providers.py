"""Behaviour specific to one provider."""

import asyncio
import json
import os
from typing import Any

import httpx2
import pytest

from ai_service import prompt, providers
from ai_service.report import Case
from ai_service.settings import Provider
from ai_service.tests.client import ask, service, settings_for
from ai_service.tests.dossiers import striker
from ai_service.tests.model_server import Answer, ModelServer, gemini, openai, plans


def refused(provider: Provider, answer: Answer) -> tuple[int, str, str | None]:
    """Status, code and Retry-After for this answer of the provider."""
    with ModelServer(answer) as server, service(provider, server.url) as client:
        reply = ask(client, striker())
        # An answer that is no plan is asked for once more.
        assert len(server.requests) == 1 + (reply.json()["code"] == "model_bad_answer")
    return reply.status_code, reply.json()["code"], reply.headers.get("retry-after")


def gemini_429(detail: dict[str, Any]) -> Answer:
    body = gemini.fails(429, "You exceeded your current quota.")
    body["error"]["details"] = [detail]
    return Answer(status=429, body=body)


def test_geminis_retry_delay_is_read_from_the_body() -> None:
    told = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "14.2s"}
    assert refused("gemini", gemini_429(told)) == (503, "model_rate_limited", "15")


def test_an_account_without_quota_is_not_retryable() -> None:
    daily = {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
    }
    used_up = (502, "model_out_of_quota", None)
    assert refused("gemini", gemini_429(daily)) == used_up
    body = openai.fails(429, "You exceeded your current quota.")
    body["error"]["code"] = "insufficient_quota"
    assert refused("openai", Answer(status=429, body=body)) == used_up
    low = Answer(status=400, message="Your credit balance is too low.")
    assert refused("anthropic", low) == used_up


def test_a_truncated_answer_is_not_continued() -> None:
    endless = {
        "content": {"role": "model", "parts": [{"text": "{"}]},
        "finishReason": "CONTINUATION",
        "continuationToken": "bW9yZQ==",
    }
    failed = refused("gemini", Answer(body={"candidates": [endless]}))
    assert failed == (502, "model_bad_answer", None)


@pytest.mark.parametrize(
    ("provider", "code"),
    [("gemini", "model_bad_answer"), ("openai", "model_unavailable")],
)
def test_an_answer_that_cannot_be_decompressed_is_a_bad_answer(
    provider: Provider, code: str
) -> None:
    broken = Answer(body={}, headers={"Content-Encoding": "gzip"})
    assert refused(provider, broken) == (502, code, None)


@pytest.mark.parametrize(
    ("provider", "body"),
    [
        ("gemini", {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}),
        ("gemini", {"candidates": [{"index": 0, "finishReason": "SAFETY"}]}),
        (
            "openai",
            openai.says("", "stop")
            | {
                "choices": [
                    {
                        "index": 0,
                        "finish_reason": "stop",
                        "message": {"role": "assistant", "content": None, "refusal": "No."},
                    }
                ]
            },
        ),
    ],
)
def test_provider_refusals_are_blocked_errors(provider: Provider, body: dict[str, Any]) -> None:
    assert refused(provider, Answer(body=body)) == (502, "model_blocked", None)


def test_anthropic_overloaded_is_unavailable() -> None:
    body = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
    overloaded = refused("anthropic", Answer(status=529, body=body))
    assert overloaded == (502, "model_unavailable", None)


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        ("gemini-3.8-flash", {"thinking_level": "LOW"}),
        ("gemini-2.5-flash", {"thinking_budget": 0}),
    ],
)
def test_gemini_thinking_is_minimal(model: str, wanted: dict[str, Any]) -> None:
    with (
        ModelServer("good") as server,
        service("gemini", server.url, gemini_model=model) as client,
    ):
        assert ask(client, striker()).status_code == 200
    assert server.requests[0].body["generationConfig"]["thinkingConfig"] == wanted
    assert server.requests[0].path == f"/v1beta/models/{model}:generateContent"


def test_openai_uses_strict_schemas() -> None:
    with ModelServer("good") as server, service("openai", server.url) as client:
        ask(client, striker())
    body = server.requests[0].body
    assert server.requests[0].path == "/v1/chat/completions"
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["max_completion_tokens"] == 4096
    assert body["reasoning_effort"] == "none"


def test_local_servers_get_the_schema_in_the_instructions() -> None:
    with (
        ModelServer("good") as server,
        service("local", server.url, local_api_key=None) as client,
    ):
        ask(client, striker())
    body, request = server.requests[0].body, server.requests[0]
    assert request.path == "/v1/chat/completions"
    assert body["model"] == "llama3.2:3b"
    assert body["max_tokens"] == 4096
    assert "max_completion_tokens" not in body
    assert "strict" not in body["response_format"]["json_schema"]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    schema = json.dumps(body["response_format"]["json_schema"]["schema"]["required"])
    assert schema in request.instructions
    assert request.key == "api-key-not-set"


def test_missing_usage_is_null() -> None:
    def without_usage(text: str) -> Answer:
        body = openai.says(text, "stop")
        del body["usage"]
        return Answer(body=body)

    case = Case.of(striker())
    request = prompt.Request(case.facts, case.claims, case.verdict)
    answer = without_usage(plans.good(json.loads(request.message())))
    with ModelServer(answer) as server, service("local", server.url) as client:
        usage = ask(client, striker()).json()["usage"]
    assert usage == {
        "requests": 1, "input_tokens": None, "output_tokens": None, "cost_usd": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("provider", "address"),
    [
        ("gemini", "https://generativelanguage.googleapis.com"),
        ("openai", "https://api.openai.com/v1"),
        ("anthropic", "https://api.anthropic.com"),
    ],
)
def test_an_empty_base_url_means_the_providers_own(
    provider: Provider, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GEMINI_BASE_URL"):
        monkeypatch.setitem(os.environ, name, "")  # as compose sets what is not in .env
    settings = settings_for(provider, "http://unused", **{f"{provider}_base_url": None})
    client = httpx2.AsyncClient(timeout=30)
    model = providers.make_model(settings, provider, client)
    asyncio.run(client.aclose())
    assert model.base_url
    assert model.base_url.rstrip("/") == address
