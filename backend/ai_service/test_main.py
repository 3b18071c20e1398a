"""The HTTP surface with the built-in writer: health, reports, validation, limits."""

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from ai_service import __version__
from ai_service.main import MAX_BODY_BYTES, create_app
from ai_service.settings import DEFAULT_GEMINI_MODEL, Settings

JSON = {"Content-Type": "application/json"}

# A fictional player.
PLAYER: dict[str, Any] = {
    "full_name": "Ilmar Testovik",
    "age": 24,
    "date_of_birth": "2002-01-31",
    "date_of_birth_is_estimate": False,
    "country": "Norway",
    "second_country": None,
    "status": "active",
    "position": "Attack",
    "sub_position": "Centre-Forward",
    "foot": "left",
    "height_cm": 184,
    "current_team": "Rovers of Nowhere",
    "league": "Fictional First Division",
    "market_value": 25_000_000,
    "highest_market_value": 40_000_000,
    "contract_until": "2027-06-30",
    "as_of": "2026-11-23",
    "data_as_of": "2026-11-01",
}


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = create_app(Settings(_env_file=None, gemini_api_key=None, ai_rate_limit="1/day"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_health_names_the_built_in_writer(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "version": __version__,
        "writer": "built-in",
        "model": "built-in writer",
        "prompt_version": "built-in-v1",
    }


def test_health_names_gemini_when_there_is_a_key() -> None:
    settings = Settings.model_validate({"gemini_api_key": "not-a-real-key"})
    with TestClient(create_app(settings)) as client:
        health = client.get("/health").json()
    assert (health["writer"], health["model"]) == ("gemini", DEFAULT_GEMINI_MODEL)
    assert health["prompt_version"] == "scout-v1"


def test_version_is_the_package_version() -> None:
    project = tomllib.loads((Path(__file__).parent / "pyproject.toml").read_text())
    assert project["project"]["version"] == __version__


def test_generate_without_a_key_falls_back_to_a_simulated_report(client: TestClient) -> None:
    answer = client.post("/generate", json={"player": PLAYER})
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {
        "report",
        "source",
        "model",
        "prompt_version",
        "sections",
        "generated_at",
    }
    assert (body["source"], body["model"]) == ("simulated", "built-in writer")
    lines = body["report"].splitlines()
    assert "built-in writer, without a language model" in lines[0]
    headings = [line for line in lines if line.startswith("#")]
    assert headings == ["## Summary", "## Strengths", "## Weaknesses", "## Recommendation"]
    assert body["sections"]["recommendation"]["verdict"] == "insufficient_evidence"
    assert "no performance data" in body["sections"]["summary"]
    age = datetime.now(UTC) - datetime.fromisoformat(body["generated_at"])
    assert 0 <= age.total_seconds() < 60


def test_an_empty_key_is_no_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for value in ("", "   "):
        monkeypatch.setenv("GEMINI_API_KEY", value)
        monkeypatch.setenv("GEMINI_MODEL", "")
        settings = Settings()
        assert settings.gemini_api_key is None
        assert settings.gemini_model == DEFAULT_GEMINI_MODEL


def test_settings_come_from_a_dotenv_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GEMINI_API_KEY", raising=False)
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("GEMINI_API_KEY=abc123\nSECRET_KEY=of-another-service\n")
    settings = Settings()
    assert settings.gemini_api_key is not None
    assert "abc123" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ai_rate_limit", "often"),
        ("ai_timeout_seconds", 0),
        ("ai_max_output_tokens", 1),
        ("gemini_base_url", "localhost:1"),
        ("gemini_model", "a model"),
    ],
)
def test_settings_that_cannot_work_are_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        Settings.model_validate({name: value})


def test_the_limit_does_not_count_the_built_in_writer(client: TestClient) -> None:
    for _ in range(3):
        assert client.post("/generate", json={"player": PLAYER}).status_code == 200


