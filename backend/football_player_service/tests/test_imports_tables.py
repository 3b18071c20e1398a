"""Reading files of any format as tables."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from football_player_service.app.imports.tables import UnusableFile, open_table

TEXT = "player_id,name\n1,Jörg Müßiger\n2,Ángel Peña\n3,Jiří Šťastný\n"
HEADER = ["player_id", "name"]


def rows(path: Path, *, encoding: str | None = None, repair: bool = False) -> list[list[str]]:
    """Every row's cells, the header first."""
    table = open_table(path, encoding=encoding, repair=repair)
    return [table.header, *(list(cells) for _, cells in table.rows())]


EXPECTED = list(csv.reader(io.StringIO(TEXT)))


def zipped(**files: bytes) -> bytes:
    """A zip of these files; `_` in a name stands for a dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


def xlsx(*sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets; numbers stay numbers."""

    def cell(value: object) -> str:
        if value is None:
            return "<c/>"
        if isinstance(value, int | float):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    numbers = range(1, len(sheets) + 1)
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}'
        "</Relationships>",
    }
    for number, sheet in enumerate(sheets, 1):
        body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in sheet)
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", "|").encode(),
        TEXT.replace("\n", "\n\n,\n").encode(),
        gzip.compress(TEXT.encode(), mtime=0),
        zipped(players_csv=TEXT.encode()),
        xlsx(EXPECTED),
        xlsx([], EXPECTED, [["other"]]),
    ],
)
def test_the_format_is_found_in_the_file_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "players.dat"
    path.write_bytes(content)
    assert rows(path) == EXPECTED


def test_numbers_and_empty_cells_of_a_spreadsheet_are_as_in_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx([["a", "b"], [12, 0.25], [None, "x & y"]], [["c"], ["d"]]))
    table = open_table(path)
    assert list(table.rows()) == [(2, ["12", "0.25"]), (3, ["", "x & y"])]
    assert table.notes == ["sheet 'S1' read; the others were not: S2"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF. Export the table"),
        (b"\n<!DOCTYPE html><p>", "is a web page (HTML)"),
        (b"<table><tr>", "is a web page (HTML)"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "is a Git LFS pointer"),
        (b"\x89PNG\r\n", "is an image"),
        (b"\xff\xd8\xff\xe0", "is an image"),
        (b'{"players": []}', "is JSON"),
        (b"\x00\x00\x01\x07abc\x00", "is neither text nor a spreadsheet"),
        (zipped(a_csv=b"a,b\n", b_csv=b"a,b\n"), "holds 2 files"),
        (zipped(a_gz=gzip.compress(b"a,b\n", mtime=0)), "is an archive of a packed file"),
        (zipped(a_csv=TEXT.encode())[:-30], "is a damaged archive"),
        (gzip.compress(TEXT.encode() * 9, mtime=0)[:-30], "damaged archive"),
        (xlsx([]), "is empty"),
        (zipped(content_xml=b"<no-sheet/>"), "cannot be read as a spreadsheet"),
        (b'a,b\n1,"2\n', "line 2: cannot be read as CSV"),
        (b'a,b\n1,"2"3\n', "line 2: cannot be read as CSV"),
        (b"a,b\n1," + b"2" * 200_000 + b"\n", "line 2: cannot be read as CSV"),
        (b"a,b\n" + b"1," * 600_000, "longer than 1,000,000 characters"),
    ],
)
def test_other_files_are_refused_with_what_to_do(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "players.csv"
    path.write_bytes(content)
    with pytest.raises(UnusableFile) as caught:
        rows(path)
    assert str(caught.value).startswith("players.csv")
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="nothing cannot be read: No such file"):
        open_table(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("encoding", "line"),
    [("cp1252", 2), ("mac-roman", 2), ("utf-16-le", 1), ("utf-16-be", 1)],
)
def test_other_encodings_are_asked_for_with_names_to_compare(
    tmp_path: Path, encoding: str, line: int
) -> None:
    path = tmp_path / "players.csv"
    path.write_bytes(TEXT.replace("ří Šťastný", "í Peña").encode(encoding))
    with pytest.raises(UnusableFile) as caught:
        rows(path)
    message = str(caught.value)
    assert message.startswith(f"players.csv line {line}: not UTF-8.")
    (right,) = [text for text in message.splitlines() if f"--encoding {encoding} " in text + " "]
    assert "Jörg Müßiger" in right
    assert "Ángel Peña" in right
    assert message.count("Jörg Müßiger") == 1
    assert rows(path, encoding=encoding)[1] == ["1", "Jörg Müßiger"]


