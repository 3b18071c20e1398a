"""`make run` and `make down`, with real processes.

A start takes seconds of processor time, so tests that leave it running share one.
"""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import jwt
import psutil
import pytest
from redis import AuthenticationError, Redis

from football_player_service.app.settings import DEFAULT_SECRET_KEY
from tests import make_run, servers
from tests.make_run import COMMAND, PORTS, PROGRAMS, Running, down, refusal

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A `make run` that is ready, shared by the tests that leave it so."""
    with make_run.running(make_run.environment(tmp_path_factory.mktemp("run"))) as running:
        running.sign_in()
        yield running


def assert_nothing_is_left(run: Running) -> None:
    assert run.programs() == {}
    for name in PORTS:
        socket.create_server(("127.0.0.1", int(run.environment[name]))).close()


def test_it_says_where_to_look_and_works(run: Running) -> None:
    for name in ("API_PORT", "AI_PORT", "WEB_PORT"):
        assert f"http://localhost:{run.environment[name]}" in run.output
    assert "Sign in as admin with the password admin123" in run.output
    assert run.report(1)["status"] == "completed"
    assert set(run.programs()) == {*PROGRAMS, "supervisor"}


def test_other_users_of_the_machine_learn_nothing(run: Running) -> None:
    for path in (run.data_dir, *run.data_dir.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    redis_password = (run.data_dir / "redis_password").read_text().strip()
    secret_key = (run.data_dir / "secret_key").read_text().strip()
    for process in run.programs().values():
        shown = " ".join(process.cmdline())
        assert redis_password not in shown
        assert secret_key not in shown
    port = int(run.environment["REDIS_PORT"])
    with Redis(port=port) as stranger, pytest.raises(AuthenticationError):
        stranger.ping()
    with Redis(port=port, password=redis_password) as known:
        assert known.ping()


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_a_token_signed_with_the_public_default_key_is_refused(run: Running) -> None:
    token = str(run.api.headers["Authorization"]).removeprefix("Bearer ")
    claims = jwt.decode(token, options={"verify_signature": False})

    def status(key: str) -> int:
        forged = jwt.encode(claims, key, algorithm="HS256")
        return run.api.get("/users/me", headers={"Authorization": f"Bearer {forged}"}).status_code

    assert status(DEFAULT_SECRET_KEY) == 401
    assert status((run.data_dir / "secret_key").read_text().strip()) == 200


def test_a_second_run_on_the_same_data_is_refused(run: Running) -> None:
    status, message = refusal(run.environment | {name: str(servers.free_port()) for name in PORTS})
    assert status == 1
    assert "Already running" in message
    assert "make down" in message


def test_a_program_that_ends_is_restarted_however_it_ended(run: Running) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        old = run.programs()
        for name in PROGRAMS:
            old[name].send_signal(number)
        for name in PROGRAMS:
            run.wait_until_replaced(name, old[name])
    assert run.report(2)["status"] == "completed"


def test_a_program_that_hangs_is_restarted_and_the_default_key_stays_on_loopback(
    tmp_path: Path,
) -> None:
    settings = {"WATCHDOG_SECONDS": "6", "HOST": "0.0.0.0", "SECRET_KEY": DEFAULT_SECRET_KEY}  # noqa: S104
    with make_run.running(make_run.environment(tmp_path, **settings)) as run:
        assert "SECRET_KEY is the public default" in run.output
        for name in ("backend", "web", "ai-service", "redis"):
            listening = {
                connection.laddr.ip
                for connection in run.programs()[name].net_connections(kind="inet")
                if connection.status == psutil.CONN_LISTEN
            }
            assert listening == {"127.0.0.1"}, name
        for name in PROGRAMS:
            victim = run.programs()[name]
            victim.suspend()
            run.wait_until_replaced(name, victim)
        run.sign_in()
        assert run.report(3)["status"] == "completed"
        assert run.stop() == 0
        for name in PROGRAMS:
            assert f"The {name} did not answer" in run.output


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing ends with its parent")
def test_it_leaves_nothing_however_it_ends(tmp_path: Path) -> None:
    environment = make_run.environment(tmp_path)
    with make_run.running(environment) as run:
        assert run.stop() == 0
        assert run.output.endswith("Stopped.\n")
        assert_nothing_is_left(run)
    with make_run.running(environment) as run:
        run.programs()["supervisor"].kill()
        assert run.finish() == 1
        assert "The supervisor was killed" in run.output
        assert_nothing_is_left(run)
    with make_run.running(environment) as run:
        run.process.kill()
        run.finish()
        run.wait_until_nothing_runs()
        assert_nothing_is_left(run)


def kill_run_and_supervisor(run: Running) -> None:
    """Kill both before either can end the programs."""
    supervisor = run.programs()["supervisor"]
    run.process.send_signal(signal.SIGSTOP)
    supervisor.kill()
    run.process.kill()
    run.finish()
    assert set(run.programs()) == set(PROGRAMS)


def test_leftovers_are_found_by_make_run_and_make_down(tmp_path: Path) -> None:
    environment = make_run.environment(tmp_path)
    with make_run.running(environment) as run:
        kill_run_and_supervisor(run)
        with make_run.running(environment) as again:
            assert "Stopped 5 processes left over" in again.output
            kill_run_and_supervisor(again)
            assert down(environment).endswith("Stopped.\n")
            assert_nothing_is_left(again)
    assert down(environment) == "Nothing is running.\n"


def test_data_secrets_and_sessions_survive_a_restart_with_a_corrupt_redis_file(
    tmp_path: Path,
) -> None:
    with make_run.running(make_run.environment(tmp_path)) as run:
        run.sign_in()
        body = {"full_name": "Fictional Keeper", "country": "Chile", "status": "active"}
        player = run.api.post("/players", json=body).raise_for_status().json()["id"]
        task = run.report(player)
        change = {"current_password": "admin123", "new_password": "a better password"}
        token = run.api.post("/users/me/password", json=change).raise_for_status().json()
        run.stop()
    (broken,) = (run.data_dir / "redis").rglob("*.aof")
    broken.write_text("this is not an append-only file")
    with make_run.running(run.environment) as again:
        assert "Redis could not read its files" in again.output
        (aside,) = run.data_dir.glob("redis-unreadable-*")
        assert str(aside) in again.output
        assert (aside / broken.name).read_text() == "this is not an append-only file"
        assert "admin123" not in again.output, "the default password works no longer"
        assert again.api.get(f"/players/{player}").json()["scouting_report"]
        assert again.api.get("/players").json()["total"] == 21, "seeded once"
        assert again.api.get(f"/tasks/{task['task_id']}").json()["status"] == "completed"
        again.api.headers["Authorization"] = f"Bearer {token['access_token']}"
        assert again.report(player)["status"] == "completed"


class SlowAiService:
    """An AI service that answers when it is released, with a problem that is not retried."""

    def __init__(self) -> None:
        self.asked, self.released = Event(), Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.asked.set()
                outer.released.wait(90)
                with suppress(ConnectionError):  # the worker was killed
                    self.send_response(422)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Release whoever waits, and end."""
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def slow() -> Iterator[SlowAiService]:
    """An AI service that does not answer until it is released."""
    service = SlowAiService()
    yield service
    service.close()


