"""`make run`: what it says before it starts, while it runs, and that it leaves nothing."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests import servers

PORTS = ("API_PORT", "AI_PORT", "WEB_PORT", "REDIS_PORT")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Settings of a copy of its own: default database and Redis, free ports."""
    settings = {name: str(servers.free_port()) for name in PORTS}
    return (
        os.environ
        | settings
        | {
            "ENVIRONMENT": "development",
            "DATA_DIR": str(tmp_path / "data"),
            "DATABASE_URL": "",
            "REDIS_URL": "",
            "TASK_LEASE_SECONDS": "3",
            "TASK_SWEEP_SECONDS": "1",
        }
    )


class Running:
    """A started copy and what it has printed."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.output = ""
        self.process = subprocess.Popen(
            [servers.BIN / "python", "-m", "scripts.run"],
            cwd=servers.BACKEND_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.api = httpx.Client(base_url=f"http://127.0.0.1:{environment['API_PORT']}")

    def wait_until_ready(self) -> None:
        """Read until it says how to stop it."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if line.startswith("Stop it with"):
                return
        raise AssertionError(self.output)

    def children(self) -> list[psutil.Process]:
        """Every process below it."""
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def stop(self) -> int:
        """Ctrl-C; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        with self.process:  # waits, and closes the pipe
            assert self.process.stdout is not None
            self.output += self.process.stdout.read()
        return self.process.returncode

    def sign_in(self) -> None:
        """As the admin it names."""
        form = {"username": "admin", "password": "admin123"}
        token = self.api.post("/token", data=form).raise_for_status().json()["access_token"]
        self.api.headers["Authorization"] = f"Bearer {token}"

    def scout(self, player: int) -> dict[str, Any]:
        """A report on the player; the task once it has ended."""
        task: dict[str, Any] = {}
        task_id = self.api.post(f"/players/{player}/scout").raise_for_status().json()["task_id"]

        def ended() -> bool:
            task.update(self.api.get(f"/tasks/{task_id}").json())
            return task["status"] in {"completed", "failed"}

        servers.wait_until(ended, seconds=60, what="the report")
        return task


@pytest.fixture
def run(environment: dict[str, str]) -> Iterator[Running]:
    """A copy that runs; ended with the test."""
    running = Running(environment)
    running.wait_until_ready()
    yield running
    running.api.close()
    if running.process.stdout and not running.process.stdout.closed:
        running.stop()


def refusal(environment: dict[str, str]) -> tuple[int, str]:
    """The exit status and the message of a copy that does not start."""
    done = subprocess.run(
        [servers.BIN / "python", "-m", "scripts.run"],
        cwd=servers.BACKEND_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_it_says_where_to_look_works_and_leaves_nothing(run: Running) -> None:
    for name in ("API_PORT", "AI_PORT", "WEB_PORT"):
        assert f"http://localhost:{run.environment[name]}" in run.output
    assert "admin123" in run.output
    assert "WARNING" in run.output
    run.sign_in()
    assert run.scout(1)["status"] == "completed"
    below = run.children()
    assert len(below) >= 6, "supervisor, Redis, AI service, worker, backend, web"
    assert run.stop() == 0
    assert run.output.endswith("Stopped.\n")
    _, alive = psutil.wait_procs(below, timeout=5)
    assert alive == []
    for name in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", int(run.environment[name])))


def test_what_was_done_survives_a_restart(run: Running) -> None:
    run.sign_in()
    body = {"full_name": "Fictional Keeper", "country": "Chile", "status": "active"}
    player = run.api.post("/players", json=body).raise_for_status().json()["id"]
    task = run.scout(player)
    run.stop()
    again = Running(run.environment)
    again.wait_until_ready()
    try:
        assert again.api.get(f"/players/{player}").json()["scouting_report"]
        assert again.api.get("/players").json()["total"] == 21, "seeded once"
        assert again.api.get(f"/tasks/{task['task_id']}").json()["status"] == "completed"
    finally:
        again.api.close()
        again.stop()


def test_every_killed_process_comes_back(run: Running) -> None:
    run.sign_in()
    ready = f"http://127.0.0.1:{run.environment['API_PORT']}/health/ready"
    for words in ("celery", "ai_service.main", "redis-server", "app.main:app"):
        victim = next(p for p in run.children() if words in " ".join(p.cmdline()))
        victim.kill()
        victim.wait(10)
        servers.wait_until(lambda: servers.healthy(ready), seconds=40, what=f"{words} again")
    assert run.scout(2)["status"] == "completed"


def test_a_second_copy_on_the_same_data_is_refused(run: Running) -> None:
    other = run.environment | {name: str(servers.free_port()) for name in PORTS}
    status, message = refusal(other)
    assert status == 1
    assert "running already" in message
    assert "make down" in message


def test_make_down_stops_it(run: Running) -> None:
    assert down(run.environment) == "Stopped.\n"
    assert run.process.wait(10) == 0
    assert down(run.environment) == "Nothing is running.\n"


def down(environment: dict[str, str]) -> str:
    """What `make down` prints."""
    command = [str(servers.BIN / "python"), "-m", "scripts.run", "--stop"]
    where = servers.BACKEND_DIR
    return str(subprocess.check_output(command, cwd=where, env=environment, text=True, timeout=60))


@pytest.mark.parametrize("name", PORTS)
def test_a_taken_port_is_named(environment: dict[str, str], name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(environment[name])))
        taken.listen()
        status, message = refusal(environment)
    assert status == 1
    assert message.count("\n") == 1
    assert f"Port {environment[name]} is taken" in message
    assert name in message


def test_a_broken_database_is_named(environment: dict[str, str]) -> None:
    data = Path(environment["DATA_DIR"])
    data.mkdir()
    (data / "players.db").write_text("this is not a database, whatever its name says" * 100)
    status, message = refusal(environment)
    assert status == 1
    assert "players.db cannot be used (file is not a database)" in message
    assert message.count("\n") == 1


def test_a_database_that_cannot_be_reached_is_named(environment: dict[str, str]) -> None:
    environment["DATABASE_URL"] = "postgresql://scout:hidden@127.0.0.1:1/players"
    status, message = refusal(environment)
    assert status == 1
    assert "127.0.0.1:1/players cannot be used" in message
    assert "hidden" not in message


def test_production_refuses_the_defaults(environment: dict[str, str]) -> None:
    defaults = {"ENVIRONMENT": "production", "SECRET_KEY": "", "ADMIN_PASSWORD": ""}
    status, message = refusal(environment | defaults)
    assert status == 2
    assert "SECRET_KEY" in message
    assert "ADMIN_PASSWORD" in message
    assert not Path(environment["DATA_DIR"]).exists(), "nothing half-starts"


def test_a_model_without_its_key_is_refused(environment: dict[str, str]) -> None:
    status, message = refusal(environment | {"AI_PROVIDER": "anthropic"})
    assert status == 2
    assert "needs ANTHROPIC_API_KEY" in message
    assert message.count("\n") == 1
    assert not Path(environment["DATA_DIR"]).exists(), "nothing half-starts"
