"""`make run` as a process, on ports and in a data directory of its own."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil

from scripts import processes
from tests import servers

PORTS = ("API_PORT", "AI_PORT", "WEB_PORT", "REDIS_PORT")
COMMAND = [str(servers.BIN / "python"), "-m", "scripts.run"]
PROGRAMS = ("web", "backend", "worker", "ai-service", "redis")


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """A new user's environment: default database, Redis and secrets, but free ports."""
    inherited = {name: os.environ[name] for name in os.environ if name not in _NOT_SET}
    ports = {name: str(servers.free_port()) for name in PORTS}
    own = {"ENVIRONMENT": "development", "DATA_DIR": str(folder / "my data")}
    short = {"TASK_LEASE_SECONDS": "3", "TASK_SWEEP_SECONDS": "1"}
    return inherited | ports | own | short | settings


_NOT_SET = {"SECRET_KEY", "ADMIN_PASSWORD", "DATABASE_URL", "REDIS_URL"}


def refusal(environment: dict[str, str]) -> tuple[int, str]:
    """The exit status and the message of a `make run` that does not start."""
    done = subprocess.run(
        COMMAND, cwd=servers.BACKEND_DIR, env=environment,
        capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.stdout == ""
    return done.returncode, done.stderr


def down(environment: dict[str, str]) -> str:
    """What `make down` prints."""
    where = servers.BACKEND_DIR
    command = [*COMMAND, "--stop"]
    return str(subprocess.check_output(command, cwd=where, env=environment, text=True, timeout=100))


class Running:
    """A `make run` and what it has printed."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.data_dir = Path(environment["DATA_DIR"])
        self.output = ""
        self.process = subprocess.Popen(
            COMMAND, cwd=servers.BACKEND_DIR, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self.api = httpx.Client(base_url=f"http://127.0.0.1:{environment['API_PORT']}")

    def read_until(self, text: str) -> None:
        """Read what it prints, up to the line with `text`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if text in line:
                return
        raise AssertionError(self.output)

    def wait_until_ready(self) -> None:
        """Read until it says how to stop it."""
        self.read_until("Stop it with")

    def programs(self) -> dict[str, psutil.Process]:
        """What runs on its data directory, by name."""
        return {program.name: program.process for program in processes.find(self.data_dir)}

    def wait_until_nothing_runs(self) -> None:
        """Wait until no process is left on its data directory."""
        servers.wait_until(lambda: not self.programs(), seconds=60, what="the end of all processes")

    def wait_until_replaced(self, name: str, old: psutil.Process) -> None:
        """Wait until another process has the name of `old` and everything works."""

        def replaced() -> bool:
            now = self.programs().get(name)
            return now is not None and now.pid != old.pid and self.is_ready()

        servers.wait_until(replaced, seconds=90, what=f"a new {name}")

    def is_ready(self) -> bool:
        """Whether every part of it works."""
        web = f"http://127.0.0.1:{self.environment['WEB_PORT']}/"
        return servers.healthy(f"{self.api.base_url}/health/ready") and servers.healthy(web)

    def finish(self) -> int:
        """Wait for its end; its exit status."""
        with self.process:  # waits, and closes the pipe
            assert self.process.stdout is not None
            self.output += self.process.stdout.read()
        return self.process.returncode

    def stop(self) -> int:
        """Press Ctrl-C; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.finish()

    def sign_in(self) -> None:
        """Sign in as admin."""
        form = {"username": "admin", "password": "admin123"}
        token = self.api.post("/token", data=form).raise_for_status().json()["access_token"]
        self.api.headers["Authorization"] = f"Bearer {token}"

    def request_report(self, player: int) -> str:
        """Request a report on the player; the task's id."""
        answer = self.api.post(f"/players/{player}/scout").raise_for_status()
        return str(answer.json()["task_id"])

    def report(self, player: int) -> dict[str, Any]:
        """Request a report on the player; the task once it has ended."""
        task_id = self.request_report(player)
        task: dict[str, Any] = {}

        def ended() -> bool:
            task.update(self.api.get(f"/tasks/{task_id}").json())
            return task["status"] in {"completed", "failed"}

        servers.wait_until(ended, seconds=60, what="the report")
        return task

    def stored_status(self, task_id: str) -> str:
        """The status of a task in the database, where nothing has to run."""
        with closing(sqlite3.connect(self.data_dir / "players.db")) as database:
            rows = dict(database.execute("SELECT id, status FROM tasks").fetchall())
        return str(rows[task_id.replace("-", "")])


@contextmanager
def running(environment: dict[str, str]) -> Iterator[Running]:
    """A `make run` that is ready; stopped at the end, with whatever it left."""
    started = Running(environment)
    try:
        started.wait_until_ready()
        yield started
    finally:
        started.api.close()
        if started.process.stdout and not started.process.stdout.closed:
            started.stop()
        for program in processes.find(started.data_dir):
            program.kill()
