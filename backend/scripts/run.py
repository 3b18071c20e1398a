"""Run the whole service on this machine: check, migrate, seed, start, and wait for Ctrl-C."""

import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

from dotenv import dotenv_values
from redis import Redis
from redis import TimeoutError as RedisTimeoutError

from football_player_service.app.logs import configure_logging
from football_player_service.app.settings import BACKEND_DIR, DEFAULT_ADMIN_PASSWORD, Settings
from scripts import embedded_redis, preflight, processes, watchdog

_CONFIG = BACKEND_DIR / "supervisord.conf"
_READY_WITHIN_SECONDS = 120
# A worker that waits for the AI service may finish, and has a report to store.
_STOP_MARGIN_SECONDS = 15
_INTERRUPTED = 130


def main() -> int:
    """The exit status: 0 after Ctrl-C, 1 if it could not start, 2 for invalid settings."""
    configure_logging(logging.ERROR)  # what matters is printed below
    os.umask(0o077)
    try:
        settings = preflight.settings()
        return _stop(settings) if sys.argv[1:] == ["--stop"] else _run(settings)
    except preflight.NotReady as reason:
        print(f"Not started: {reason}", file=sys.stderr)
        return 2 if isinstance(reason, preflight.BadSettings) else 1
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return _INTERRUPTED


def _stop(settings: Settings) -> int:
    """`make down`: stop what runs on the data directory, however it was started."""
    stopped = processes.stop(settings.data_dir, seconds=_stop_seconds(settings), say=_say)
    _say("Stopped." if stopped else "Nothing is running.")
    return 0


def _say(line: str) -> None:
    with suppress(BrokenPipeError):  # nobody reads it any more; go on and stop the processes
        print(line, flush=True)


def _stop_seconds(settings: Settings) -> int:
    return round(settings.ai_service_timeout_seconds) + _STOP_MARGIN_SECONDS


def _run(settings: Settings) -> int:
    preflight.ai_settings()
    preflight.web_app()
    preflight.data_dir(settings.data_dir)
    lock = preflight.lock(settings.data_dir)
    # The lock is free, so what still runs there was left over by a run that was killed.
    if stopped := processes.stop(settings.data_dir, seconds=_stop_seconds(settings), say=_say):
        _say(f"Stopped {stopped} processes left over from an earlier run.")
    host = _host(settings)
    _check_ports(settings, host)
    redis_environment = _prepare_redis(settings)
    default_login = preflight.database(settings)
    environment = _environment(settings, host) | redis_environment
    return Run(settings, host, environment, lock, default_login=default_login).run()


def _host(settings: Settings) -> str:
    """The address to listen on: with the public default key, only this machine's own."""
    warning = preflight.secret_key_warning(settings)
    is_generated = "secret_key" not in settings.model_fields_set
    if is_generated or not warning or settings.host in preflight.LOOPBACK:
        return settings.host
    _say(f"{warning} Until then it listens on 127.0.0.1 instead of {settings.host}.")
    return "127.0.0.1"


def _check_ports(settings: Settings, host: str) -> None:
    public = {"API_PORT": settings.api_port, "WEB_PORT": settings.web_port}
    local = {"AI_PORT": settings.ai_port}
    if not settings.redis_url:
        local["REDIS_PORT"] = settings.redis_port
    names: dict[int, str] = {}
    for name, port in (public | local).items():
        if other := names.get(port):
            raise preflight.BadSettings(f"{other} and {name} are both {port}")
        names[port] = name
    preflight.ports(host, public)
    preflight.ports("127.0.0.1", local)


def _prepare_redis(settings: Settings) -> dict[str, str]:
    """Check the Redis server, or prepare the embedded one; what supervisord.conf needs of it."""
    if settings.redis_url:
        preflight.redis(settings.redis_url)
        return {"EMBEDDED_REDIS": "false", "REDIS_PROGRAM": "none"}
    try:
        program = embedded_redis.program()
    except FileNotFoundError:
        raise preflight.NotReady("No redis-server found. Install it, or set REDIS_URL.") from None
    password = preflight.stored_secret(settings.data_dir / "redis_password")
    try:
        config = embedded_redis.write_config(
            settings.data_dir, port=settings.redis_port, password=password
        )
        aside = embedded_redis.set_aside_unreadable_files(program, config, url=settings.redis)
    except OSError as error:
        raise preflight.NotReady(f"Cannot prepare Redis: {error}.") from None
    if aside:
        _say(
            f"Redis could not read its files. They are kept in {aside}, and it starts empty. "
            "Players, reports and tasks are in the database."
        )
    return {"EMBEDDED_REDIS": "true", "REDIS_PROGRAM": program}


def _environment(settings: Settings, host: str) -> dict[str, str]:
    """The environment of every process, except what `_prepare_redis` adds."""
    # The AI service does not read this .env file, only its environment.
    written = dotenv_values(Settings.model_config["env_file"])  # type: ignore[arg-type]
    environment = {name: value for name, value in written.items() if value} | os.environ
    if "secret_key" not in settings.model_fields_set:
        environment["SECRET_KEY"] = preflight.stored_secret(settings.data_dir / "secret_key")
    return environment | {
        processes.MARKER: str(settings.data_dir.resolve()),
        "BIN": str(Path(sys.executable).parent),
        "DATA_DIR": str(settings.data_dir),
        "HOST": host,
        "API_PORT": str(settings.api_port),
        "WEB_PORT": str(settings.web_port),
        "AI_PORT": str(settings.ai_port),
        "WORKER_CONCURRENCY": str(settings.worker_concurrency),
        "STOP_SECONDS": str(_stop_seconds(settings)),
    }


