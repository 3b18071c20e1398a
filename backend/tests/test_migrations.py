"""The migrations make the tables of the models, forwards and back."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from conftest import use_database
from football_player_service.app import db
from football_player_service.app.models import metadata
from football_player_service.app.settings import BACKEND_DIR
from tests import servers


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table; its URL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'fresh.db'}"
    return servers.create_database(request.getfixturevalue("postgres"), tmp_path.name)


def test_migrations_make_the_models_and_go_back(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "head")
    with db.get_engine().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    command.downgrade(config, "base")
    with db.get_engine().connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    command.upgrade(config, "head")
    db.dispose()
