"""What a sentence says, before it is compared with the evidence."""

from dataclasses import dataclass
from typing import Literal

from ai_service.gate.numbers import Hedge, Number

Scope = Literal["season", "sum", "each", "career", "last"]


@dataclass(slots=True)
class Anchor:
    """A mention of a period: a season, several of them together or each of them, all on record,
    or the last `count`."""

    start: int
    end: int
    scope: Scope = "season"
    years: tuple[int, ...] = ()
    count: int = 0
    text: str = ""
    taken: bool = False  # by a comparison, which says for itself which period is which


@dataclass(slots=True)
class Count:
    """A figure said of a metric, or of one of several where that is left open.

    `at` is the place of its number in the sentence.
    """

    at: int
    metrics: list[str]
    number: Number
    hedge: Hedge | None
    text: str
    is_prep: bool = False  # "over 38 games" may mean "in 38 games"


@dataclass(frozen=True, slots=True)
class Price:
    """A sum of money, and the ids of the evidence that it agrees with."""

    at: int
    ids: list[str]
    value: float
