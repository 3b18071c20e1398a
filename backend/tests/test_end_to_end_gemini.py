"""The same with a model: Gemini's SDK over the wire, against a server of its protocol."""

import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from subprocess import Popen

import pytest

from conftest import migrated
from football_player_service.app.settings import get_settings
from scripts.seed_data import seed
from tests import servers, stack

KEY = "a-fictional-key-of-gemini"
PORT = servers.free_port()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stack.Stack]:
    """The stack, its AI service using Gemini at `PORT`, with a lease short enough to run out."""
    folder = tmp_path_factory.mktemp("stack")
    url = migrated(f"sqlite:///{folder / 'players.db'}")
    seed(get_settings())
    settings = {
        "TASK_LEASE_SECONDS": "3",
        "AI_RATE_LIMIT": "1000/minute",
        "GEMINI_API_KEY": KEY,
        "GEMINI_BASE_URL": f"http://127.0.0.1:{PORT}",
    }
    with stack.running(folder=folder, database_url=url, **settings) as running:
        yield running


def gemini(folder: Path, *answers: str) -> AbstractContextManager[Popen[bytes]]:
    """A server of Gemini's protocol that gives these answers in order."""
    command: list[str | Path] = [servers.BIN / "python", "-m", "ai_service.testing_gemini_server"]
    command += ["--port", str(PORT), "--answer", *answers]
    return servers.process(command, log=folder / "gemini.log")


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        ("good", "completed", None),
        ("429-header", "failed", "model_rate_limited"),
        ("500", "failed", "model_unavailable"),
        ("garbage", "failed", "model_bad_answer"),
        ("empty", "failed", "model_bad_answer"),
        ("safety", "failed", "model_blocked"),
    ],
)
def test_every_answer_of_gemini_ends_the_task(
    service: stack.Stack, tmp_path: Path, answer: str, status: str, code: str | None
) -> None:
    player = service.add_player()
    with gemini(tmp_path, answer):
        task = service.finished(service.scout(player), seconds=100)
    assert (task["status"], task["error_code"]) == (status, code)
    report = service.api.get(f"/players/{player}").json()["scouting_report"]
    assert (report is not None) == (status == "completed"), "a failure is never a report"
    assert KEY not in str(task) + str(report)
    for log in ("worker.log", "ai.log", "api.log"):
        assert KEY not in (service.folder / log).read_text()


def test_a_worker_killed_at_work_is_replaced(service: stack.Stack, tmp_path: Path) -> None:
    """The model hangs and the worker is killed; a new one ends the task."""
    player = service.add_player()
    assert service.worker is not None
    with gemini(tmp_path, "hang", "good"):
        task_id = service.scout(player)
        servers.wait_until(
            lambda: service.task(task_id)["progress"]["step"] == "Writing and checking the report",
            seconds=20,
            what="the worker at work",
        )
        service.worker.send_signal(signal.SIGKILL)
        service.worker.wait()
        service.start_worker()
        task = service.finished(task_id, seconds=60)
    assert task["status"] == "completed"
