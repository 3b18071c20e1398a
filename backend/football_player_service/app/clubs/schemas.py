"""Schemas of clubs, competitions and countries."""

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from football_player_service.app.paging import Page, PageParams
from football_player_service.app.text import Clean

Id = Annotated[int, Path(ge=1, le=2**31 - 1)]


class ClubRef(BaseModel):
    """A club where another thing refers to it.

    `status` is set for a place without a club, such as "Retired". The colours are of the kit.
    """

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    short_name: str
    status: str | None
    primary_colour: str | None
    secondary_colour: str | None


class ClubOut(ClubRef):
    """A club with the number of its current players, those of merged clubs included."""

    country: str | None
    players: int


class AliasOut(BaseModel):
    """A name, and the provider that uses it; without one, everybody may."""

    model_config = ConfigDict(from_attributes=True)

    provider: str | None
    name: str


class ClubDetail(ClubOut):
    """A club with its other names, and how it was merged."""

    aliases: list[AliasOut]
    merged: list[ClubRef] = Field(description="The clubs merged into this one.")
    merged_into: ClubRef | None


class ClubPage(Page):
    """One page of clubs."""

    clubs: list[ClubOut]


class CompetitionRef(BaseModel):
    """A competition where another thing refers to it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    short_name: str
    country: str | None


class CompetitionDetail(CompetitionRef):
    """A competition with its other names, and how it was merged."""

    aliases: list[AliasOut]
    merged: list[CompetitionRef] = Field(description="The competitions merged into this one.")
    merged_into: CompetitionRef | None


class CompetitionPage(Page):
    """One page of competitions."""

    competitions: list[CompetitionRef]


class NameQuery(PageParams):
    """A search by name, and the page."""

    q: Annotated[
        Annotated[str, Field(max_length=120), Clean] | None,
        Field(description="A part of any of the names; accents and case are ignored."),
    ] = None


class Merge(BaseModel):
    """The club or competition to merge into."""

    model_config = ConfigDict(extra="forbid")

    into: int = Field(strict=True, ge=1, le=2**31 - 1)


class CountryOut(BaseModel):
    """A country with its ISO 3166 code ("GB-ENG" for England, "SUHH" for the Soviet Union)."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    code: str
    is_former: bool
