"""The metric catalogue: `catalogue.toml`, typed and validated."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from football_player_service.app.players.models import Position
from football_player_service.app.text import Clean

PATH = Path(__file__).with_name("catalogue.toml")
MINUTES = "minutes"


class Group(StrEnum):
    """Metrics that are shown together."""

    PLAYING_TIME = "playing_time"
    SHOOTING = "shooting"
    CREATION = "creation"
    PASSING = "passing"
    CARRYING = "carrying"
    DUELS = "duels"
    DEFENDING = "defending"
    GOALKEEPING = "goalkeeping"
    DISCIPLINE = "discipline"
    PHYSICAL = "physical"


class Storage(StrEnum):
    """What a metric's value is, and so whether it adds up over games."""

    TOTAL = "total"
    PER_90 = "per_90"
    PERCENT = "percent"
    INDEX = "index"


class Better(StrEnum):
    """Which values are good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Form(StrEnum):
    """What a column of a metric has: its value (total, percentage or index), or a rate per 90."""

    VALUE = "value"
    PER_90 = "per_90"


Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Provider = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Label = Annotated[str, Field(min_length=1, max_length=80), Clean]
ShortLabel = Annotated[str, Field(min_length=1, max_length=24), Clean]
Unit = Annotated[str, Field(max_length=12), Clean]
Header = Annotated[str, Field(min_length=1, max_length=120), Clean]
Headers = Annotated[list[Header], Field(max_length=20)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Strict):
    """What a sentence calls the metric: "scored 4 goals"."""

    singular: Label
    plural: Label
    verb: Label


class Columns(_Strict):
    """The names that a provider's files give to the columns of a metric."""

    value: Headers = []
    per_90: Headers = []

    def items(self) -> Iterator[tuple[str, Form]]:
        """Each name, and the form of the column."""
        yield from ((name, Form.VALUE) for name in self.value)
        yield from ((name, Form.PER_90) for name in self.per_90)


class Metric(_Strict):
    """What is measured. The fields are described at the top of `catalogue.toml`."""

    key: Key
    label: Label
    short_label: ShortLabel
    group: Group
    unit: Unit = ""
    storage: Storage
    numerator: Key | None = None
    denominator: Key | None = None
    better: Better
    positions: Annotated[list[Position], Field(max_length=len(Position))] = []
    range: tuple[float, float]
    decimals: Annotated[int, Field(ge=0, le=4)]
    words: Words
    headline: bool = False
    headers: Annotated[dict[Provider, Columns], Field(max_length=40)] = {}

    @property
    def has_rate(self) -> bool:
        """Whether a rate per 90 minutes says something about the metric."""
        return self.denominator == MINUTES and self.storage in (Storage.TOTAL, Storage.PER_90)

    def is_relevant_for(self, position: str) -> bool:
        """Whether the metric says something about players of the position group."""
        return not self.positions or position in self.positions

    @property
    def parts(self) -> tuple[str, str] | None:
        """The metrics that a percentage or index is the quotient of, if both are known."""
        if self.numerator and self.denominator:
            return self.numerator, self.denominator
        return None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        low, high = self.range
        if not low < high:
            raise ValueError("range: the first number must be below the second")
        if self.numerator and not self.denominator:
            raise ValueError("numerator: needs a denominator")
        if self.numerator and self.storage not in (Storage.PERCENT, Storage.INDEX):
            raise ValueError("numerator: only a percent or index has one")
        if self.storage is Storage.PER_90 and self.denominator != MINUTES:
            raise ValueError('denominator: must be "minutes" for storage "per_90"')
        rates = [name for columns in self.headers.values() for name in columns.per_90]
        if rates and self.storage in (Storage.PERCENT, Storage.INDEX):
            raise ValueError(f'headers: "{rates[0]}" cannot be per 90, the metric does not add up')
        return self


class InvalidCatalogue(ValueError):
    """Metrics that contradict each other; the message has a line for each problem."""


def header_key(name: str) -> str:
    """The form in which column names are compared: any case, single spaces, no byte order mark."""
    return " ".join(name.replace("\ufeff", "").casefold().split())


def check(metrics: Mapping[str, Metric]) -> None:
    """Raise `InvalidCatalogue` unless the metrics can be used together."""
    problems = [*_missing_parts(metrics), *_ambiguous_names(metrics), *_ambiguous_headers(metrics)]
    if problems:
        raise InvalidCatalogue("\n".join(problems))


def _missing_parts(metrics: Mapping[str, Metric]) -> Iterator[str]:
    for metric in metrics.values():
        for field, part in (("numerator", metric.numerator), ("denominator", metric.denominator)):
            if part and part not in metrics:
                yield f"{metric.key}, {field}: no metric has the key {part!r}"
            elif part == metric.key:
                yield f"{metric.key}, {field}: is the metric itself"


def _ambiguous_names(metrics: Mapping[str, Metric]) -> Iterator[str]:
    for field in ("label", "short_label"):
        names = Counter(header_key(getattr(metric, field)) for metric in metrics.values())
        for metric in metrics.values():
            if names[header_key(getattr(metric, field))] > 1:
                yield f"{metric.key}, {field}: another metric has {getattr(metric, field)!r} too"


def _ambiguous_headers(metrics: Mapping[str, Metric]) -> Iterator[str]:
    seen: dict[tuple[str, str], tuple[str, Form]] = {}
    for metric in metrics.values():
        for provider, columns in metric.headers.items():
            for name, form in columns.items():
                column = (provider, header_key(name))
                known = seen.setdefault(column, (metric.key, form))
                if known != (metric.key, form):
                    yield f"{metric.key}, headers.{provider}: {known[0]} has {name!r} too"


@lru_cache
def catalogue(path: Path = PATH) -> Mapping[str, Metric]:
    """The metrics of the catalogue by key, in its order.

    Raises `InvalidCatalogue`, or pydantic's `ValidationError` for an entry with a wrong field.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    metrics = {key: Metric(key=key, **entry) for key, entry in entries.items()}
    check(metrics)
    return metrics
