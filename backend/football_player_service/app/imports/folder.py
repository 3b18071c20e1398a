"""Folders of a provider's files: what each file holds, and what its columns mean.

`mappings/<provider>.toml` describes a folder; the top of `transfermarkt.toml` explains the fields.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from football_player_service.app.imports import columns
from football_player_service.app.imports.columns import Column, Kind, Money, Readability, Unreadable
from football_player_service.app.imports.tables import Row, Table, UnusableFile, open_table
from football_player_service.app.players.models import Status

MAPPINGS = Path(__file__).with_name("mappings")
EUROS = "EUR"

# The fields of each part, and the kind of their cells; those required come first.
FIELDS: Mapping[str, tuple[Mapping[str, Kind], Mapping[str, Kind]]] = {
    "players": (
        {"provider_id": Kind.TEXT, "full_name": Kind.TEXT},
        {
            "pronoun": Kind.TEXT, "country": Kind.TEXT, "position": Kind.TEXT,
            "sub_position": Kind.TEXT, "foot": Kind.TEXT, "height_cm": Kind.HEIGHT,
            "date_of_birth": Kind.DATE, "current_team": Kind.TEXT, "club_id": Kind.TEXT,
            "league": Kind.TEXT,
            "market_value": Kind.MONEY, "highest_market_value": Kind.MONEY,
            "contract_until": Kind.DATE, "agent": Kind.TEXT, "last_season": Kind.SEASON,
        },
    ),
    "clubs": ({"provider_id": Kind.TEXT, "name": Kind.TEXT}, {"competition": Kind.TEXT}),
    "competitions": (
        {"provider_id": Kind.TEXT, "name": Kind.TEXT, "country": Kind.TEXT},
        {"type": Kind.TEXT},
    ),
    "transfers": (
        {"provider_id": Kind.TEXT, "day": Kind.DATE, "from_club": Kind.TEXT, "to_club": Kind.TEXT},
        {"from_club_id": Kind.TEXT, "to_club_id": Kind.TEXT, "fee": Kind.MONEY},
    ),
    "valuations": (
        {"provider_id": Kind.TEXT, "day": Kind.DATE, "value": Kind.MONEY},
        {},
    ),
    "seasons": (
        {"provider_id": Kind.TEXT, "year": Kind.SEASON, "games": Kind.WHOLE, "minutes": Kind.WHOLE},
        {},
    ),
    "appearances": (
        {
            "provider_id": Kind.TEXT, "appearance_id": Kind.TEXT, "day": Kind.DATE,
            "minutes": Kind.WHOLE,
        },
        {"competition": Kind.TEXT, "club_id": Kind.TEXT},
    ),
}  # fmt: skip


class Part(BaseModel):
    """One file of a folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    columns: dict[str, str]
    words: dict[str, dict[str, str]] = {}
    constants: dict[str, str] = {}
    metrics: dict[str, str] = {}


class FolderMapping(BaseModel):
    """What a provider's folder holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provider: str
    provider_id: re.Pattern[str] = re.compile(r"\S{1,60}")
    currency: str | None = None
    without_club: dict[str, Status] = {}
    players: Part
    clubs: Part | None = None
    competitions: Part | None = None
    transfers: Part | None = None
    valuations: Part | None = None
    seasons: Part | None = None
    appearances: Part | None = None

    def part(self, name: str) -> Part | None:
        """One of the parts by name."""
        found: Part | None = getattr(self, name)
        return found


@lru_cache
def read_mapping(path: Path) -> FolderMapping:
    """Read the description of a folder. Raises `UnusableFile`."""
    try:
        return FolderMapping.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnusableFile(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableFile(f"{path.name} is not TOML ({error}).") from None
    except ValidationError as error:
        where = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        raise UnusableFile(f"{path.name} does not describe a folder; check: {where}.") from None


def provider_mapping(provider: str) -> FolderMapping:
    """The description of a known provider's folder. Raises `UnusableFile`."""
    path = MAPPINGS / f"{provider}.toml"
    if not path.exists():
        known = ", ".join(sorted(path.stem for path in MAPPINGS.glob("*.toml")))
        raise UnusableFile(f"No folder of {provider!r} is known. Known: {known}.")
    return read_mapping(path)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the user says about the files of a folder."""

    encoding: str | None = None
    repair_encoding: bool = False
    cells: columns.Options = field(default_factory=columns.Options)
    currency: str | None = None
    clear_if_empty: frozenset[str] = frozenset()  # columns, in lower case
    as_of: date | None = None
    fill_gaps: bool = False  # of older data


@dataclass(frozen=True)
class Source:
    """A folder to import."""

    folder: Path
    mapping: FolderMapping
    options: Options = field(default_factory=Options)

    @property
    def provider(self) -> str:
        """The provider's key."""
        return self.mapping.provider

    def path(self, part: str) -> Path | None:
        """The file of a part, if it is there."""
        found = self.mapping.part(part)
        path = self.folder / found.file if found else None
        return path if path and path.exists() else None

    def open(self, part: str) -> "File":
        """Open a part's file and check its header. Raises `UnusableFile`."""
        found = self.mapping.part(part)
        if found is None:
            raise UnusableFile(f"The folder of {self.provider} has no {part}.")
        table = open_table(
            self.folder / found.file,
            encoding=self.options.encoding,
            repair=self.options.repair_encoding,
        )
        return File(part, found, table, self)


