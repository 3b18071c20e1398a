"""The running service under load, with a frozen Redis, a locked database and slow clients.

Bounds are the clients' timeouts: a request that is not answered within them fails the test.
"""

import signal
import socket
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import httpx
import pytest

from football_player_service.app.settings import get_settings
from scripts import embedded_redis
from scripts.seed_data import seed
from tests import servers, stack
from tests.databases import migrated

PATIENCE = 25  # seconds, also for a busy machine: what is blocked does not answer at all
SLOW = {"HEADER_TIMEOUT_SECONDS": "1", "BODY_TIMEOUT_SECONDS": "1"}


@pytest.fixture(scope="module")
def redis_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Redis of these tests alone, so that it can be stopped: its URL and process."""
    folder, port = tmp_path_factory.mktemp("redis"), servers.free_port()
    command = [embedded_redis.program(), "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    with servers.process([*command, "--dir", str(folder)], log=folder / "log") as process:
        yield f"redis://127.0.0.1:{port}/0", process


@pytest.fixture(scope="module")
def service(
    tmp_path_factory: pytest.TempPathFactory,
    redis_process: tuple[str, subprocess.Popen[bytes]],
) -> Iterator[stack.Stack]:
    """The stack, seeded."""
    folder = tmp_path_factory.mktemp("resilience")
    url = migrated(f"sqlite:///{folder / 'players.db'}")
    seed(get_settings())
    settings = SLOW | {"REDIS_URL": redis_process[0]}
    with stack.running(folder=folder, database_url=url, **settings) as running:
        yield running


@contextmanager
def frozen(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """The process neither works nor ends."""
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


@contextmanager
def many(service: stack.Stack) -> Iterator[httpx.Client]:
    """A client that opens as many connections as it is asked to use at once."""
    with httpx.Client(
        base_url=service.api.base_url,
        headers=service.api.headers,
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        timeout=PATIENCE,
    ) as client:
        yield client


def at_once(client: httpx.Client, method: str, paths: list[str]) -> Counter[int]:
    """The statuses of simultaneous requests."""
    with ThreadPoolExecutor(len(paths)) as threads:
        return Counter(threads.map(lambda path: client.request(method, path).status_code, paths))


def test_many_readiness_checks_at_once_do_not_block_the_api(service: stack.Stack) -> None:
    paths = [f"/health/ready?{n}" for n in range(60)]
    with many(service) as client:
        assert at_once(client, "GET", paths) == {200: 60}
    assert service.api.get("/players", timeout=PATIENCE).status_code == 200


def test_a_frozen_redis_does_not_block_the_api(
    service: stack.Stack, redis_process: tuple[str, subprocess.Popen[bytes]]
) -> None:
    players = [service.add_player() for _ in range(50)]
    done = service.scout(players[0])
    service.finished(done)
    with many(service) as client, frozen(redis_process[1]):
        scouts = [f"/players/{player}/scout" for player in players]
        with ThreadPoolExecutor(1) as thread:
            sent = thread.submit(at_once, client, "POST", scouts)
            for _ in range(5):
                for path in ("/players", f"/players/{players[0]}", f"/tasks/{done}", "/health"):
                    assert service.api.get(path, timeout=PATIENCE).status_code == 200, path
            # 503 is for those that waited too long for their turn to write on a slow machine.
            answers = sent.result()
            assert answers[202] + answers[503] == 50
            assert answers[202] > 0

        def redis_is_down() -> bool:
            ready = service.api.get("/health/ready", timeout=PATIENCE)
            return bool(ready.json()["parts"]["redis"]["status"] == "down")

        # The last answer from before the freeze is cached for a few seconds.
        servers.wait_until(redis_is_down, seconds=20, what="the readiness check")
    # The sweep sends what could not be sent.
    for player in players:
        task = service.scout(player)
        assert service.finished(task, seconds=90)["status"] == "completed"


def test_writes_that_wait_for_the_lock_do_not_block_reads(service: stack.Stack) -> None:
    user = {"username": "writer", "password": "long-enough"}
    user_id = service.api.post("/users", json=user).json()["id"]
    path = service.environment["DATABASE_URL"].removeprefix("sqlite:///")

    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with many(service) as client, ThreadPoolExecutor(60) as threads:

        def write() -> httpx.Response:
            return client.patch(f"/users/{user_id}", json={"role": "user"})

        writes = [threads.submit(write) for _ in range(60)]
        for _ in range(10):
            assert service.api.get("/players/1", timeout=PATIENCE).status_code == 200
        answers = [write.result() for write in writes]
        other.execute("ROLLBACK")
        other.close()
        assert write().status_code == 200
    assert {(a.status_code, a.json()["code"]) for a in answers} == {(503, "database_busy")}
    assert all(int(a.headers["retry-after"]) >= 1 and a.json()["retryable"] for a in answers)


def _connect(service: stack.Stack) -> socket.socket:
    port = service.api.base_url.port
    assert port
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET /play", b"GET /players HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"\r\n"],
    ids=["nothing", "line", "headers", "blank"],
)
def test_half_open_connections_are_closed(service: stack.Stack, begun: bytes) -> None:
    with _connect(service) as connection:
        connection.sendall(begun)
        assert connection.recv(1024) == b""


def test_a_second_request_that_stays_half_open_is_closed(service: stack.Stack) -> None:
    with _connect(service) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert b"200 OK" in connection.recv(4096)
        connection.sendall(b"GET /health HTTP/1.1\r\n")
        while connection.recv(4096):
            pass


def test_a_body_that_does_not_arrive_is_a_408(service: stack.Stack) -> None:
    with _connect(service) as connection:
        token = service.api.headers["Authorization"]
        connection.sendall(
            f"POST /players HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {token}\r\n"
            "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{".encode()
        )
        answer = b""
        while part := connection.recv(4096):
            answer += part
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"code":"request_timeout"' in answer


def test_slow_clients_do_not_slow_down_others(service: stack.Stack) -> None:
    head = (
        b"POST /token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with ExitStack() as connections:
        slow = [connections.enter_context(_connect(service)) for _ in range(300)]
        for connection in slow:
            connection.sendall(head)
        assert service.api.get("/players", timeout=PATIENCE).status_code == 200
        for connection in slow:
            assert connection.recv(4096).startswith(b"HTTP/1.1 408")
