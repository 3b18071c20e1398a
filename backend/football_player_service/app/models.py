"""All tables of the database, for migrations and tests."""

from sqlmodel import SQLModel

from football_player_service.app.auth.models import User
from football_player_service.app.careers.models import PlayerSeason, Transfer, Valuation
from football_player_service.app.idempotency import IdempotencyKey
from football_player_service.app.imports.models import ImportRecord
from football_player_service.app.players.models import Player
from football_player_service.app.scouting.models import Report
from football_player_service.app.tasks.models import Task

metadata = SQLModel.metadata

__all__ = [
    "IdempotencyKey",
    "ImportRecord",
    "Player",
    "PlayerSeason",
    "Report",
    "Task",
    "Transfer",
    "User",
    "Valuation",
    "metadata",
]
