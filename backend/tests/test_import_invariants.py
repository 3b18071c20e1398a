"""What no import may do, tried with files changed as real ones were.

Each test runs on fictional players, and on the published data set where DATASET_DIR is set.
"""

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import SQLModel, col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports.folder import Options, Source, provider_mapping
from football_player_service.app.imports.folder_import import FolderImport
from football_player_service.app.imports.models import Import
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId, StatLine, Transfer, Valuation
from scripts import load_csv_data
from tests.servers import BACKEND_DIR

SAMPLE = BACKEND_DIR / "data_scraper" / "sample"
PLAYERS = 250  # of the fictional ones
FILES = (
    "players.csv", "clubs.csv", "competitions.csv", "transfers.csv", "player_valuations.csv",
    "player_seasons.csv",
)  # fmt: skip
PARTS = ("transfers", "valuations", "seasons")
Row = dict[str, str]
Change = Callable[[Row], Row | None]


@pytest.fixture(params=["fictional", "published"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, database: str) -> Path:
    """A folder to change; its files are copies."""
    if request.param == "published":
        if "DATASET_DIR" not in os.environ:
            pytest.skip("DATASET_DIR is not set")
        if not database.startswith("sqlite"):
            pytest.skip("the published data set is tried on SQLite only")
        origin = Path(os.environ["DATASET_DIR"])
    else:
        origin = SAMPLE
    target = tmp_path / "folder"
    target.mkdir()
    for name in FILES:
        shutil.copyfile(origin / name, target / name)
    if request.param == "fictional":
        kept = {row["player_id"] for row in list(read(target / "players.csv"))[:PLAYERS]}
        for name in ("players.csv", *FILES[3:]):
            change(target / name, lambda row: row if row["player_id"] in kept else None)
    return target


pytestmark = pytest.mark.timeout(900)


def read(path: Path) -> Iterator[Row]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def change(path: Path, each: Change) -> int:
    """Rewrite a file row by row, without those changed to None; the number of rows left."""
    rows = [changed for row in read(path) if (changed := each(row)) is not None]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def load(folder: Path, *, parts: tuple[str, ...] = PARTS, **options: Any) -> dict[str, Summary]:
    """Import a folder; the summaries by file name, each checked to account for its rows."""
    source = Source(folder, provider_mapping("transfermarkt"), Options(**options))
    prepared = FolderImport(source, parts=[p for p in parts if source.path(p)]).prepare()
    found = {path.name: summary for path, summary in prepared.apply()}
    for name, summary in found.items():
        assert summary.read == summary.accepted + summary.rejected, name
        assert summary.read == sum(1 for _ in read(folder / name)), name
    return found


def snapshot() -> dict[str, dict[str, Any]]:
    """The facts of every player by the provider's id."""
    # The words by which a player is found grow with the names known of the club.
    left_out = {"id", "version", "updated_at", "created_at", "search_text"}
    with session_scope(writes=False) as session:
        players = session.exec(select(Player)).all()
        return {player.source_id or "": player.model_dump(exclude=left_out) for player in players}


TABLES: tuple[type[SQLModel], ...] = (Transfer, Valuation, StatLine)


def sizes() -> tuple[int, ...]:
    """The number of rows of careers."""
    with session_scope(writes=False) as session:
        statements = [select(func.count()).select_from(table) for table in TABLES]
        return tuple(session.exec(statement).one() for statement in statements)


def is_unchanged(summaries: dict[str, Summary]) -> bool:
    """Whether an import changed nothing."""
    return not any(summary.inserted or summary.updated for summary in summaries.values())


def day_first(row: Row) -> Row:
    """The birth date as `17/05/2001`."""
    day = row["date_of_birth"][:10]
    return row | {"date_of_birth": "/".join(reversed(day.split("-")))}


def in_words(row: Row) -> Row:
    """The birth date with the month in Polish."""
    year, _, day = row["date_of_birth"][:10].partition("-")
    return row | {"date_of_birth": f"{day[3:]} maja {year}" if day else ""}


def test_1_an_unreadable_cell_never_erases_a_value(folder: Path) -> None:
    load(folder, parts=())
    before = snapshot()
    original = (folder / "players.csv").read_bytes()
    # Dates in another order are read: their column shows the order.
    change(folder / "players.csv", day_first)
    assert is_unchanged(load(folder, parts=()))
    (folder / "players.csv").write_bytes(original)
    change(folder / "players.csv", in_words)
    with pytest.raises(UnusableFile, match="cells of the column cannot be read") as caught:
        load(folder, parts=())
    assert "date_of_birth: '" in str(caught.value)
    assert snapshot() == before
    # A few are reported, and the rest of their rows is imported.
    (folder / "players.csv").write_bytes(original)
    with_birth = [row for row in read(folder / "players.csv") if row["date_of_birth"]]
    broken = {row["player_id"] for row in with_birth[:: len(with_birth) // 2][:2]}
    change(
        folder / "players.csv",
        lambda row: (
            in_words(row) | {"agent_name": "New Agents"} if row["player_id"] in broken else row
        ),
    )
    summary = load(folder, parts=())["players.csv"]
    assert (summary.updated, sum(t.count for t in summary.ignored.values()) >= 2) == (2, True)
    after = snapshot()
    assert {after[id_]["agent"] for id_ in broken} == {"New Agents"}
    for id_ in broken:
        assert after[id_]["date_of_birth"] == before[id_]["date_of_birth"]


def test_1_an_empty_cell_erases_only_in_the_columns_that_the_user_names(folder: Path) -> None:
    load(folder, parts=())
    before = snapshot()
    empty = {"agent_name": "", "foot": ""}
    change(folder / "players.csv", lambda row: row | empty)
    assert is_unchanged(load(folder, parts=()))
    assert snapshot() == before
    load(folder, parts=(), clear_if_empty=frozenset({"agent_name"}))
    after = snapshot()
    assert {player["agent"] for player in after.values()} == {None}
    feet = {id_: player["foot"] for id_, player in before.items()}
    assert {id_: player["foot"] for id_, player in after.items()} == feet
    assert is_unchanged(load(folder, parts=(), clear_if_empty=frozenset({"agent_name"})))


def earlier(years: int) -> Change:
    """The players some years before: seasons, values, clubs and agents differ."""

    def each(row: Row) -> Row | None:
        return row | {
            "last_season": str(int(row["last_season"]) - years),
            "market_value_in_eur": "1000",
            "highest_market_value_in_eur": "1000",
            "agent_name": "Earlier Agents",
        }

    return each


def test_2_older_data_never_overwrites_newer(folder: Path) -> None:
    """One file, a later one, and the first again: refused, and with consent only gaps filled."""
    first = (folder / "players.csv").read_bytes()
    load(folder)
    newest = max(int(row["last_season"]) for row in read(folder / "players.csv"))
    moved = {row["player_id"] for row in read(folder / "players.csv")
             if int(row["last_season"]) == newest}  # fmt: skip
    later = {"last_season": str(newest + 1), "agent_name": "Later Agents", "foot": "both"}
    change(
        folder / "players.csv",
        lambda row: row | later if row["player_id"] in moved else row,
    )
    summary = load(folder)["players.csv"]
    assert (summary.inserted, summary.updated) == (0, len(moved))
    after_later = snapshot()
    assert after_later[min(moved)]["agent"] == "Later Agents"
    # A gap in the record, which the older file can fill.
    gap = min(moved)
    with session_scope() as session:
        known = session.get_one(PlayerId, ("transfermarkt", gap))
        session.get_one(Player, known.player_id).height_cm = None
        known.facts = (known.facts or "").replace('"height_cm"', '"unknown"')
    (folder / "players.csv").write_bytes(first)
    heights = {row["player_id"]: row["height_in_cm"] for row in read(folder / "players.csv")}
    with pytest.raises(UnusableFile) as caught:
        load(folder)
    assert "players.csv is older (with data up to" in str(caught.value)
    assert "--older" in str(caught.value)
    summaries = load(folder, fill_gaps=True)
    again = snapshot()
    expected = {**after_later, gap: again[gap]}
    assert again == expected
    assert again[gap]["height_cm"] == (int(heights[gap]) if heights[gap] else None)
    refused = summaries["players.csv"].newer
    assert refused["agent"].count > 0
    assert refused["last_season"].count == len(moved)
    assert is_unchanged(load(folder, fill_gaps=True))
    # A file whose date is given is compared by it.
    load(folder, parts=(), as_of=date(2025, 6, 13), fill_gaps=True)
    with pytest.raises(UnusableFile, match="as of 2025-06-12"):
        load(folder, parts=(), as_of=date(2025, 6, 12))


def test_2_market_values_and_transfers_of_an_older_file_only_fill_gaps(folder: Path) -> None:
    load(folder)
    before = sizes()
    newest = max(row["date"] for row in read(folder / "player_valuations.csv"))
    change(
        folder / "player_valuations.csv",
        lambda row: row | {"market_value_in_eur": "1"} if row["date"] != newest else None,
    )
    with pytest.raises(UnusableFile, match=r"player_valuations\.csv is older"):
        load(folder, parts=("valuations",))
    summary = load(folder, parts=("valuations",), fill_gaps=True)["player_valuations.csv"]
    assert (summary.inserted, summary.updated) == (0, 0)
    assert sizes() == before
    with session_scope(writes=False) as session:
        assert session.exec(select(func.min(Valuation.value))).one() > 1


def test_3_names_are_not_keys(folder: Path) -> None:
    load(folder)
    before = sizes()

    def renamed(row: Row) -> Row:
        clubs = {name: row[name] for name in ("from_club_name", "to_club_name")}
        places = ("Retired", "Without Club")
        return row | {n: club if club in places else f"{club} 1904" for n, club in clubs.items()}

    change(folder / "transfers.csv", renamed)
    summary = load(folder)["transfers.csv"]
    assert (summary.inserted, summary.updated) == (0, 0)
    assert sizes() == before


def test_4_nothing_is_deleted_before_its_replacement_is_validated(folder: Path) -> None:
    load(folder)
    before, rows = snapshot(), sizes()
    path = folder / "player_valuations.csv"
    content = path.read_bytes()
    path.write_bytes(content + b"1,2020-01-01,\xe9\n")
    arguments = ["--dir", str(folder), "--limit", "0", "--reset", "--yes"]
    assert load_csv_data.main(arguments) == 1
    assert (snapshot(), sizes()) == (before, rows)
    path.write_bytes(content)
    assert load_csv_data.main(arguments) == 0
    assert (snapshot(), sizes()) == (before, rows)


def test_5_absence_in_a_file_is_not_information(folder: Path) -> None:
    load(folder)
    before = snapshot()
    statuses = {player["status"] for player in before.values()}
    assert {"retired", "active"} <= statuses
    (folder / "transfers.csv").unlink()
    assert is_unchanged(load(folder))
    assert snapshot() == before
    # Of a part of the file, the newest season is not that of the record.
    newest = max(int(row["last_season"]) for row in read(folder / "players.csv"))
    change(
        folder / "players.csv",
        lambda row: row if int(row["last_season"]) < newest else None,
    )
    load(folder, fill_gaps=True)
    assert snapshot() == before


def test_5_amounts_in_other_currencies_are_not_converted(folder: Path) -> None:
    load(folder, parts=())
    before = snapshot()
    change(
        folder / "players.csv",
        lambda row: row | {"market_value_in_eur": f"£{row['market_value_in_eur'] or 0}"},
    )
    with pytest.raises(UnusableFile, match="in GBP; values are stored in euros"):
        load(folder, parts=())
    assert snapshot() == before


def test_6_every_row_is_accounted_for_and_every_file_is_recorded(folder: Path) -> None:
    for name in FILES[3:]:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("1,2\n")
    tomorrow = str(date.today() + timedelta(days=1))  # noqa: DTZ011 - a day in the future
    rows = list(read(folder / "player_valuations.csv"))
    with (folder / "player_valuations.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(rows[0]), lineterminator="\n").writerows(
            [rows[0], rows[0] | {"date": tomorrow}]
        )
    summaries = load(folder)  # which compares the numbers
    assert summaries["player_valuations.csv"].rejected >= 3
    with session_scope(writes=False) as session:
        imports = session.exec(select(Import).order_by(col(Import.created_at))).all()
        ids = session.exec(
            select(func.count()).select_from(PlayerId).where(PlayerId.rule == "created")
        ).one()
    assert [i.content for i in imports] == ["players", *PARTS]
    assert {i.state for i in imports} == {"finished"}
    assert {len(i.sha256) for i in imports} == {64}
    assert ids == summaries["players.csv"].inserted


def test_7_the_exit_code_says_whether_everything_could_be_used(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--dir", str(folder), "--limit", "0", "--players-only"]
    assert load_csv_data.main([*arguments, "--dry-run"]) == 0
    assert snapshot() == {}
    assert load_csv_data.main(arguments) == 0
    assert load_csv_data.main(arguments) == 0
    before = snapshot()
    original = (folder / "players.csv").read_bytes()
    # No row can be used.
    change(folder / "players.csv", lambda row: row | {"player_id": f"x{row['player_id']}"})
    assert load_csv_data.main(arguments) == 1
    assert "could not be imported completely" in capsys.readouterr().err
    # One column cannot be read, although only one of its cells is not empty.
    (folder / "players.csv").write_bytes(original)
    first = next(read(folder / "players.csv"))["player_id"]
    change(
        folder / "players.csv",
        lambda row: row | {"height_in_cm": "tall" if row["player_id"] == first else ""},
    )
    assert load_csv_data.main(arguments) == 1
    assert "Not one cell can be read of: height_in_cm" in capsys.readouterr().out
    assert snapshot() == before
