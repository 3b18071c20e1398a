"""Checks before the service starts. A failed check is one line that says what to do about it.

`run.py` calls them for `make run`; a container runs this file (see `entrypoint.sh`).
"""

import errno
import fcntl
import os
import secrets
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from pydantic import ValidationError
from redis import Redis, RedisError
from sqlalchemy import URL, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from football_player_service.app.auth import service as auth
from football_player_service.app.clubs import curated
from football_player_service.app.db import session_scope
from football_player_service.app.logs import configure_logging
from football_player_service.app.settings import (
    BACKEND_DIR,
    PROJECT_DIR,
    Settings,
    get_settings,
    readable,
)
from scripts.seed_data import seed

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class NotReady(Exception):
    """A reason not to start, in one line per problem, for the person who started it."""


class BadSettings(NotReady):
    """Settings with invalid values."""


def settings() -> Settings:
    """The settings; `BadSettings` lists every invalid one by name."""
    try:
        return get_settings()
    except ValidationError as error:
        raise BadSettings("\n".join(readable(error))) from None


def ai_settings() -> None:
    """Check that the AI service can start with its settings."""
    from ai_service.settings import Settings as AiSettings  # noqa: PLC0415 - not in every image

    try:
        AiSettings(_env_file=Settings.model_config["env_file"])
    except ValidationError as error:
        raise BadSettings("\n".join(readable(error))) from None


def web_app() -> None:
    """Check that the web app is built."""
    if not (PROJECT_DIR / "frontend" / "dist" / "index.html").is_file():
        raise NotReady("The web app is not built. Run `make setup`.")


def data_dir(folder: Path) -> None:
    """Create the data directory and close it, with everything in it, to other users."""
    try:
        if folder.is_dir():
            _refuse_shared_folder(folder)
        for part in ("logs", "redis"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_text("x")
        probe.unlink()
        for path in (folder, *folder.rglob("*")):
            with suppress(FileNotFoundError):  # a log was rotated, a database closed
                if not path.is_symlink():
                    path.chmod(0o700 if path.is_dir() else 0o600)
    except OSError as error:
        raise NotReady(
            f"Cannot write to DATA_DIR {folder} ({error.strerror}). Set DATA_DIR to another folder."
        ) from None


def _refuse_shared_folder(folder: Path) -> None:
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    if names - {"lost+found"} and not names & {"run.lock", "players.db"}:
        raise NotReady(
            f"DATA_DIR {folder} contains other files, and the data directory is closed to other "
            "users. Set DATA_DIR to an empty folder."
        )


def lock(folder: Path) -> int:
    """Lock the data directory; the lock is held while the returned descriptor is open."""
    try:
        descriptor = os.open(folder / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise NotReady(f"Cannot lock DATA_DIR {folder} ({error.strerror}).") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise NotReady(f"Already running on {folder}. `make down` stops it.") from None
    return descriptor


def stored_secret(path: Path) -> str:
    """The secret in the file, generated on first use."""
    try:
        if path.is_file() and (secret := path.read_text().strip()):
            return secret
        secret = secrets.token_hex(32)
        unfinished = path.with_suffix(".new")
        unfinished.touch(0o600)
        unfinished.write_text(secret + "\n")
        unfinished.rename(path)
    except OSError as error:
        raise NotReady(f"Cannot write {path} ({error.strerror}).") from None
    return secret


def ports(host: str, wanted: Mapping[str, int]) -> None:
    """Check that every port is free; `wanted` maps the names of settings to ports."""
    for name, port in wanted.items():
        try:
            family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
            socket.create_server((host, port), family=family).close()
        except UnicodeError:
            raise NotReady(f"HOST {host} is not an address of this machine.") from None
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                reason = f"HOST {host} is not an address of this machine."
            elif isinstance(error, PermissionError):
                reason = f"Port {port} needs root rights. Set {name} to 1024 or higher."
            else:
                reason = (
                    f"Port {port} is taken. Stop the program that uses it, or set {name} to "
                    "another port (in the environment or .env)."
                )
            raise NotReady(reason) from None


def redis(url: str) -> None:
    """Check that the Redis server of `REDIS_URL` answers."""
    try:
        client = Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5)
    except ValueError:  # its text may quote a part of the password
        raise BadSettings("REDIS_URL: write it like redis://host:6379/0") from None
    try:
        client.ping()
    except RedisError as error:
        raise NotReady(
            f"Cannot use the Redis server of REDIS_URL ({str(error).rstrip('.')}). Start it, or "
            "correct REDIS_URL."
        ) from None
    finally:
        client.close()


def database(settings: Settings) -> bool:
    """Migrate and seed the database; whether the default admin password works.

    It must not work in production.
    """
    with _database_errors(make_url(settings.database)):
        migrate()
        seed(settings)
        with session_scope(writes=False) as session:
            default_login = auth.default_admin_password_works(session)
    if default_login and settings.production:
        raise NotReady(
            "ENVIRONMENT=production: the user admin still has the public default password. Start "
            "with ENVIRONMENT=development, sign in as admin and change it."
        )
    return default_login


def migrate() -> None:
    """Bring the database to the newest schema and the newest lists of clubs and competitions."""
    command.upgrade(Config(BACKEND_DIR / "alembic.ini"), "head")
    with session_scope() as session:
        curated.store(session)


@contextmanager
def _database_errors(url: URL) -> Iterator[None]:
    where = url.database if url.get_backend_name() == "sqlite" else f"{url.host}/{url.database}"
    try:
        yield
    except CommandError:
        raise NotReady(
            f"The database {where} was made by a newer version of this program. Use that version, "
            "or set DATABASE_URL to another database."
        ) from None
    except (SQLAlchemyError, OSError, ImportError) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        reason = str(original).strip().splitlines()[0]
        raise NotReady(
            f"Cannot use the database {where} ({reason}). {_advice(url, original)}"
        ) from None


def _advice(url: URL, error: object) -> str:
    if url.get_backend_name() != "sqlite":
        return "Start its server, or correct DATABASE_URL."
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_BUSY"):
        return "Stop the program that is writing to it."
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return "Check the disk: it may be full."
    return "Restore a backup, or move the file away to start with an empty database."


def secret_key_warning(settings: Settings) -> str | None:
    """What is wrong with the secret key, if it is the public default."""
    if not settings.has_default_secret_key:
        return None
    return (
        "WARNING: SECRET_KEY is the public default. Anyone who can reach this service can sign in "
        "as anyone. Set SECRET_KEY (openssl rand -hex 32)."
    )


def main() -> int:
    """Prepare the backend's container; the exit status is 0, 1, or 2 for invalid settings."""
    configure_logging()
    try:
        wanted = settings()
        warning = secret_key_warning(wanted)
        if warning and wanted.host not in LOOPBACK:
            raise BadSettings(f"HOST={wanted.host} needs a SECRET_KEY: run openssl rand -hex 32.")
        database(wanted)
    except NotReady as reason:
        print(f"Not started: {reason}", file=sys.stderr)
        return 2 if isinstance(reason, BadSettings) else 1
    if warning:
        print(f"{'=' * 80}\n{warning}\n{'=' * 80}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
