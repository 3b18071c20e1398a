"""The tables of a career: seasons, market values and transfers."""

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer
from sqlmodel import Field, SQLModel


class Span(StrEnum):
    """What a row covers: a season (July to June) or a calendar year."""

    SEASON = "season"
    YEAR = "year"


def _player() -> "Column[int]":
    key = ForeignKey("players.id", ondelete="CASCADE")
    return Column(Integer, key, primary_key=True, autoincrement=False)


class PlayerSeason(SQLModel, table=True):
    """A player's statistics of one season, over all competitions in the data."""

    __tablename__ = "player_seasons"
    __table_args__ = (
        # Covers the percentile queries.
        Index(
            "ix_player_seasons_cohort",
            "span", "position", "year", "minutes", "games", "goals", "assists",
            "yellow_cards", "red_cards", "league", "player_id",
        ),
        # Clustered by key: a player's seasons are stored next to each other.
        {"sqlite_with_rowid": False},
    )  # fmt: skip

    player_id: int = Field(sa_column=_player())
    span: str = Field(primary_key=True)
    year: int = Field(primary_key=True)  # the season's first year, or the calendar year
    # Copied from the player; a trigger keeps it the same.
    position: str | None
    league: str | None  # null if unknown
    games: int
    minutes: int
    goals: int
    assists: int
    yellow_cards: int
    red_cards: int


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
    from_club: str = Field(primary_key=True)
    to_club: str = Field(primary_key=True)
    fee: int | None = Field(sa_type=BigInteger)
