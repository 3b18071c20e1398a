"""The providers whose files are recognised: `providers.toml`, typed and validated."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from football_player_service.app.metrics.catalogue import header_key

PATH = Path(__file__).with_suffix(".toml")
ANY = "any"
T = TypeVar("T")


class Field(StrEnum):
    """What a column says about the player, the club or the season; metrics are the rest."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PROVIDER_ID = "provider_id"
    DATE_OF_BIRTH = "date_of_birth"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    NATIONALITY = "nationality"
    SECOND_NATIONALITY = "second_nationality"
    POSITION = "position"
    CLUB = "club"
    COMPETITION = "competition"
    SEASON = "season"
    HEIGHT = "height"
    WEIGHT = "weight"
    FOOT = "foot"
    MARKET_VALUE = "market_value"
    CONTRACT_UNTIL = "contract_until"
    ON_LOAN = "on_loan"


class Provider(BaseModel):
    """How one provider names its columns; the top of `providers.toml` explains the fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    season: Literal["first_year", "code", "calendar"] = "calendar"
    club_separator: str | None = None
    rows: Literal["season", "match"] = "season"
    strip: re.Pattern[str] | None = None
    repeated: list[str] = []
    fields: dict[Field, list[str]] = {}
    ignored: dict[str, list[str]] = {}

    @cached_property
    def field_of(self) -> Mapping[str, Field]:
        """The field of each column, by its `header_key`."""
        return dict(_by_name(self.fields.items()))

    @cached_property
    def reason_of(self) -> Mapping[str, str]:
        """Why a column is ignored, by its `header_key`."""
        return dict(_by_name(self.ignored.items()))

    def stripped(self, name: str) -> str | None:
        """The `header_key` of a repeated column without the part that names its table, if any."""
        if self.strip is None:
            return None
        key = header_key(self.strip.sub("", header_key(name)))
        if key == header_key(name):
            return None
        if self.repeated and key not in self._repeated_keys:
            return None
        return key

    @cached_property
    def _repeated_keys(self) -> frozenset[str]:
        return frozenset(map(header_key, self.repeated))


def _by_name(names: Iterable[tuple[T, list[str]]]) -> Iterator[tuple[str, T]]:
    for meaning, columns in names:
        yield from ((header_key(column), meaning) for column in columns)


@lru_cache
def providers() -> Mapping[str, Provider]:
    """Every known provider by key; `ANY` has what is recognised in all files."""
    entries = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {key: Provider.model_validate(entry) for key, entry in entries.items()}


def label(provider: str) -> str:
    """How a provider is shown: `FBref`; one of the user's own by its key, `Our scouts`."""
    known = providers().get(provider)
    return known.label if known else provider.replace("_", " ").capitalize()
