"""What comes in and what goes out over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from ai_service.text import one_line, refuse_control_characters, remove_invisible

Verdict = Literal["sign", "monitor", "reject", "insufficient_evidence"]
Position = Literal["Goalkeeper", "Defender", "Midfielder", "Attack"]
Status = Literal["active", "retired", "free_agent"]
Foot = Literal["left", "right", "both"]
Source = Literal["simulated", "gemini"]

_clean = (AfterValidator(refuse_control_characters), AfterValidator(remove_invisible))


def _empty_to_none(value: str | None) -> str | None:
    return value or None


def _not_empty(value: str) -> str:
    if not value:
        raise ValueError("must hold at least one visible character")
    return value


def _written_out(value: object) -> object:
    """Refuse numbers where a date belongs: they would be read as seconds since 1970."""
    if isinstance(value, (int, float)):
        raise ValueError("must be a date such as 2027-06-30")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
_Unknown = AfterValidator(_empty_to_none)
Name = Annotated[str, Field(max_length=100), *_clean, AfterValidator(_not_empty)]
Text60 = Annotated[Annotated[str, Field(max_length=60), *_clean] | None, _Unknown]
Text120 = Annotated[Annotated[str, Field(max_length=120), *_clean] | None, _Unknown]
Euros = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)]


class Player(BaseModel):
    """The facts of one player. `None` means not known. Money is whole euros, height is cm."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    full_name: Name
    as_of: Day = Field(description="Today's date, the caller's: ages and months count from here.")
    age: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
    date_of_birth: Day | None = None
    date_of_birth_is_estimate: bool = False
    country: Text60 = None
    second_country: Text60 = None
    status: Status | None = None
    position: Position | None = None
    sub_position: Text60 = None
    foot: Foot | None = None
    height_cm: Annotated[int, Field(strict=True, ge=120, le=230)] | None = None
    current_team: Text120 = None
    league: Text120 = None
    market_value: Euros | None = None
    highest_market_value: Euros | None = None
    contract_until: Day | None = None
    data_as_of: Day | None = Field(
        default=None, description="The date on which club, contract and value were true."
    )


class GenerateRequest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    player: Player


# Written text: a model's answer is brought onto one line before its length is looked at.
_Line = AfterValidator(one_line)
_Point = Annotated[str, _Line, StringConstraints(min_length=1, max_length=600)]
Points = Annotated[list[_Point], Field(max_length=12)]
Paragraph = Annotated[str, _Line, StringConstraints(min_length=1, max_length=4000)]


class Recommendation(BaseModel):
    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    reason: Paragraph


class Sections(BaseModel):
    """A report's content as plain text; `render` makes the Markdown."""

    model_config = ConfigDict(extra="forbid")

    summary: Paragraph
    strengths: Points
    weaknesses: Points
    recommendation: Recommendation


class Report(BaseModel):
    report: str = Field(description="Markdown")
    source: Source
    model: str
    prompt_version: str
    sections: Sections
    generated_at: datetime = Field(description="ISO 8601, UTC with offset")


class Health(BaseModel):
    status: Literal["ok"]
    version: str
    writer: Literal["built-in", "gemini"]
    model: str
    prompt_version: str
