"""Briefs: what a club looks for, sent with a request and stored with the report."""

import json
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from football_player_service.app.db import session_scope
from football_player_service.app.scouting import dossier
from football_player_service.app.scouting.schemas import BriefOut, Dossier, Replaced
from football_player_service.app.tasks.models import Task
from football_player_service.tests import careers
from football_player_service.tests.players import add
from football_player_service.tests.reports import fact, striker, write
from football_player_service.tests.test_scouting import Scripted, ai, work

__all__ = ["ai"]  # the fixture

BRIEF = {
    "position": "Centre-Forward",
    "age_min": 19,
    "age_max": 25,
    "budget": 50_000_000,
    "contract_until": "2027-06-30",
    "minutes_min": 1500,
    "metrics": [{"metric": "goals", "percentile": 70}, {"metric": "assists", "percentile": 50}],
    "question": "Is he better than what we have?",
}


def scout(client: TestClient, player: int, brief: Any = None) -> Any:
    """The answer to a request for a report."""
    return client.post(f"/players/{player}/scout", json=brief)


def requested() -> list[str | None]:
    """The input of every task."""
    with session_scope(writes=False) as session:
        return list(session.exec(select(Task.input)))


@pytest.mark.parametrize(
    "body", [{}, {"content": b""}, {"content": b"{}"}, {"content": b"null"},
             {"json": {"position": None, "metrics": [], "question": "  "}},
             {"json": {"question": ""}}],
)  # fmt: skip
def test_an_empty_body_is_no_brief(signed_in: TestClient, body: dict[str, Any]) -> None:
    url = f"/players/{add(signed_in)['id']}/scout"
    answer = signed_in.post(url, headers={"Content-Type": "application/json"}, **body)
    assert answer.status_code == 202, answer.text
    assert requested() == [None]
    assert signed_in.post(url).json() == answer.json(), "the same task"


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        ({"colour": "red"}, "colour", ""),
        ({"position": "Sweeper"}, "position", "Must be one of Goalkeeper, Defender, Midfielder"),
        ({"age_min": 12}, "age_min", "14"),
        ({"age_min": "20"}, "age_min", ""),
        ({"age_min": ""}, "age_min", ""),
        ({"age_min": 25, "age_max": 20}, "", "The lowest age (25) is above the highest (20)"),
        ({"budget": -1}, "budget", ""),
        ({"budget": 1.5}, "budget", ""),
        ({"contract_until": "30/06/2027"}, "contract_until", "YYYY-MM-DD"),
        ({"minutes_min": 20_000}, "minutes_min", ""),
        ({"metrics": [{"metric": "goals", "percentile": 0}]}, "metrics.0.percentile", ""),
        ({"metrics": [{"metric": "goals"}]}, "metrics.0.percentile", ""),
        ({"metrics": [{"metric": "goals", "percentile": 9, "x": 1}]}, "metrics.0.x", ""),
        ({"metrics": [{"metric": "goals", "percentile": 50},
                      {"metric": "magic", "percentile": 50}]},
         "metrics.1.metric", "No metric has this key"),
        ({"metrics": [{"metric": "goals", "percentile": 50}] * 2}, "", "goals more than once"),
        ({"metrics": [{"metric": f"m{n}", "percentile": 50} for n in range(11)]}, "metrics", ""),
        ({"replaces_id": 999_999}, "replaces_id", "No player has this id"),
        ({"replaces_id": 0}, "replaces_id", ""),
        ({"question": "x" * 501}, "question", ""),
        ({"question": "a\u0000b"}, "question", "control characters"),
        ([], "", ""),
    ],
)  # fmt: skip
def test_an_invalid_brief_is_refused(
    signed_in: TestClient, body: Any, field: str, says: str
) -> None:
    answer = scout(signed_in, add(signed_in)["id"], body)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "validation_error")
    assert [error["field"] for error in problem["errors"]] == [field]
    assert says in problem["errors"][0]["message"]
    assert requested() == []


def test_players_do_not_replace_themselves(signed_in: TestClient) -> None:
    player = add(signed_in)["id"]
    (error,) = scout(signed_in, player, {"replaces_id": player}).json()["errors"]
    assert (error["field"], error["message"]) == ("replaces_id", "Must be another player")


def test_another_brief_has_to_wait(signed_in: TestClient, ai: Scripted) -> None:
    player = add(signed_in)["id"]
    first = scout(signed_in, player, BRIEF)
    assert scout(signed_in, player, BRIEF | {"replaces_id": None}).json() == first.json()
    for other in (None, {}, BRIEF | {"age_max": 24}):
        answer = scout(signed_in, player, other)
        assert (answer.status_code, answer.json()["code"]) == (409, "report_in_progress")
        assert "Wait until it is finished" in answer.json()["detail"]
    work(first.json()["task_id"])
    assert scout(signed_in, player, {}).status_code == 202


