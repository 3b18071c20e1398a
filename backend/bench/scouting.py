"""Reports per second, from request to stored report, against empty Celery tasks."""

import os
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from redis import Redis

from bench.measure import CONNECTIONS, SECONDS, Row, row, wrk_program
from tests import servers, stack

EMPTY_TASKS = 1_500
# Both are measured in turns, so that noise affects both.
TURNS = 5


@contextmanager
def _empty_worker(redis_url: str, folder: Path) -> Iterator[Callable[[], float]]:
    """A worker for empty tasks; yields a function that measures its tasks per second."""
    whole, os.environ["REDIS_URL"] = os.environ["REDIS_URL"], redis_url
    from bench.empty import celery  # noqa: PLC0415 - reads the address when imported

    os.environ["REDIS_URL"] = whole
    command = servers.celery_worker()
    command[2] = "bench.empty"
    with (
        servers.process(command, log=folder / "empty.log", environment={"REDIS_URL": redis_url}),
        Redis.from_url(redis_url) as redis,
    ):
        servers.wait_until(lambda: bool(celery.control.ping(timeout=1)), seconds=30, what="worker")

        def rate() -> float:
            """Tasks per second, from the first message sent to the last task done."""
            started = time.perf_counter()
            for number in range(EMPTY_TASKS):
                celery.send_task("bench.empty", args=[str(number)], ignore_result=True)
            servers.wait_until(
                lambda: not redis.llen("celery") and not redis.hlen("unacked"),
                seconds=60,
                what="the empty tasks",
            )
            return EMPTY_TASKS / (time.perf_counter() - started)

        yield rate


_LUA = """
local id = {first}
request = function()
  id = id + 1
  return wrk.format("POST", "/players/" .. id .. "/scout", {{["Authorization"] = "{token}"}})
end
"""


def _report_rate(service: stack.Stack, database: Path, first: int, folder: Path) -> float:
    """Reports per second, from the first request to the last report stored."""
    script = folder / "scout.lua"
    token = service.api.headers["Authorization"]
    script.write_text(_LUA.format(first=first, token=token))
    before = _reports(database)
    command = [wrk_program(), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script)]
    started = time.perf_counter()
    subprocess.run([*command, str(service.api.base_url)], check=True, stdout=subprocess.DEVNULL)
    servers.wait_until(lambda: _in_flight(database) == 0, seconds=120, what="the last report")
    return (_reports(database) - before) / (time.perf_counter() - started)


def _reports(database: Path) -> int:
    return _number(database, "SELECT count(*) FROM reports")


def _in_flight(database: Path) -> int:
    return _number(database, "SELECT count(*) FROM tasks WHERE status IN ('pending', 'running')")


def _number(database: Path, query: str) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute(query).fetchone()[0])


def measure(
    folder: Path, environment: dict[str, str], redis_url: str, *, of: str, at_least: float
) -> list[Row]:
    """The ratio on a database; `of` describes its data."""
    url = environment["DATABASE_URL"]
    database = Path(url.removeprefix("sqlite:///"))
    # As in production, except for the rate limit.
    settings = {"RATE_LIMIT": "100000000/minute", "TASK_SWEEP_SECONDS": "10"}
    ours, empty = [], []
    with (
        stack.running(folder=folder, database_url=url, **settings) as service,
        _empty_worker(redis_url, folder) as empty_rate,
    ):
        for turn in range(1, TURNS + 1):
            first = 5_000 * turn
            ours.append(_report_rate(service, database, first=first, folder=folder))
            empty.append(empty_rate())
        if failed := _number(database, "SELECT count(*) FROM tasks WHERE status = 'failed'"):
            raise RuntimeError(f"{failed} reports failed")
    return [
        row(f"scouting, request to stored report, {of} / empty Celery tasks", ours=median(ours),
            reference=median(empty), unit="/s", at_least=at_least),
    ]  # fmt: skip
