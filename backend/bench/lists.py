"""`GET /players` compared with a bare route, one process each, SQLite."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.measure import Row, in_turns, row
from tests import servers

FAR = 1_000  # a page near the end
APPS = {
    "football_player_service.app.main:app": "/health",
    "bench.bare:app": "/players?page=1",
}


@contextmanager
def _serving(folder: Path, environment: dict[str, str]) -> Iterator[list[str]]:
    """The base addresses of the service and of the bare route."""
    with ExitStack() as stack:
        urls = []
        for app, path in APPS.items():
            url = f"http://127.0.0.1:{servers.free_port()}"
            command = servers.uvicorn(app, int(url.rpartition(":")[2]))
            log = folder / "lists.log"
            stack.enter_context(servers.process(command, log=log, environment=environment))
            servers.wait_until(lambda u=url, p=path: servers.healthy(u + p), seconds=30, what=app)  # type: ignore[misc]
            urls.append(url)
        yield urls


def _rates(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """Requests per second of the first and a far page."""
    with _serving(folder, environment) as (ours, bare):
        return in_turns(
            {
                "first": f"{ours}/players?page=1",
                "far": f"{ours}/players?page={FAR}",
                "bare first": f"{bare}/players?page=1",
                "bare far": f"{bare}/players?page={FAR}",
            }
        )


def measure(folder: Path, environment: dict[str, str]) -> list[Row]:
    """Rates with and without the page cache."""
    cached = _rates(folder, environment)
    uncached = _rates(folder, environment | {"PAGE_CACHE_SECONDS": "0"})
    rate = "req/s"
    return [
        row("page 1 / bare Starlette + sqlite3", ours=cached["first"],
            reference=cached["bare first"], unit=rate, at_least=0.25),
        row("page 1,000 / bare Starlette + sqlite3", ours=cached["far"],
            reference=cached["bare far"], unit=rate, at_least=0.25),
        row("time of page 1,000 / of page 1", ours=1000 / cached["far"],
            reference=1000 / cached["first"], unit="ms", at_most=1.5),
        row("page 1, uncached / bare", ours=uncached["first"],
            reference=uncached["bare first"], unit=rate, at_least=0.03),
        row("time of page 1,000 / of page 1, uncached", ours=1000 / uncached["far"],
            reference=1000 / uncached["first"], unit="ms", at_most=1.5),
    ]  # fmt: skip
