"""Filters, sort order and pages of lists of players."""

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from football_player_service.app import errors
from football_player_service.app.paging import Page, PageParams
from football_player_service.app.players.ages import MAX_AGE
from football_player_service.app.players.models import Foot, Position, Status
from football_player_service.app.players.schemas import IsoDate, PlayerSummary
from football_player_service.app.text import Clean


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
    """Filters of a list of players. Repeat a parameter to match any of several values."""

    model_config = ConfigDict(extra="forbid")

    q: Text | None = Field(default=None, description="Name or club; accents are ignored.")
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
    contract_from: IsoDate | None = Field(default=None, description="Contract until, or later.")
    contract_to: IsoDate | None = Field(default=None, description="Contract until, or earlier.")
    contract_before: IsoDate | None = Field(default=None, description="Contract until before it.")

    @model_validator(mode="after")
    def _ranges_are_ordered(self) -> Self:
        problems: list[errors.FieldProblem] = []
        for low, high in _RANGES:
            start, end = getattr(self, low), getattr(self, high)
            if start is not None and end is not None and start > end:
                problems += [
                    _query_problem(low, f"Must not be greater than {high}", start),
                    _query_problem(high, f"Must not be less than {low}", end),
                ]
        if problems:
            names = ", ".join(problem.field for problem in problems)
            # A ValueError could not name the fields.
            raise errors.Unprocessable(
                f"Please correct: {names}.", code="validation_error", errors=problems
            )
        return self


_RANGES = (("age_min", "age_max"), ("value_min", "value_max"), ("contract_from", "contract_to"))


def _query_problem(field: str, message: str, value: int | date) -> errors.FieldProblem:
    shown = value.isoformat() if isinstance(value, date) else value
    return errors.FieldProblem(location="query", field=field, message=message, value=shown)


class PlayerQuery(PlayerFilter, PageParams):
    """Filters, sort order and page."""

    sort: str | None = Field(
        default=None,
        pattern=_SORT_PATTERN,
        description="A column, prefixed with - for descending; nulls come last. "
        "Default: id, or relevance when `q` is given.",
    )


class Choice(BaseModel):
    """A filter value and the number of players with it."""

    value: str
    count: int


class FilterOptions(BaseModel):
    """The available filter values, most frequent first."""

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
