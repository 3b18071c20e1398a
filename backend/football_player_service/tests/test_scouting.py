"""Requesting a report, and the job that makes it; the AI service is a real server."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from football_player_service.app import ai_client
from football_player_service.app.db import session_scope
from football_player_service.app.scouting import dossier, jobs
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import runner
from football_player_service.tests.players import add
from football_player_service.tests.reports import content, fact

REPORT = {
    "report": "## Summary\n\nA fictional report.",
    "source": "simulated",
    "model": "scripted",
    "prompt_version": "test-v1",
    "verdict": "follow_up",
    "confidence": "low",
    "content": content(fact("club", "He plays for Fictional FC.", "club")),
    "usage": {"requests": 2, "input_tokens": 900, "output_tokens": 120, "cost_usd": 0.0021},
    "generated_at": "2026-01-01T00:00:00Z",
}


def changed(**parts: Any) -> dict[str, Any]:
    """The report with these parts of its content."""
    whole: dict[str, Any] = REPORT["content"]  # type: ignore[assignment]
    return REPORT | {"content": whole | parts}


SENTENCE = {"text": "Unheard of.", "claims": ["club"], "evidence": ["club"]}


def problem(status: int, code: str, *, retryable: bool) -> tuple[int, dict[str, object]]:
    """A problem document of the AI service."""
    detail = f"The model refused ({code})."
    return status, {"status": status, "code": code, "detail": detail, "retryable": retryable}


@dataclass
class Scripted:
    """An HTTP server that gives these answers in order and then repeats the last one."""

    answers: list[tuple[int, object]] = field(default_factory=lambda: [(200, REPORT)])
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[dict[str, object]] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)
    delay_seconds: float = 0

    def next(self) -> tuple[int, object]:
        """The next answer."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def ai(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    """A scripted AI service on a port of its own, and short waits between attempts."""
    script = Scripted()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            script.connections.add(self.client_address)
            length = int(self.headers["Content-Length"])
            script.requests.append(json.loads(self.rfile.read(length)))
            time.sleep(script.delay_seconds)
            status, body = script.next()
            payload = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            for name, value in script.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("AI_SERVICE_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AI_SERVICE_TIMEOUT_SECONDS", "2")
    monkeypatch.setattr(ai_client, "_BACKOFF", lambda _state: 0.01)
    get_settings.cache_clear()
    ai_client._client.cache_clear()
    yield script
    ai_client._client().close()
    ai_client._client.cache_clear()
    server.shutdown()
    server.server_close()
    thread.join()
    monkeypatch.undo()
    get_settings.cache_clear()


def ask(client: TestClient, player: dict[str, object]) -> str:
    """Request a report; the task's id."""
    answer = client.post(f"/players/{player['id']}/scout")
    assert answer.status_code == 202, answer.text
    return str(answer.json()["task_id"])


def work(task_id: str) -> None:
    """Run the job, as the worker does with the message."""
    runner.run(jobs.scout, task_id=UUID(task_id))


def test_scout_answers_202_with_the_task(signed_in: TestClient) -> None:
    player = add(signed_in)
    answer = signed_in.post(f"/players/{player['id']}/scout")
    body = answer.json()
    assert (answer.status_code, body["status"]) == (202, "accepted")
    assert answer.headers["location"] == f"/tasks/{body['task_id']}"
    task = signed_in.get(answer.headers["location"]).json()
    assert (task["status"], task["kind"]) == ("pending", "scout")
    assert (task["subject_kind"], task["subject_id"]) == ("player", str(player["id"]))


def test_scout_of_an_unknown_player_is_404(signed_in: TestClient) -> None:
    answer = signed_in.post("/players/999999/scout")
    assert (answer.status_code, answer.json()["code"]) == (404, "player_not_found")


def test_scout_twice_is_the_same_task_while_in_flight(signed_in: TestClient) -> None:
    player = add(signed_in)
    assert ask(signed_in, player) == ask(signed_in, player)


def test_idempotency_key_outlives_the_task(signed_in: TestClient, ai: Scripted) -> None:
    player, other = add(signed_in), add(signed_in, full_name="Other Name")
    key = {"Idempotency-Key": "report-1"}
    url = f"/players/{player['id']}/scout"
    first = signed_in.post(url, headers=key)
    work(first.json()["task_id"])
    again = signed_in.post(url, headers=key)
    assert (again.status_code, again.json()) == (202, first.json())
    assert again.headers["idempotent-replayed"] == "true"
    assert len(ai.requests) == 1
    assert signed_in.post(url).json() != first.json(), "without the key it is a new request"
    for method, path, body in (
        ("POST", url, {"question": "Is he quick?"}),
        ("POST", f"/players/{other['id']}/scout", None),
    ):
        reused = signed_in.request(method, path, json=body, headers=key)
        assert (reused.status_code, reused.json()["code"]) == (422, "idempotency_key_reused")


