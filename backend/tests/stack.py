"""API, worker and AI service as separate processes, over real HTTP."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from typing import Any

import httpx
from redis import Redis

from tests import servers


@dataclass
class Stack:
    """A running service: its processes and a client of its API."""

    api: httpx.Client
    environment: dict[str, str]
    folder: Path
    processes: ExitStack
    ai_port: int
    worker: Popen[bytes] | None = None
    ai: ExitStack | None = None

    def start_worker(self) -> None:
        """Start another worker; `worker` is the latest."""
        command = servers.celery_worker()
        started = servers.process(
            command, log=self.folder / "worker.log", environment=self.environment
        )
        self.worker = self.processes.enter_context(started)

    @property
    def ai_url(self) -> str:
        """The address of the AI service."""
        return f"http://127.0.0.1:{self.ai_port}"

    def start_ai(self) -> None:
        """Start the AI service."""
        self.ai = ExitStack()
        command = servers.uvicorn("ai_service.main:app", self.ai_port)
        log = self.folder / "ai.log"
        self.ai.enter_context(servers.process(command, log=log, environment=self.environment))
        url = f"{self.ai_url}/health"
        servers.wait_until(lambda: servers.healthy(url), seconds=30, what="the AI service")

    def stop_ai(self) -> None:
        """Stop the AI service."""
        if self.ai:
            self.ai.close()
            self.ai = None

    def add_player(self, **facts: Any) -> int:
        """Add a fictional player; the id."""
        body = {"full_name": "Ivo Testarossa", "country": "Italy", "status": "active"} | facts
        answer = self.api.post("/players", json=body)
        assert answer.status_code == httpx.codes.CREATED, answer.text
        return int(answer.json()["id"])

    def scout(self, player_id: int) -> str:
        """Request a report; the task's id."""
        answer = self.api.post(f"/players/{player_id}/scout")
        assert answer.status_code == httpx.codes.ACCEPTED, answer.text
        return str(answer.json()["task_id"])

    def task(self, task_id: str) -> dict[str, Any]:
        """The task as returned by the API."""
        answer: dict[str, Any] = self.api.get(f"/tasks/{task_id}").raise_for_status().json()
        return answer

    def finished(self, task_id: str, *, seconds: float = 30) -> dict[str, Any]:
        """The task once it has ended."""
        final = {"completed", "failed", "cancelled"}
        servers.wait_until(
            lambda: self.task(task_id)["status"] in final, seconds=seconds, what="the task's end"
        )
        return self.task(task_id)


@contextmanager
def running(*, folder: Path, database_url: str, **settings: str) -> Iterator[Stack]:
    """The service on a migrated, seeded database; all its processes stop at the end."""
    api_port, ai_port = servers.free_port(), servers.free_port()
    redis_url = os.environ["REDIS_URL"].removesuffix("/0") + "/1"
    with Redis.from_url(redis_url) as redis:
        redis.flushdb()  # the limits that an earlier stack used up
    whole = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "AI_SERVICE_URL": f"http://127.0.0.1:{ai_port}",
        "TASK_SWEEP_SECONDS": "0.5",
    } | settings
    with ExitStack() as processes:
        command = servers.uvicorn("football_player_service.app.main:app", api_port)
        log = folder / "api.log"
        processes.enter_context(servers.process(command, log=log, environment=whole))
        base = f"http://127.0.0.1:{api_port}"
        api = processes.enter_context(httpx.Client(base_url=base, timeout=10))
        stack = Stack(api, whole, folder, processes, ai_port)
        stack.start_worker()
        stack.start_ai()
        processes.callback(stack.stop_ai)
        ready = f"{base}/health/ready"
        servers.wait_until(lambda: servers.healthy(ready), seconds=60, what="the stack")
        form = {"username": "admin", "password": "admin123"}
        token = api.post("/token", data=form).raise_for_status().json()["access_token"]
        api.headers["Authorization"] = f"Bearer {token}"
        yield stack
