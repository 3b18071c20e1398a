"""Real servers for the tests, on ports and in folders of their own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psycopg
from redis import Redis, RedisError

from scripts import embedded_redis

BACKEND_DIR = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


_given_ports: set[int] = set()


def free_port() -> int:
    """A free port that this process has not given out before: a server binds it later."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        if port not in _given_ports:
            _given_ports.add(port)
            return port
        return free_port()  # while this socket holds its port


def wait_until(holds: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once `holds()`; fail after so many seconds, naming what was awaited."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {seconds} seconds")
        time.sleep(0.05)


@contextmanager
def process(
    command: Sequence[str | Path], *, log: Path, environment: Mapping[str, str] = {}
) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own group, ended with everything it started."""
    with log.open("ab") as output:
        running = subprocess.Popen(
            command,
            cwd=BACKEND_DIR,
            env=os.environ | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(15)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """A Redis server; its URL without the database number."""
    port = free_port()
    command = [
        embedded_redis.program() or "redis-server",
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
    ]
    with process([*command, "--dir", str(folder)], log=folder / "redis.log"):
        client = Redis(port=port)
        wait_until(lambda: _answers(client), seconds=10, what="Redis")
        client.close()
        yield f"redis://127.0.0.1:{port}"


def _answers(client: Redis) -> bool:
    with suppress(RedisError):
        return bool(client.ping())
    return False


def postgres_bin() -> Path | None:
    """Where PostgreSQL's programs are; None where it is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    found_all = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found_all[-1].parent if found_all else None


@contextmanager
def postgres(folder: Path, programs: Path) -> Iterator[str]:
    """A PostgreSQL server; the URL of a database server, ending in a slash."""
    port = free_port()
    # PostgreSQL refuses to run as root; Debian's package brings the user postgres.
    user = "postgres" if os.geteuid() == 0 else None
    data = folder / "data"
    if user:
        shutil.chown(folder, user, user)
    options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8"]

    def run(*command: str | Path) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    run(programs / "initdb", *options, "--no-sync", "-D", data)
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
    control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    run(*control, "-o", settings, "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/"
    finally:
        run(*control, "-m", "immediate", "stop")


def create_database(server: str, name: str) -> str:
    """A new database on a PostgreSQL server; its URL."""
    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server + name


def uvicorn(app: str, port: int) -> list[str | Path]:
    """The command of an HTTP service, as in supervisord.conf."""
    address: list[str | Path] = ["--host", "127.0.0.1", "--port", str(port)]
    protocol = ["--http", "football_player_service.protocol:HttpProtocol"]
    options = [] if app.startswith("ai_service") else protocol
    return [BIN / "uvicorn", app, *options, *address, "--no-proxy-headers", "--no-access-log"]


def celery_worker() -> list[str | Path]:
    """The command of a worker, as in supervisord.conf, by default."""
    app = ["--app", "football_player_service.app.worker", "worker"]
    return [BIN / "celery", *app, "--pool", "threads", "--concurrency", "4",
            "--without-gossip", "--without-mingle"]  # fmt: skip


def healthy(url: str) -> bool:
    """Whether a GET answers 200."""
    with suppress(httpx.HTTPError):
        return httpx.get(url, timeout=5).status_code == httpx.codes.OK
    return False
