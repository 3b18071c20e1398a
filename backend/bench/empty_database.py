"""A migrated database with the admin and nobody else, in place of the one there was."""

from pathlib import Path

from football_player_service.app.auth import service as auth
from football_player_service.app.db import session_scope
from football_player_service.app.settings import get_settings
from scripts.preflight import migrate


def main() -> None:
    """Begin anew."""
    settings = get_settings()
    database = Path(settings.database.removeprefix("sqlite:///"))
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    migrate()
    with session_scope() as session:
        auth.seed_admin(session, settings=settings)


if __name__ == "__main__":
    main()
