"""`load_csv_data.py FILE`: questions, output and exit status."""

import csv
import io
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from football_player_service.app.db import session_scope
from football_player_service.app.record.models import Season, SeasonStat, StatLine
from football_player_service.tests.wide_files import LINE, fbref, ivo, only_line, write
from scripts import load_csv_data

Output = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("database")
SURE = ("--season", "2025/26", "--as-of", "2026-04-01", "--yes")


def run(*arguments: str | Path) -> int:
    """Run the script in this process; returns its exit status."""
    return load_csv_data.main([str(argument) for argument in arguments])


def lines() -> int:
    """The number of lines in the record."""
    with session_scope(writes=False) as session:
        return session.exec(select(func.count()).select_from(StatLine)).one()


def test_a_file_is_imported_reported_and_its_percentiles_computed(
    tmp_path: Path, capsys: Output
) -> None:
    known = ivo()
    assert run(fbref(tmp_path, {}, {"Player": "Nobody Known"}), *SURE) == 0
    output = capsys.readouterr().out
    assert "fbref.csv: FBref, " in output
    assert "2 read: 1 inserted, 0 updated, 0 unchanged, 0 rejected, 1 waiting" in output
    assert "  name year and club or nationality: 1 lines" in output
    assert "checks passed." in output
    assert "  number of the row: Rk" in output
    assert "1 lines wait for a decision" in output
    assert "Percentiles of 1 seasons computed" in output
    with session_scope(writes=False) as session:
        statement = select(SeasonStat.value, SeasonStat.per_90).where(
            SeasonStat.player_id == known, SeasonStat.metric == "shots"
        )
        assert session.exec(statement).one() == (40, 2.4)


def test_what_the_file_does_not_say_is_asked_for_at_once(tmp_path: Path, capsys: Output) -> None:
    ivo()
    columns = {name: cell for name, cell in LINE.items() if name != "Comp"}
    path = write(tmp_path / "fbref-2025-26.csv", [columns])
    assert run(path) == 1
    assert capsys.readouterr().err.strip() == (
        "fbref-2025-26.csv does not say everything. "
        "Add --season 2025/26, --competition NAME (or unknown), --as-of 2026-04-30."
    )
    assert run(path, "--competition", "unknown", "--as-of", "2026-04-01") == 1
    shown = capsys.readouterr()
    assert "  Gls = goals\n" in shown.out
    assert "  Rk = ignore: number of the row\n" in shown.out
    assert "--season 2025/26, as the name of the file suggests." in shown.out
    assert shown.err.strip() == ("fbref-2025-26.csv was not imported. If this is right, add --yes.")
    assert lines() == 0
    assert run(path, "--competition", "unknown", "--as-of", "2026-04-01", "--yes") == 0
    assert only_line()["competition"] is None
    assert only_line()["year"] == 2025


@pytest.mark.parametrize(("answer", "status"), [("yes", 0), ("no", 1)])
def test_on_a_terminal_the_columns_are_confirmed_once(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    ivo()
    path = fbref(tmp_path)
    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    assert run(path, *SURE[:-1]) == status
    assert lines() == 1 - status
    capsys.readouterr()
    if status == 0:
        assert run(path, *SURE[:-1]) == 0  # nothing is asked
        assert "Columns of" not in capsys.readouterr().out


def test_a_dry_run_stores_nothing(tmp_path: Path, capsys: Output) -> None:
    ivo()
    assert run(fbref(tmp_path), *SURE[:-1], "--dry-run") == 0
    output = capsys.readouterr().out
    assert "1 read: 1 inserted" in output
    assert "Nothing was stored (--dry-run)." in output
    assert lines() == 0


def test_a_file_of_unknown_players_fails(tmp_path: Path, capsys: Output) -> None:
    assert run(fbref(tmp_path), *SURE) == 1
    assert "0 inserted, 0 updated, 0 unchanged, 0 rejected, 1 waiting" in capsys.readouterr().out


def test_a_column_that_cannot_be_read_fails(tmp_path: Path, capsys: Output) -> None:
    ivo()
    assert run(fbref(tmp_path, {"Gls": "many"}), *SURE) == 1
    output = capsys.readouterr().out
    assert "  no cell can be read: Gls" in output
    assert "  Gls: not a number, cell ignored: 1 (line 2: 'many')" in output
    assert "goals" not in only_line()["figures"]
    others = [{"Player": f"Other {number}", "Gls": "many"} for number in range(2)]
    assert run(fbref(tmp_path, {"Player": "Ada Beispiel"}, *others), *SURE) == 1
    assert "line 3, Gls: 'many' is not a number; 2 of 3 cells" in capsys.readouterr().err


def test_decisions_are_read_from_the_review_file(tmp_path: Path, capsys: Output) -> None:
    known = ivo(country="Spain")
    path, review = fbref(tmp_path), tmp_path / "review.csv"
    assert run(path, *SURE, "--review", review) == 1
    assert f"1 players wait for a decision in {review}." in capsys.readouterr().out
    with review.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    row["decision"] = str(known)
    with review.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    assert run("--review", review) == 0
    output = capsys.readouterr().out
    assert f"1 new decisions of {review} carried out." in output
    assert f"0 players wait for a decision in {review}." in output
    assert "Percentiles of 1 seasons computed" in output
    assert only_line()["player_id"] == known


def test_several_files_and_a_calendar_year(tmp_path: Path) -> None:
    ivo()
    other = fbref(tmp_path, {"Comp": "it Crown Cup", "Gls": "1"}, name="cup.csv")
    assert run(fbref(tmp_path), other, "--season", "2025", "--as-of", "2025-12-31", "--yes") == 0
    with session_scope(writes=False) as session:
        spans = session.exec(
            select(Season.span, Season.year, func.count())
            .join(StatLine, col(StatLine.season_id) == Season.id)
            .group_by(Season.span, col(Season.year))
        ).all()
    assert spans == [("year", 2025, 2)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fbref.csv", "--season", "soon"], "'soon' is not a season, such as 2025/26 or 2025"),
        (["fbref.csv", "--as-of", "1/2/2026"], "'1/2/2026' is not a date, such as 2026-04-30"),
    ],
)
def test_options_that_cannot_be_used(capsys: Output, arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit):
        run(*arguments)
    assert message in capsys.readouterr().err


def test_a_file_is_no_folder(tmp_path: Path, capsys: Output) -> None:
    assert run(tmp_path / "none.csv", *SURE) == 1
    assert "cannot be read: No such file" in capsys.readouterr().err
    assert run(tmp_path / "none.csv", "--reset", *SURE) == 1
    assert "--dir and --reset are for folders" in capsys.readouterr().err
