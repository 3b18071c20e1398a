"""Files as tables: a header, and rows with their line numbers.

Reads text (CSV with any usual delimiter), the same inside gzip or a zip of one file, and
spreadsheets (xlsx, ods, xls). Text is streamed, so a file of any size needs little memory.
"""

import codecs
import csv
import gzip
import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from io import TextIOWrapper
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from football_player_service.app.text import normalise

# The line on which the row starts, and its cells; no cells if the row's width is not the header's.
Row = tuple[int, Sequence[str]]

WRONG_WIDTH = "not as many cells as the header"
# The encodings offered for text that is not UTF-8.
ENCODINGS = ("cp1252", "mac-roman", "utf-16")

_HEAD_BYTES = 4096
_LINE_CHARACTERS = 1_000_000
# A spreadsheet is held in memory, at about its unpacked size.
_UNPACKED_BYTES = 150_000_000
_SAMPLES = 3
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED = {
    b"%PDF": "a PDF. Export the table as CSV or xlsx instead",
    b"version https://git-lfs.github.com/spec/": (
        "a Git LFS pointer, not the file itself. Fetch it with `git lfs pull`"
    ),
    b"\x89PNG": "an image. Export the table as CSV or xlsx instead",
    b"\xff\xd8\xff": "an image. Export the table as CSV or xlsx instead",
    b"GIF8": "an image. Export the table as CSV or xlsx instead",
    b"RIFF": "an image. Export the table as CSV or xlsx instead",
    b"PAR1": "a Parquet file. Convert it to CSV",
    b"SQLite format 3": "a database. Export the table as CSV",
}
_HTML = re.compile(rb"\s*<(!doctype html|html|table|head|body|script|\?xml)", re.IGNORECASE)
_JSON = re.compile(rb"\s*[\[{]\s*[\"\[{\]}]")
_QUOTED = re.compile('"[^"]*"')
_RUN = re.compile("[^\x00-\x7f]+")
# Two bytes of a letter in UTF-8, read as cp1252.
_TWO_BYTES = re.compile("[Â-ô][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_CELL_BYTES = re.compile(rb'[^,;|\t"\r\n]*[\x80-\xff][^,;|\t"\r\n]*')


class UnusableFile(Exception):
    """A file that cannot be imported: which file, where, why, and what to do."""


@dataclass
class Table:
    """A file's header and rows. `notes` are remarks for the user; reading rows may add some."""

    path: Path
    header: list[str]
    read: Callable[[], Iterator[tuple[int, list[str]]]]  # with the header
    notes: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """The rows after the header, without blank ones and repetitions of the header.

        Raises `UnusableFile` for text that cannot be decoded, and broken quoting.
        """
        header, width = self.header, len(self.header)
        first = header[0]
        repeated: list[int] = []
        rows = self.read()
        next(rows)
        for line, cells in rows:
            if len(cells) == width:
                if cells[0].strip() == first and [cell.strip() for cell in cells] == header:
                    repeated.append(line)
                elif any(cells):
                    yield line, cells
            elif any(cells):
                yield line, ()
        if repeated:
            note = f"{len(repeated):,} repeated header lines skipped (line {repeated[0]}, …)"
            if note not in self.notes:
                self.notes.append(note)

    def positions(self, names: Sequence[str], *, optional: Sequence[str] = ()) -> dict[str, int]:
        """Where the columns are, whatever the case of the header; optional ones may be absent.

        Raises `UnusableFile`, naming every column that is missing or there twice.
        """
        folded = [name.casefold() for name in self.header]
        wanted = [*names, *optional]
        missing = [name for name in names if name.casefold() not in folded]
        twice = [name for name in wanted if folded.count(name.casefold()) > 1]
        problems = [
            f"{problem} {', '.join(found)}"
            for problem, found in (("no column", missing), ("more than one column", twice))
            if found
        ]
        if problems:
            raise UnusableFile(
                f"{self.path.name} line 1: {'; '.join(problems)}. "
                f"The header has: {', '.join(self.header)}."
            )
        return {n: folded.index(n.casefold()) for n in wanted if n.casefold() in folded}

    def pick(self, names: Sequence[str]) -> Iterator[Row]:
        """The rows with these columns only (two or more), in the order given."""
        positions = self.positions(names)
        pick = itemgetter(*(positions[name] for name in names))
        for line, cells in self.rows():
            yield line, pick(cells) if cells else ()


def open_table(path: Path, *, encoding: str | None = None, repair: bool = False) -> Table:
    """Detect the format and read the header.

    `encoding` is that of text without a byte order mark (default: UTF-8). `repair` decodes text
    again that was encoded twice (`MÃ¼ller`), which is otherwise refused. Raises `UnusableFile`.
    """
    try:
        open_bytes, spreadsheet = _contents(path)
        if spreadsheet:
            table = _spreadsheet(path)
        else:
            table = _text(path, open_bytes, encoding=encoding, repair=repair)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableFile(f"{path} cannot be read: {reason}.") from None
    if not any(table.header):
        raise UnusableFile(f"{path.name} is empty.")
    return table


def sha256(path: Path) -> str:
    """The SHA-256 of the file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def line_count(path: Path) -> int:
    """The number of lines, for a progress bar; 0 if the file cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0


OpenBytes = Callable[[], IO[bytes]]


def _contents(path: Path) -> tuple[OpenBytes, bool]:
    """How to open the file's contents, unpacked, and whether they are a spreadsheet."""
    open_bytes: OpenBytes = partial(_open_plain, path)
    head = _head(path, open_bytes)
    if head.startswith(_OLE):
        return open_bytes, True
    if head.startswith(b"PK\x03\x04"):
        member = _zip_member(path)
        if member is None:
            return open_bytes, True
        open_bytes = partial(_open_member, path, member)
    elif head.startswith(b"\x1f\x8b"):
        open_bytes = partial(_open_gzip, path)
    else:
        _refuse(path, head)
        return open_bytes, False
    head = _head(path, open_bytes)
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b", _OLE)):
        raise UnusableFile(f"{path.name} is an archive of a packed file. Unpack it first.")
    _refuse(path, head)
    return open_bytes, False


def _head(path: Path, open_bytes: OpenBytes) -> bytes:
    try:
        with open_bytes() as file:
            return file.read(_HEAD_BYTES)
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise UnusableFile(f"{path.name} is a damaged archive ({error}).") from None


def _zip_member(path: Path) -> str | None:
    """The only file of a zip; None for a spreadsheet."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except zipfile.BadZipFile as error:
        raise UnusableFile(f"{path.name} is a damaged archive ({error}).") from None
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
        if sum(entry.file_size for entry in entries) > _UNPACKED_BYTES:
            raise UnusableFile(f"{path.name} is too large for a spreadsheet. Save it as CSV.")
        return None
    if "[Content_Types].xml" in names:
        raise UnusableFile(f"{path.name} is an Office document without a table. Save it as xlsx.")
    entries = [
        entry
        for entry in entries
        if not entry.filename.startswith("__MACOSX/") and not entry.filename.endswith(".DS_Store")
    ]
    if len(entries) != 1:
        raise UnusableFile(
            f"{path.name} holds {len(entries)} files. Unpack it and import them one by one."
        )
    if entries[0].flag_bits & 1:
        raise UnusableFile(f"{path.name} needs a password. Unpack it first.")
    return entries[0].filename


def _open_plain(path: Path) -> IO[bytes]:
    return path.open("rb")


def _open_gzip(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path))


def _open_member(path: Path, name: str) -> IO[bytes]:
    # The file of the archive stays open until the member is closed.
    return zipfile.ZipFile(path).open(name)


def _refuse(path: Path, head: bytes) -> None:
    for start, what in _REFUSED.items():
        if head.startswith(start):
            raise UnusableFile(f"{path.name} is {what}.")
    text = head.removeprefix(codecs.BOM_UTF8)
    if _HTML.match(text):
        raise UnusableFile(
            f"{path.name} is a web page (HTML). Open it in a spreadsheet and save it as CSV."
        )
    if _JSON.match(text):
        raise UnusableFile(f"{path.name} is JSON. Convert it to CSV.")


def _spreadsheet(path: Path) -> Table:
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible
            and workbook.get_sheet_by_name(sheet.name).height
        ]
        if not names:
            raise UnusableFile(f"{path.name} is empty.")
        sheet = workbook.get_sheet_by_name(names[0])
    except PasswordError:
        raise UnusableFile(
            f"{path.name} needs a password. Save it without one, or as CSV."
        ) from None
    except CalamineError as error:
        raise UnusableFile(f"{path.name} cannot be read as a spreadsheet ({error}).") from None
    row_before = sheet.start[0] if sheet.start else 0

    def read() -> Iterator[tuple[int, list[str]]]:
        for number, values in enumerate(sheet.iter_rows(), row_before + 1):
            yield number, [_cell(value) for value in values]

    notes = []
    if len(names) > 1:
        notes.append(f"sheet {names[0]!r} read; the others were not: {', '.join(names[1:])}")
    return _with_header(path, read, notes)


def _cell(value: Any) -> str:
    """The cell of a spreadsheet as it would be in CSV."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _with_header(
    path: Path, read: Callable[[], Iterator[tuple[int, list[str]]]], notes: list[str]
) -> Table:
    rows = read()
    header = [normalise(name) for name in next(rows, (1, []))[1]]
    if callable(close := getattr(rows, "close", None)):
        close()
    return Table(path=path, header=header, read=read, notes=notes)


