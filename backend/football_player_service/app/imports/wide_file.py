"""A wide file of any provider, read: who each row is about, and the figures of its metrics."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

import numpy as np

from football_player_service.app import countries
from football_player_service.app.imports import arithmetic, file_names, positions
from football_player_service.app.imports.arithmetic import FigureColumn
from football_player_service.app.imports.columns import (
    Column,
    Kind,
    Options,
    Readability,
    Unreadable,
    decide_at,
    text_value,
)
from football_player_service.app.imports.file_names import SeasonName
from football_player_service.app.imports.matching import Person
from football_player_service.app.imports.recognise import MappedColumn, Metrics, Recognised, Use
from football_player_service.app.imports.summary import Tally
from football_player_service.app.imports.tables import WRONG_WIDTH, Table
from football_player_service.app.metrics.catalogue import Form, Metric, Storage
from football_player_service.app.metrics.providers import ANY, Field, providers
from football_player_service.app.players.models import Foot

_CHUNK_ROWS = 2000
_FIRST_YEAR = 1850
_HEIGHTS = range(120, 231)
_AGE = re.compile(r"([1-9][0-9])(\.0*|-[0-9]{1,3})?")  # FBref: years and days, "25-131"
_PREFIX = re.compile(r"([a-z]{2,3}|[A-Z]{2,3})[ -](.+)")  # "eng Premier League"
_NO_COUNTRY = re.compile("[,;/]")

_KINDS = {
    Field.DATE_OF_BIRTH: Kind.DATE,
    Field.BIRTH_YEAR: Kind.WHOLE,
    Field.HEIGHT: Kind.HEIGHT,
    Field.CONTRACT_UNTIL: Kind.DATE,
}
# Recognised, and of no use for statistics or for finding the player.
NOT_STORED = (Field.WEIGHT, Field.MARKET_VALUE, Field.ON_LOAN)


@dataclass(frozen=True)
class Given:
    """What the user says about a file that its columns do not."""

    as_of: date
    season: SeasonName | None = None
    competition: str | None = None
    cells: Options = field(default_factory=Options)


@dataclass(frozen=True)
class Named:
    """A competition as the file names it, and the country if it says."""

    name: str
    country: str | None = None


@dataclass(slots=True)
class Line:
    """A row: the player, and which season, competition and club its figures are of.

    `number` is the line of the file, `index` the place of its figures, `rows` how many rows of the
    file it is the sum of.
    """

    number: int
    index: int
    person: Person
    season: SeasonName
    competition: Named | None
    club: str | None
    position: str | None
    facts: dict[str, Any]  # fields of a player, for one that is added from this file
    rows: int = 1


@dataclass
class WideFile:
    """The usable rows of a file, and its figures, aligned with them.

    `unreadable` are the columns of which no cell can be read, although some are not empty.
    """

    lines: list[Line]
    figures: arithmetic.File
    rejected: dict[str, Tally]
    read: int
    notes: dict[str, Tally]
    unreadable: list[str] = field(default_factory=list)

    def reject(self, reason: str, line: int, cell: str = "", *, rows: int = 1) -> None:
        """A row, or the sum of several, that cannot be used."""
        tally = self.rejected.setdefault(reason, Tally())
        tally.add(line, cell)
        tally.count += rows - 1


def read(table: Table, *, recognised: Recognised, metrics: Metrics, given: Given) -> WideFile:
    """Read the whole table. Raises `UnusableFile` if too much of a column is unreadable."""
    return _Reader(table, recognised, metrics, given).read()


class _Reader:
    """The state of reading one file."""

    def __init__(
        self, table: Table, recognised: Recognised, metrics: Metrics, given: Given
    ) -> None:
        self.table, self.recognised, self.given = table, recognised, given
        self.metrics = metrics
        self.provider = providers().get(recognised.provider) or providers()[ANY]
        fields = recognised.of(Use.FIELD)
        self.fields = {c.meaning.field: c.position for c in fields if c.meaning.field}
        self.numbers = [*recognised.of(Use.METRIC), *recognised.of(Use.CHECK)]
        self.metric_of = {c.position: metrics[c.meaning.metric or ""] for c in self.numbers}
        kinds = {
            c.position: (c.name, _KINDS[f]) for c in fields if (f := c.meaning.field) in _KINDS
        }
        kinds |= {c.position: (c.name, _kind(self.metric_of[c.position])) for c in self.numbers}
        self.columns = decide_at(table, kinds, given.cells)
        self.readability = Readability()
        self.arrays = {c.position: array("d") for c in self.numbers}
        self.starts = array("d")
        self.decimals = dict.fromkeys(self.arrays, 0)
        self.file = WideFile([], arithmetic.File([], np.empty(0), np.empty(0)), {}, 0, {})

    def read(self) -> WideFile:
        rows = self.table.rows()
        while chunk := list(islice(rows, _CHUNK_ROWS)):
            self.file.read += len(chunk)
            used = [(line, cells) for line, cells in chunk if self._add_line(line, cells)]
            if used:
                numbers, cells = zip(*used, strict=True)
                self._add_figures(numbers, list(zip(*cells, strict=True)))
        self.readability.check(self.table.path.name)
        self.file.unreadable = self.readability.entirely_unreadable()
        self._finish()
        return self.file

    def _add_line(self, number: int, cells: Sequence[str]) -> bool:
        """Whether the row can be used; it is rejected otherwise."""
        if not cells:
            self.file.reject(WRONG_WIDTH, number)
            return False
        name = self._name(cells)
        if not name:
            self.file.reject("no name of a player", number)
            return False
        season_cell = self._text(Field.SEASON, cells)
        season = self.given.season
        if season_cell:
            season = file_names.season(season_cell, bare=self.provider.season)
        if season is None:
            self.file.reject("no season", number, season_cell or "")
            return False
        club, clubs = self._clubs(cells)
        position = self._text(Field.POSITION, cells)
        person = self._person(number, cells, name, clubs, position)
        line = Line(
            number, len(self.file.lines), person, season, self._competition(cells), club,
            position, self._facts(number, cells, person, club),
        )  # fmt: skip
        self.file.lines.append(line)
        return True

    def _text(self, name: Field, cells: Sequence[str]) -> str | None:
        at = self.fields.get(name)
        return text_value(cells[at]) if at is not None else None

    def _value(self, name: Field, number: int, cells: Sequence[str]) -> Any:
        """The value of a field that is not text; None where it is empty or unreadable."""
        if (at := self.fields.get(name)) is None:
            return None
        try:
            return self.readability.value(self.columns[at], number, cells[at])
        except Unreadable as error:
            self._note(f"{self.columns[at].name}: {error}, cell ignored", number, cells[at])
            return None

    def _note(self, what: str, number: int, cell: str = "") -> None:
        self.file.notes.setdefault(what, Tally()).add(number, cell)

    def _name(self, cells: Sequence[str]) -> str | None:
        if name := self._text(Field.NAME, cells):
            return name
        names = (self._text(Field.FIRST_NAME, cells), self._text(Field.LAST_NAME, cells))
        return " ".join(filter(None, names)) or None

    def _clubs(self, cells: Sequence[str]) -> tuple[str | None, Sequence[str]]:
        """The club of the row, none if it is over several, and all of them."""
        text = self._text(Field.CLUB, cells)
        if not text:
            return None, ()
        separator = self.provider.club_separator
        clubs = [c.strip() for c in text.split(separator)] if separator else [text]
        return (clubs[0] if len(clubs) == 1 else None), clubs

    def _competition(self, cells: Sequence[str]) -> Named | None:
        text = self._text(Field.COMPETITION, cells) or self.given.competition
        if text is None:
            return None
        found = _PREFIX.fullmatch(text)
        if found and (country := countries.resolve(found[1])):
            return Named(found[2], country)
        return Named(text)

    def _person(
        self, number: int, cells: Sequence[str], name: str, clubs: Sequence[str],
        position: str | None,
    ) -> Person:  # fmt: skip
        born = self._value(Field.DATE_OF_BIRTH, number, cells)
        year = self._value(Field.BIRTH_YEAR, number, cells)
        if year is not None and not _FIRST_YEAR < year <= self.given.as_of.year:
            self._note("birth year: not plausible, cell ignored", number, str(year))
            year = None
        return Person(
            provider=self.recognised.provider,
            name=name,
            provider_id=self._text(Field.PROVIDER_ID, cells),
            first_name=self._text(Field.FIRST_NAME, cells),
            last_name=self._text(Field.LAST_NAME, cells),
            date_of_birth=born,
            birth_year=year,
            age=self._age(cells),
            as_of=self.given.as_of,
            clubs=tuple(clubs),
            nationalities=tuple(self._nationalities(number, cells)),
            position=positions.group(position) if position else None,
        )

    def _age(self, cells: Sequence[str]) -> int | None:
        text = self._text(Field.AGE, cells)
        found = _AGE.fullmatch(text) if text else None
        return int(found[1]) if found else None

    def _nationalities(self, number: int, cells: Sequence[str]) -> Iterator[str]:
        for name in (Field.NATIONALITY, Field.SECOND_NATIONALITY):
            text = self._text(name, cells)
            if not text:
                continue
            whole = countries.resolve(text)
            for part in [text] if whole else _NO_COUNTRY.split(text):
                if country := countries.resolve(part.strip()):
                    yield country
                elif part.strip():
                    self._note("nationality: not a known country, ignored", number, part.strip())

    def _facts(
        self, number: int, cells: Sequence[str], person: Person, club: str | None
    ) -> dict[str, Any]:
        height = self._value(Field.HEIGHT, number, cells)
        foot = (self._text(Field.FOOT, cells) or "").casefold()
        contract = self._value(Field.CONTRACT_UNTIL, number, cells)
        first, second, *_ = (*person.nationalities, None, None)
        facts = {
            "country": first,
            "second_country": second,
            "date_of_birth": person.date_of_birth,
            "position": person.position,
            "height_cm": height if height in _HEIGHTS else None,
            "foot": foot if foot in set(Foot) else None,
            "current_team": club,
            "contract_until": contract,
        }
        return {name: value for name, value in facts.items() if value is not None}

    def _add_figures(self, lines: Sequence[int], by_column: Sequence[Sequence[str]]) -> None:
        for at, figures in self.arrays.items():
            cells = by_column[at]
            column = self.columns[at]
            values = [self._figure(column, line, c) for line, c in zip(lines, cells, strict=True)]
            if column.kind is Kind.GAMES:
                starts = (v.starts if v else None for v in values)
                self.starts.extend(np.nan if s is None else s for s in starts)
                values = [None if v is None else v.games for v in values]
            figures.extend(np.nan if v is None else v for v in values)
            self.readability.filled(column.name, len(values) - values.count(None))
            self.decimals[at] = max(self.decimals[at], _decimals(column, cells))
            column.forget()

    def _figure(self, column: Column, line: int, cell: str) -> Any:
        try:
            return column.value(cell)
        except Unreadable as error:
            self.readability.filled(column.name)
            self.readability.unreadable(column.name, line, cell, str(error))
            self._note(f"{column.name}: {error}, cell ignored", line, cell)
            return None

    def _finish(self) -> None:
        found = [
            FigureColumn(
                c.name, self.metric_of[c.position], c.meaning.form,
                np.frombuffer(self.arrays[c.position]), self.decimals[c.position],
                checks=self._checked_by(c),
            )
            for c in sorted(self.numbers, key=lambda c: c.position)
        ]  # fmt: skip
        starts = np.frombuffer(self.starts)
        if not any(c.metric.key == "starts" for c in found) and not np.isnan(starts).all():
            name = next(c.name for c in found if c.metric.key == "games")  # "24(6)"
            found.append(FigureColumn(name, self.metrics["starts"], Form.VALUE, starts, 0))
        by_key = {(c.metric.key, c.form): c.figures for c in found if not c.checks}
        unknown = np.full(len(self.file.lines), np.nan)
        self.file.figures = arithmetic.File(
            columns=found,
            minutes=by_key.get(("minutes", Form.VALUE), unknown),
            games=by_key.get(("games", Form.VALUE), unknown),
        )

    def _checked_by(self, column: MappedColumn) -> str | None:
        """The column that a second column of the metric is compared with."""
        if column.meaning.use is not Use.CHECK:
            return None
        return column.meaning.reason.removeprefix("compared with ")


def _kind(metric: Metric) -> Kind:
    if metric.key == "games":
        return Kind.GAMES
    return Kind.PERCENT if metric.storage is Storage.PERCENT else Kind.NUMBER


def _decimals(column: Column, cells: Iterable[str]) -> int:
    """The most decimals that a cell shows."""
    mark = column.decimal_mark
    shown = {cell.strip().rstrip("%") for cell in cells if mark in cell}
    return max((len(cell) - cell.rindex(mark) - 1 for cell in shown), default=0)
