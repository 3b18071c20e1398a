"""Every row of any file is accounted for, and importing it again changes nothing."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from football_player_service.app.db import session_scope
from football_player_service.app.imports import service
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.tests.source_files import (
    APPEARANCE,
    PLAYER,
    SEASON,
    TRANSFER,
    VALUATION,
    load,
    load_careers,
    stored,
    write_source,
)

IDS = ["900001", "900002", "900003"]
NULLS = ["", "-", "NA", "nan", "None", "N/A", "not available"]
BAD = ["31/02/2024", "soon", "x", "1e999", "٣", "\u200b", '"', "a;b", "-5", "€", "2024-13-01"]
DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1)).map(str)
NUMBERS = st.integers(0, 90).map(str)
CELLS: dict[str, dict[str, st.SearchStrategy[str]]] = {
    "players.csv": {
        "player_id": st.sampled_from([*IDS, "4", "5", "6", "7", ""]),
        "name": st.sampled_from(["Ivo Testarossa", "Jörg Müßiger", "Жан Пример", "X", "A, B"]),
        "date_of_birth": st.dates(date(1985, 1, 1), date(2006, 1, 1)).map(str),
        "foot": st.sampled_from(["left", "right", "both"]),
        "height_in_cm": st.integers(118, 232).map(str),
        "market_value_in_eur": st.sampled_from(["1000", "€1.5m", "700k", "2000000.000"]),
        "current_club_name": st.sampled_from(["Fictional FC", "Retired", "Étoile & Co"]),
        "last_season": st.sampled_from(["2023", "2024", "2024/25"]),
    },
    "transfers.csv": {
        "player_id": st.sampled_from([*IDS, "4"]),
        "transfer_date": DAYS,
        "from_club_id": st.sampled_from(["900001", "900002", ""]),
        "transfer_fee": NUMBERS,
    },
    "player_valuations.csv": {
        "player_id": st.sampled_from([*IDS, "4"]),
        "date": DAYS,
        "market_value_in_eur": st.integers(0, 10**9).map(str),
    },
    "player_seasons.csv": {
        "player_id": st.sampled_from([*IDS, "4"]),
        "last_season": st.sampled_from(["2022", "2023/24", "2024", "2040"]),
        "games": NUMBERS,
        "minutes_played": st.integers(0, 4000).map(str),
        "goals": NUMBERS,
    },
    "appearances.csv": {
        "player_id": st.sampled_from([*IDS, "4"]),
        "appearance_id": st.integers(1, 12).map(str),
        "date": DAYS,
        "competition_id": st.sampled_from(["IT1", "CIT", "none such"]),
        "player_club_id": st.sampled_from(["900001", "900002", "none such"]),
        "minutes_played": NUMBERS,
    },
}  # fmt: skip
USUAL = {
    "players.csv": PLAYER,
    "transfers.csv": TRANSFER,
    "player_valuations.csv": VALUATION,
    "player_seasons.csv": SEASON,
    "appearances.csv": APPEARANCE,
}


@st.composite
def files(draw: st.DrawFn, name: str) -> tuple[bytes, int]:
    """A file, and its number of rows."""
    cells = CELLS[name]
    columns = draw(st.permutations(list(USUAL[name])))
    rows: list[Sequence[str]] = []
    for _ in range(draw(st.integers(1, 12))):
        row = USUAL[name] | {column: draw(cell) for column, cell in cells.items()}
        flaw = draw(st.sampled_from(["", "", "", "null", "bad", "ragged", "repeated"]))
        if flaw in ("null", "bad"):
            column = draw(st.sampled_from(list(cells)))
            row[column] = draw(st.sampled_from(NULLS if flaw == "null" else BAD))
        values = [row[column] for column in columns]
        rows.append(values[: draw(st.integers(1, 3))] if flaw == "ragged" else values)
        if flaw == "repeated":
            rows.append(values)
    written = io.StringIO(newline="")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    delimiter = draw(st.sampled_from(",;\t"))
    quoting: Any = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(written, quoting=quoting, lineterminator=end, delimiter=delimiter)
    header = [draw(st.sampled_from([str.lower, str.upper]))(column) for column in columns]
    writer.writerows([header, *rows])
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    # A row of empty cells is a blank line.
    return written.getvalue().encode(encoding), sum(any(row) for row in rows)


def check(summary: Summary, rows: int) -> None:
    """Every row is counted once."""
    assert summary.read == rows
    assert summary.read == (
        summary.inserted + summary.updated + summary.unchanged + summary.rejected
    )


def import_file(folder: Path, name: str, **options: Any) -> Summary | None:
    """Import one file; None if it is refused, as more than 2 % of a column cannot be read."""
    try:
        if name == "players.csv":
            return load(folder, **options)
        return load_careers(folder, **options)[name]
    except UnusableFile:
        return None


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", CELLS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_every_row_is_accounted_for_and_the_same_file_changes_nothing_again(
    name: str, data: st.DataObject
) -> None:
    content, rows = data.draw(files(name))
    with TemporaryDirectory() as temporary:
        folder = write_source(Path(temporary), *({"player_id": id_} for id_ in IDS))
        options: dict[str, Any] = {"as_of": date(2025, 6, 13), "fill_gaps": True}
        if name != "players.csv":
            load(folder, **options)
        (folder / name).write_bytes(content)
        for attempt in range(2):
            before = [player | {"updated_at": None} for player in stored()]
            summary = import_file(folder, name, **options)
            if summary is None:
                assert not attempt
                break
            check(summary, rows)
            if attempt:
                assert (summary.inserted, summary.updated) == (0, 0)
                assert [player | {"updated_at": None} for player in stored()] == before
    with session_scope() as session:
        service.delete_all_players(session)
