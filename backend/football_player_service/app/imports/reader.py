"""CSV files as rows of the requested columns, each with its line number."""

import csv
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from football_player_service.app.imports.tables import WRONG_WIDTH, Row, UnusableFile

__all__ = ["WRONG_WIDTH", "Row", "UnusableFile", "line_count", "rows"]


def rows(path: Path, *, columns: Sequence[str]) -> Iterator[Row]:
    """The named columns (two or more) of each row, in the order given.

    Raises `UnusableFile` for a missing column, text that is not UTF-8, and broken quoting.
    """
    line = 1
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file, strict=True)
            header = [name.strip() for name in next(reader, [])]
            pick = itemgetter(*_positions(path, header, columns))
            width = len(header)
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) == width:
                    yield line, pick(cells)
                elif cells:
                    yield line, ()
                line = reader.line_num + 1
    except UnicodeDecodeError:
        raise UnusableFile(
            f"{path.name} line {_undecodable_line(path)}: not UTF-8. Save the file as UTF-8."
        ) from None
    except csv.Error as error:
        raise UnusableFile(
            f"{path.name} line {line}: cannot be read as CSV ({error}). Check the quotes there."
        ) from None
    except OSError as error:
        raise UnusableFile(f"{path} cannot be read: {error.strerror}.") from None


def _positions(path: Path, header: Sequence[str], columns: Sequence[str]) -> list[int]:
    if not header:
        raise UnusableFile(f"{path.name} is empty.")
    for name in columns:
        if header.count(name) != 1:
            problem = "more than one column" if name in header else "no column"
            raise UnusableFile(f"{path.name} line 1: {problem} {name}. Check the header.")
    return [header.index(name) for name in columns]


def _undecodable_line(path: Path) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    raise AssertionError("every line of the file is UTF-8")


def line_count(path: Path) -> int:
    """The number of lines, for a progress bar; 0 if the file cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0
