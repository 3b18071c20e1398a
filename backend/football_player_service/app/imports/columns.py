"""Cells as values: how the cells of one column are read, decided from the column itself.

`1.234` and `03/04/2001` have two readings. A column's decimal mark and date order are those of the
first cell that has only one; if there is none, the decimal mark is that of the other columns where
they agree, and otherwise the user is asked.
"""

import html
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple

from football_player_service.app.imports.tables import Table, UnusableFile
from football_player_service.app.text import normalise, without_control_characters


class Kind(StrEnum):
    """What the cells of a column hold, and the Python value they become."""

    TEXT = "text"  # str
    NUMBER = "number"  # float
    WHOLE = "whole"  # int
    PERCENT = "percent"  # float: 45 for `45%` and `45`
    MONEY = "money"  # Money
    HEIGHT = "height"  # int, centimetres
    DATE = "date"  # date
    SEASON = "season"  # int, its first year: `2024`, `2024/25`, `24/25`, `2024-2025`
    GAMES = "games"  # Games: `30`, and `24(6)` for 24 starts and 6 as a substitute


class DecimalMark(StrEnum):
    """The character before the decimals; the other one separates thousands."""

    POINT = "."
    COMMA = ","


class DateOrder(StrEnum):
    """The order of a date written as three numbers."""

    YEAR_FIRST = "ymd"  # only: any other order is unreadable
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Money(NamedTuple):
    """An amount in units of a currency (an ISO 4217 code; None if the cell does not say)."""

    amount: int
    currency: str | None


class Games(NamedTuple):
    """Games played; starts if the cell tells them apart."""

    games: int
    starts: int | None


class Unreadable(ValueError):
    """A cell has no value of the column's kind; the message says what is expected."""


# Cells that say "no value", by kind of column. Text is compared exactly: "Null" is a surname.
_NULL_TEXT = frozenset(
    {"-", "–", "—", "NA", "N/A", "n/a", "nan", "NaN", "null", "NULL", "None", "not available"}
)
_NULL_NUMBERS = frozenset(
    {"-", "–", "—", "na", "n/a", "#n/a", "nan", "null", "none", "not available", "#div/0!", "?"}
)

_CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD", "EUR": "EUR", "GBP": "GBP", "USD": "USD"}
_MULTIPLIERS = {
    "": 1, "k": 1_000, "th.": 1_000, "tsd.": 1_000, "m": 1_000_000, "mio.": 1_000_000,
    "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000,
}  # fmt: skip
_MONEY = re.compile(
    r"(?P<before>[€£$]|EUR|GBP|USD)?\s*(?P<number>[+\-−]?[0-9.,'’\s]*[0-9])\s*"
    r"(?P<times>k|th\.|tsd\.|m|mio\.|mn|bn|b)?\s*(?P<after>[€£$]|EUR|GBP|USD)?",
    re.IGNORECASE | re.ASCII,
)
_PLAIN = re.compile("[+-]?[0-9]{1,15}")
_SPACE_IN_THOUSANDS = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")
_EXPONENT = "(e[+-]?[0-9]{1,3})?"
# By decimal mark: digits in one group or in threes, and decimals.
_NUMBER = {
    DecimalMark.POINT: re.compile(
        rf"[+-]?([0-9]+|[1-9][0-9]{{0,2}}(,[0-9]{{3}})+)?(\.[0-9]*)?{_EXPONENT}"
    ),
    DecimalMark.COMMA: re.compile(
        rf"[+-]?([0-9]+|[1-9][0-9]{{0,2}}(\.[0-9]{{3}})+)?(,[0-9]*)?{_EXPONENT}"
    ),
}
_ISO_DATE = re.compile(
    r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([ T][0-9:.]+(Z|[+-][0-9:]+)?)?"
)
_NUMERIC_DATE = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})( [0-9:.]+)?")
_WORD_DATES = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d. %B %Y")
_FEET = re.compile(r"([4-7])\s*(?:'|′|’|ft\.?|-)\s*(1[01]|[0-9])\s*(?:\"|″|”|''|in\.?)?", re.ASCII)
_METRES = re.compile(r"([12])[.,]([0-9]{1,2})\s*m?", re.ASCII)
_CENTIMETRES = re.compile(r"([0-9]{1,3})(?:[.,]0*)?\s*(?:cm)?", re.ASCII)
_GAMES = re.compile(r"([0-9]{1,4})(?:\.0*)?\s*(?:\(\s*([0-9]{1,4})\s*\))?", re.ASCII)
_SEASON = re.compile(
    r"([0-9]{4})(?:\s*[-/–]\s*([0-9]{2}|[0-9]{4}))?|([0-9]{2})\s*[-/–]\s*([0-9]{2})"
)
_MARKS = re.compile("[.,]")
_MONTHS = 12
_CHUNK_ROWS = 1000
_CENTURY = 50  # 24/25 is 2024/25, 98/99 is 1998/99
_INCH, _FOOT = 2.54, 30.48