def test_the_brief_is_sent_and_stored(signed_in: TestClient, ai: Scripted) -> None:
    old = add(signed_in, full_name="Marko Example", market_value=8_000_000)
    player = add(signed_in, pronoun="he")
    answer = scout(signed_in, player["id"], BRIEF | {"replaces_id": old["id"]})
    task_id = answer.json()["task_id"]
    (stored,) = requested()
    assert json.loads(stored or "") == BRIEF | {"replaces_id": old["id"]}
    work(task_id)
    assert ai.requests[0]["pronoun"] == "he"
    assert ai.requests[0]["brief"] == BRIEF | {"replaces": "Marko Example"}
    sent = Dossier.model_validate(ai.requests[0])
    assert {"goals", "assists"} <= set(sent.metrics), "words for figures the player may lack"
    found = {item.id: (item.label, item.value) for item in sent.evidence}
    assert found["replaced.value.now"] == ("Marko Example: Market value", 8_000_000)
    assert found["replaced.contract.until"][1] == "2028-06-30"
    report_id = signed_in.get(f"/tasks/{task_id}").json()["result_id"]
    report = signed_in.get(f"/reports/{report_id}").json()
    assert report["brief"] == BRIEF | {"replaces": {"id": old["id"], "name": "Marko Example"}}
    assert report["dossier"]["brief"]["replaces"] == "Marko Example"


def test_a_report_fails_if_the_player_to_replace_was_deleted(
    signed_in: TestClient, ai: Scripted
) -> None:
    old, player = add(signed_in, full_name="Marko Example"), add(signed_in)
    task_id = scout(signed_in, player["id"], {"replaces_id": old["id"]}).json()["task_id"]
    signed_in.delete(f"/players/{old['id']}")
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["error_code"]) == ("failed", "replaced_player_deleted")
    assert task["error"] == "The player to replace was deleted. Request the report without them."
    assert ai.requests == []


def replacing(player_id: int) -> BriefOut:
    """A brief that names a player to replace."""
    return BriefOut(replaces=Replaced(id=player_id, name="Marko Example"))


def test_what_is_comparable_of_the_player_to_replace(client: TestClient) -> None:
    old = careers.player(
        full_name="Marko Example", position="Attack", date_of_birth="1994-02-01", height_cm=190,
        market_value=8_000_000, contract_until="2026-12-31",
    )  # fmt: skip
    player = striker()
    for year in range(2021, 2026):
        careers.season(old, year, goals=year - 2015, shots=40)
    careers.season(old, 2025, provider="fbref", goals=9, tackles=11)
    careers.compute()
    with session_scope(writes=False) as session:
        alone = dossier.build(session, player_id=player)
        both = dossier.build(session, player_id=player, brief=replacing(old))
    assert both.evidence[: len(alone.evidence)] == alone.evidence
    found = {item.id: item for item in both.evidence[len(alone.evidence) :]}
    assert all(id.startswith("replaced.") for id in found)
    rest = {id.removeprefix("replaced.") for id in found}
    assert {id for id in rest if not any(c.isdigit() for c in id)} == {
        "age", "value.now", "contract.until",
    }  # fmt: skip
    assert {id.split(".")[1] for id in rest if id.startswith("season.")} == {"2023", "2024", "2025"}
    goals = found["replaced.season.2025.goals_per_90"]
    assert (goals.label, goals.value) == ("Marko Example: Goals per 90, 2025/26", 0.5)
    rank = found["replaced.season.2025.goals_per_90.position"]
    assert rank.standing is not None
    assert rank.cohort is not None
    assert sum(rank.standing.model_dump().values()) == rank.cohort.size
    assert "replaced.season.2025.shots_per_90" in found
    assert "replaced.fbref.2025.goals_per_90" in found
    assert "shots" in both.metrics


def test_a_changed_player_to_replace_makes_the_report_out_of_date(signed_in: TestClient) -> None:
    old = careers.player(full_name="Marko Example", market_value=8_000_000)
    player = striker()
    cheaper = fact("cheaper", "He costs more.", "value.now", "replaced.value.now")
    report = write(player, cheaper, brief=replacing(old))
    plain = write(player, fact("value", "He is worth €45m.", "value.now"))
    assert changes(signed_in, report) == []
    signed_in.patch(f"/players/{old}", json={"market_value": 9_000_000})
    assert changes(signed_in, report) == [("replaced.value.now", 8_000_000, 9_000_000)]
    listed = signed_in.get(f"/players/{player}/reports").json()["reports"]
    assert {UUID(r["id"]): r["changed"] for r in listed} == {report: 1, plain: 0}
    signed_in.delete(f"/players/{old}")
    assert changes(signed_in, report) == [("replaced.value.now", 8_000_000, None)]


def changes(client: TestClient, report: UUID) -> list[tuple[str, Any, Any]]:
    """What has changed since a report."""
    found = client.get(f"/reports/{report}").json()["changes"]
    return [(change["id"], change["was"], change["now"]) for change in found]
