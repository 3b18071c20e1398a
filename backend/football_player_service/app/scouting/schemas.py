"""Evidence, reports and their differences as the API returns them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    model_validator,
)

from football_player_service.app.ai_client import Confidence, Content, Fact, Usage, Verdict
from football_player_service.app.metrics.catalogue import Key
from football_player_service.app.paging import Page
from football_player_service.app.players.models import Pronoun
from football_player_service.app.players.positions import POSITION_NOUNS
from football_player_service.app.players.schemas import Euros, IsoDate
from football_player_service.app.text import Clean

Unit = Literal[
    "text",
    "date",
    "years",
    "months",
    "cm",
    "eur",
    "percent",
    "percentile",
    "count",
    "minutes",
    "per 90",
    "index",
    "trend",
]
EvidenceSource = Literal["record", "valuations", "seasons", "transfers", "computed"]


class Cohort(BaseModel):
    """The players a percentile compares with; `left_out` lacked the data or the minutes."""

    model_config = ConfigDict(frozen=True)

    definition: str
    scope: Literal["age", "position", "league"]
    position: str
    league: str | None
    period: str | None
    size: int
    left_out: int
    sub_position: str | None = None  # of a cohort of one detailed position
    leagues: int | None = None  # how many leagues it pools, if known


class Standing(BaseModel):
    """How many of a cohort have a higher, the same (the player included) and a lower figure."""

    model_config = ConfigDict(frozen=True)

    above: int
    level: int
    below: int


class Evidence(BaseModel):
    """One fact about a player. Dates are ISO text; `as_of` is the date of the fact.

    That of a season's figures is the day of the file they are from: before the end of the season,
    they are of a part of it.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    label: str
    value: int | float | str | None
    unit: Unit
    period: str | None  # "2023/24", or "2023" for a calendar year
    as_of: date | None
    source: EvidenceSource
    cohort: Cohort | None
    note: str | None  # why there is no value, or that it is an estimate
    # Of statistics: the key of the metric in `Dossier.metrics`, and whose figure it is.
    metric: str | None = None
    provider: str | None = None
    standing: Standing | None = None  # of a percentile


class MetricWords(BaseModel):
    """How statistics of a metric are named, and which values are good."""

    model_config = ConfigDict(frozen=True)

    label: str
    short_label: str
    group: str
    unit: str  # "%", "min", "m"; empty for counts
    better: Literal["higher", "lower", "neither"]
    decimals: int
    singular: str
    plural: str
    verb: str  # "scored" 4 goals
    headline: bool  # sums up a career


def _known_position(value: str) -> str:
    if value not in POSITION_NOUNS:
        raise ValueError(f"must be one of {', '.join(POSITION_NOUNS)}")
    return value


MAX_FLOORS = 10
PositionName = Annotated[
    str, AfterValidator(_known_position), Field(json_schema_extra={"enum": [*POSITION_NOUNS]})
]
BriefAge = Annotated[int, Field(strict=True, ge=14, le=60)]
Question = Annotated[
    Annotated[str, Field(max_length=500), Clean] | None, AfterValidator(lambda text: text or None)
]


class MetricFloor(BaseModel):
    """The lowest percentile that a brief accepts for a metric, in its position and season."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    metric: Key
    percentile: Annotated[int, Field(strict=True, ge=1, le=99)]


class Requirements(BaseModel):
    """What a club looks for, but for the player to replace. Every field is optional."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    position: PositionName | None = None
    age_min: BriefAge | None = None
    age_max: BriefAge | None = None
    budget: Euros | None = None
    contract_until: IsoDate | None = Field(
        default=None, description="The contract ends by this day."
    )
    minutes_min: Annotated[int, Field(strict=True, ge=0, le=10_000)] | None = Field(
        default=None, description="In the latest season."
    )
    metrics: Annotated[list[MetricFloor], Field(max_length=MAX_FLOORS)] = []
    question: Question = None