def test_text_that_is_not_the_given_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "players.csv"
    path.write_bytes(b"a,b\n1,\x81\n")
    with pytest.raises(UnusableFile, match=r"not cp1252.*Choose another --encoding"):
        rows(path, encoding="cp1252")


def encode_twice(text: str) -> str:
    """UTF-8 read as Windows reads cp1252."""
    return "".join(
        bytes([b]).decode("latin-1" if b in b"\x81\x8d\x8f\x90\x9d" else "cp1252")
        for b in text.encode()
    )


def test_text_encoded_twice_is_shown_before_and_after(tmp_path: Path) -> None:
    path = tmp_path / "players.csv"
    path.write_text(encode_twice(TEXT), encoding="utf-8")
    with pytest.raises(UnusableFile) as caught:
        rows(path)
    message = str(caught.value)
    assert message.startswith("players.csv line 2: the text was encoded twice.")
    assert "JÃ¶rg MÃ¼ÃŸiger  →  Jörg Müßiger" in message
    assert "--repair" in message
    assert rows(path, repair=True) == EXPECTED


LETTERS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=12)


@given(text=LETTERS)
def test_repairing_leaves_other_text_and_restores_what_was_encoded_twice(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        for written in (text, encode_twice(text)):
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([["id", "a"], ["1", written]])
            if written.isascii() or written != text:
                assert rows(path, repair=True)[1:] == [["1", text]]


@given(
    # None of these characters side by side look as if they were encoded twice.
    table=st.lists(
        st.lists(st.text("a1,;\t|\"' \nÄéłЖ日", max_size=9), min_size=3, max_size=3),
        min_size=1,
        max_size=6,
    ),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
    pack=st.sampled_from([bytes, gzip.compress, lambda content: zipped(a_csv=content)]),
)
def test_what_a_csv_writer_wrote_is_read_back(
    table: list[list[str]], delimiter: str, encoding: str, end: str, pack: Callable[[bytes], bytes]
) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end)
    writer.writerows([["one", "two, three", "four"], *table])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(pack(written.getvalue().encode(encoding)))
        found = rows(path)
    assert found[1:] == [row for row in table if any(row)]


def test_repeated_headers_are_skipped_with_a_note_and_ragged_rows_have_no_cells(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,name\n1,"A\nB"\nid,name\n2\n3,C,\n id , name\n4,D\n', encoding="utf-8")
    table = open_table(path)
    assert list(table.rows()) == [(2, ["1", "A\nB"]), (5, ()), (6, ()), (8, ["4", "D"])]
    assert table.notes == ["2 repeated header lines skipped (line 4, …)"]


def test_columns_are_found_in_any_case_and_all_missing_ones_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ID,Name,Age,age\n1,A,2,3\n", encoding="utf-8")
    table = open_table(path)
    assert list(table.pick(["name", "id"])) == [(2, ("A", "1"))]
    assert table.positions(["name"], optional=["club", "id"]) == {"name": 1, "id": 0}
    with pytest.raises(UnusableFile) as caught:
        table.positions(["club", "id", "AGE", "foot"])
    assert "no column club, foot; more than one column AGE." in str(caught.value)
    assert "The header has: ID, Name, Age, age." in str(caught.value)
