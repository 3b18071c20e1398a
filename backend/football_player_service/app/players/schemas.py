"""What may be written about a player, what is answered, and how a list is asked for."""

from datetime import date, datetime
from typing import Annotated, Literal, Self, get_args

from fastapi import Path
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from football_player_service.app.paging import Page, PageParams
from football_player_service.app.players.ages import MAX_AGE, age_on, today
from football_player_service.app.players.derived import AgeGroup, ContractStatus
from football_player_service.app.players.models import Foot, Position, Status
from football_player_service.app.text import Clean

PlayerId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Name = Annotated[str, Field(min_length=2, max_length=100), Clean]
Country = Annotated[str, Field(min_length=2, max_length=60), Clean]
Word = Annotated[str, Field(min_length=1, max_length=60), Clean]
Club = Annotated[str, Field(min_length=1, max_length=120), Clean]
# Strict: true is not 1, and "180" is not a number.
Euros = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000, description="Whole euros.")]
Height = Annotated[int, Field(strict=True, ge=120, le=230, description="Centimetres.")]
Age = Annotated[int, Field(strict=True, ge=0, le=MAX_AGE)]
Season = Annotated[int, Field(strict=True, ge=1850, le=2200, description="Its first year.")]


def _not_a_number(value: object) -> object:
    if isinstance(value, int | float):
        raise ValueError("should be a date like 2004-05-31")
    return value


def _in_living_memory(value: date) -> date:
    if not 0 <= age_on(value, today()) <= MAX_AGE:
        raise ValueError(f"must lie within the last {MAX_AGE} years")
    return value


Day = Annotated[date, BeforeValidator(_not_a_number)]
BirthDate = Annotated[Day, AfterValidator(_in_living_memory)]


class PlayerPatch(BaseModel):
    """Some facts of a player (PATCH); the others stay. Only what is named is changed.

    Either `age` or `date_of_birth` says how old he is; given both, they must agree.
    """

    model_config = ConfigDict(extra="forbid")

    full_name: Name | None = None
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
    contract_until: Day | None = None
    agent: Club | None = None
    last_season: Season | None = None
    data_as_of: Annotated[Day, Field(description="The day these facts were true.")] | None = None
    source: Word | None = None
    source_id: Word | None = None

    @model_validator(mode="before")
    @classmethod
    def _blank_is_missing(cls, data: object) -> object:
        # A form sends "" for a field left empty; a name left empty stays an error.
        if not isinstance(data, dict):
            return data
        blank = [name for name, v in data.items() if v.__class__ is str and not v.strip()]
        return data | {name: None for name in blank if name != "full_name"} if blank else data


class PlayerFields(PlayerPatch):
    """Every fact of a player, checked against one another."""

    full_name: Name

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.source is None) != (self.source_id is None):
            raise ValueError("source and source_id go together")
        if self.date_of_birth and self.age is not None:
            actual = age_on(self.date_of_birth, today())
            if actual != self.age:
                raise ValueError(
                    f"age {self.age} does not fit the birth date, which makes {actual}"
                )
        high, now = self.highest_market_value, self.market_value
        if high is not None and now is not None and high < now:
            raise ValueError("highest_market_value is below market_value")
        return self


class PlayerCreate(PlayerFields):
    """A new player: somebody who adds one knows his country and status."""

    country: Country
    status: Status


class PlayerReplace(PlayerFields):
    """Every fact anew (PUT); what is left out becomes empty."""

    country: Country | None
    status: Status | None


class PlayerSummary(BaseModel):
    """A player as listed. `age` is for today; money is whole euros."""

    id: int
    full_name: str
    country: str | None
    second_country: str | None
    status: Status | None
    position: Position | None
    sub_position: str | None
    foot: Foot | None
    height_cm: int | None
    date_of_birth: date | None
    date_of_birth_is_estimate: bool
    age: int | None
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
    age_group: AgeGroup | None
    contract_status: ContractStatus | None
    has_scouting_report: bool
    version: int
    created_at: datetime
    updated_at: datetime


class PlayerOut(PlayerSummary):
    """A player whole."""

    scouting_report: str | None


class PlayerPage(Page):
    """One page of players."""

    players: list[PlayerSummary]


SortField = Literal[
    "id", "full_name", "country", "second_country", "status", "position", "sub_position", "foot",
    "height_cm", "date_of_birth", "age", "current_team", "league", "market_value",
    "highest_market_value", "contract_until", "agent", "last_season", "data_as_of", "source",
    "created_at", "updated_at",
]  # fmt: skip
SORT_FIELDS: tuple[str, ...] = get_args(SortField)
_SORT_PATTERN = f"^-?({'|'.join(SORT_FIELDS)})$"
Text = Annotated[str, Field(max_length=120), Clean]


class PlayerFilter(BaseModel):
    """What a list of players is narrowed to. Repeat a parameter for any of several values."""

    model_config = ConfigDict(extra="forbid")

    q: Text | None = Field(default=None, description="Name or club, accents not needed.")
    country: list[Text] = Field(default=[], description="First or second country.")
    club: list[Text] = []
    league: list[Text] = []
    status: list[Status] = []
    position: list[Position] = []
    sub_position: list[Text] = []
    foot: list[Foot] = []
    age_min: int | None = Field(default=None, ge=0, le=MAX_AGE)
    age_max: int | None = Field(default=None, ge=0, le=MAX_AGE)
    value_min: int | None = Field(default=None, ge=0, le=10_000_000_000)
    value_max: int | None = Field(default=None, ge=0, le=10_000_000_000)
    contract_before: date | None = Field(default=None, description="Contract ends before it.")


class PlayerQuery(PlayerFilter, PageParams):
    """A filter, an order and a page."""

    sort: str | None = Field(
        default=None,
        pattern=_SORT_PATTERN,
        description="A column, with - in front for descending; missing values come last. "
        "Without it: by id, or by closeness to `q`.",
    )


class Choice(BaseModel):
    """A value that players have, and how many have it."""

    value: str
    count: int


class FilterOptions(BaseModel):
    """The values there are to filter by, the most frequent first."""

    country: list[Choice]
    club: list[Choice]
    league: list[Choice]
    status: list[Choice]
    position: list[Choice]
    sub_position: list[Choice]
    foot: list[Choice]
    age_min: int | None
    age_max: int | None
    value_max: int | None
