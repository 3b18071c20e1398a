"""Requesting new reports for those that are out of date."""

import json
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from football_player_service.app.db import session_scope
from football_player_service.app.scouting import jobs, service
from football_player_service.app.scouting.schemas import BriefOut, MetricFloor, Replaced
from football_player_service.app.tasks import runner
from football_player_service.app.tasks.models import Task
from football_player_service.tests import careers
from football_player_service.tests.reports import claim, fact, store, write

WORTH = fact("value", "He is worth €10m.", "value.now")


def regenerate(client: TestClient) -> str:
    """Run the job; its result."""
    answer = client.post("/reports/regenerate")
    assert answer.status_code == 202, answer.text
    task_id = answer.json()["task_id"]
    assert answer.headers["location"] == f"/tasks/{task_id}"
    runner.run(jobs.regenerate, task_id=UUID(task_id))
    task = client.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["kind"]) == ("completed", "regenerate"), task["error"]
    return str(task["result"])


def requested() -> dict[int, str | None]:
    """The briefs of the requested reports, by player."""
    with session_scope(writes=False) as session:
        found = session.exec(select(Task).where(col(Task.kind) == service.SCOUT))
        return {int(task.subject_id): task.input for task in found}


def revalue(client: TestClient, *player_ids: int) -> None:
    """Change market values."""
    for player in player_ids:
        assert client.patch(f"/players/{player}", json={"market_value": 1}).status_code == 200


def test_outdated_reports_are_requested_again(signed_in: TestClient) -> None:
    old, current, new, earlier, none = (careers.player(market_value=10_000_000) for _ in range(5))
    write(old, WORTH)
    write(current, WORTH)
    write(new, WORTH)
    store(earlier, claim("summary", "He is worth €10m.", "value.now"))
    assert regenerate(signed_in) == "0 of 4 reports are out of date"
    revalue(signed_in, old, new, earlier, none)
    write(new, WORTH)  # the newest one is up to date
    assert regenerate(signed_in) == "2 of 2 outdated reports requested again"
    assert requested() == {old: None, earlier: None}
    assert regenerate(signed_in) == (
        "0 of 2 outdated reports requested again, the others were in progress already"
    )


def test_a_new_report_has_the_same_brief(signed_in: TestClient) -> None:
    player, other, gone = (careers.player(market_value=10_000_000) for _ in range(3))
    floors = [MetricFloor(metric=key, percentile=70) for key in ("goals", "since_deleted")]
    brief: dict[str, Any] = {"age_max": 25, "metrics": floors, "question": "Is he quick?"}
    write(player, WORTH, brief=BriefOut(**brief, replaces=Replaced(id=other, name="Other")))
    write(other, WORTH, brief=BriefOut(replaces=Replaced(id=gone, name="Gone")))
    signed_in.delete(f"/players/{gone}")
    revalue(signed_in, player, other)
    regenerate(signed_in)
    found = requested()
    assert json.loads(found[player] or "") == {
        "age_max": 25,
        "metrics": [{"metric": "goals", "percentile": 70}],
        "question": "Is he quick?",
        "replaces_id": other,
    }
    assert found[other] is None


def test_it_needs_a_user(client: TestClient) -> None:
    assert client.post("/reports/regenerate").status_code == 401


def test_while_it_runs_it_is_the_same_task(signed_in: TestClient) -> None:
    first, second = (signed_in.post("/reports/regenerate").json() for _ in range(2))
    assert first == second


def test_a_player_deleted_meanwhile_is_left_out(
    signed_in: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, player = (careers.player(market_value=10_000_000) for _ in range(2))
    for one in (gone, player):
        write(one, WORTH)
    revalue(signed_in, gone, player)
    newest = service.newest

    def found_before_deletion(session: Session) -> list[UUID]:
        found = newest(session)
        signed_in.delete(f"/players/{gone}")
        return found

    monkeypatch.setattr(service, "newest", found_before_deletion)
    assert regenerate(signed_in) == "1 of 1 outdated reports requested again"
    assert requested() == {player: None}
