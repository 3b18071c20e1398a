"""What a career left on record: seasons, market values and transfers."""

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer
from sqlmodel import Field, SQLModel


class Span(StrEnum):
    """What a row of seasons counts: a season (July to June), or a calendar year."""

    SEASON = "season"
    YEAR = "year"


def _player() -> "Column[int]":
    key = ForeignKey("players.id", ondelete="CASCADE")
    return Column(Integer, key, primary_key=True, autoincrement=False)


class PlayerSeason(SQLModel, table=True):
    """A player's games of one season, in all competitions on record."""

    __tablename__ = "player_seasons"
    __table_args__ = (
        # Holds all that a cohort is compared by, so that the table itself is not read.
        Index(
            "ix_player_seasons_cohort",
            "span", "position", "year", "minutes", "games", "goals", "assists",
            "yellow_cards", "red_cards", "league", "player_id",
        ),
        # A row lies where its key does: a player's seasons are read together.
        {"sqlite_with_rowid": False},
    )  # fmt: skip

    player_id: int = Field(sa_column=_player())
    span: str = Field(primary_key=True)
    year: int = Field(primary_key=True)  # the season's first year, or the calendar year
    # The position of the player's row, kept the same by a trigger of the database.
    position: str | None
    league: str | None  # of that season; null where the source does not say
    games: int
    minutes: int
    goals: int
    assists: int
    yellow_cards: int
    red_cards: int


class Valuation(SQLModel, table=True):
    """A market value in whole euros, and the day it was given."""

    __tablename__ = "valuations"
    __table_args__ = {"sqlite_with_rowid": False}

    player_id: int = Field(sa_column=_player())
    day: date = Field(primary_key=True)
    value: int = Field(sa_type=BigInteger)


class Transfer(SQLModel, table=True):
    """A move from one club to another. `fee` is whole euros; null where it is not known."""

    __tablename__ = "transfers"
    __table_args__ = {"sqlite_with_rowid": False}

    player_id: int = Field(sa_column=_player())
    day: date = Field(primary_key=True)
    from_club: str = Field(primary_key=True)
    to_club: str = Field(primary_key=True)
    fee: int | None = Field(sa_type=BigInteger)
