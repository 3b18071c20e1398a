"""How Alembic reaches the database: the same settings as the service."""

from alembic import context

from football_player_service.app.db import make_engine
from football_player_service.app.models import metadata
from football_player_service.app.settings import get_settings


def run() -> None:
    """Apply migrations in one transaction."""
    engine = make_engine(get_settings().database)
    with engine.connect() as connection:
        # SQLite alters a table by copying it: render_as_batch.
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
