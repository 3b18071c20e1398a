"""What keeps `make run` and the backend's container from starting, and what they say."""

import os
import resource
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ai_service.settings import Settings as AiSettings
from football_player_service.app import db
from football_player_service.app.settings import DEFAULT_SECRET_KEY, Settings, get_settings
from scripts import preflight, run
from scripts.seed_data import seed
from tests import make_run, servers
from tests.databases import migrated
from tests.make_run import PORTS

OWN_KEY = {"SECRET_KEY": "a-key-of-this-installation-long-enough"}
PRODUCTION = OWN_KEY | {"ENVIRONMENT": "production", "ADMIN_PASSWORD": "a better password"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A new user's environment."""
    return make_run.environment(tmp_path)


class Start:
    """`make run` and the container's checks, called in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def refused(self, environment: dict[str, str], *, status: int = 1) -> str:
        """The one line that `make run` prints."""
        found, message = self._call(run.main, environment)
        assert found == status, message
        assert message.startswith("Not started: ")
        assert message.count("\n") == 1, message
        return message

    def container(self, environment: dict[str, str]) -> tuple[int, str]:
        """The exit status and the messages of the container's checks."""
        return self._call(preflight.main, environment)

    def _call(self, main: Callable[[], int], environment: dict[str, str]) -> tuple[int, str]:
        umask = os.umask(0o022)
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["run"])
            patch.setattr(run, "Run", _must_not_start)
            for name in os.environ.keys() - environment.keys():
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            self._forget_settings()
            status = main()
        os.umask(umask)
        self._forget_settings()
        return status, self._capsys.readouterr().err

    @staticmethod
    def _forget_settings() -> None:
        get_settings.cache_clear()
        db.dispose()