class BriefIn(Requirements):
    """The brief of a requested report."""

    replaces_id: Annotated[int, Field(strict=True, ge=1, le=2**63 - 1)] | None = Field(
        default=None, description="The player to replace."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.age_min is not None and self.age_max is not None and self.age_min > self.age_max:
            raise ValueError(
                f"the lowest age ({self.age_min}) is above the highest ({self.age_max})"
            )
        names = [floor.metric for floor in self.metrics]
        if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
            raise ValueError(
                f"the metrics name {', '.join(twice)} more than once; keep one of each"
            )
        return self

    def stored(self) -> str | None:
        """The fields that are set, as JSON; None for an empty brief."""
        return self.model_dump_json(exclude_defaults=True) if self != BriefIn() else None


class Replaced(BaseModel):
    """The player to replace."""

    model_config = ConfigDict(frozen=True)

    id: int
    name: str


class BriefOut(Requirements):
    """The brief of a report."""

    replaces: Replaced | None = None


class Brief(Requirements):
    """The brief as the AI service gets it: `replaces` is a name.

    The figures of that player are in the evidence, with ids that start with `replaced.`.
    """

    replaces: str | None = None


class Dossier(BaseModel):
    """All evidence on a player, as of one date, and the metrics of its statistics by key."""

    model_config = ConfigDict(frozen=True)

    player: str
    as_of: date
    evidence: list[Evidence]
    metrics: dict[str, MetricWords] = {}
    providers: dict[str, str] = {}  # names by key
    pronoun: Pronoun | None = None
    brief: Brief | None = None


class Claim(BaseModel):
    """A sentence of a report of an earlier version, and whether it passed the checks."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    section: Literal["summary", "strengths", "weaknesses", "risks", "recommendation"]
    text: str
    evidence: list[str]
    status: Literal["checked", "cut"]
    reasons: list[str]


CLAIMS = TypeAdapter(list[Claim])


class Change(BaseModel):
    """Evidence whose value has changed."""

    id: str
    label: str
    unit: Unit
    was: int | float | str | None
    now: int | float | str | None


class ReportSummary(BaseModel):
    """A report in a list. `changed` counts cited evidence that has changed since.

    `checked` and `cut` count the claims of reports of earlier versions; others have 0 of both.
    """

    id: UUID
    player_id: int
    created_at: datetime
    requested_by: str | None = Field(description="Null for anonymous readers.")
    source: str
    model: str
    prompt_version: str
    verdict: Verdict
    confidence: Confidence
    headline: str | None = Field(description="Null for reports of earlier versions.")
    sentences: int
    checked: int
    cut: int
    out_of_date: bool
    changed: int


class ReportPage(Page):
    """One page of a player's reports, newest first."""

    reports: list[ReportSummary]


class ReportOut(ReportSummary):
    """A whole report with the evidence it is based on.

    `claims` has the sentences of reports of earlier versions, `content` those of all others.
    """

    report: str
    content: Content | None
    brief: BriefOut | None
    claims: list[Claim]
    dossier: Dossier
    dossier_hash: str
    usage: Usage
    changes: list[Change]


class ExportQuery(BaseModel):
    """Export format."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["markdown", "json", "pdf"]


class FactChange(BaseModel):
    """A claim that both reports could state, in different words because its evidence differs."""

    id: str
    was: str
    now: str


class Comparison(BaseModel):
    """The differences between two reports on a player.

    `evidence` is cited by at least one of them. The facts are stated by at least one of them, and
    `facts_gone` and `facts_new` are true in only one; of reports of earlier versions there are
    claims instead, each in only one of them.
    """

    earlier: UUID
    later: UUID
    verdict_was: Verdict
    verdict_now: Verdict
    evidence: list[Change]
    facts_gone: list[Fact]
    facts_new: list[Fact]
    facts_changed: list[FactChange]
    claims_gone: list[Claim]
    claims_new: list[Claim]
