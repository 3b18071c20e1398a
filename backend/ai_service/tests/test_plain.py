"""A plain player, as a worker sends it that knows no dossiers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ai_service.main import create_app
from ai_service.plain import PlainPlayer
from ai_service.settings import Settings
from ai_service.tests.dossiers import claims_of

JSON = {"Content-Type": "application/json"}
PLAYER = {
    "full_name": "Ivo Testarossa", "age": 24, "country": "Norway", "position": "Attacker",
    "current_team": "Heronmoor Rovers", "league": "Granit Liga", "market_value": 45_000_000.0,
    "contract_until": "2100-06-30", "status": "Active",
}  # fmt: skip


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = create_app(Settings(_env_file=None, ai_provider="built-in"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_a_player_gets_a_report_on_what_is_known(client: TestClient) -> None:
    body = client.post("/generate", json=PLAYER).json()
    report = body["report"]
    for known in ("Ivo Testarossa", "24-year-old attacker", "Heronmoor Rovers", "€45m"):
        assert known in report
    assert "## Recommendation" in report
    assert (body["source"], body["verdict"]) == ("simulated", "insufficient_evidence")
    assert "no statistics" in report.lower() or "No season" in report


def test_the_name_may_have_either_key_and_other_fields_are_ignored(client: TestClient) -> None:
    given = {"player_name": "Ivo Testarossa", "id": 7, "nested": {"a": [1]}, "prompt": "Sign him!"}
    answer = client.post("/generate", json=given)
    assert answer.status_code == 200
    assert "Ivo Testarossa" in answer.json()["report"]
    assert "Sign him" not in answer.text


def test_nulls_and_empty_texts_are_unknown(client: TestClient) -> None:
    nulls = dict.fromkeys(PLAYER) | {"full_name": "Nemo Nobody", "country": "", "position": " "}
    assert client.post("/generate", json=nulls).status_code == 200
    assert PlainPlayer.model_validate(nulls).dossier().evidence == []


@pytest.mark.parametrize(
    ("position", "group", "detail"),
    [
        ("Attacker", "Attack", None),
        ("striker", "Attack", "Centre-Forward"),
        ("Attack", "Attack", None),
        ("goalkeeper", "Goalkeeper", None),
        ("left-back", "Defender", "Left-Back"),
        ("Libero", "Libero", None),
    ],
)
def test_positions_are_found_by_their_usual_names(
    position: str, group: str, detail: str | None
) -> None:
    player = PlainPlayer.model_validate({"full_name": "Ivo", "position": position})
    found = {item.id: item.value for item in player.dossier().evidence}
    assert (found["position"], found.get("sub_position")) == (group, detail)


def test_a_status_counts_whatever_its_case() -> None:
    retired = PlainPlayer.model_validate({"full_name": "Ivo", "status": "Retired"})
    assert claims_of(retired.dossier())["recommendation"].args["verdict"] == "not_applicable"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"full_name": None}, "full_name"),
        ({"full_name": ""}, "full_name"),
        ({"full_name": "\u200b"}, "full_name"),
        ({"full_name": "two\nlines"}, "full_name"),
        ({"full_name": "a" * 121}, "full_name"),
        ({"age": "old"}, "age"),
        ({"age": 121}, "age"),
        ({"country": 7}, "country"),
        ({"position": "a" * 121}, "position"),
        ({"market_value": "much"}, "market_value"),
        ({"market_value": -1}, "market_value"),
        ({"market_value": 10**13}, "market_value"),
        ({"contract_until": "31/02/2026"}, "contract_until"),
    ],
)
def test_bad_fields_are_named(client: TestClient, changes: dict[str, Any], field: str) -> None:
    answer = client.post("/generate", content=json.dumps(PLAYER | changes), headers=JSON)
    assert answer.status_code == 422
    problem = answer.json()
    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["detail"] == f"Please correct: {field}."
    (error,) = problem["errors"]
    assert error["location"] == "body"
    assert "discriminator" not in error["message"].lower()


def test_a_body_without_a_name_asks_for_it(client: TestClient) -> None:
    for content in (b"{}", b'{"name": "Ivo"}'):
        (error,) = client.post("/generate", content=content, headers=JSON).json()["errors"]
        assert (error["field"], error["message"]) == ("full_name", "Field required")
    (error,) = client.post("/generate", content=b"[]", headers=JSON).json()["errors"]
    assert (error["location"], error["field"]) == ("body", "")
