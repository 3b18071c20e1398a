"""A claim: one statement that is true of the player, with the evidence it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ai_service.schemas import Polarity

Topic = Literal[
    "person", "contract", "playing_time", "performance", "market", "data", "brief", "advice",
]  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """A statement, checked when it is made.

    `type` names its phrases (`language/`), `args` what they say: unrounded numbers, dates, names.
    `about` is the metric or aspect it speaks of, `grounds` are the claims that an argument joins
    or rests on. `weight` orders claims, 0 to 100. A `required` claim is in every report.
    """

    id: str
    type: str
    topic: Topic
    args: Mapping[str, Any]
    evidence: tuple[str, ...]
    polarity: Polarity = "neutral"
    weight: float = 30
    required: bool = False
    about: str = ""
    grounds: tuple[str, ...] = field(default=())


Claims = Mapping[str, Claim]


def evidence_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of the evidence of claims, in order, without duplicates."""
    return tuple(dict.fromkeys(id_ for claim in claims for id_ in claim.evidence))


def cohort_of(claim: Claim) -> tuple[object, object, object]:
    """The provider, period and position that a place compares within; None where it is no place."""
    return claim.args.get("provider"), claim.args.get("period"), claim.args.get("cohort")
