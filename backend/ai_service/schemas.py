"""Requests and responses: the dossier with an optional brief, and the report."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ai_service.text import clean

Verdict = Literal[
    # Without a brief.
    "follow_up", "keep_watching", "insufficient_evidence", "not_applicable",
    # With a brief; also `insufficient_evidence`.
    "sign", "monitor", "reject",
]  # fmt: skip
Confidence = Literal["low", "medium", "high"]
Position = Literal["Goalkeeper", "Defender", "Midfielder", "Attack"]
Pronoun = Literal["he", "she", "they"]
Source = Literal["simulated", "gemini", "openai", "anthropic", "local"]
SectionName = Literal["summary", "strengths", "weaknesses", "market", "recommendation"]
SECTIONS: tuple[SectionName, ...] = (
    "summary", "strengths", "weaknesses", "market", "recommendation",
)  # fmt: skip
Polarity = Literal["for", "against", "neutral"]
BriefResult = Literal["met", "partly_met", "missed", "unknown"]
Unit = Literal[
    "text", "date", "years", "months", "cm", "eur", "percent", "percentile", "count", "minutes",
    "per 90", "index", "trend",
]  # fmt: skip

# Beyond every figure of football, and small enough for exact arithmetic.
LARGEST_NUMBER = 10**12


def _not_empty(value: str) -> str:
    if not value:
        raise ValueError("must contain at least one visible character")
    return value


def _is_in_range(value: int | float | str | None) -> int | float | str | None:
    # The comparison also refuses NaN, which Python's JSON parser accepts.
    if isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER:
        raise ValueError(f"must be a number between -{LARGEST_NUMBER} and {LARGEST_NUMBER}")
    return value


Name = Annotated[str, Field(max_length=120), AfterValidator(clean), AfterValidator(_not_empty)]
Text = Annotated[str, Field(max_length=200), AfterValidator(clean)]
Key = Annotated[str, Field(max_length=60, pattern=r"^[a-z][a-z0-9_]*$")]
EvidenceId = Annotated[str, Field(max_length=160, pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
Count = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
_closed = ConfigDict(extra="forbid", frozen=True)


class Cohort(BaseModel):
    """The players a percentile compares with. `left_out` counts those without data or minutes."""

    model_config = _closed

    definition: Text
    scope: Literal["age", "position", "league"]
    position: Position
    league: Text | None
    period: Text | None
    size: Count
    left_out: Count
    sub_position: Text | None = None  # of a cohort of one detailed position
    leagues: Count | None = None  # how many leagues it pools, if known

    @property
    def position_name(self) -> str:
        """The detailed position, or the group."""
        return self.sub_position or self.position


class Standing(BaseModel):
    """How many of a cohort have a higher, the same (the player included) and a lower figure."""

    model_config = _closed

    above: Count
    level: Count
    below: Count


class Evidence(BaseModel):
    """One fact. Values that are dates are ISO text; `as_of` is the day the fact was true.

    The `as_of` of a season's figures is the day its file was made: before the season's end, the
    figures are of a part of it.
    """

    model_config = _closed

    id: EvidenceId
    label: Text
    value: Annotated[int | float | Text | None, AfterValidator(_is_in_range)]
    unit: Unit
    period: Text | None
    as_of: date | None
    source: Literal["record", "valuations", "seasons", "transfers", "computed"]
    cohort: Cohort | None
    note: Text | None
    # Of statistics: the key of the metric in `Dossier.metrics`, and whose figure it is.
    metric: Key | None = None
    provider: Key | None = None
    standing: Standing | None = None  # of a percentile


class MetricWords(BaseModel):
    """How statistics of a metric are named, and which values are good."""

    model_config = _closed

    label: Text
    short_label: Text
    group: Key
    unit: Text
    better: Literal["higher", "lower", "neither"]
    decimals: Annotated[int, Field(ge=0, le=4)]
    singular: Text
    plural: Text
    verb: Text
    headline: bool  # sums up a career


class MetricFloor(BaseModel):
    """The lowest percentile that a brief accepts for a metric, in its position and season."""

    model_config = _closed

    metric: Key
    percentile: Annotated[int, Field(ge=1, le=99)]


class Brief(BaseModel):
    """What the club looks for. Every field is optional."""

    model_config = _closed

    position: Text | None = None  # a detailed position, or a group
    age_min: Annotated[int, Field(ge=14, le=60)] | None = None
    age_max: Annotated[int, Field(ge=14, le=60)] | None = None
    budget: Count | None = None  # whole euros
    contract_until: date | None = None  # the contract ends by this day
    minutes_min: Annotated[int, Field(ge=0, le=10_000)] | None = None  # in the latest season
    metrics: Annotated[list[MetricFloor], Field(max_length=10)] = []
    replaces: Name | None = None  # whose figures the evidence has under `replaced.`
    question: Annotated[str, Field(max_length=500), AfterValidator(clean)] | None = None

    @model_validator(mode="after")
    def _ages_in_order(self) -> Self:
        if self.age_min and self.age_max and self.age_min > self.age_max:
            raise ValueError("age_min must not be above age_max")
        return self


class Dossier(BaseModel):
    """All the evidence on one player, as of one day (`docs/evidence.md`), and the brief."""

    model_config = _closed

    player: Name
    as_of: date
    evidence: Annotated[list[Evidence], Field(max_length=3000)]
    metrics: Annotated[dict[Key, MetricWords], Field(max_length=1000)] = {}
    providers: Annotated[dict[Key, Text], Field(max_length=100)] = {}  # names by key
    pronoun: Pronoun | None = None
    brief: Brief | None = None


class Sentence(BaseModel):
    """A rendered sentence, the claims it states, and the evidence of those."""

    text: str
    claims: list[str]
    evidence: list[str]


class Section(BaseModel):
    """A part of the report; a paragraph is a list of sentences."""

    name: SectionName
    title: str
    paragraphs: list[list[Sentence]]


class Fact(BaseModel):
    """A claim as a sentence of its own. `topic` groups what the report leaves out."""

    id: str
    type: str
    topic: str
    polarity: Polarity
    text: str
    evidence: list[str]
    used: bool


class BriefItem(BaseModel):
    """One requirement of the brief, and whether the player meets it."""

    label: str
    result: BriefResult
    text: str
    claim: str
    evidence: list[str]


class Answer(BaseModel):
    """The recommendation as a label, a headline, and at most three reasons."""

    title: str
    headline: str
    reasons: list[Sentence]


class Content(BaseModel):
    """The report as data. `facts` has every claim, also those the report leaves out.

    `plan` is what the author chose; `repairs` says what had to be added, dropped or reordered.
    """

    language: str
    versions: dict[str, str]
    answer: Answer
    sections: list[Section]
    brief: list[BriefItem]
    method: list[Sentence]
    facts: list[Fact]
    plan: dict[str, Any]
    repairs: list[str]


class Usage(BaseModel):
    """Requests, tokens and cost; null if no model was used or the price is unknown."""

    requests: int
    input_tokens: int | None
    output_tokens: int | None
    cost_usd: float | None


class Report(BaseModel):
    """A report: `report` is Markdown, `content` the same as data."""

    report: str
    source: Source
    model: str
    prompt_version: str
    verdict: Verdict
    confidence: Confidence
    content: Content
    usage: Usage
    generated_at: datetime = Field(description="ISO 8601, UTC with offset")


class Health(BaseModel):
    status: Literal["ok"]
    version: str
    writer: Literal["built-in", "gemini", "openai", "anthropic", "local"]
    model: str
    prompt_version: str
