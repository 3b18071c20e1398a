"""CSV files, read with the line of every row; what cannot be used is said in one line."""

import csv
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

# The line a row begins on, and its cells; no cells for a row of another width than the header.
Row = tuple[int, tuple[str, ...]]


class Unusable(Exception):
    """A file cannot be used; the message is one line that says which, and why."""


def rows(path: Path, *, columns: Sequence[str]) -> Iterator[Row]:
    """The named columns (two or more) of each row, in the order asked for.

    Raises `Unusable` for a missing column, for text that is not UTF-8, and for broken quoting.
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
        raise Unusable(f"{path.name} is not UTF-8: see line {_undecodable_line(path)}.") from None
    except csv.Error as error:
        raise Unusable(f"{path.name} cannot be read from line {line} on: {error}.") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}.") from None


def _positions(path: Path, header: Sequence[str], columns: Sequence[str]) -> list[int]:
    if not header:
        raise Unusable(f"{path.name} is empty.")
    for name in columns:
        if header.count(name) != 1:
            problem = "has the column {} twice" if name in header else "has no column {}"
            raise Unusable(f"{path.name} {problem.format(name)}.")
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
    """About as many lines as the file has rows, for a progress bar; 0 where it cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0
