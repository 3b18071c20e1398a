"""The tables of the record: ids, statistics, market values and transfers of players."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlmodel import Field, SQLModel

from football_player_service.app.db import UtcDateTime, utc_now


class Span(StrEnum):
    """What a row covers: a season (July to June) or a calendar year."""

    SEASON = "season"
    YEAR = "year"


def period_name(span: str, year: int) -> str:
    """`2023/24` for a season, `2023` for a calendar year."""
    return f"{year}/{(year + 1) % 100:02}" if span == Span.SEASON else str(year)


def _key(table: str) -> "Column[int]":
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(Integer, key, primary_key=True, autoincrement=False)


def _player() -> "Column[int]":
    return _key("players")


def _player_reference(*, index: bool = True) -> "Column[int]":
    key = ForeignKey("players.id", ondelete="CASCADE")
    return Column(Integer, key, nullable=False, index=index)


class Valuation(SQLModel, table=True):
    """A market value in whole euros, and its date."""

    __tablename__ = "valuations"
    __table_args__ = {"sqlite_with_rowid": False}

    player_id: int = Field(sa_column=_player())
    day: date = Field(primary_key=True)
    value: int = Field(sa_type=BigInteger)


class Transfer(SQLModel, table=True):
    """A move between clubs. `fee` is whole euros; null if unknown."""

    __tablename__ = "transfers"
    __table_args__ = {"sqlite_with_rowid": False}

    player_id: int = Field(sa_column=_player())
    day: date = Field(primary_key=True)
    # The clubs that the provider names, also where they were merged into others.
    from_club_id: int = Field(primary_key=True, foreign_key="clubs.id", index=True)
    to_club_id: int = Field(primary_key=True, foreign_key="clubs.id", index=True)
    fee: int | None = Field(sa_type=BigInteger)


class PlayerId(SQLModel, table=True):
    """A provider's id for a player, and how it was matched.

    A file without ids gets one made of what it says about the player, so that a decision about it
    is remembered. `facts` is what the provider last stated about the player: a JSON object, without
    empty fields; null if no file of facts was imported.
    """

    __tablename__ = "player_ids"

    provider: str = Field(primary_key=True)
    provider_id: str = Field(primary_key=True)
    player_id: int = Field(sa_column=_player_reference())
    rule: str  # a `MatchRule`
    decided_by: str | None  # the user, for a decision by a person
    decided_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
    facts: str | None = Field(default=None, sa_type=Text)


class Season(SQLModel, table=True):
    """A season or calendar year of one provider's statistics.

    `is_stale`: lines, or the positions of players, changed after `season_stats` was computed.
    Triggers set it when a player with lines changes position or is deleted.
    """

    __tablename__ = "seasons"
    __table_args__ = (UniqueConstraint("provider", "span", "year"),)

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    span: str
    year: int  # the season's first year, or the calendar year
    is_stale: bool = True

    @property
    def label(self) -> str:
        """The season as text."""
        return period_name(self.span, self.year)


class StatLine(SQLModel, table=True):
    """A player's statistics for one season, competition and club, as one provider states them."""

    __tablename__ = "stat_lines"
    __table_args__ = (
        Index(
            "uq_stat_lines_key",
            "player_id", "season_id",
            func.coalesce(text("competition_id"), 0), func.coalesce(text("club_id"), 0),
            unique=True,
        ),
        Index("ix_stat_lines_season_id", "season_id"),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    player_id: int = Field(sa_column=_player_reference(index=False))
    season_id: int = Field(foreign_key="seasons.id")
    competition_id: int | None = Field(default=None, foreign_key="competitions.id", index=True)
    club_id: int | None = Field(default=None, foreign_key="clubs.id", index=True)
    provider_id: str | None = None  # of the player, see `PlayerId`
    position: str | None = None  # as the provider writes it
    games: int | None = None
    minutes: float | None = None  # some providers count fractions
    import_id: UUID | None = Field(default=None, foreign_key="imports.id", index=True)


class StatValue(SQLModel, table=True):
    """One metric of a line, as the file states it: a total (or percentage, index), per 90, or both.

    Whole numbers of totals are exact up to 2^53.
    """

    __tablename__ = "stat_values"
    __table_args__ = {"sqlite_with_rowid": False}

    line_id: int = Field(sa_column=_key("stat_lines"))
    metric: str = Field(primary_key=True)
    value: float | None
    per_90: float | None


class Cohort(SQLModel, table=True):
    """The players that a percentile compares: a position, or it within a league.

    `size` counts the players with a figure and enough minutes, `excluded` the others of the
    position in the season. `leagues` counts the leagues that the players compared played most in;
    null if that of anyone is unknown.
    """

    __tablename__ = "cohorts"
    __table_args__ = (Index("ix_cohorts_season_id_metric", "season_id", "metric"),)

    id: int | None = Field(default=None, primary_key=True)
    season_id: int = Field(foreign_key="seasons.id")
    metric: str
    position: str  # a detailed position, or a position group where that is too small
    competition_id: int | None = Field(default=None, foreign_key="competitions.id", index=True)
    size: int
    excluded: int
    leagues: int | None = None


class SeasonStat(SQLModel, table=True):
    """A metric of a player's season over all of a provider's lines; rewritten when they change.

    `value` is the total, percentage or index, `per_90` the rate; what the provider does not state
    is derived where minutes or parts allow it (`derived`: "value", "per_90", "both" or null).
    Percentiles are unrounded shares of the cohort with a lower figure (ties count half); ranks
    count from the highest figure. Null with a cohort means that the cohort is too small.
    """

    __tablename__ = "season_stats"
    # The key keeps a player's figures together; `SeasonColumn` keeps those of a metric together.
    __table_args__ = {"sqlite_with_rowid": False}

    player_id: int = Field(sa_column=_player())
    season_id: int = Field(primary_key=True, foreign_key="seasons.id")
    metric: str = Field(primary_key=True)
    value: float | None
    per_90: float | None
    derived: str | None
    percentile: float | None
    rank: int | None
    cohort_id: int | None
    league_percentile: float | None
    league_rank: int | None
    league_cohort_id: int | None


class SeasonColumn(SQLModel, table=True):
    """A metric of all players of a season: arrays of `season_stats` to filter and sort lists by.

    `players` has the ids in ascending order, the others are aligned with it; see
    `record/columns.py`.
    """

    __tablename__ = "season_columns"

    season_id: int = Field(primary_key=True, foreign_key="seasons.id")
    metric: str = Field(primary_key=True)
    size: int  # the number of players
    players: bytes
    value: bytes
    per_90: bytes
    percentile: bytes
    league_percentile: bytes