def test_a_request_that_failed_does_not_use_up_its_key(signed_in: TestClient) -> None:
    key = {"Idempotency-Key": "early"}
    assert signed_in.post("/players/1/scout", headers=key).status_code == 404
    add(signed_in)
    assert signed_in.post("/players/1/scout", headers=key).status_code == 202


def test_the_report_is_stored_and_shown_on_the_player(signed_in: TestClient, ai: Scripted) -> None:
    player = add(signed_in, full_name="Ivo Testarossa")
    assert signed_in.get("/players").json()["players"][0]["has_scouting_report"] is False
    task_id = ask(signed_in, player)
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["result"], task["error"]) == (
        "completed",
        "Report generated",
        None,
    )
    assert task["progress"]["percent"] == 100
    assert task["created_at"] <= task["started_at"] <= task["finished_at"]
    after = signed_in.get(f"/players/{player['id']}").json()
    assert after["scouting_report"] == REPORT["report"]
    assert after["version"] == player["version"], "a report does not change the version"
    assert signed_in.get("/players").json()["players"][0]["has_scouting_report"] is True, (
        "the cached page was dropped"
    )
    with session_scope(writes=False) as session:
        report = session.exec(select(Report)).one()
    assert (task["result_kind"], task["result_id"]) == ("report", str(report.id))
    assert (report.model, report.prompt_version, report.source) == (
        "scripted",
        "test-v1",
        "simulated",
    )
    assert (report.verdict, report.confidence, report.requested_by) == ("follow_up", "low", "admin")
    assert json.loads(report.content or "") == REPORT["content"]
    assert (report.claims, report.brief) == ("[]", None)
    assert json.loads(report.usage) == REPORT["usage"]
    sent = ai.requests[0]
    assert sent["player"] == "Ivo Testarossa"
    assert json.loads(report.dossier) == sent, "the dossier is stored with the report"
    written_from = Dossier.model_validate(sent)
    assert report.dossier_hash == dossier.fingerprint(written_from)


@pytest.mark.parametrize(
    ("answers", "code", "attempts"),
    [
        ([problem(502, "model_unavailable", retryable=True)], "model_unavailable", 3),
        ([problem(502, "model_blocked", retryable=False)], "model_blocked", 1),
        ([problem(503, "model_rate_limited", retryable=True)], "model_rate_limited", 3),
        ([problem(504, "model_timeout", retryable=True)], "model_timeout", 3),
        ([problem(422, "validation_error", retryable=False)], "validation_error", 1),
        ([(500, b"<html>oops</html>")], "ai_error", 3),
        ([(429, {})], "ai_error", 3),
        ([(404, {})], "ai_error", 1),
        ([(200, b"garbage")], "ai_bad_answer", 3),
        ([(200, REPORT | {"report": ""})], "ai_bad_answer", 3),
        ([(200, changed(sections=[]))], "ai_bad_answer", 3),
        ([(200, changed(sections=[{"name": "praise", "title": "P", "paragraphs": []}]))],
         "ai_bad_answer", 3),
        ([(200, changed(facts=[{"id": "club"}]))], "ai_bad_answer", 3),
        ([(200, changed(method=[SENTENCE | {"note": 1}]))], "ai_bad_answer", 3),
        ([(200, changed(brief=[{"label": "Age", "result": "nearly", "text": "Is 24.",
                                "claim": "club", "evidence": []}]))], "ai_bad_answer", 3),
        ([(200, REPORT | {"claims": []})], "ai_bad_answer", 3),
        ([(200, REPORT | {"verdict": "buy"})], "ai_bad_answer", 3),
        ([(200, REPORT | {"usage": {}})], "ai_bad_answer", 3),
        ([(200, REPORT | {"extra": 1})], "ai_bad_answer", 3),
        ([(200, {k: v for k, v in REPORT.items() if k != "confidence"})], "ai_bad_answer", 3),
        ([(200, changed(facts=[fact("club", "Rich.", "wage")]))], "ai_bad_answer", 1),
        ([(200, changed(method=[SENTENCE | {"evidence": ["wage"]}]))], "ai_bad_answer", 1),
    ],
)  # fmt: skip
def test_an_ai_failure_is_a_failed_task_never_a_report(
    signed_in: TestClient,
    ai: Scripted,
    answers: list[tuple[int, object]],
    code: str,
    attempts: int,
) -> None:
    player = add(signed_in)
    work(ask(signed_in, player))
    ai.answers, ai.requests = answers, []
    task_id = ask(signed_in, player)
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["error_code"]) == ("failed", code)
    assert task["error"].endswith(".")
    assert len(ai.requests) == attempts
    old = signed_in.get(f"/players/{player['id']}").json()["scouting_report"]
    assert old == REPORT["report"], "the old report is unchanged"
    ai.answers = [(200, REPORT)]
    again = ask(signed_in, player)
    work(again)
    assert signed_in.get(f"/tasks/{again}").json()["status"] == "completed"