class Run:
    """The supervisor and its programs, from start to stop."""

    def __init__(
        self,
        settings: Settings,
        host: str,
        environment: dict[str, str],
        lock: int,
        *,
        default_login: bool,
    ) -> None:
        self._settings = settings
        self._host = host
        self._default_login = default_login
        self._stopping = False
        processes.adopt_orphans()
        # In a new session, so that Ctrl-C reaches only this process, which then stops the others.
        config = BACKEND_DIR / "supervisord.conf"
        self._supervisor = subprocess.Popen(
            [sys.executable, "-m", "supervisor.supervisord", "-c", config],
            env=environment,
            start_new_session=True,
            pass_fds=[lock],
            preexec_fn=processes.end_with_parent,  # noqa: PLW1509 - no thread runs yet
        )

    def run(self) -> int:
        """Start, wait for the end, stop what is left; the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        try:
            not_ready = self._wait_until_ready()
            if not not_ready:
                _say(self._welcome())
                self._start_watchdogs()
            elif not self._stopping:
                names = ", ".join(not_ready)
                logs = self._settings.data_dir / "logs"
                print(f"Not started: {names} did not come up. See {logs}.", file=sys.stderr)
            while not not_ready and not self._stopping and self._supervisor.poll() is None:
                time.sleep(0.1)
        finally:
            was_killed = (self._supervisor.poll() or 0) < 0
            if was_killed:
                _say("The supervisor was killed; stopping its programs.")
            self._stopping = True
            processes.stop(self._settings.data_dir, seconds=_stop_seconds(self._settings), say=_say)
            self._supervisor.wait()
        _say("Stopped.")
        return 1 if not_ready or was_killed else 0

    def _on_signal(self, _number: int, _frame: object) -> None:
        """Stop; the second time, without waiting for jobs to finish."""
        if self._stopping:
            for program in processes.find(self._settings.data_dir):
                if program.name != processes.SUPERVISOR:
                    program.kill()
        self._stopping = True

    def _wait_until_ready(self) -> list[str]:
        """Wait for every program to answer; the names of those that did not."""
        deadline = time.monotonic() + _READY_WITHIN_SECONDS
        waiting = self._checks()
        while waiting and not self._stopping and self._supervisor.poll() is None:
            if time.monotonic() > deadline:
                break
            for name, check in list(waiting.items()):
                with suppress(Exception):  # not ready yet, for whatever reason
                    check(1)
                    del waiting[name]
            time.sleep(0.1)
        return list(waiting)

    def _checks(self) -> dict[str, watchdog.Check]:
        """How each program shows that it works."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104
        address = f"[{host}]" if ":" in host else host
        urls = {
            "ai-service": f"http://127.0.0.1:{self._settings.ai_port}/health",
            "backend": f"http://{address}:{self._settings.api_port}/health",
            "web": f"http://{address}:{self._settings.web_port}/api/health",
        }
        checks: dict[str, watchdog.Check] = {
            name: partial(watchdog.check_http, url) for name, url in urls.items()
        }
        if not self._settings.redis_url:
            checks["redis"] = partial(_check_redis, self._settings.redis)
        checks["worker"] = watchdog.check_worker
        return checks

    def _start_watchdogs(self) -> None:
        for name, check in self._checks().items():
            Thread(target=self._watch, args=(name, check), daemon=True).start()

    def _watch(self, name: str, check: watchdog.Check) -> None:
        """Kill the program whenever it hangs; the supervisor starts it again."""
        while True:
            watchdog.watch(check, seconds=self._settings.watchdog_seconds)
            for program in processes.find(self._settings.data_dir):
                if program.name == name and not self._stopping:
                    _say(f"The {name} did not answer and is restarted.")
                    program.kill()

    def _welcome(self) -> str:
        docs = "/docs" if self._settings.shows_docs else ""
        lines = [
            "",
            "The scouting desk is running.",
            f"  Web app    http://localhost:{self._settings.web_port}",
            f"  API        http://localhost:{self._settings.api_port}{docs}",
            f"  AI service http://localhost:{self._settings.ai_port}/health",
        ]
        if self._default_login:
            lines.append(f"  Sign in as admin with the password {DEFAULT_ADMIN_PASSWORD}")
            lines.append("  WARNING: this password is public. Change it before others use this.")
        lines += [
            f"  Data and logs in {self._settings.data_dir}",
            "Stop it with Ctrl-C or `make down`.",
            "",
        ]
        return "\n".join(lines)


def _check_redis(url: str, timeout: float) -> None:
    with Redis.from_url(url, socket_connect_timeout=timeout, socket_timeout=timeout) as client:
        try:
            client.ping()
        except RedisTimeoutError as error:
            raise TimeoutError(str(error)) from None


if __name__ == "__main__":
    sys.exit(main())
