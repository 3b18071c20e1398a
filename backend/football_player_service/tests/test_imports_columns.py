"""Cells as values, and how a column shows its decimal mark and date order."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from football_player_service.app.imports.columns import (
    Column,
    DateOrder,
    DecimalMark,
    Games,
    Kind,
    Money,
    Options,
    Readability,
    Unreadable,
    decide,
)
from football_player_service.app.imports.tables import UnusableFile, open_table


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, " O&#039;Reilly ", "O'Reilly"),
        (Kind.TEXT, "Null", "Null"),
        (Kind.TEXT, "nan", None),
        (Kind.TEXT, "-", None),
        (Kind.NUMBER, "+0.25", 0.25),
        (Kind.NUMBER, "−1", -1.0),
        (Kind.NUMBER, "1,234.5", 1234.5),
        (Kind.NUMBER, "1 234", 1234.0),
        (Kind.NUMBER, "1'234'567", 1234567.0),
        (Kind.NUMBER, "not available", None),
        (Kind.NUMBER, "N/A", None),
        (Kind.NUMBER, "None", None),
        (Kind.WHOLE, "12.000", 12),
        (Kind.WHOLE, "", None),
        (Kind.PERCENT, "45.5 %", 45.5),
        (Kind.PERCENT, "45", 45.0),
        (Kind.MONEY, "€103.5M", Money(103_500_000, "EUR")),
        (Kind.MONEY, "€700k", Money(700_000, "EUR")),
        (Kind.MONEY, "1.2bn €", Money(1_200_000_000, "EUR")),
        (Kind.MONEY, "£12m", Money(12_000_000, "GBP")),
        (Kind.MONEY, "1,500,000", Money(1_500_000, None)),
        (Kind.MONEY, "-", None),
        (Kind.HEIGHT, "6'2\"", 188),
        (Kind.HEIGHT, "1,85 m", 185),
        (Kind.HEIGHT, "1.8", 180),
        (Kind.HEIGHT, "184 cm", 184),
        (Kind.HEIGHT, "184.0", 184),
        (Kind.DATE, "2001-05-17 00:00:00", date(2001, 5, 17)),
        (Kind.DATE, "17.05.2001", date(2001, 5, 17)),
        (Kind.DATE, "30 Jun 2027", date(2027, 6, 30)),
        (Kind.DATE, "June 30, 2027", date(2027, 6, 30)),
        (Kind.DATE, "-", None),
        (Kind.SEASON, "2024/25", 2024),
        (Kind.SEASON, "24/25", 2024),
        (Kind.SEASON, "1999-2000", 1999),
        (Kind.SEASON, "98/99", 1998),
        (Kind.SEASON, "2024", 2024),
        (Kind.GAMES, "24(6)", Games(30, 24)),
        (Kind.GAMES, "30", Games(30, None)),
    ],
)
def test_a_cell_has_a_value(kind: Kind, cell: str, value: Any) -> None:
    column = Column("a", kind)
    for _ in range(2):
        assert column.value(cell) == value
        assert type(column.value(cell)) is type(value)


@pytest.mark.parametrize(
    ("kind", "cell", "problem"),
    [
        (Kind.NUMBER, "abc", "not a number"),
        (Kind.NUMBER, "1.2.3", "not a number"),
        (Kind.NUMBER, "٣", "not a number"),
        (Kind.NUMBER, "1e999", "not a number"),
        (Kind.NUMBER, "45%", "not a number"),
        (Kind.NUMBER, "12 5", "not a number"),
        (Kind.WHOLE, "2.5", "not a whole number"),
        (Kind.MONEY, "free", "not an amount"),
        (Kind.MONEY, "€", "not an amount"),
        (Kind.MONEY, "€5 $", "not an amount"),
        (Kind.HEIGHT, "tall", "not a height"),
        (Kind.DATE, "2001-02-30", "not a date of the calendar"),
        (Kind.DATE, "17/05/01", "not a date, such as"),
        (Kind.DATE, "summer 2022", "not a date, such as"),
        (Kind.SEASON, "2024/26", "it must end in the following year"),
        (Kind.SEASON, "last", "not a season"),
        (Kind.GAMES, "24()", "not a number of games"),
    ],
)
def test_an_unreadable_cell_says_what_is_expected(kind: Kind, cell: str, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        Column("a", kind).value(cell)


def decided(
    folder: Path, kind: Kind, *cells: str, options: Options | None = None
) -> tuple[DecimalMark, DateOrder, list[Any]]:
    """How a column of these cells is read, and its values."""
    path = folder / "a.csv"
    path.write_text("id;A\n" + "".join(f"1;{cell}\n" for cell in cells), encoding="utf-8")
    column = decide(open_table(path), {"a": kind}, options)["a"]
    return column.decimal_mark, column.date_order, [column.value(cell) for cell in cells]


@pytest.mark.parametrize(
    ("kind", "cells", "values"),
    [
        (Kind.NUMBER, ["1,234", "0,5"], [1.234, 0.5]),
        (Kind.NUMBER, ["1.234", "0.5"], [1.234, 0.5]),
        (Kind.NUMBER, ["1.234", "2,5"], [1234.0, 2.5]),
        (Kind.NUMBER, ["1.234", "1.234.567"], [1234.0, 1234567.0]),
        (Kind.NUMBER, ["0,123"], [0.123]),
        (Kind.NUMBER, ["1.234,5", "7"], [1234.5, 7.0]),
        (Kind.NUMBER, ["5", "-"], [5.0, None]),
        (Kind.WHOLE, ["1,234", "90"], [1234, 90]),
        (Kind.WHOLE, ["1.234"], [1234]),
        (Kind.WHOLE, ["12.000", "1500.000"], [12, 1500]),
        (Kind.PERCENT, ["45,5%"], [45.5]),
        (Kind.MONEY, ["€1,5m", "€1.250"], [Money(1_500_000, "EUR"), Money(1250, "EUR")]),
        (Kind.DATE, ["03/04/2001", "17/05/2001"], [date(2001, 4, 3), date(2001, 5, 17)]),
        (Kind.DATE, ["03/04/2001", "05/17/2001"], [date(2001, 3, 4), date(2001, 5, 17)]),
        (Kind.DATE, ["03/03/2001"], [date(2001, 3, 3)]),
    ],
)
def test_one_cell_with_a_single_reading_decides_for_the_column(
    tmp_path: Path, kind: Kind, cells: list[str], values: list[Any]
) -> None:
    assert decided(tmp_path, kind, *cells)[2] == values


@pytest.mark.parametrize(
    ("kind", "cells", "options", "values"),
    [
        (Kind.NUMBER, ["5", "1,234"], Options(decimal_mark=DecimalMark.COMMA), [5.0, 1.234]),
        (Kind.MONEY, ["1.500"], Options(decimal_mark=DecimalMark.COMMA), [Money(1500, None)]),
        (Kind.WHOLE, ["12.000"], Options(decimal_mark=DecimalMark.POINT), [12]),
        (Kind.DATE, ["03/04/2001"], Options(date_order=DateOrder.MONTH_FIRST), [date(2001, 3, 4)]),
    ],
)
def test_without_such_a_cell_the_user_is_asked(
    tmp_path: Path, kind: Kind, cells: list[str], options: Options, values: list[Any]
) -> None:
    with pytest.raises(UnusableFile) as caught:
        decided(tmp_path, kind, *cells)
    line = len(cells) + 1
    assert str(caught.value).startswith(f"a.csv line {line}, a: '{cells[-1]}'")
    assert ("--dates" if kind is Kind.DATE else "--decimal") in str(caught.value)
    assert decided(tmp_path, kind, *cells, options=options)[2] == values


def test_dates_in_two_orders_are_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not in the order year, month, day"):
        decided(tmp_path, Kind.DATE, "2001-05-17", "03/04/2001")


@given(
    numbers=st.lists(st.decimals(-99999, 99999, places=2), min_size=1),
    mark=st.sampled_from(DecimalMark),
)
def test_numbers_with_decimals_are_read_with_either_mark(
    numbers: list[Any], mark: DecimalMark, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cells = [f"{number:,.2f}" for number in numbers]
    if mark is DecimalMark.COMMA:
        cells = [cell.translate(str.maketrans(",.", ".,")) for cell in cells]
    found = decided(tmp_path_factory.mktemp("a"), Kind.NUMBER, *cells)
    assert found[2] == [float(number) for number in numbers]


def test_more_than_two_percent_unreadable_stops_and_one_cell_does_not() -> None:
    column = Column("height", Kind.HEIGHT)
    for bad, stops in ((1, False), (2, False), (3, True)):
        readability = Readability()
        for line in range(2, 102):
            cell = "tall" if line < 2 + bad else "184"
            if cell == "tall":
                with pytest.raises(Unreadable):
                    readability.value(column, line, cell)
            else:
                readability.value(column, line, cell)
        if stops:
            with pytest.raises(UnusableFile) as caught:
                readability.check("a.csv")
            assert "a.csv line 2, height: 'tall' is not a height" in str(caught.value)
            assert "3 of 100 cells of the column cannot be read" in str(caught.value)
        else:
            readability.check("a.csv")


def test_a_column_without_a_readable_cell_is_named_and_stops() -> None:
    readability = Readability()
    readability.value(Column("a", Kind.DATE), 2, "")
    with pytest.raises(Unreadable):
        readability.value(Column("a", Kind.DATE), 3, "soon")
    readability.check("a.csv")
    assert readability.entirely_unreadable() == ["a"]
    with pytest.raises(Unreadable):
        readability.value(Column("a", Kind.DATE), 4, "later")
    with pytest.raises(UnusableFile, match="2 of 2 cells"):
        readability.check("a.csv")
