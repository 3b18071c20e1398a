"""Request and response schemas of players."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Self

from fastapi import Path
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    computed_field,
    model_validator,
)

from football_player_service.app.countries import checked
from football_player_service.app.players import derived
from football_player_service.app.players.ages import MAX_AGE, age_on, today
from football_player_service.app.players.derived import AgeGroup, ContractStatus
from football_player_service.app.players.models import Foot, Position, Pronoun, Status
from football_player_service.app.text import Clean

PlayerId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Name = Annotated[str, Field(min_length=2, max_length=100), Clean]


def _known_country(value: str, info: ValidationInfo) -> str:
    # A stored name that is no country stays until it is changed.
    return value if value in ((info.context or {}).get("stored") or ()) else checked(value)


Country = Annotated[str, Field(min_length=2, max_length=60), Clean, AfterValidator(_known_country)]
Word = Annotated[str, Field(min_length=1, max_length=60), Clean]
Club = Annotated[str, Field(min_length=1, max_length=120), Clean]
# Strict: true is not 1, and "180" is not a number.
Euros = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000, description="Whole euros.")]
Height = Annotated[int, Field(strict=True, ge=120, le=230, description="Centimetres.")]
Age = Annotated[int, Field(strict=True, ge=0, le=MAX_AGE)]
Season = Annotated[int, Field(strict=True, ge=1850, le=2200, description="Its first year.")]


_ISO_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_date(value: object) -> object:
    # Pydantic alone also takes timestamps: "0" would be 1970-01-01.
    if isinstance(value, date) or (isinstance(value, str) and _ISO_DATE.fullmatch(value)):
        return value
    raise ValueError("must be a date in the form YYYY-MM-DD")


def _plausible_birth_date(value: date) -> date:
    if not 0 <= age_on(value, today()) <= MAX_AGE:
        raise ValueError(f"must be within the last {MAX_AGE} years")
    return value


def _not_in_the_future(value: date) -> date:
    if value > today():
        raise ValueError("must not be in the future")
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
BirthDate = Annotated[IsoDate, AfterValidator(_plausible_birth_date)]
PastDate = Annotated[IsoDate, AfterValidator(_not_in_the_future)]


def _document_blank(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        if {"type": "null"} in field.get("anyOf", []):
            field["anyOf"].append({"const": "", "description": "The same as null."})


class PlayerPatch(BaseModel):
    """The fields of a player to change (PATCH); fields left out keep their value.

    If both `age` and `date_of_birth` are given, they must agree.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra=_document_blank)

    full_name: Name | None = None
    pronoun: Annotated[Pronoun, Field(description="How texts refer to the player.")] | None = None
    country: Country | None = None
    second_country: Country | None = None
    status: Status | None = None
    position: Position | None = None
    sub_position: Word | None = None
    foot: Foot | None = None
    height_cm: Height | None = None
    date_of_birth: BirthDate | None = None
    age: Age | None = None
    current_team: Club | None = None
    league: Club | None = None
    market_value: Euros | None = None
    highest_market_value: Euros | None = None
    contract_until: IsoDate | None = None
    agent: Club | None = None
    last_season: Season | None = None
    data_as_of: Annotated[PastDate, Field(description="The date of this data.")] | None = None
    source: Word | None = None
    source_id: Word | None = None

    @model_validator(mode="before")
    @classmethod
    def _blank_is_missing(cls, data: object) -> object:
        # Forms send "" for an empty field; an empty name stays an error.
        if not isinstance(data, dict):
            return data
        return {n: None if v == "" and n != "full_name" else v for n, v in data.items()}


class PlayerFields(PlayerPatch):
    """All fields of a player, checked against each other."""

    full_name: Name

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.source is None) != (self.source_id is None):
            raise ValueError("the source and the source ID must be given together")
        if self.date_of_birth and self.age is not None:
            actual = age_on(self.date_of_birth, today())
            if actual != self.age:
                raise ValueError(f"the age {self.age} does not match the birth date (age {actual})")
        high, now = self.highest_market_value, self.market_value
        if high is not None and now is not None and high < now:
            raise ValueError("the career-high value must not be less than the market value")
        return self


class PlayerCreate(PlayerFields):
    """A new player; nationality and status are required."""

    country: Country
    status: Status


class PlayerReplace(PlayerFields):
    """All fields of a player (PUT); fields left out become null."""

    country: Country | None
    status: Status | None


class PlayerSummary(BaseModel):
    """A player in a list. Money is whole euros; age, age group and contract status are today's."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    full_name: str
    pronoun: Pronoun | None
    country: str | None
    second_country: str | None
    status: Status | None
    position: Position | None
    sub_position: str | None
    foot: Foot | None
    height_cm: int | None
    date_of_birth: date | None
    date_of_birth_is_estimate: bool
    current_team: str | None
    league: str | None
    market_value: int | None
    highest_market_value: int | None
    contract_until: date | None
    agent: str | None
    last_season: int | None
    data_as_of: date | None
    source: str | None
    source_id: str | None
    has_scouting_report: bool
    version: int
    created_at: datetime
    updated_at: datetime

    @computed_field
    def age(self) -> int | None:
        """Age in whole years."""
        return age_on(self.date_of_birth, today()) if self.date_of_birth else None

    @computed_field
    def age_group(self) -> AgeGroup | None:
        """The age group; null without a birth date."""
        return derived.age_group(self.date_of_birth, today())

    @computed_field
    def contract_status(self) -> ContractStatus | None:
        """The time left on the contract; null without an end date."""
        return derived.contract_status(self.contract_until, today())


class PlayerOut(PlayerSummary):
    """A player with the current report."""

    scouting_report: str | None
