"""`/metrics`: the catalogue, and metrics added to it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from football_player_service.app.db import session_scope
from football_player_service.app.metrics import service
from football_player_service.app.metrics.catalogue import catalogue
from football_player_service.app.metrics.models import CustomMetric
from football_player_service.app.record.models import Season, StatLine, StatValue
from football_player_service.tests.careers import player

pytestmark = pytest.mark.usefixtures("database")


def a_metric(**changes: Any) -> dict[str, Any]:
    """The body of a metric that a club counts itself."""
    return {
        "key": "scanning",
        "label": "Scans before receiving",
        "short_label": "Scans",
        "group": "passing",
        "storage": "total",
        "denominator": "minutes",
        "better": "higher",
        "positions": ["Midfielder"],
        "range": [0, 60],
        "decimals": 0,
        "words": {"singular": "scan", "plural": "scans", "verb": "made"},
        "headers": {"our_scouts": {"value": ["Scans"], "per_90": ["Scans/90"]}},
    } | changes


def test_anyone_can_list_the_catalogue(client: TestClient) -> None:
    found = client.get("/metrics").json()
    assert [metric["key"] for metric in found] == list(catalogue())
    assert not any(metric["custom"] for metric in found)
    goals = next(metric for metric in found if metric["key"] == "goals")
    assert goals["words"] == {"singular": "goal", "plural": "goals", "verb": "scored"}
    assert goals["headers"]["wyscout"] == {"value": ["Goals"], "per_90": ["Goals per 90"]}


def test_providers_have_a_label(client: TestClient) -> None:
    found = {provider["key"]: provider["label"] for provider in client.get("/providers").json()}
    assert found["fbref"] == "FBref"
    assert found["fpl"] == "Fantasy Premier League"
    assert "any" not in found


def test_an_added_metric_is_listed_last_and_can_be_deleted(signed_in: TestClient) -> None:
    answer = signed_in.post("/metrics", json=a_metric())
    assert answer.status_code == 201, answer.text
    assert answer.json() == a_metric() | {
        "numerator": None,
        "unit": "",
        "custom": True,
        "headline": False,
    }
    assert signed_in.get("/metrics").json()[-1] == answer.json()
    with session_scope(writes=False) as session:
        assert session.exec(select(CustomMetric.created_by)).one() == "admin"
        assert service.all_metrics(session)["scanning"].has_rate
    assert signed_in.delete("/metrics/scanning").status_code == 204
    assert len(signed_in.get("/metrics").json()) == len(catalogue())


def test_a_metric_may_be_computed_from_others(signed_in: TestClient) -> None:
    assert signed_in.post("/metrics", json=a_metric()).status_code == 201
    share = a_metric(
        key="scan_pct", label="Scan share", short_label="Scan %", storage="percent",
        numerator="scanning", denominator="passes_received", range=[0, 100], headers={},
    )  # fmt: skip
    assert signed_in.post("/metrics", json=share).status_code == 201
    answer = signed_in.delete("/metrics/scanning")
    assert (answer.status_code, answer.json()["code"]) == (409, "metric_in_use")
    assert "scan_pct" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"key": "goals"}, 409, "metric_exists"),
        ({"label": "Goals"}, 409, "metric_conflict"),
        ({"headers": {"wyscout": {"value": ["goals "]}}}, 409, "metric_conflict"),
        ({"denominator": "yards"}, 422, "unknown_metric"),
        ({"key": "Scans!"}, 422, "validation_error"),
        ({"range": [5, 0]}, 422, "validation_error"),
        ({"storage": "percent", "numerator": "goals", "denominator": None}, 422,
         "validation_error"),
    ],
)  # fmt: skip
def test_a_metric_that_contradicts_others_is_refused(
    signed_in: TestClient, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = signed_in.post("/metrics", json=a_metric(**changes))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert len(signed_in.get("/metrics").json()) == len(catalogue())


def test_only_added_metrics_without_values_can_be_deleted(signed_in: TestClient) -> None:
    assert signed_in.post("/metrics", json=a_metric()).status_code == 201
    known = player()
    with session_scope() as session:
        session.add(Season(id=1, provider="our_scouts", span="season", year=2025))
        session.flush()
        session.add(StatLine(id=1, player_id=known, season_id=1))
        session.flush()
        session.add(StatValue(line_id=1, metric="scanning", value=41.0, per_90=None))
    answer = signed_in.delete("/metrics/scanning")
    assert (answer.status_code, answer.json()["code"]) == (409, "metric_in_use")
    answer = signed_in.delete("/metrics/goals")
    assert (answer.status_code, answer.json()["code"]) == (409, "metric_in_catalogue")
    answer = signed_in.delete("/metrics/unheard_of")
    assert (answer.status_code, answer.json()["code"]) == (404, "metric_not_found")


def test_only_admins_change_metrics(client: TestClient) -> None:
    assert client.post("/metrics", json=a_metric()).status_code == 401
    assert client.delete("/metrics/scanning").status_code == 401