def _must_not_start(*_: object, **__: object) -> None:
    raise AssertionError("it started")


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Start:
    """To try to start it."""
    return Start(monkeypatch, capsys)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A migrated and seeded SQLite file; its admin has the default password."""
    path = tmp_path_factory.mktemp("seeded") / "players.db"
    migrated(f"sqlite:///{path}")
    seed(get_settings())
    db.dispose()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def put_database(environment: dict[str, str], content: bytes, *statements: str) -> None:
    """Make a players.db with this content, changed by these statements."""
    data = Path(environment["DATA_DIR"])
    data.mkdir()
    (data / "players.db").write_bytes(content)
    with closing(sqlite3.connect(data / "players.db")) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


@pytest.mark.parametrize("name", PORTS)
def test_a_taken_port_is_named(start: Start, environment: dict[str, str], name: str) -> None:
    with socket.create_server(("127.0.0.1", int(environment[name]))):
        message = start.refused(environment)
    assert f"Port {environment[name]} is taken" in message
    assert name in message


def test_a_port_used_twice_is_named(start: Start, environment: dict[str, str]) -> None:
    environment["WEB_PORT"] = environment["API_PORT"]
    assert "API_PORT and WEB_PORT are both" in start.refused(environment, status=2)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may use every port")
def test_a_port_that_needs_root_is_named(start: Start, environment: dict[str, str]) -> None:
    assert "Set API_PORT to 1024 or higher" in start.refused(environment | {"API_PORT": "1"})


@pytest.mark.parametrize("host", ["999.1.1.1", "192.0.2.1", "no..name"])
def test_a_host_that_is_not_this_machine_is_named(
    start: Start, environment: dict[str, str], host: str
) -> None:
    assert f"HOST {host} is not an address" in start.refused(environment | {"HOST": host})


def test_a_data_directory_that_cannot_be_written_is_named(
    start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.touch()
    message = start.refused(environment | {"DATA_DIR": str(file / "data")})
    assert f"Cannot write to DATA_DIR {file}/data" in message


def test_a_folder_with_other_files_is_not_taken_over(
    start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "letter.txt").write_text("not ours")
    shared.chmod(0o755)
    message = start.refused(environment | {"DATA_DIR": str(shared)})
    assert "contains other files" in message
    assert shared.stat().st_mode & 0o777 == 0o755


def test_files_of_earlier_versions_are_closed_to_other_users(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "logs").mkdir(parents=True)
    for name in ("players.db", "run.lock", "logs/worker.log"):
        (data / name).touch()
        (data / name).chmod(0o644)
    data.chmod(0o755)
    preflight.data_dir(data)
    for path in (data, *data.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_secret_is_generated_once_and_private(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    secret = preflight.stored_secret(path)
    assert len(secret) == 64
    assert preflight.stored_secret(path) == secret
    assert preflight.stored_secret(tmp_path / "another") != secret
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_missing_web_app_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(preflight, "PROJECT_DIR", tmp_path)
    with pytest.raises(preflight.NotReady, match="make setup"):
        preflight.web_app()


def test_a_file_that_is_no_database_is_named(start: Start, environment: dict[str, str]) -> None:
    data = Path(environment["DATA_DIR"])
    data.mkdir()
    (data / "players.db").write_text("this is not a database, whatever its name" * 100)
    message = start.refused(environment)
    assert "players.db (file is not a database). Restore a backup" in message


def test_a_damaged_database_is_named(
    start: Start, environment: dict[str, str], seeded: bytes
) -> None:
    put_database(environment, seeded[: len(seeded) // 2])
    assert "players.db (database disk image is malformed)" in start.refused(environment)


def test_a_database_without_a_table_is_named(
    start: Start, environment: dict[str, str], seeded: bytes
) -> None:
    put_database(environment, seeded, "DROP TABLE users")
    assert "players.db (no such table: users)" in start.refused(environment)


def test_a_database_of_a_newer_version_is_named(
    start: Start, environment: dict[str, str], seeded: bytes
) -> None:
    put_database(environment, seeded, "UPDATE alembic_version SET version_num = '4f2a9c81d0b7'")
    message = start.refused(environment)
    assert "was made by a newer version" in message
    assert "4f2a9c81d0b7" not in message


def test_a_disk_that_is_full_is_named(environment: dict[str, str]) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = subprocess.run(
        make_run.COMMAND,
        cwd=servers.BACKEND_DIR,
        env=environment,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 1
    assert "Check the disk: it may be full." in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("postgresql://scout:hidden@127.0.0.1:1/players", 1, "127.0.0.1/players"),
        ("postgresql://127.0.0.1:1/players?user=scout&password=hidden", 1, "127.0.0.1/players"),
        ("postgresql://scout:hidden@127.0.0.1:abc/players", 2, "DATABASE_URL: write it like"),
        ("mysql://scout:hidden@127.0.0.1/players", 2, "DATABASE_URL: write it like"),
        ("postgresql+psycopg2://scout:hidden@127.0.0.1/players", 1, "No module named 'psycopg2'"),
        ("hidden", 2, "DATABASE_URL: write it like"),
    ],
)
def test_a_database_url_that_cannot_be_used(
    start: Start, environment: dict[str, str], url: str, status: int, said: str
) -> None:
    message = start.refused(environment | {"DATABASE_URL": url}, status=status)
    assert said in message
    assert "hidden" not in message


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("redis://:hidden@127.0.0.1:1/0", 1, "Cannot use the Redis server of REDIS_URL"),
        ("redis://:hid/den@127.0.0.1:6379/0", 2, "REDIS_URL: write it like"),
        ("hidden", 2, "REDIS_URL: write it like"),
    ],
)
def test_a_redis_url_that_cannot_be_used(
    start: Start, environment: dict[str, str], url: str, status: int, said: str
) -> None:
    message = start.refused(environment | {"REDIS_URL": url}, status=status)
    assert said in message
    assert "hid" not in message


def test_production_refuses_the_defaults(start: Start, environment: dict[str, str]) -> None:
    message = start.refused(environment | {"ENVIRONMENT": "production"}, status=2)
    assert "SECRET_KEY" in message
    assert "ADMIN_PASSWORD" in message
    assert not Path(environment["DATA_DIR"]).exists(), "nothing starts half-way"


def test_production_refuses_a_stored_default_password(
    start: Start, environment: dict[str, str], seeded: bytes
) -> None:
    put_database(environment, seeded)
    message = start.refused(environment | PRODUCTION)
    assert "admin still has the public default password" in message


def test_a_model_without_its_key_is_refused(start: Start, environment: dict[str, str]) -> None:
    message = start.refused(environment | {"AI_PROVIDER": "anthropic"}, status=2)
    assert "needs ANTHROPIC_API_KEY" in message
    assert not Path(environment["DATA_DIR"]).exists(), "nothing starts half-way"


def test_a_container_warns_of_the_public_default_key(
    start: Start, environment: dict[str, str]
) -> None:
    status, printed = start.container(environment)
    assert status == 0
    assert "WARNING: SECRET_KEY is the public default" in printed
    status, printed = start.container(environment | OWN_KEY)
    assert status == 0
    assert "WARNING: SECRET_KEY" not in printed


@pytest.mark.parametrize("key", ["", DEFAULT_SECRET_KEY])
def test_a_container_with_the_public_default_key_is_not_published(
    start: Start, environment: dict[str, str], key: str
) -> None:
    published = {"HOST": "0.0.0.0", "SECRET_KEY": key}  # noqa: S104
    status, printed = start.container(environment | published)
    assert (status, printed.count("\n")) == (2, 1)
    assert "needs a SECRET_KEY" in printed


def test_a_container_of_production_refuses_the_defaults(
    start: Start, environment: dict[str, str], seeded: bytes
) -> None:
    status, printed = start.container(environment | {"ENVIRONMENT": "production"})
    assert (status, printed.count("\n")) == (2, 1)
    put_database(environment, seeded)
    status, printed = start.container(environment | PRODUCTION)
    assert status == 1
    assert "admin still has the public default password" in printed


SECRETS = {
    "SECRET_KEY": "hidden-key",
    "ADMIN_PASSWORD": "hidden-admin",
    "DATABASE_URL": "postgresql://scout:hidden-database@127.0.0.1:1/players",
    "REDIS_URL": "redis://:hidden-redis@127.0.0.1:1/0",
    "GEMINI_API_KEY": "hidden-gemini",
    "OPENAI_API_KEY": "hidden-openai",
    "ANTHROPIC_API_KEY": "hidden-anthropic",
    "LOCAL_API_KEY": "hidden-local",
}


@pytest.mark.parametrize(
    ("load", "fields", "some_invalid"),
    [
        (preflight.settings, Settings.model_fields, {"environment", "api_port", "rate_limit"}),
        (preflight.ai_settings, AiSettings.model_fields, {"ai_provider", "ai_timeout_seconds"}),
    ],
    ids=["backend", "ai-service"],
)
def test_no_error_of_a_setting_prints_a_secret(
    monkeypatch: pytest.MonkeyPatch,
    load: Callable[[], object],
    fields: dict[str, object],
    some_invalid: set[str],
) -> None:
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    errors = {}
    for field in fields:
        for value in ("not valid", "-1", "production", "anthropic"):
            with monkeypatch.context() as patch:
                if field.upper() not in SECRETS:
                    patch.setenv(field.upper(), value)
                get_settings.cache_clear()
                try:
                    load()
                except preflight.BadSettings as reason:
                    errors[field, value] = str(reason)
    get_settings.cache_clear()
    assert some_invalid < {field for field, _ in errors}
    assert not [text for text in errors.values() if "hidden" in text]
