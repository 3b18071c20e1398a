"""The watchdog of a container, with real processes."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from scripts import processes, watchdog
from tests import servers


def ok() -> None:
    """Answer."""


def hang() -> None:
    """Do not answer in time."""
    raise TimeoutError


def refuse() -> None:
    """Do not listen."""
    raise ConnectionRefusedError


@pytest.mark.parametrize(
    "checks",
    [
        [ok, *[hang] * 6],
        [ok, *[hang] * 5, ok, *[hang] * 6],
        [ok, *[hang] * 5, refuse, *[hang] * 6],
        [*[hang] * 9, ok, *[hang] * 6],
        [refuse, ok, *[hang] * 6],
    ],
    ids=["hangs", "recovers once", "restarts once", "starts slowly", "starts"],
)
def test_a_process_hangs_when_it_answered_before_and_does_not_any_more(
    checks: list[Callable[[], None]],
) -> None:
    left = iter(checks)
    watchdog.watch(lambda _: next(left)(), seconds=0)
    assert next(left, None) is None, "it hangs after the last check, not before"


class Failing(BaseHTTPRequestHandler):
    """Answers everything with an error."""

    def do_GET(self) -> None:
        self.send_error(500)

    def log_message(self, *_: object) -> None:
        pass


def test_an_error_is_an_answer() -> None:
    with HTTPServer(("127.0.0.1", 0), Failing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        watchdog.check_http(f"http://127.0.0.1:{server.server_port}/health", 30)
        server.shutdown()


def test_a_connection_without_an_answer_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/health"
        with pytest.raises(TimeoutError):
            watchdog.check_http(url, 0.2)


def test_a_closed_port_is_not_a_timeout() -> None:
    with pytest.raises(ConnectionRefusedError):
        watchdog.check_http(f"http://127.0.0.1:{servers.free_port()}/health", 30)


class Watched:
    """A server that is started like a container's command, and its watchdog."""

    def __init__(self, folder: Path) -> None:
        port = servers.free_port()
        url = f"http://127.0.0.1:{port}/watched"
        command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
        self.log = folder / "log"
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                ["sh", "scripts/watched.sh", url, *command],
                cwd=servers.BACKEND_DIR,
                env=os.environ
                | {"PATH": f"{servers.BIN}:{os.environ['PATH']}", "WATCHDOG_SECONDS": "3"},
                stdout=output,
                stderr=output,
            )
        # It has answered the watchdog.
        servers.wait_until(
            lambda: "GET /watched" in self.log.read_text(), seconds=60, what="the first check"
        )
        (self.watchdog,) = psutil.Process(self.process.pid).children()

    def wait_until_watchdog_ends(self) -> None:
        """Wait for the end of the watchdog."""
        servers.wait_until(
            lambda: not processes.Program("watchdog", self.watchdog).is_alive,
            seconds=30,
            what="the watchdog's end",
        )


def test_a_container_that_hangs_ends(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.process.send_signal(signal.SIGSTOP)
    assert watched.process.wait(60) == -signal.SIGKILL
    assert "No answer for 3 seconds" in watched.log.read_text()
    watched.wait_until_watchdog_ends()


def test_a_watchdog_ends_with_its_command(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.process.terminate()
    watched.process.wait(60)
    watched.wait_until_watchdog_ends()
