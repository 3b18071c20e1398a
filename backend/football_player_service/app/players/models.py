"""The players table, and the words of its vocabulary."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from football_player_service.app.db import UtcDateTime, utc_now


class Status(StrEnum):
    """Whether a player may be signed; null where the record does not say."""

    ACTIVE = "active"
    RETIRED = "retired"
    FREE_AGENT = "free_agent"


class Position(StrEnum):
    """The position group."""

    GOALKEEPER = "Goalkeeper"
    DEFENDER = "Defender"
    MIDFIELDER = "Midfielder"
    ATTACK = "Attack"


class Foot(StrEnum):
    """The preferred foot."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


# Sorted byte by byte on every database; SQLite does so anyway.
Folded = String().with_variant(String(collation="C"), "postgresql")
_version = Column("version", Integer, nullable=False)


class Player(SQLModel, table=True):
    """One row a player. Built from validated fields (`schemas.py`), never directly."""

    __tablename__ = "players"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        # For the orders that lists are mostly asked for in. A filter reads the whole table,
        # which at this size takes less than what an index for each would cost every import.
        Index("ix_players_sort_name_id", "sort_name", "id"),
        Index("ix_players_market_value_id", "market_value", "id"),
        Index("ix_players_date_of_birth_id", "date_of_birth", "id"),
        # For the players of a position and an age whose values one compares.
        Index("ix_players_value_cohort", "position", "date_of_birth", "market_value"),
        # An id is never given twice: old tasks name players that are gone.
        {"sqlite_autoincrement": True},
    )
    # An UPDATE names the version it read: two writers cannot overwrite each other unseen.
    __mapper_args__ = {"version_id_col": _version}

    id: int | None = Field(default=None, primary_key=True)
    full_name: str
    country: str | None
    second_country: str | None
    status: str | None
    position: str | None
    sub_position: str | None
    foot: str | None
    height_cm: int | None
    date_of_birth: date | None
    date_of_birth_is_estimate: bool
    current_team: str | None
    league: str | None
    market_value: int | None = Field(sa_type=BigInteger)
    highest_market_value: int | None = Field(sa_type=BigInteger)
    contract_until: date | None
    agent: str | None
    last_season: int | None
    data_as_of: date | None
    source: str | None
    source_id: str | None
    # Derived; refreshed as days pass (refresh.py).
    age_group: str | None
    contract_status: str | None
    scouting_report: str | None = Field(default=None, sa_type=Text)
    # Folded copies for sorting and searching without accents; see text.fold.
    sort_name: str = Field(sa_type=Folded)
    search_text: str = Field(sa_type=Folded)
    # Counts changes of the facts above; a new report is not one (see docs/decisions).
    version: int = Field(sa_column=_version)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
    updated_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
