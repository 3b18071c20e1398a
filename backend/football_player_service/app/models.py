"""All tables of the database, for migrations and tests."""

from sqlmodel import SQLModel

from football_player_service.app.auth.models import User
from football_player_service.app.clubs.models import Club, ClubAlias, Competition, CompetitionAlias
from football_player_service.app.idempotency import IdempotencyKey
from football_player_service.app.imports.models import (
    Import,
    Mapping,
    WaitingLine,
)
from football_player_service.app.metrics.models import CustomMetric
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import (
    Cohort,
    PlayerId,
    Season,
    SeasonColumn,
    SeasonStat,
    StatLine,
    StatValue,
    Transfer,
    Valuation,
)
from football_player_service.app.scouting.models import Report
from football_player_service.app.tasks.models import Task

metadata = SQLModel.metadata

__all__ = [
    "Club",
    "ClubAlias",
    "Cohort",
    "Competition",
    "CompetitionAlias",
    "CustomMetric",
    "IdempotencyKey",
    "Import",
    "Mapping",
    "Player",
    "PlayerId",
    "Report",
    "Season",
    "SeasonColumn",
    "SeasonStat",
    "StatLine",
    "StatValue",
    "Task",
    "Transfer",
    "User",
    "Valuation",
    "WaitingLine",
    "metadata",
]