def test_make_down_lets_the_worker_finish_its_job(tmp_path: Path, slow: SlowAiService) -> None:
    with make_run.running(make_run.environment(tmp_path, AI_SERVICE_URL=slow.url)) as run:
        run.sign_in()
        task_id = run.request_report(1)
        assert slow.asked.wait(30)
        make_down = subprocess.Popen(
            [*COMMAND, "--stop"], cwd=servers.BACKEND_DIR, env=run.environment,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        waiting = "Waiting for the worker to finish its jobs (at most 90 seconds)."
        run.read_until(waiting)
        assert not slow.released.wait(12), "longer than supervisord waits by default"
        slow.released.set()
        printed, _ = make_down.communicate(timeout=60)
        assert waiting in printed
        assert printed.endswith("Stopped.\n")
        assert run.process.poll() == 0, "`make run` has ended before `make down` says so"
        run.finish()
        assert run.stored_status(task_id) == "failed", "with the answer of the AI service"


def test_a_second_ctrl_c_does_not_wait(tmp_path: Path, slow: SlowAiService) -> None:
    with make_run.running(make_run.environment(tmp_path, AI_SERVICE_URL=slow.url)) as run:
        run.sign_in()
        task_id = run.request_report(1)
        assert slow.asked.wait(30)
        run.process.send_signal(signal.SIGINT)
        run.read_until("Waiting for the worker")
        run.process.send_signal(signal.SIGINT)
        assert run.finish() == 0
        assert_nothing_is_left(run)
        assert run.stored_status(task_id) == "running", "the next run takes it up again"
