"""Run the whole service on this machine: check, migrate, seed, start, and wait for Ctrl-C."""

import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
from dotenv import dotenv_values

from football_player_service.app.logs import configure_logging
from football_player_service.app.settings import BACKEND_DIR, DEFAULT_ADMIN_PASSWORD, Settings
from scripts import preflight
from scripts.seed_data import seed

READY_WITHIN_SECONDS = 60


def main() -> int:
    """The exit status: 0 after Ctrl-C, 1 where it could not start, 2 for bad settings."""
    configure_logging(logging.ERROR)  # the welcome below says what matters
    try:
        settings = preflight.settings()
        if sys.argv[1:] == ["--stop"]:
            return _stop(settings)
        preflight.ai_settings()
    except preflight.NotReady as reason:
        print(f"Not started: {reason}", file=sys.stderr)
        return 2
    try:
        environment, lock = _prepare(settings)
    except preflight.NotReady as reason:
        print(f"Not started: {reason}", file=sys.stderr)
        return 1
    return _supervise(settings, environment, lock)


def _stop(settings: Settings) -> int:
    """`make down`: stop what was started elsewhere, and wait until it has."""
    try:
        os.close(preflight.lock(settings.data_dir))
    except preflight.NotReady:
        os.kill(int((settings.data_dir / "supervisord.pid").read_text()), signal.SIGTERM)
    else:
        print("Nothing is running.")
        return 0
    while True:
        try:
            os.close(preflight.lock(settings.data_dir))
        except preflight.NotReady:
            time.sleep(0.1)
        else:
            print("Stopped.")
            return 0


def _prepare(settings: Settings) -> tuple[dict[str, str], int]:
    """Everything that can fail before a process runs; the environment for the processes, and
    the descriptor of the lock on the data folder."""
    preflight.data_dir(settings.data_dir)
    lock = preflight.lock(settings.data_dir)
    embedded = not settings.redis_url
    server = preflight.redis_server() if embedded else "redis-server"
    preflight.ports(settings.host, {"API_PORT": settings.api_port, "WEB_PORT": settings.web_port})
    local = {"AI_PORT": settings.ai_port}
    if embedded:
        local["REDIS_PORT"] = settings.redis_port
    preflight.ports("127.0.0.1", local)
    preflight.migrate()
    seed(settings)
    # The AI service reads the environment only: what .env says reaches every process.
    written = dotenv_values(Settings.model_config["env_file"])  # type: ignore[arg-type]
    environment = (
        {name: value for name, value in written.items() if value}
        | os.environ
        | {
            "BIN": str(Path(sys.executable).parent),
            "DATA_DIR": str(settings.data_dir),
            "HOST": settings.host,
            "API_PORT": str(settings.api_port),
            "WEB_PORT": str(settings.web_port),
            "AI_PORT": str(settings.ai_port),
            "REDIS_PORT": str(settings.redis_port),
            "REDIS_SERVER": server,
            "EMBEDDED_REDIS": str(embedded).lower(),
            "WORKER_CONCURRENCY": str(settings.worker_concurrency),
        }
    )
    return environment, lock


def _supervise(settings: Settings, environment: dict[str, str], lock: int) -> int:
    # A session of its own: Ctrl-C reaches this process alone, which then stops the others.
    supervisor = subprocess.Popen(
        [sys.executable, "-m", "supervisor.supervisord", "-c", BACKEND_DIR / "supervisord.conf"],
        env=environment,
        start_new_session=True,
        pass_fds=[lock],  # held as long as anything uses the data, even if this process is killed
    )

    def stop(_number: int, _frame: object) -> None:
        supervisor.terminate()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    ready = _wait_until_ready(settings, supervisor)
    if ready:
        print(_welcome(settings), flush=True)
    elif supervisor.poll() is None:
        supervisor.terminate()
    status = supervisor.wait()
    if ready:
        print("Stopped.")
    return 0 if ready and status == 0 else 1


def _wait_until_ready(settings: Settings, supervisor: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    down = "backend"
    while supervisor.poll() is None and time.monotonic() < deadline:
        down = _what_is_down(settings)
        if not down:
            return True
        time.sleep(0.1)
    if supervisor.poll() is None:
        logs = settings.data_dir / "logs"
        print(f"Not started: {down} did not come up; see {logs}.", file=sys.stderr)
    return False


def _what_is_down(settings: Settings) -> str:
    """The parts that are not up yet, by name; empty when all are."""
    try:
        ready = httpx.get(f"http://127.0.0.1:{settings.api_port}/health/ready", timeout=5)
    except httpx.TransportError:
        return "backend"
    if ready.is_success:
        try:
            httpx.get(f"http://127.0.0.1:{settings.web_port}/", timeout=5)
        except httpx.TransportError:
            return "web"
        return ""
    parts = ready.json()["parts"]
    return ", ".join(name for name, part in parts.items() if part["status"] != "ok")


def _welcome(settings: Settings) -> str:
    lines = [
        "",
        "The scouting desk is running.",
        f"  Web app    http://localhost:{settings.web_port}",
        f"  API        http://localhost:{settings.api_port}/docs",
        f"  AI service http://localhost:{settings.ai_port}/health",
    ]
    if settings.admin_password.get_secret_value() == DEFAULT_ADMIN_PASSWORD:
        lines.append(f"  Sign in as admin with the password {DEFAULT_ADMIN_PASSWORD}")
        lines.append("  WARNING: this password is public. Change it before others can reach this.")
    lines += [f"  Data and logs in {settings.data_dir}", "Stop it with Ctrl-C or `make down`.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