def test_a_temporary_failure_is_retried(signed_in: TestClient, ai: Scripted) -> None:
    ai.answers = [problem(502, "model_unavailable", retryable=True), (200, REPORT)]
    task_id = ask(signed_in, add(signed_in))
    work(task_id)
    assert signed_in.get(f"/tasks/{task_id}").json()["status"] == "completed"
    assert len(ai.requests) == 2


def test_retry_after_is_honoured_up_to_half_a_minute(ai: Scripted) -> None:
    ai.answers = [problem(503, "model_rate_limited", retryable=True)]
    ai.headers = {"Retry-After": "7"}
    with pytest.raises(ai_client.AiError) as failed:
        ai_client._request("{}")
    assert failed.value.retry_after == 7
    assert ai_client._seconds("Wed, 21 Oct 2026 07:28:00 GMT") is None


def test_an_unreachable_ai_service_is_reported(
    signed_in: TestClient, ai: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AI_SERVICE_URL", "http://127.0.0.1:1")
    get_settings.cache_clear()
    ai_client._client().close()
    ai_client._client.cache_clear()
    task_id = ask(signed_in, add(signed_in))
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["error_code"], task["error"]) == (
        "ai_unreachable",
        "The AI service cannot be reached.",
    )


def test_deleting_the_player_cancels_the_task(signed_in: TestClient, ai: Scripted) -> None:
    player = add(signed_in)
    task_id = ask(signed_in, player)
    signed_in.delete(f"/players/{player['id']}")
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["error_code"]) == ("cancelled", "player_deleted")
    assert ai.requests == []


def test_a_player_deleted_while_the_report_is_written_cancels_the_task(
    signed_in: TestClient, ai: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    player, generate = add(signed_in), ai_client.generate

    def delete_and_generate(*args: Any, **kwargs: Any) -> ai_client.AiReport:
        signed_in.delete(f"/players/{player['id']}")
        return generate(*args, **kwargs)

    monkeypatch.setattr(ai_client, "generate", delete_and_generate)
    task_id = ask(signed_in, player)
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["error_code"]) == ("cancelled", "player_deleted")
    assert (task["result"], task["result_id"]) == (None, None)


def test_an_ai_service_that_does_not_answer_times_out(
    signed_in: TestClient, ai: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AI_SERVICE_TIMEOUT_SECONDS", "0.2")
    get_settings.cache_clear()
    ai_client._client().close()
    ai_client._client.cache_clear()
    ai.delay_seconds = 1
    task_id = ask(signed_in, add(signed_in))
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["error_code"], task["error"]) == (
        "ai_timeout",
        "The AI service did not answer in time.",
    )


def test_requests_share_one_connection(ai: Scripted) -> None:
    for _ in range(3):
        ai_client.generate("{}")
    assert len(ai.connections) == 1


def test_a_message_delivered_twice_makes_one_report(signed_in: TestClient, ai: Scripted) -> None:
    task_id = ask(signed_in, add(signed_in))
    work(task_id)
    work(task_id)
    assert len(ai.requests) == 1


def test_a_bug_in_the_job_fails_the_task(
    signed_in: TestClient, ai: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("secret internals")

    monkeypatch.setattr(dossier, "build", broken)
    task_id = ask(signed_in, add(signed_in))
    work(task_id)
    task = signed_in.get(f"/tasks/{task_id}").json()
    assert (task["status"], task["error_code"]) == ("failed", "internal_error")
    assert task["error"] == "Internal error; the details are in the log."


def test_deleting_a_player_deletes_their_reports(signed_in: TestClient, ai: Scripted) -> None:
    player = add(signed_in)
    work(ask(signed_in, player))
    signed_in.delete(f"/players/{player['id']}")
    with session_scope(writes=False) as session:
        assert session.exec(select(Report)).all() == []
