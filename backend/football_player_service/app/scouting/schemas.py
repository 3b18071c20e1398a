"""Evidence, reports and their differences as the API returns them."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from football_player_service.app.ai_client import Claim, Confidence, Usage, Verdict
from football_player_service.app.paging import Page

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


class Evidence(BaseModel):
    """One fact about a player. Dates are ISO text; `as_of` is the date of the fact."""

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


class Dossier(BaseModel):
    """All evidence on a player, as of one date, and the metrics of its statistics by key."""

    model_config = ConfigDict(frozen=True)

    player: str
    as_of: date
    evidence: list[Evidence]
    metrics: dict[str, MetricWords] = {}


class Change(BaseModel):
    """Evidence whose value has changed."""

    id: str
    label: str
    unit: Unit
    was: int | float | str | None
    now: int | float | str | None


class ReportSummary(BaseModel):
    """A report in a list. `changed` counts cited evidence that has changed since."""

    id: UUID
    player_id: int
    created_at: datetime
    requested_by: str | None = Field(description="Null for anonymous readers.")
    source: str
    model: str
    prompt_version: str
    verdict: Verdict
    confidence: Confidence
    checked: int
    cut: int
    out_of_date: bool
    changed: int


class ReportPage(Page):
    """One page of a player's reports, newest first."""

    reports: list[ReportSummary]


class ReportOut(ReportSummary):
    """A whole report with the evidence it is based on."""

    report: str
    claims: list[Claim]
    dossier: Dossier
    dossier_hash: str
    usage: Usage
    changes: list[Change]


class ExportQuery(BaseModel):
    """Export format."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["markdown", "json", "pdf"]


class Comparison(BaseModel):
    """The differences between two reports on a player.

    `evidence` is cited by at least one of them; each list of claims is in only one of them.
    """

    earlier: UUID
    later: UUID
    verdict_was: Verdict
    verdict_now: Verdict
    evidence: list[Change]
    claims_gone: list[Claim]
    claims_new: list[Claim]
