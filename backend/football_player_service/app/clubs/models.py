"""Clubs, competitions, and the names they are known by."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlmodel import Field, SQLModel

ANY_PROVIDER = ""  # of an alias that is not the id or spelling of one provider


def _reference(table: str, *, nullable: bool = True) -> "Column[int]":
    key = ForeignKey(f"{table}.id", ondelete=None if nullable else "CASCADE")
    return Column(Integer, key, nullable=nullable, index=True)


def _part_of_key(table: str) -> "Column[int]":
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(Integer, key, primary_key=True, autoincrement=False, index=True)


class Competition(SQLModel, table=True):
    """A league or cup. `merged_into` is the competition it turned out to be."""

    __tablename__ = "competitions"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    short_name: str
    country: str | None = None  # null for international competitions, or if unknown
    is_cup: bool = False  # nobody is compared within a cup
    merged_into: int | None = Field(default=None, sa_column=_reference("competitions"))


class Club(SQLModel, table=True):
    """A club. `merged_into` is the club it turned out to be.

    `status` is set for the places without a club that providers name in transfers: a move to
    "Retired" or "Without Club" gives the player that status.
    """

    __tablename__ = "clubs"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    short_name: str
    country: str | None = None
    competition_id: int | None = Field(default=None, sa_column=_reference("competitions"))
    status: str | None = None
    primary_colour: str | None = None  # of the kit, such as "#6cabdd"
    secondary_colour: str | None = None
    merged_into: int | None = Field(default=None, sa_column=_reference("clubs"))


class ClubAlias(SQLModel, table=True):
    """A name of a club in one of the forms of `names`, or a provider's id of it ("#281").

    `spelling` is the name as it was written. Clubs may share an alias.
    """

    __tablename__ = "club_aliases"

    provider: str = Field(primary_key=True)
    alias: str = Field(primary_key=True)
    club_id: int = Field(sa_column=_part_of_key("clubs"))
    spelling: str


class CompetitionAlias(SQLModel, table=True):
    """A name or a provider's id of a competition, as in `ClubAlias`."""

    __tablename__ = "competition_aliases"

    provider: str = Field(primary_key=True)
    alias: str = Field(primary_key=True)
    competition_id: int = Field(sa_column=_part_of_key("competitions"))
    spelling: str