def _text(path: Path, open_bytes: OpenBytes, *, encoding: str | None, repair: bool) -> Table:
    head = _head(path, open_bytes)
    bom = next((name for mark, name in _BOMS.items() if head.startswith(mark)), None)
    if not bom and not encoding and b"\0" in head:
        raise UnusableFile(_ask_about_nuls(path, head))
    file = _TextFile(path, open_bytes, bom or encoding or "utf-8", repair=repair)
    file.delimiter = file.find_delimiter()
    return _with_header(path, file.rows, [])


class _TextFile:
    """Delimited text, and how it is decoded."""

    delimiter = ","

    def __init__(self, path: Path, open_bytes: OpenBytes, encoding: str, *, repair: bool) -> None:
        self.path, self.open_bytes = path, open_bytes
        self.encoding, self.repair = encoding, repair

    def find_delimiter(self) -> str:
        """The most frequent of `, ; tab |` in the header, outside quotes."""
        header = next((line for line in self._lines() if line.strip()), "")
        header = _QUOTED.sub("", header)
        return max(",;\t|", key=header.count)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not blank, with the line on which it starts."""
        line = 1
        try:
            reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
            for cells in reader:
                if cells:
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise UnusableFile(
                f"{self.path.name} line {line}: cannot be read as CSV ({error}). "
                "Check the quotes there."
            ) from None

    def _lines(self) -> Iterator[str]:
        name = self.path.name
        number = 0
        try:
            with TextIOWrapper(self.open_bytes(), encoding=self.encoding, newline="") as text:
                for number, line in enumerate(
                    iter(partial(text.readline, _LINE_CHARACTERS), ""), 1
                ):
                    if line.isascii():
                        yield line
                    elif self.repair:
                        yield _RUN.sub(_decode_again, line)
                    elif _encoded_twice(line):
                        raise UnusableFile(_ask_about_repair(name, number, line, text))
                    else:
                        yield line
                    if len(line) == _LINE_CHARACTERS:
                        raise UnusableFile(
                            f"{name} line {number}: longer than {_LINE_CHARACTERS:,} characters. "
                            "Is it a table?"
                        )
        except UnicodeDecodeError as error:
            if self.encoding == "utf-8":
                raise UnusableFile(_ask_about_encoding(self.path, self.open_bytes)) from None
            raise UnusableFile(
                f"{name}, after line {number}: not {self.encoding} ({error.reason}). "
                "Choose another --encoding."
            ) from None
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
            raise UnusableFile(f"{name}, after line {number}: damaged archive ({error}).") from None


def _encoded_twice(text: str) -> list[str]:
    """The parts of a text that are UTF-8 read as cp1252 and encoded once more."""
    if not _TWO_BYTES.search(text):
        return []
    found = []
    for run in _RUN.findall(text):
        try:
            run.encode("cp1252").decode()
        except UnicodeError:
            continue
        found.append(run)
    return found


def _decode_again(run: re.Match[str]) -> str:
    # Windows leaves five bytes of cp1252 undefined and passes them on as they are.
    raw = b"".join(
        c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252", "replace")
        for c in run[0]
    )
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return run[0]


def _ask_about_repair(name: str, number: int, line: str, rest: IO[str]) -> str:
    examples: list[str] = []
    for text in (line, *rest):
        for cell in re.split('[,;\t|"\r\n]+', text):
            if _encoded_twice(cell) and cell not in examples:
                examples.append(cell)
        if len(examples) >= _SAMPLES:
            break
    shown = "".join(f"\n  {e}  →  {_RUN.sub(_decode_again, e)}" for e in examples[:_SAMPLES])
    return (
        f"{name} line {number}: the text was encoded twice.{shown}\n"
        "If the names on the right are correct, add --repair."
    )


def _ask_about_encoding(path: Path, open_bytes: OpenBytes) -> str:
    """The message for text that is not UTF-8, with names in the usual encodings."""
    first = 0
    samples: list[bytes] = []
    with open_bytes() as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                first = first or number
                samples = list(dict.fromkeys([*samples, *_CELL_BYTES.findall(line)]))
            if len(samples) >= _SAMPLES:
                break
    return _ask(path, first, samples, ENCODINGS)


def _ask_about_nuls(path: Path, head: bytes) -> str:
    """The message for UTF-16 without a byte order mark, and for data that is no text."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) // 4 or min(even, odd) > max(even, odd) // 8:
        return f"{path.name} is neither text nor a spreadsheet. Export the table as CSV or xlsx."
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    cells = re.split('[,;\t|"\r\n]+', head.decode(encoding, "replace"))
    names = [cell for cell in cells if not cell.isascii()] + [c for c in cells if c.isascii() and c]
    return _ask(path, 1, [n.encode(encoding) for n in names], ("cp1252", "mac-roman", encoding))


def _ask(path: Path, line: int, samples: Sequence[bytes], encodings: Sequence[str]) -> str:
    lines = [f"{path.name} line {line}: not UTF-8. Names of the file, by encoding:"]
    for encoding in encodings:
        decoder = "utf-16-le" if encoding == "utf-16" else encoding
        names = [sample.decode(decoder, "replace").strip() for sample in samples[:_SAMPLES]]
        shown = "  |  ".join("".join(c if c.isprintable() else "·" for c in n) for n in names)
        lines.append(f"  --encoding {encoding:<10} {shown}")
    lines.append("Add the option whose names are correct, or save the file as UTF-8.")
    return "\n".join(lines)
