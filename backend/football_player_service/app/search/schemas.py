"""Filters, sort order and pages of lists of players."""

import re
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from football_player_service.app import errors
from football_player_service.app.metrics.catalogue import Key
from football_player_service.app.paging import Page, PageParams
from football_player_service.app.players.ages import MAX_AGE
from football_player_service.app.players.models import Foot, Position, Status
from football_player_service.app.players.schemas import IsoDate, PlayerSummary
from football_player_service.app.record.columns import FORMS, Form
from football_player_service.app.text import Clean


class StatCell(BaseModel):
    """A metric of a player's season; percentiles are null outside a cohort."""

    model_config = ConfigDict(from_attributes=True)

    value: float | None
    per_90: float | None
    percentile: float | None
    league_percentile: float | None


class PlayerRow(PlayerSummary):
    """A player in a list, with the requested metrics of the chosen season that are known."""

    stats: dict[str, StatCell] = Field(default_factory=dict)


class PlayerPage(Page):
    """One page of players."""

    players: list[PlayerRow]


SortField = Literal[
    "id", "full_name", "country", "second_country", "status", "position", "sub_position", "foot",
    "height_cm", "date_of_birth", "age", "current_team", "league", "market_value",
    "highest_market_value", "contract_until", "agent", "last_season", "data_as_of", "source",
    "created_at", "updated_at",
]  # fmt: skip
SORT_FIELDS: tuple[str, ...] = get_args(SortField)
_STAT = rf"([a-z][a-z0-9_]{{0,59}})\.({'|'.join(FORMS)})"
_NUMBER = r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?"
_STAT_RANGE = re.compile(rf"{_STAT}:({_NUMBER})?\.\.({_NUMBER})?")
_SORT_PATTERN = rf"^-?({'|'.join(SORT_FIELDS)}|{_STAT})$"
_SORT_STAT = re.compile(rf"-?{_STAT}")
UNKNOWN = "unknown"
Text = Annotated[str, Field(max_length=120), Clean]


class StatColumn(NamedTuple):
    """A metric, and which of its figures."""

    metric: str
    form: Form

    @classmethod
    def of(cls, match: re.Match[str]) -> "StatColumn":
        """From a match of `_STAT`."""
        form: Any = match[2]
        return cls(match[1], form)


class StatRange(NamedTuple):
    """A range of a metric's figure; both ends are included."""

    column: StatColumn
    low: float | None
    high: float | None

    @classmethod
    def parse(cls, text: str) -> "StatRange":
        """From text such as `goals.per_90:0.3..`; `ValueError` for any other."""
        match = _STAT_RANGE.fullmatch(text)
        if match is None or (match[3] is None and match[4] is None):
            raise ValueError("must be METRIC.FORM:LOW..HIGH, such as goals.per_90:0.3..")
        low, high = (float(end) if end else None for end in match.group(3, 4))
        if low is not None and high is not None and low > high:
            raise ValueError("the first number must not be greater than the second")
        return cls(StatColumn.of(match), low, high)


def _valid_stat(text: str) -> str:
    StatRange.parse(text)
    return text


class PlayerFilter(BaseModel):
    """Filters of a list of players. Repeat a parameter to match any of several values."""

    model_config = ConfigDict(extra="forbid")

    q: Text | None = Field(default=None, description="Name or club; accents are ignored.")
    country: list[Text] = Field(default=[], description="First or second country.")
    club: list[Text] = []
    league: list[Text] = []
    status: list[Status | Literal["unknown"]] = []
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
    last_season_min: int | None = Field(
        default=None,
        ge=1850,
        le=2200,
        description="Last season or statistics in this season or later, or no known last season.",
    )
    season: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="Id of the season of the statistics."
    )
    minutes_min: int | None = Field(default=None, ge=0, le=10_000)
    stat: list[Annotated[str, AfterValidator(_valid_stat)]] = Field(
        default=[],
        max_length=20,
        description="A range of a metric's figure in the season, `METRIC.FORM:LOW..HIGH`, such as "
        "`goals.per_90:0.3..`. Forms: value, per_90, percentile, league_percentile.",
    )

    @property
    def stat_ranges(self) -> list[StatRange]:
        """The ranges of `stat` and `minutes_min`."""
        found = [StatRange.parse(text) for text in self.stat]
        if self.minutes_min is not None:
            found.append(StatRange(StatColumn("minutes", "value"), self.minutes_min, None))
        return found

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
        if self.season is None and (self.stat or self.minutes_min is not None):
            problems.append(_query_problem("season", "Choose a season for its statistics", None))
        if problems:
            names = ", ".join(problem.field for problem in problems)
            # A ValueError could not name the fields.
            raise errors.Unprocessable(
                f"Please correct: {names}.", code="validation_error", errors=problems
            )
        return self


_RANGES = (("age_min", "age_max"), ("value_min", "value_max"), ("contract_from", "contract_to"))


def _query_problem(field: str, message: str, value: int | date | None) -> errors.FieldProblem:
    shown = value.isoformat() if isinstance(value, date) else value
    return errors.FieldProblem(location="query", field=field, message=message, value=shown)


class PlayerQuery(PlayerFilter, PageParams):
    """Filters, sort order and page."""

    sort: str | None = Field(
        default=None,
        pattern=_SORT_PATTERN,
        description="A column, prefixed with - for descending; nulls come last. "
        "With a season also a metric's figure, such as `-goals.per_90`. "
        "Default: id, or relevance when `q` is given.",
    )
    column: list[Key] = Field(
        default=[], max_length=40, description="Metrics of the season to return."
    )

    @property
    def sort_stat(self) -> StatColumn | None:
        """The metric's figure to sort by, if it is one."""
        match = _SORT_STAT.fullmatch(self.sort or "")
        return StatColumn.of(match) if match else None

    @model_validator(mode="after")
    def _statistics_have_a_season(self) -> Self:
        if self.season is None and (self.column or self.sort_stat):
            problem = _query_problem("season", "Choose a season for its statistics", None)
            raise errors.Unprocessable(
                "Please correct: season.", code="validation_error", errors=[problem]
            )
        return self


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
    newest_season: int | None = Field(description="The latest last season of any player.")
    status_unknown: int = Field(description="Players without a status.")