_CACHED = 50_000  # values of a column


@dataclass(slots=True)
class Column:
    """One column of a file, and how its cells are read."""

    name: str
    kind: Kind
    decimal_mark: DecimalMark = DecimalMark.POINT
    date_order: DateOrder = DateOrder.DAY_FIRST
    # Decides the mark and order, once a cell needs it; None when they are decided.
    _decide: "Callable[[Column], None] | None" = field(default=None, repr=False, compare=False)
    # Few numbers and dates of a file differ.
    _values: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def value(self, cell: str) -> Any:
        """The value of a cell, as `Kind` says; None if it is empty. Raises `Unreadable`."""
        values = self._values
        if cell in values:
            return values[cell]
        if self._decide and _has_mark_or_order(cell, self.kind):
            decide, self._decide = self._decide, None
            decide(self)
        value = _READERS[self.kind](cell, self)
        if len(values) < _CACHED:
            values[cell] = value
        return value

    def forget(self) -> None:
        """Forget the values of cells; those of many columns at once would need much memory."""
        self._values.clear()


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about a file, for all of its columns."""

    decimal_mark: DecimalMark | None = None
    date_order: DateOrder | None = None


_DECIMAL_KINDS = (Kind.NUMBER, Kind.WHOLE, Kind.PERCENT, Kind.MONEY)


def decide(
    table: Table, kinds: Mapping[str, Kind], options: Options | None = None
) -> dict[str, Column]:
    """How each of these columns is read, by name; reads the table as far as needed.

    Names are those of the header, in any case. Raises `UnusableFile` for a column that has cells
    with two readings, and none with one.
    """
    at = table.positions([], optional=list(kinds))
    columns = decide_at(table, {at[n]: (n, kinds[n]) for n in at}, options)
    return {name: columns[position] for name, position in at.items()}


def decide_later(
    table: Table, columns: Mapping[int, tuple[str, Kind]], options: Options | None = None
) -> dict[int, Column]:
    """As `decide_at`, but the table is read, and the user asked, only once a cell needs it."""
    options = options or Options()

    def decide_one(at: int) -> Callable[[Column], None]:
        def decide(column: Column) -> None:
            found = decide_at(table, {at: columns[at]}, options)[at]
            column.decimal_mark, column.date_order = found.decimal_mark, found.date_order

        return decide

    return {at: Column(name, kind, _decide=decide_one(at)) for at, (name, kind) in columns.items()}


def _has_mark_or_order(cell: str, kind: Kind) -> bool:
    if kind is Kind.DATE:
        return bool(_NUMERIC_DATE.fullmatch(cell.strip()))
    return kind in _DECIMAL_KINDS and bool(_MARKS.search(cell))


def decide_at(
    table: Table, columns: Mapping[int, tuple[str, Kind]], options: Options | None = None
) -> dict[int, Column]:
    """As `decide`, for columns by position: a header may have a name twice."""
    options = options or Options()
    decided = {
        at: Column(
            name,
            kind,
            options.decimal_mark or DecimalMark.POINT,
            options.date_order or DateOrder.DAY_FIRST,
        )
        for at, (name, kind) in columns.items()
    }
    undecided = {
        at: column
        for at, column in decided.items()
        if (column.kind in _DECIMAL_KINDS and not options.decimal_mark)
        or (column.kind is Kind.DATE and not options.date_order)
    }
    doubtful: dict[int, tuple[int, str]] = {}  # the first cell with two readings, and its line
    rows = (row for row in table.rows() if row[1])
    while undecided and (chunk := list(islice(rows, _CHUNK_ROWS))):
        lines, cells = zip(*chunk, strict=True)
        by_column = list(zip(*cells, strict=True))
        for at, column in tuple(undecided.items()):
            if (found := _decided(column, lines, by_column[at])) is None:
                del undecided[at]
            elif found:
                doubtful.setdefault(at, found)
    # A file has one decimal mark: what all other columns use.
    marks = {
        column.decimal_mark
        for at, column in decided.items()
        if at not in undecided and column.kind in _DECIMAL_KINDS
    }
    for at in sorted(doubtful.keys() & undecided.keys()):
        column = decided[at]
        if column.kind is Kind.DATE or len(marks) != 1:
            raise UnusableFile(_question(table, column, *doubtful[at]))
        (column.decimal_mark,) = marks
    return decided


def _decided(
    column: Column, lines: Sequence[int], cells: Sequence[str]
) -> tuple[int, str] | tuple[()] | None:
    """None once a cell shows how the column is read; else the first with two readings, if any."""
    is_date = column.kind is Kind.DATE
    if not is_date and not _MARKS.search("\n".join(cells)):
        return ()
    doubtful: tuple[int, str] | tuple[()] = ()
    for line, cell in zip(lines, cells, strict=True):
        readings = _date_orders(cell) if is_date else _marks(cell, column.kind)
        if len(readings) == 1:
            (reading,) = readings
            if isinstance(reading, DateOrder):
                column.date_order = reading
            else:
                column.decimal_mark = reading
            return None
        if readings and not doubtful:
            doubtful = (line, cell)
    return doubtful


def _question(table: Table, column: Column, line: int, cell: str) -> str:
    where = f"{table.path.name} line {line}, {column.name}: {cell!r}"
    if column.kind is Kind.DATE:
        return (
            f"{where} may be day/month or month/day, and no other cell of the column shows which. "
            "Add --dates dmy or --dates mdy."
        )
    return (
        f"{where}: the {'comma' if ',' in cell else 'point'} may separate thousands or decimals, "
        'and no other cell of the column shows which. Add --decimal "." or --decimal ",".'
    )


def _marks(cell: str, kind: Kind) -> list[DecimalMark]:
    """The decimal marks with which a cell is a number."""
    if not _MARKS.search(cell):
        return []
    text = cell.strip().removesuffix("%")
    if kind is Kind.MONEY:
        found = _MONEY.fullmatch(text)
        text = found["number"] if found else ""
    text = _plain_digits(text)
    marks = [mark for mark, pattern in _NUMBER.items() if text and pattern.fullmatch(text)]
    if kind is Kind.PERCENT:
        marks = [mark for mark in marks if mark in text]  # `33.333` is no percentage above 1,000
    if len(marks) > 1 and kind is Kind.WHOLE:
        # `1,234` can only be a whole number with a comma between thousands.
        whole = [mark for mark in marks if not text.partition(mark)[2].strip("0")]
        marks = whole or marks
    return marks


def _plain_digits(text: str) -> str:
    return _SPACE_IN_THOUSANDS.sub("", text.strip()).replace("−", "-").casefold()


def _date_orders(cell: str) -> list[DateOrder]:
    """The orders in which a cell is a date; none if they do not matter."""
    cell = cell.strip()
    if _ISO_DATE.fullmatch(cell):
        return [DateOrder.YEAR_FIRST]
    if not (found := _NUMERIC_DATE.fullmatch(cell)) or found[1] == found[3]:
        return []
    orders = []
    if int(found[3]) <= _MONTHS:
        orders.append(DateOrder.DAY_FIRST)
    if int(found[1]) <= _MONTHS:
        orders.append(DateOrder.MONTH_FIRST)
    return orders


def text_value(cell: str) -> str | None:
    """The text without HTML entities, control and invisible characters, in NFC; None if empty."""
    if "&" in cell:
        cell = html.unescape(cell)
    value = normalise(without_control_characters(cell))
    return None if not value or value in _NULL_TEXT else value


def _text(cell: str, _column: Column) -> str | None:
    return text_value(cell)


def is_empty(cell: str) -> bool:
    """Whether a cell of numbers or dates says that there is no value."""
    cell = cell.strip()
    return not cell or cell.casefold() in _NULL_NUMBERS


def _number(cell: str, column: Column) -> float | None:
    if _PLAIN.fullmatch(cell):
        return float(cell)
    if is_empty(cell):
        return None
    text = _plain_digits(cell)
    mark = column.decimal_mark
    if not _NUMBER[mark].fullmatch(text) or not any(c.isdigit() for c in text):
        raise Unreadable("not a number")
    other = DecimalMark.POINT if mark is DecimalMark.COMMA else DecimalMark.COMMA
    value = float(text.replace(other, "").replace(mark, "."))
    if not math.isfinite(value):
        raise Unreadable("not a number")
    return value


def _whole(cell: str, column: Column) -> int | None:
    if _PLAIN.fullmatch(cell):
        return int(cell)
    try:
        value = _number(cell, column)
    except Unreadable:
        value = math.nan
    if value is None:
        return None
    if not value.is_integer():
        raise Unreadable("not a whole number")
    return int(value)


def _percent(cell: str, column: Column) -> float | None:
    return _number(cell.strip().removesuffix("%"), column)


def _money(cell: str, column: Column) -> Money | None:
    if is_empty(cell):
        return None
    found = _MONEY.fullmatch(cell.strip())
    if not found:
        raise Unreadable("not an amount, such as 1500000, €1.5m or €700k")
    symbols = {
        _CURRENCIES[symbol.upper()] for symbol in (found["before"], found["after"]) if symbol
    }
    number = _number(found["number"], column)
    if number is None or len(symbols) > 1:
        raise Unreadable("not an amount, such as 1500000, €1.5m or €700k")
    amount = number * _MULTIPLIERS[(found["times"] or "").casefold()]
    return Money(round(amount), symbols.pop() if symbols else None)


def _height(cell: str, _column: Column) -> int | None:
    if is_empty(cell):
        return None
    text = cell.strip().casefold()
    if found := _FEET.fullmatch(text):
        return round(int(found[1]) * _FOOT + int(found[2]) * _INCH)
    if found := _METRES.fullmatch(text):
        return int(found[1]) * 100 + int(found[2].ljust(2, "0"))
    if found := _CENTIMETRES.fullmatch(text):
        return int(found[1])
    raise Unreadable("not a height, such as 184, 1.84 m or 6'0\"")


def _date(cell: str, column: Column) -> date | None:
    if is_empty(cell):
        return None
    text = " ".join(cell.split())
    try:
        if found := _ISO_DATE.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC_DATE.fullmatch(text):
            if column.date_order is DateOrder.YEAR_FIRST:
                raise Unreadable("not in the order year, month, day of the other cells")
            first, second = int(found[1]), int(found[3])
            day_first = column.date_order is DateOrder.DAY_FIRST
            day, month = (first, second) if day_first else (second, first)
            return date(int(found[4]), month, day)
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("not a date of the calendar") from None
    for pattern in _WORD_DATES:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day, not a time
        except ValueError:
            continue
    raise Unreadable("not a date, such as 2004-05-31 or 31 May 2004")


def _season(cell: str, _column: Column) -> int | None:
    if is_empty(cell):
        return None
    found = _SEASON.fullmatch(cell.strip().removesuffix(".0"))
    if not found:
        raise Unreadable("not a season, such as 2024, 2024/25 or 24/25")
    if found[3]:
        start = int(found[3])
        year, end = start + (2000 if start < _CENTURY else 1900), found[4]
    else:
        year, end = int(found[1]), found[2]
    if end and int(end[-2:]) != (year + 1) % 100:
        raise Unreadable("not a season: it must end in the following year")
    return year


def _games(cell: str, _column: Column) -> Games | None:
    if is_empty(cell):
        return None
    found = _GAMES.fullmatch(cell.strip())
    if not found:
        raise Unreadable("not a number of games, such as 30 or 24(6)")
    first = int(found[1])
    return Games(first, None) if found[2] is None else Games(first + int(found[2]), first)


_READERS: dict[Kind, Callable[[str, Column], Any]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.PERCENT: _percent,
    Kind.MONEY: _money,
    Kind.HEIGHT: _height,
    Kind.DATE: _date,
    Kind.SEASON: _season,
    Kind.GAMES: _games,
}

MOST_UNREADABLE = 0.02


class Readability:
    """Counts the cells of each column that cannot be read, to stop before anything is stored."""

    def __init__(self) -> None:
        self._filled: dict[str, int] = {}
        self._bad: dict[str, list[tuple[int, str, str]]] = {}
        self._bad_count: dict[str, int] = {}

    def value(self, column: Column, line: int, cell: str) -> Any:
        """The value of a cell, counted; raises `Unreadable`."""
        try:
            value = column.value(cell)
        except Unreadable as error:
            self.filled(column.name)
            self.unreadable(column.name, line, cell, str(error))
            raise
        if value is not None:
            self.filled(column.name)
        return value

    def filled(self, column: str, count: int = 1) -> None:
        """`count` more cells of the column are not empty."""
        self._filled[column] = self._filled.get(column, 0) + count

    def unreadable(self, column: str, line: int, cell: str, problem: str) -> None:
        """One of the column's cells cannot be read."""
        self._bad_count[column] = self._bad_count.get(column, 0) + 1
        examples = self._bad.setdefault(column, [])
        if len(examples) < 3:  # noqa: PLR2004 - examples in the message
            examples.append((line, cell, problem))

    def entirely_unreadable(self) -> list[str]:
        """The columns of which no cell can be read, although some are not empty."""
        return [c for c, bad in self._bad_count.items() if bad >= self._filled.get(c, bad)]

    def check(self, name: str) -> None:
        """Raises `UnusableFile` if more than 2 % of a column cannot be read.

        One unreadable cell among others stops nothing, however short the file.
        """
        problems = []
        for column, bad in self._bad_count.items():
            filled = self._filled.get(column, bad)
            if bad > max(1, MOST_UNREADABLE * filled):
                line, cell, problem = self._bad[column][0]
                problems.append(
                    f"{name} line {line}, {column}: {cell!r} is {problem}; "
                    f"{bad:,} of {filled:,} cells of the column cannot be read."
                )
        if problems:
            problems.append(
                "Nothing was changed. Correct the column, or map another one, and import again."
            )
            raise UnusableFile("\n".join(problems))
