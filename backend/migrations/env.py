"""How Alembic reaches the database: the same settings as the service."""

from alembic import context

from football_player_service.app.db import JOB_LOCK_SECONDS, make_engine
from football_player_service.app.models import metadata
from football_player_service.app.settings import get_settings


def run() -> None:
    """Apply migrations in one transaction."""
    engine = make_engine(get_settings().database)
    with engine.connect().execution_options(lock_seconds=JOB_LOCK_SECONDS) as connection:
        # SQLite alters a table by copying it: render_as_batch.
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        with context.begin_transaction():
            if engine.dialect.name == "postgresql":  # a migration may rewrite a large table
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            context.run_migrations()
    engine.dispose()


run()