class File:
    """The file of a part, with the columns that are in it."""

    def __init__(self, part: str, mapping: Part, table: Table, source: Source) -> None:
        required, optional = FIELDS[part]
        self.part, self.mapping, self.table, self.source = part, mapping, table, source
        self.name = table.path.name
        self.column_of = {
            **{
                name: mapping.columns[name]
                for name in (*required, *optional)
                if name in mapping.columns
            },
            **mapping.metrics,
        }
        self._kinds = {**required, **optional, **dict.fromkeys(mapping.metrics, Kind.WHOLE)}
        if unmapped := [name for name in required if name not in mapping.columns]:
            raise UnusableFile(
                f"The mapping of {self.name} has no column for {', '.join(unmapped)}."
            )
        positions = table.positions(
            [mapping.columns[name] for name in required],
            optional=[c for f, c in self.column_of.items() if f not in required],
        )
        # The fields that the file has, in the order of `FIELDS`.
        self.fields = tuple(name for name, c in self.column_of.items() if c in positions)
        self._at = {name: positions[self.column_of[name]] for name in self.fields}
        self.readability = Readability()

    @property
    def missing(self) -> list[str]:
        """The columns of the mapping that the file has not."""
        return [column for name, column in self.column_of.items() if name not in self._at]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """How the cells of each field are read. Raises `UnusableFile`."""
        wanted = {at: (self.column_of[name], self._kinds[name]) for name, at in self._at.items()}
        found = columns.decide_later(self.table, wanted, self.source.options.cells)
        return {name: found[at] for name, at in self._at.items()}

    def rows(self, fields: Sequence[str] | None = None) -> Iterator[Row]:
        """The cells of the fields in each row, in their order; none of a ragged row.

        A field that the file has not is always an empty cell.
        """
        wanted = self.fields if fields is None else fields
        at = [self._at.get(name) for name in wanted]
        if None in at:
            for line, cells in self.table.rows():
                yield line, tuple("" if i is None else cells[i] for i in at) if cells else ()
            return
        pick: Callable[[Sequence[str]], Any] = itemgetter(*(i for i in at if i is not None))
        for line, cells in self.table.rows():
            yield line, pick(cells) if cells else ()

    def word(self, name: str, value: str) -> str | None:
        """The provider's word as ours; None if it means "unknown"."""
        return self.mapping.words.get(name, {}).get(value, value) or None

    def euros(self, column: Column, value: Money | None) -> int | None:
        """The amount, which must be in euros: amounts are never converted. Raises `Unreadable`."""
        if value is None:
            return None
        currency = value.currency or self.source.options.currency or self.source.mapping.currency
        if currency is None:
            raise UnusableFile(
                f"{self.name}, {column.name}: the currency is not known. "
                "Add --currency EUR if the amounts are in euros."
            )
        if currency != EUROS:
            raise Unreadable(f"in {currency}; values are stored in euros and never converted")
        return value.amount
