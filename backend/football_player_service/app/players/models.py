"""The players table and its enumerations."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from football_player_service.app.db import UtcDateTime, utc_now


class Status(StrEnum):
    """Whether a player can be signed; null if unknown."""

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


class Pronoun(StrEnum):
    """How texts refer to a player; null if unknown."""

    HE = "he"
    SHE = "she"
    THEY = "they"


# Sorted by byte value on every database, as SQLite does by default.
Folded = String().with_variant(String(collation="C"), "postgresql")
_version = Column("version", Integer, nullable=False)


class Player(SQLModel, table=True):
    """A player. Created from validated fields (`schemas.py`) only."""

    __tablename__ = "players"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        # The most used sort orders. Filters scan the table: at this size that costs less than
        # keeping an index per filter up to date.
        Index("ix_players_sort_name_id", "sort_name", "id"),
        Index("ix_players_market_value_id", "market_value", "id"),
        Index("ix_players_date_of_birth_id", "date_of_birth", "id"),
        # Covers the market value percentile (value_percentile.py).
        Index("ix_players_value_cohort", "position", "date_of_birth", "market_value"),
        # Ids are never reused: old tasks refer to deleted players.
        {"sqlite_autoincrement": True},
    )
    # Optimistic locking: an UPDATE matches the version that was read.
    __mapper_args__ = {"version_id_col": _version}

    id: int | None = Field(default=None, primary_key=True)
    full_name: str
    pronoun: str | None
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
    club_id: int | None = Field(default=None, foreign_key="clubs.id", index=True)
    market_value: int | None = Field(sa_type=BigInteger)
    highest_market_value: int | None = Field(sa_type=BigInteger)
    contract_until: date | None
    agent: str | None
    last_season: int | None
    data_as_of: date | None
    source: str | None
    source_id: str | None
    # Derived from the dates, refreshed by scripts/refresh.py; the API computes them on reading.
    age_group: str | None
    contract_status: str | None
    scouting_report: str | None = Field(default=None, sa_type=Text)
    # Folded with text.fold, for sorting and searching without accents.
    sort_name: str = Field(sa_type=Folded)
    search_text: str = Field(sa_type=Folded)
    # Counts changes of the data above; a new report is not one (docs/decisions/0003).
    version: int = Field(sa_column=_version)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
    updated_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)

    @property
    def has_scouting_report(self) -> bool:
        """Whether there is a current report."""
        return self.scouting_report is not None
