"""Whatever the OpenAPI document allows is answered as it says: no 500, nothing undocumented."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS, load_all_checks

from football_player_service.app.main import app
from football_player_service.app.settings import get_settings
from scripts.seed_data import seed
from tests import stack
from tests.databases import migrated


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stack.Stack]:
    """The stack, seeded."""
    folder = tmp_path_factory.mktemp("openapi")
    url = migrated(f"sqlite:///{folder / 'players.db'}")
    seed(get_settings())
    with stack.running(folder=folder, database_url=url) as running:
        yield running


load_all_checks()
SCHEMA = schemathesis.openapi.from_dict(app.openapi())
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/players/{player_id}/reports", {"limit": "1"}),
        ("/reports/{report_id}", {}),
        ("/reports/{report_id}/compare/{other_id}", {}),
        *[("/reports/{report_id}/export", {"format": f}) for f in ("markdown", "json", "pdf")],
    ],
)
def test_a_report_is_answered_as_documented(
    service: stack.Stack, path: str, query: dict[str, str]
) -> None:
    """Chance finds no report by its id: here is one, before chance deletes its player."""
    if not service.api.get("/players/1/reports").json()["total"]:
        service.finished(service.scout(1))
    report = service.api.get("/players/1/reports").json()["reports"][0]["id"]
    (operation,) = (o for o in OPERATIONS if o.path == path)
    known = {"player_id": 1, "report_id": report, "other_id": report}
    case = operation.Case(
        path_parameters={name: value for name, value in known.items() if f"{{{name}}}" in path},
        query=query,
    )
    answer = case.call_and_validate(base_url=str(service.api.base_url))
    assert answer.status_code == HTTPStatus.OK


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_operation_answers_as_documented(operation: Any, service: stack.Stack) -> None:
    headers = {"Authorization": service.api.headers["Authorization"]}

    @given(case=operation.as_strategy())
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def answers(case: Any) -> None:
        # A schema cannot say everything a body must hold to: some of what it allows is refused.
        case.call_and_validate(
            base_url=str(service.api.base_url),
            headers=headers,
            excluded_checks=[CHECKS.get_one("positive_data_acceptance")],
        )

    answers()


def test_every_route_is_in_the_document() -> None:
    documented = {(o.method.upper(), o.path) for o in OPERATIONS}
    assert {
        ("GET", "/health"),
        ("POST", "/token"),
        ("GET", "/players"),
        ("POST", "/players"),
        ("GET", "/players/{player_id}"),
        ("PUT", "/players/{player_id}"),
        ("PATCH", "/players/{player_id}"),
        ("DELETE", "/players/{player_id}"),
        ("POST", "/players/{player_id}/scout"),
        ("GET", "/players/{player_id}/reports"),
        ("GET", "/reports/{report_id}"),
        ("GET", "/reports/{report_id}/compare/{other_id}"),
        ("GET", "/reports/{report_id}/export"),
        ("GET", "/tasks/{task_id}"),
    } <= documented
