"""The routes with the built-in planner: health, reports, validation, limits."""

import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ai_service import __version__, planner, render
from ai_service.main import MAX_BODY_BYTES, create_app
from ai_service.schemas import Dossier, Report
from ai_service.settings import Settings
from ai_service.tests.client import ask
from ai_service.tests.dossiers import ALL, empty, retired, striker

JSON = {"Content-Type": "application/json"}
PARTS = ["## Summary", "## Strengths", "## Weaknesses", "## Market and risk", "## Recommendation"]
STRIKER: dict[str, Any] = striker().model_dump(mode="json")


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = create_app(Settings(_env_file=None, ai_provider="built-in", ai_rate_limit="1/day"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_health_names_the_built_in_planner(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "version": __version__,
        "writer": "built-in",
        "model": planner.NAME,
        "prompt_version": render.VERSION,
    }


def test_version_is_the_package_version() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())
    assert project["project"]["version"] == __version__


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_without_a_model_the_built_in_planner_reports(
    client: TestClient, make: Callable[[], Dossier]
) -> None:
    answer = ask(client, make())
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert list(body) == list(Report.model_fields)
    assert (body["source"], body["model"]) == ("simulated", planner.NAME)
    lines = body["report"].splitlines()
    assert "built-in planner, without a language model" in lines[0]
    headings = [line for line in lines if line.startswith("#")]
    assert headings == [h for h in [*PARTS, "## Brief", "## Method"] if h in headings]
    assert {"## Summary", "## Recommendation"} <= set(headings)
    assert body["content"]["repairs"] == []
    assert body["usage"] == {
        "requests": 0, "input_tokens": None, "output_tokens": None, "cost_usd": None,
    }  # fmt: skip
    age = datetime.now(UTC) - datetime.fromisoformat(body["generated_at"])
    assert 0 <= age.total_seconds() < 60


def test_the_same_dossier_gives_the_same_report(client: TestClient) -> None:
    first, second = (ask(client, striker()).json() for _ in range(2))
    assert first | {"generated_at": None} == second | {"generated_at": None}


def test_the_report_has_the_verdict_of_the_rules(client: TestClient) -> None:
    verdicts = [ask(client, make()).json()["verdict"] for make in (striker, retired, empty)]
    assert verdicts == ["follow_up", "not_applicable", "insufficient_evidence"]


def test_the_rate_limit_ignores_the_built_in_planner(client: TestClient) -> None:
    assert [ask(client, striker()).status_code for _ in range(3)] == [200, 200, 200]


def _changed(**changes: Any) -> dict[str, Any]:
    """The striker's dossier with changes to its first piece of evidence, the age."""
    first, *others = STRIKER["evidence"]
    return STRIKER | {"evidence": [first | changes, *others]}


COHORT = next(item["cohort"] for item in STRIKER["evidence"] if item["cohort"])
INVALID: list[tuple[dict[str, Any], str]] = [
    ({"player": None}, "player"),
    ({"player": ""}, "player"),
    ({"player": "  "}, "player"),
    ({"player": "\u200b\u202e\ufeff"}, "player"),
    ({"player": "a" * 121}, "player"),
    ({"player": "Nul\x00l"}, "player"),
    ({"player": "two\nlines"}, "player"),
    ({"player": "two\u2028lines"}, "player"),
    ({"player": 7}, "player"),
    ({"as_of": None}, "as_of"),
    ({"as_of": "01.11.2026"}, "as_of"),
    ({"as_of": "2026-02-30"}, "as_of"),
    ({"evidence": None}, "evidence"),
    ({"evidence": [STRIKER["evidence"][0]] * 3001}, "evidence"),
    ({"prompt": "x"}, "prompt"),
    (_changed(id="Age"), "evidence.0.id"),
    (_changed(id="age; drop"), "evidence.0.id"),
    (_changed(label="tab\there"), "evidence.0.label"),
    (_changed(label="a" * 201), "evidence.0.label"),
    (_changed(unit="furlongs"), "evidence.0.unit"),
    (_changed(source="hearsay"), "evidence.0.source"),
    (_changed(as_of="yesterday"), "evidence.0.as_of"),
    (_changed(goals=12), "evidence.0.goals"),
    (_changed(value=10**12 + 1), "evidence.0.value"),
    (_changed(value=-(10**309)), "evidence.0.value"),
    (_changed(value=1e300), "evidence.0.value"),
    (_changed(note="\ud800"), "evidence.0.note"),
    (_changed(cohort=COHORT | {"size": -1}), "evidence.0.cohort.size"),
    (_changed(cohort=COHORT | {"size": 10**309}), "evidence.0.cohort.size"),
    (_changed(cohort=COHORT | {"scope": "world"}), "evidence.0.cohort.scope"),
]


@pytest.mark.parametrize(("changes", "field"), INVALID)
def test_invalid_dossiers_are_rejected(
    client: TestClient, changes: dict[str, Any], field: str
) -> None:
    answer = client.post("/generate", content=json.dumps(STRIKER | changes), headers=JSON)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["code"]) == (422, "validation_error")
    assert problem["type"] == "/problems/validation_error"
    assert problem["retryable"] is False
    assert [error["field"] for error in problem["errors"]] == [field]
    assert all(error["message"] for error in problem["errors"])


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "validation_error"),
        (b"{", 422, "validation_error"),
        (b"[]", 422, "validation_error"),
        (b"{}", 422, "validation_error"),
        (b'{"player": "\\ud800", "as_of": "2026-11-23", "evidence": []}', 422, "validation_error"),
        (b'{"player": "A", "as_of": NaN, "evidence": []}', 422, "validation_error"),
        (b'{"player": "A", "as_of": -Infinity, "evidence": []}', 422, "validation_error"),
        (b'{"\\ud800": 1}', 422, "validation_error"),
        (b"\xff\xfe", 422, "validation_error"),
        (b"[" * 100_000, 400, "bad_request"),
        (b"9" * 5_000, 400, "bad_request"),
    ],
)
def test_malformed_bodies_are_rejected(
    client: TestClient, content: bytes, status: int, code: str
) -> None:
    answer = client.post("/generate", content=content, headers=JSON)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_non_finite_numbers_are_rejected(client: TestClient, number: str) -> None:
    body = json.dumps(_changed(value="NUMBER")).replace('"NUMBER"', number)
    answer = client.post("/generate", content=body, headers=JSON)
    assert answer.status_code == 422
    (error,) = json.loads(answer.content, parse_constant=pytest.fail)["errors"]
    assert error == {
        "location": "body",
        "field": "evidence.0.value",
        "message": "Must be a number between -1000000000000 and 1000000000000",
        "value": None,
    }


def _padded(size: int) -> bytes:
    body = json.dumps(STRIKER).encode()
    return body + b" " * (size - len(body))


def test_a_body_over_the_limit_is_rejected(client: TestClient) -> None:
    largest = client.post("/generate", content=_padded(MAX_BODY_BYTES), headers=JSON)
    assert largest.status_code == 200
    for content in (_padded(MAX_BODY_BYTES + 1), iter([_padded(MAX_BODY_BYTES), b" "])):
        answer = client.post("/generate", content=content, headers=JSON)
        assert answer.status_code == 413
        assert answer.json()["code"] == "body_too_large"
        assert answer.json()["detail"] == f"The body is larger than {MAX_BODY_BYTES // 1024} KiB."


def test_the_schema_documents_every_error(client: TestClient) -> None:
    generate = client.get("/openapi.json").json()["paths"]["/generate"]["post"]
    problems = {"400", "408", "413", "422", "500", "502", "503", "504"}
    assert set(generate["responses"]) == {"200"} | problems
    assert all("application/problem+json" in generate["responses"][p]["content"] for p in problems)
