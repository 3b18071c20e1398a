"""The database that this process uses."""

import os

from football_player_service.app import db, redisdb
from football_player_service.app.settings import get_settings
from scripts.preflight import migrate


def migrated(url: str) -> str:
    """The database at `url`, made by the migrations."""
    use_database(url)
    migrate()
    db.dispose()  # the SQLite file is then complete, without a write-ahead log
    return url


def use_database(url: str) -> None:
    """From here on this process uses the database at `url`."""
    db.dispose()
    os.environ["DATABASE_URL"] = url
    get_settings.cache_clear()
    redisdb.get_redis.cache_clear()
