"""Requests and responses, and the drafts that the gate checks."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ai_service.text import clean, one_line

Verdict = Literal["sign", "monitor", "reject", "insufficient_evidence"]
Confidence = Literal["low", "medium", "high"]
Position = Literal["Goalkeeper", "Defender", "Midfielder", "Attack"]
Source = Literal["simulated", "gemini", "openai", "anthropic", "local"]
SectionName = Literal["summary", "strengths", "weaknesses", "risks", "recommendation"]
SECTIONS: tuple[SectionName, ...] = (
    "summary", "strengths", "weaknesses", "risks", "recommendation",
)  # fmt: skip
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
_closed = ConfigDict(extra="forbid", frozen=True)


class Cohort(BaseModel):
    """The players a percentile compares with. `left_out` counts those without data or minutes."""

    model_config = _closed

    definition: Text
    scope: Literal["age", "position", "league"]
    position: Position
    league: Text | None
    period: Text | None
    size: Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
    left_out: Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
    sub_position: Text | None = None  # of a cohort of one detailed position


class Evidence(BaseModel):
    """One fact. Values that are dates are ISO text; `as_of` is the day the fact was true."""

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


class Dossier(BaseModel):
    """All the evidence on one player, as of one day (`docs/evidence.md`)."""

    model_config = _closed

    player: Name
    as_of: date
    evidence: Annotated[list[Evidence], Field(max_length=3000)]
    metrics: Annotated[dict[Key, MetricWords], Field(max_length=1000)] = {}


# A model's text is put on one line before its length is checked.
_Line = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=600)]


class Sentence(BaseModel):
    """One sentence and the ids of its evidence."""

    model_config = ConfigDict(extra="forbid")

    text: _Line
    evidence: Annotated[list[str], Field(max_length=40)]


Sentences = Annotated[list[Sentence], Field(max_length=12)]


class Draft(BaseModel):
    """A report before the gate. `recommendation` gives the reasons for `verdict`."""

    model_config = ConfigDict(extra="forbid")

    summary: Sentences
    strengths: Sentences
    weaknesses: Sentences
    risks: Sentences
    recommendation: Sentences
    verdict: Verdict


class Claim(BaseModel):
    """A sentence after the gate; `reasons` tell why it was cut."""

    section: SectionName
    text: str
    evidence: list[str]
    status: Literal["checked", "cut"]
    reasons: list[str]


class Usage(BaseModel):
    """Requests, tokens and cost; null if no model was used or the price is unknown."""

    requests: int
    input_tokens: int | None
    output_tokens: int | None
    cost_usd: float | None


class Report(BaseModel):
    """A checked report. `report` is Markdown; `claims` are its sentences and what was cut."""

    report: str
    source: Source
    model: str
    prompt_version: str
    verdict: Verdict
    confidence: Confidence
    claims: list[Claim]
    usage: Usage
    generated_at: datetime = Field(description="ISO 8601, UTC with offset")


class Health(BaseModel):
    status: Literal["ok"]
    version: str
    writer: Literal["built-in", "gemini", "openai", "anthropic", "local"]
    model: str
    prompt_version: str
