"""From request to report through real Redis, worker, AI service and database."""

from collections.abc import Iterator
from typing import Any

import pytest
from redis import Redis

from football_player_service.app.settings import get_settings
from scripts.seed_data import seed
from tests import servers, stack
from tests.databases import migrated
from tests.test_docs import run_notes


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[stack.Stack]:
    """The stack over each database, seeded."""
    folder = tmp_path_factory.mktemp("stack")
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'players.db'}"
    else:
        url = servers.create_database(request.getfixturevalue("postgres"), "stack")
    migrated(url)
    seed(get_settings())
    with stack.running(folder=folder, database_url=url) as running:
        yield running


def test_the_seeded_players_are_listed(service: stack.Stack) -> None:
    body = service.api.get("/players").json()
    assert len(body["players"]) == 20
    assert body["players"][0]["full_name"] == "Lionel Messi"
    assert {player["status"] for player in body["players"]} == {"active", "retired", "free_agent"}


def test_a_report_from_the_built_in_writer(service: stack.Stack) -> None:
    task = service.finished(service.scout(1))
    assert (task["status"], task["result"]) == ("completed", "Report generated")
    report = service.api.get("/players/1").json()["scouting_report"]
    assert "Lionel Messi" in report
    assert "simulated" in report.lower()
    assert "## Recommendation" in report


def test_a_report_is_stored_exported_and_compared(service: stack.Stack) -> None:
    player = service.add_player(position="Attack", market_value=12_000_000)
    service.finished(service.scout(player))
    (first,) = reports_on(service, player)
    assert (first["requested_by"], first["source"]) == ("admin", "simulated")
    assert first["sentences"] > 0
    assert first["headline"]
    assert first["out_of_date"] is False
    url = f"/reports/{first['id']}"
    for wanted, start in (("pdf", b"%PDF-"), ("json", b"{"), ("markdown", b"# Scouting report: ")):
        file = service.api.get(f"{url}/export", params={"format": wanted}).raise_for_status()
        assert file.content.startswith(start)
    service.api.patch(f"/players/{player}", json={"market_value": 9_000_000}).raise_for_status()
    changes = service.api.get(url).raise_for_status().json()["changes"]
    assert ("value.now", 12_000_000, 9_000_000) in [(c["id"], c["was"], c["now"]) for c in changes]
    service.finished(service.scout(player))
    second, again = reports_on(service, player)
    assert (again["id"], again["out_of_date"]) == (first["id"], True)
    assert second["out_of_date"] is False
    change = service.api.get(f"{url}/compare/{second['id']}").raise_for_status().json()
    assert (change["earlier"], change["later"]) == (first["id"], second["id"])
    assert "value.now" in {c["id"] for c in change["evidence"]}
    assert any("€12m" in fact["was"] and "€9m" in fact["now"] for fact in change["facts_changed"])


def test_a_brief_is_answered_and_kept_when_reports_are_regenerated(service: stack.Stack) -> None:
    old = service.add_player(full_name="Marko Example", market_value=4_000_000)
    player = service.add_player(position="Attack", market_value=12_000_000)
    brief = {"age_max": 30, "budget": 5_000_000, "replaces_id": old, "question": "Is he quick?"}
    answer = service.api.post(f"/players/{player}/scout", json=brief).raise_for_status()
    task = service.finished(answer.json()["task_id"])
    url = f"/reports/{task['result_id']}"
    report = service.api.get(url).raise_for_status().json()
    assert report["brief"]["replaces"] == {"id": old, "name": "Marko Example"}
    results = {item["claim"]: item["result"] for item in report["content"]["brief"]}
    assert results["brief.budget"] == "missed"
    assert report["verdict"] != "sign"
    for wanted in ("pdf", "markdown"):
        service.api.get(f"{url}/export", params={"format": wanted}).raise_for_status()
    service.api.patch(f"/players/{player}", json={"market_value": 3_000_000}).raise_for_status()
    task_id = service.api.post("/reports/regenerate").raise_for_status().json()["task_id"]
    assert "outdated reports requested again" in service.finished(task_id)["result"]
    servers.wait_until(
        lambda: len(reports_on(service, player)) > 1, seconds=60, what="the new report"
    )
    newest = reports_on(service, player)[0]
    again = service.api.get(f"/reports/{newest['id']}").raise_for_status().json()
    assert again["brief"] == report["brief"]
    results = {item["claim"]: item["result"] for item in again["content"]["brief"]}
    assert results["brief.budget"] == "met"


def reports_on(service: stack.Stack, player: int) -> list[dict[str, Any]]:
    """The reports on a player, newest first."""
    answer = service.api.get(f"/players/{player}/reports").raise_for_status()
    found: list[dict[str, Any]] = answer.json()["reports"]
    return found


def test_the_ai_service_down_and_up_again(service: stack.Stack) -> None:
    player = service.add_player()
    service.finished(service.scout(player))
    old = service.api.get(f"/players/{player}").json()["scouting_report"]
    service.stop_ai()
    try:
        task = service.finished(service.scout(player))
    finally:
        service.start_ai()
    assert (task["status"], task["error_code"]) == ("failed", "ai_unreachable")
    assert task["error"] == "The AI service cannot be reached."
    assert task["progress"]["percent"] == 100
    assert service.api.get(f"/players/{player}").json()["scouting_report"] == old
    assert service.finished(service.scout(player))["status"] == "completed"


def test_redis_may_lose_everything(service: stack.Stack) -> None:
    player = service.add_player()
    task_id = service.scout(player)
    redis = Redis.from_url(service.environment["REDIS_URL"])
    redis.flushdb()
    redis.close()
    assert service.finished(task_id, seconds=40)["status"] == "completed"


def test_many_at_once(service: stack.Stack) -> None:
    players = [service.add_player(full_name=f"Crowd Player {n}") for n in range(30)]
    tasks = [service.scout(player) for player in players]
    assert {service.finished(task)["status"] for task in tasks} == {"completed"}


def test_the_commands_of_the_notes_work_as_printed(service: stack.Stack) -> None:
    port = str(service.api.base_url).rsplit(":", 1)[-1].rstrip("/")
    printed = run_notes({"8000": port, "8001": str(service.ai_port)})
    for expected in ('"status":"ok"', "20\n", '"Lionel Messi"', "access_token", "Test Player"):
        assert expected in printed
    assert '"status":"completed"' in printed
    assert "## Summary" in printed
