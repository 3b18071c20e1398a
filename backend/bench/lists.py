"""`GET /players` beside a bare route and beside a tutorial's, one process each, SQLite."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.measure import Row, in_turns, row
from tests import servers


@contextmanager
def _serving(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, str]]:
    with ExitStack() as stack:
        urls = []
        for app, path in (("bench.plain:app", "/health"), ("bench.bare:app", "/players?page=1")):
            port = servers.free_port()
            command = servers.uvicorn(app, port)
            log = folder / "lists.log"
            stack.enter_context(servers.process(command, log=log, environment=environment))
            url = f"http://127.0.0.1:{port}"
            servers.wait_until(lambda u=url, p=path: servers.healthy(u + p), seconds=30, what=app)  # type: ignore[misc]
            urls.append(url)
        yield urls[0], urls[1]


def measure(folder: Path, environment: dict[str, str]) -> list[Row]:
    """Rates of page 1 and page 1,000, with and without the page cache."""
    far = 1_000
    with _serving(folder, environment) as (ours, bare):
        first = in_turns(
            {
                "ours": f"{ours}/players?page=1",
                "bare": f"{bare}/players?page=1",
                "plain": f"{ours}/plain/players?page=1",
            }
        )
        last = in_turns(
            {
                "ours": f"{ours}/players?page={far}",
                "bare": f"{bare}/players?page={far}",
                "plain": f"{ours}/plain/players?page={far}",
                "first": f"{ours}/players?page=1",
            }
        )
    # Pages are never kept where Redis cannot be written: what a page costs that nobody saw yet.
    with _serving(folder, environment | {"PAGE_CACHE_SECONDS": "0"}) as (ours, bare):
        fresh = in_turns(
            {
                "first": f"{ours}/players?page=1",
                "last": f"{ours}/players?page={far}",
                "bare": f"{bare}/players?page=1",
                "bare last": f"{bare}/players?page={far}",
            }
        )
    rate = "req/s"
    return [
        row("page 1 / bare Starlette + sqlite3", ours=first["ours"], reference=first["bare"],
            unit=rate, at_least=0.25),
        row("page 1,000 / bare Starlette + sqlite3", ours=last["ours"], reference=last["bare"],
            unit=rate, at_least=0.25),
        row("page 1 / plain SQLModel route", ours=first["ours"], reference=first["plain"],
            unit=rate, at_least=3),
        row("page 1,000 / plain SQLModel route", ours=last["ours"], reference=last["plain"],
            unit=rate, at_least=3),
        row("time of page 1,000 / of page 1", ours=1000 / last["ours"],
            reference=1000 / last["first"], unit="ms", at_most=1.5),
        row("page 1, not kept / bare", ours=fresh["first"], reference=fresh["bare"],
            unit=rate, at_least=0),
        row("page 1,000, not kept / bare", ours=fresh["last"], reference=fresh["bare last"],
            unit=rate, at_least=0),
        row("time of page 1,000 / of page 1, not kept", ours=1000 / fresh["last"],
            reference=1000 / fresh["first"], unit="ms", at_most=1.5),
    ]  # fmt: skip