def test_a_name_is_enough(client: TestClient) -> None:
    player = {"full_name": "Nobody Known", "as_of": "2026-11-23"}
    assert client.post("/generate", json={"player": player}).status_code == 200


INVALID: list[tuple[str, object]] = [
    ("full_name", None),
    ("full_name", ""),
    ("full_name", "  "),
    ("full_name", "\u200b\u202e\ufeff"),
    ("full_name", "a" * 101),
    ("full_name", "Nul\x00l"),
    ("full_name", "two\nlines"),
    ("full_name", "two\u2028lines"),
    ("full_name", 7),
    ("country", "a" * 61),
    ("sub_position", "a" * 61),
    ("current_team", "a" * 121),
    ("league", "tab\there"),
    ("age", -1),
    ("age", 121),
    ("age", "24"),
    ("age", True),
    ("age", 24.5),
    ("height_cm", 17),
    ("height_cm", 231),
    ("market_value", -1),
    ("market_value", 10_000_000_001),
    ("highest_market_value", 1e300),
    ("status", "injured"),
    ("position", "Libero"),
    ("foot", "Left"),
    ("date_of_birth", "31.01.2002"),
    ("date_of_birth", "2002-02-30"),
    ("date_of_birth", 1_012_435_200),
    ("contract_until", "soon"),
    ("as_of", None),
    ("goals", 12),
]


@pytest.mark.parametrize(("field", "value"), INVALID)
def test_facts_that_do_not_fit_are_refused(client: TestClient, field: str, value: object) -> None:
    body = json.dumps({"player": PLAYER | {field: value}}).encode()
    answer = client.post("/generate", content=body, headers=JSON)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["code"]) == (422, "validation_error")
    assert problem["type"] == "/problems/validation-error"
    assert problem["retryable"] is False
    assert {error["field"] for error in problem["errors"]} == {f"player.{field}"}
    assert all(error["message"] for error in problem["errors"])


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "validation_error"),
        (b"{", 422, "validation_error"),
        (b"[]", 422, "validation_error"),
        (b"{}", 422, "validation_error"),
        (b'{"player": {}, "prompt": "x"}', 422, "validation_error"),
        (b'{"player": {"full_name": "\\ud800", "as_of": "2026-11-23"}}', 422, "validation_error"),
        (b"\xff\xfe", 422, "validation_error"),
        (b"[" * 100_000, 400, "bad_request"),
        (b"9" * 5_000, 400, "bad_request"),
    ],
)
def test_bodies_that_are_no_request_are_refused(
    client: TestClient, content: bytes, status: int, code: str
) -> None:
    answer = client.post("/generate", content=content, headers=JSON)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def _padded(size: int) -> bytes:
    body = json.dumps({"player": PLAYER}).encode()
    return body + b" " * (size - len(body))


def test_a_body_over_the_cap_is_refused(client: TestClient) -> None:
    largest = client.post("/generate", content=_padded(MAX_BODY_BYTES), headers=JSON)
    assert largest.status_code == 200
    for content in (_padded(MAX_BODY_BYTES + 1), iter([_padded(MAX_BODY_BYTES), b" "])):
        answer = client.post("/generate", content=content, headers=JSON)
        assert answer.status_code == 413
        assert answer.json()["code"] == "content_too_large"
        assert answer.json()["detail"] == "The body is larger than 256 KiB."


def test_other_addresses_are_problems_too(client: TestClient) -> None:
    missing, wrong_method = client.get("/reports"), client.get("/generate")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    assert wrong_method.status_code == 405
    assert wrong_method.headers["allow"] == "POST"
    assert wrong_method.headers["content-type"] == "application/problem+json"


def test_the_schema_documents_every_error(client: TestClient) -> None:
    generate = client.get("/openapi.json").json()["paths"]["/generate"]["post"]
    assert set(generate["responses"]) == {"200", "400", "413", "422", "502", "503", "504"}
