"""`demo.py` against the running service, and its error messages."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from football_player_service.app.settings import get_settings
from scripts import demo
from scripts.seed_data import seed
from tests import servers, stack
from tests.databases import migrated

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stack.Stack]:
    """The stack over SQLite, seeded."""
    folder = tmp_path_factory.mktemp("demo")
    migrated(f"sqlite:///{folder / 'players.db'}")
    seed(get_settings())
    url = f"sqlite:///{folder / 'players.db'}"
    with stack.running(folder=folder, database_url=url, AI_TIMEOUT_SECONDS="2") as running:
        yield running


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Poll ten times a second."""
    monkeypatch.setattr(demo, "POLL_SECONDS", 0.1)


def run(service: stack.Stack, *arguments: str) -> int:
    """The exit status of the script, run in this process."""
    return demo.main(["--base-url", str(service.api.base_url), *arguments])


def total(service: stack.Stack) -> int:
    """The number of players."""
    answer: int = service.api.get("/players").json()["total"]
    return answer


def test_the_report_is_printed_and_the_player_deleted(service: stack.Stack, capsys: Output) -> None:
    before = total(service)
    assert run(service) == 0
    output = capsys.readouterr().out
    for step in ("1. Signed in", "2. Added player", "3. Requested", "4. The report", "6. Deleted"):
        assert step in output
    assert "completed: Done" in output
    assert "Ivo Testarossa (fictional)" in output
    body = json.loads(output[output.index("\n{") : output.rindex("}") + 1])
    assert body["task"]["status"] == "completed"
    assert "simulated" in body["player"]["scouting_report"].lower()
    assert body["report"]["verdict"] == "insufficient_evidence"
    assert body["report"]["sentences"] > 0
    assert total(service) == before


def test_the_player_is_kept_on_request(service: stack.Stack, capsys: Output) -> None:
    before = total(service)
    assert run(service, "--keep") == 0
    assert "6. Kept player" in capsys.readouterr().out
    assert total(service) == before + 1


def test_a_wrong_login(service: stack.Stack, capsys: Output) -> None:
    assert run(service, "--password", "not-the-password") == 1
    output = capsys.readouterr()
    assert output.err.count("\n") == 1
    assert "--password" in output.err
    assert output.out == ""


def test_a_task_that_takes_too_long(service: stack.Stack, capsys: Output) -> None:
    before = total(service)
    assert run(service, "--timeout", "0") == 1
    assert "No report after 0 seconds" in capsys.readouterr().err
    assert total(service) == before


def test_a_task_that_fails_says_why_and_the_player_is_deleted(
    service: stack.Stack, capsys: Output
) -> None:
    before = total(service)
    service.stop_ai()
    try:
        assert run(service) == 1
    finally:
        service.start_ai()
    output = capsys.readouterr().err
    assert output.startswith("No report: ")
    assert output.count("\n") == 1
    assert total(service) == before


def test_no_service(capsys: Output) -> None:
    url = f"http://127.0.0.1:{servers.free_port()}"
    assert demo.main(["--base-url", url]) == 1
    assert capsys.readouterr().err == f"{url} does not answer: start it with `make run`.\n"


@pytest.mark.parametrize("url", ["127.0.0.1", "nonsense://x", "http://[", "http://127.0.0.1:99999"])
def test_an_invalid_address(url: str, capsys: Output) -> None:
    assert demo.main(["--base-url", url]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@contextmanager
def another_service(body: bytes) -> Iterator[str]:
    """A server that answers 200 and `body` to everything; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b'"x"'])
def test_another_service(body: bytes, capsys: Output) -> None:
    with another_service(body) as url:
        assert demo.main(["--base-url", url]) == 1
    output = capsys.readouterr().err
    assert output.count("\n") == 1
    assert url in output


def test_it_runs_as_a_program_from_anywhere(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{servers.free_port()}"
    done = subprocess.run(
        [sys.executable, servers.BACKEND_DIR / "scripts" / "demo.py", "--base-url", url],
        cwd=tmp_path,
        env=os.environ | {"DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{url} does not answer: start it with `make run`.\n"
