"""Fixtures for every test: a real Redis, both databases, and isolated settings."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.environment import FOLDER  # isort: skip - before anything reads the settings

from football_player_service.app import db, redisdb, security
from football_player_service.app.settings import get_settings
from tests import servers
from tests.databases import migrated, use_database

_servers = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start Redis for this process: the Celery application reads its address when imported."""
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        return  # the controller of a parallel run runs no tests
    os.environ["REDIS_URL"] = _servers.enter_context(servers.redis(FOLDER)) + "/0"


def pytest_unconfigure() -> None:
    """Leave no process and no file."""
    _servers.close()
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """The event loop of `pytest.mark.anyio`."""
    return "asyncio"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server; required in CI, elsewhere skipped where it is not installed."""
    programs = servers.postgres_bin()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed, and CI needs it")
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    # Not below pytest's own folder, which the user postgres may not enter.
    folder = Path(tempfile.mkdtemp(prefix="scouting-desk-postgres-"))
    try:
        with servers.postgres(folder, programs) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "players.db"
    migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_url(postgres: str) -> str:
    """A migrated PostgreSQL database, emptied for each test but for the curated lists."""
    url = migrated(servers.create_database(postgres, "tests"))
    with db.session_scope() as session:
        connection = session.connection()
        connection.exec_driver_sql("CREATE SCHEMA template")
        for table in _CURATED:
            connection.exec_driver_sql(f"CREATE TABLE template.{table} AS TABLE {table}")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind, in use by this process; its URL."""
    if request.param == "sqlite":
        path = tmp_path / "players.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        url = f"sqlite:///{path}"
        use_database(url)
    else:
        url = request.getfixturevalue("postgres_url")
        use_database(url)
        _empty()
    redisdb.breaker.succeeded()  # an earlier test may have had no Redis
    redisdb.get_redis().flushdb()
    yield url
    db.dispose()


_CURATED = ("competitions", "clubs", "competition_aliases", "club_aliases")


def _empty() -> None:
    from football_player_service.app.models import metadata  # noqa: PLC0415

    names = ", ".join(table.name for table in metadata.sorted_tables)
    with db.session_scope() as session:
        connection = session.connection()
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
        for table in _CURATED:
            copy = f"INSERT INTO {table} SELECT * FROM template.{table}"  # noqa: S608
            connection.exec_driver_sql(copy)
        for table in ("competitions", "clubs"):
            newest = f"SELECT setval('{table}_id_seq', max(id)) FROM {table}"  # noqa: S608
            connection.exec_driver_sql(newest)


_ADMIN_HASH = security.hash_password("admin123")


@pytest.fixture
def admin(database: str) -> str:
    """The user admin, with the password admin123; his name."""
    from football_player_service.app.auth.models import Role, User  # noqa: PLC0415

    with db.session_scope() as session:
        session.add(
            User(
                username="admin", username_key="admin", hashed_password=_ADMIN_HASH, role=Role.ADMIN
            )
        )
    return "admin"


@pytest.fixture
def client(admin: str) -> Iterator[TestClient]:
    """The application over HTTP, in this process; nobody is signed in."""
    from football_player_service.app.main import create_app  # noqa: PLC0415

    with TestClient(create_app()) as client:
        yield client


@pytest.fixture
def signed_in(client: TestClient) -> TestClient:
    """The same, signed in as admin (without the time that checking a password takes)."""
    from football_player_service.app.auth import service as auth  # noqa: PLC0415

    with db.session_scope(writes=False) as session:
        user = auth.find(session, username="admin")
    assert user is not None
    token = auth.issue_token(user, settings=get_settings()).access_token
    client.headers["Authorization"] = f"Bearer {token}"
    return client


@pytest.fixture
def configured(
    admin: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[TestClient]:
    """The application with the settings of the test's parameter."""
    for name, value in request.param.items():
        monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    from football_player_service.app.main import create_app  # noqa: PLC0415

    if get_settings().production:
        _set_admin_password()
    with TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client
    monkeypatch.undo()
    get_settings.cache_clear()


def _set_admin_password() -> None:
    """Give the admin the password of the settings: production refuses the default."""
    from football_player_service.app.auth import service as auth  # noqa: PLC0415

    with db.session_scope() as session:
        user = auth.find(session, username="admin")
        assert user is not None
        user.hashed_password = security.hash_password(
            get_settings().admin_password.get_secret_value()
        )
