"""The evidence behind a report, the report as answered, and what changed since."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from football_player_service.app.ai_client import Claim, Confidence, Usage, Verdict
from football_player_service.app.paging import Page

Unit = Literal[
    "text", "date", "years", "months", "cm", "eur", "percent", "percentile", "count", "minutes",
    "per 90", "trend",
]  # fmt: skip
EvidenceSource = Literal["record", "valuations", "seasons", "transfers", "computed"]


class Cohort(BaseModel):
    """Whom a percentile compares with. `left_out` lacked the data or the minutes."""

    model_config = ConfigDict(frozen=True)

    definition: str
    scope: Literal["age", "position", "league"]
    position: str
    league: str | None
    period: str | None
    size: int
    left_out: int


class Evidence(BaseModel):
    """One thing on record. Dates as values are ISO text; `as_of` is the day it was true."""

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


class Dossier(BaseModel):
    """All the evidence on one player, as of one day."""

    model_config = ConfigDict(frozen=True)

    player: str
    as_of: date
    evidence: list[Evidence]


class Change(BaseModel):
    """Evidence that says something else than it did."""

    id: str
    label: str
    unit: Unit
    was: int | float | str | None
    now: int | float | str | None


class ReportSummary(BaseModel):
    """A report as listed. `changed` counts the cited evidence that changed since."""

    id: UUID
    player_id: int
    created_at: datetime
    requested_by: str
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
    """One page of a player's reports, the newest first."""

    reports: list[ReportSummary]


class ReportOut(ReportSummary):
    """A report whole, with the evidence it was written from."""

    report: str
    claims: list[Claim]
    dossier: Dossier
    dossier_hash: str
    usage: Usage
    changes: list[Change]


class ExportQuery(BaseModel):
    """As what a report is wanted."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["markdown", "json", "pdf"]


class Comparison(BaseModel):
    """What changed from one report to a later one of the same player.

    `evidence` is cited by either; the claims are those that stand in one of them alone.
    """

    earlier: UUID
    later: UUID
    verdict_was: Verdict
    verdict_now: Verdict
    evidence: list[Change]
    claims_gone: list[Claim]
    claims_new: list[Claim]
