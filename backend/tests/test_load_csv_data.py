"""`load_csv_data.py`: arguments, output and exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import SQLModel, func, select

from football_player_service.app.db import session_scope
from football_player_service.app.record.models import StatLine, Transfer, Valuation
from football_player_service.app.settings import get_settings
from football_player_service.tests.source_files import stored, write_csv, write_source
from scripts import load_csv_data
from scripts.seed_data import seed
from tests.servers import BACKEND_DIR

SAMPLE = BACKEND_DIR / "data_scraper" / "sample"
Output = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("database")


def run(*arguments: str | Path) -> int:
    """Run the script in this process; returns its exit status."""
    return load_csv_data.main([str(argument) for argument in arguments])


@pytest.fixture
def no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rawData folder without files."""
    monkeypatch.setattr(load_csv_data, "RAW", tmp_path / "rawData")
    return tmp_path / "rawData"


@pytest.mark.usefixtures("no_files")
def test_without_files_the_sample_is_loaded_and_reported(capsys: Output) -> None:
    assert run() == 0
    output = capsys.readouterr().out
    assert "loading the fictional sample" in output
    assert "100 read: 100 inserted, 0 updated, 0 unchanged, 0 rejected" in output
    assert "Loaded the first 100 of 2,000 rows" in output
    assert len(stored()) == 100


def test_files_in_raw_data_are_loaded(no_files: Path, capsys: Output) -> None:
    no_files.mkdir()
    write_source(no_files, {})
    assert run() == 0
    assert "sample" not in capsys.readouterr().out
    assert [player["full_name"] for player in stored()] == ["Ivo Testarossa"]


# Rows of the sample's files, and of its statistics; a few players share name and birth date or have
# none, so their lines wait for a decision.
SEASONS, STATISTICS, WAITING = 8189, 2803, 11
CAREERS: dict[type[SQLModel], int] = {
    Transfer: 5356,
    Valuation: 23_380,
    StatLine: SEASONS + STATISTICS - WAITING,
}
FILES = (CAREERS[Transfer], CAREERS[Valuation], SEASONS)


def numbers() -> dict[type[SQLModel], int]:
    """The number of rows in each table of careers."""
    with session_scope(writes=False) as session:
        found = {model: select(func.count()).select_from(model) for model in CAREERS}
        return {model: session.exec(statement).one() for model, statement in found.items()}


def test_the_whole_sample_twice(capsys: Output) -> None:
    assert run("--dir", SAMPLE, "--limit", "0") == 0
    output = capsys.readouterr().out
    assert "2,000 read: 2,000 inserted" in output
    assert "position: not known, left empty: 11" in output
    for number in FILES:
        whole = f"{number:,} inserted, 0 updated, 0 unchanged, 0 rejected"
        assert f"{number:,} read: {whole}" in output
    statistics = f"{STATISTICS - WAITING:,} {{}}, 0 rejected, {WAITING} waiting"
    inserted = statistics.format("inserted, 0 updated, 0 unchanged")
    assert f"{STATISTICS:,} read: {inserted}" in output
    assert "calendar years" not in output
    assert f"Not loaded, as not in {SAMPLE}: appearances.csv." in output
    assert numbers() == CAREERS
    assert run("--dir", SAMPLE, "--limit", "0") == 0
    output = capsys.readouterr().out
    for number in (2000, *FILES):
        assert f"0 inserted, 0 updated, {number:,} unchanged, 0 rejected" in output
    unchanged = statistics.format("unchanged")
    assert f"{STATISTICS:,} read: 0 inserted, 0 updated, {unchanged}" in output
    assert output.count("Nothing changed.") == 4
    assert numbers() == CAREERS
    players = stored()
    assert not any(player["country"] == "Türkiye" for player in players)
    assert {player["status"] for player in players} == {"active", "retired", "free_agent", None}
    assert len({player["league"] for player in players} - {None}) == 8


@pytest.mark.skipif("DATASET_DIR" not in os.environ, reason="DATASET_DIR is not set")
@pytest.mark.timeout(300)
def test_the_published_data_set_twice(capsys: Output) -> None:
    rows = {"players": 32_601, "transfers": 79_646, "valuations": 424_238, "years": 105_216}
    for expected in ("{:,} inserted, 0 updated, 0 unch", "0 inserted, 0 updated, {:,} unch"):
        assert run("--dir", os.environ["DATASET_DIR"], "--limit", "0") == 0
        output = capsys.readouterr().out
        assert [name for name, n in rows.items() if expected.format(n) not in output] == []
        assert "last_season: imported as calendar years: 105,216" in output


@pytest.mark.usefixtures("no_files")
def test_the_limit_applies_to_careers_too(capsys: Output) -> None:
    assert run() == 0
    output = capsys.readouterr().out
    assert "player not in the database: " in output
    assert "player is not in the record: " in output
    assert " 0 waiting" in output
    assert all(0 < number < CAREERS[model] for model, number in numbers().items())


def test_players_alone_can_be_loaded(capsys: Output) -> None:
    assert run("--dir", SAMPLE, "--players-only") == 0
    assert "Not loaded" not in capsys.readouterr().out
    assert set(numbers().values()) == {0}


def test_an_unusable_career_file_stops_the_import_before_it_starts(
    tmp_path: Path, capsys: Output
) -> None:
    seed(get_settings())
    write_source(tmp_path, {})
    write_csv(tmp_path / "appearances.csv", [{"player_id": "900001", "date": "2024-08-17"}])
    assert run("--dir", tmp_path, "--reset", "--yes") == 1
    assert (
        "appearances.csv line 1: no column appearance_id, minutes_played."
        in capsys.readouterr().err
    )
    assert len(stored()) == 20


def test_reset_deletes_careers_too(tmp_path: Path) -> None:
    assert run("--dir", SAMPLE) == 0
    assert run("--dir", write_source(tmp_path, {}), "--reset", "--yes") == 0
    assert set(numbers().values()) == {0}


def test_an_unusable_folder_gives_a_one_line_error(tmp_path: Path, capsys: Output) -> None:
    assert run("--dir", tmp_path / "nowhere") == 1
    output = capsys.readouterr()
    assert (output.out, output.err.count("\n")) == ("", 1)
    assert "players.csv cannot be read" in output.err


def test_reset_refuses_without_a_terminal_or_yes(tmp_path: Path, capsys: Output) -> None:
    seed(get_settings())
    assert run("--dir", write_source(tmp_path, {}), "--reset") == 1
    assert "--yes" in capsys.readouterr().err
    assert len(stored()) == 20


@pytest.mark.parametrize(("answer", "left"), [("yes", ["Ivo Testarossa"]), ("no", None)])
def test_reset_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: list[str] | None
) -> None:
    seed(get_settings())
    before = [player["full_name"] for player in stored()]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _prompt: answer)
    assert run("--dir", write_source(tmp_path, {}), "--reset") == (0 if left else 1)
    assert [player["full_name"] for player in stored()] == (left or before)


def test_reset_with_yes_deletes_then_loads(tmp_path: Path, capsys: Output) -> None:
    seed(get_settings())
    assert run("--dir", write_source(tmp_path, {}), "--reset", "--yes") == 0
    assert "Deleted 20 players, their careers and reports." in capsys.readouterr().out
    assert [player["full_name"] for player in stored()] == ["Ivo Testarossa"]


def test_reset_deletes_nothing_if_the_files_cannot_be_used(tmp_path: Path) -> None:
    seed(get_settings())
    assert run("--dir", tmp_path, "--reset", "--yes") == 1
    assert len(stored()) == 20


@pytest.mark.parametrize("limit", ["-1", "many"])
def test_an_invalid_limit_is_refused(limit: str, capsys: Output) -> None:
    with pytest.raises(SystemExit):
        run("--limit", limit)
    assert "is not a number of rows" in capsys.readouterr().err


@pytest.mark.parametrize("script", ["scripts/load_csv_data.py", "data_scraper/load_data.py"])
def test_both_paths_run_as_scripts_from_any_folder(tmp_path: Path, script: str) -> None:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'unmigrated.db'}"}
    done = subprocess.run(
        [sys.executable, BACKEND_DIR / script, "--dir", SAMPLE],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no such table: players" in done.stderr
    assert "alembic upgrade head" in done.stderr
    assert done.stderr.count("\n") == 1


def test_statistics_of_a_folder_are_checked_before_anything_is_deleted(
    tmp_path: Path, capsys: Output
) -> None:
    seed(get_settings())
    write_source(tmp_path, {})
    (tmp_path / "statistics.toml").write_text('[[files]]\nname = "a.csv"\nprovider = "scouts"\n')
    assert run("--dir", tmp_path, "--reset", "--yes") == 1
    assert "statistics.toml cannot be used" in capsys.readouterr().err
    described = '[[files]]\nname = "a.csv"\nprovider = "scouts"\nas_of = 2026-05-01\n'
    (tmp_path / "statistics.toml").write_text(described)
    (tmp_path / "a.csv").write_text("club,season,goals\nExample Rovers,2025/26,4\n")
    assert run("--dir", tmp_path, "--reset", "--yes") == 1
    assert "a.csv lacks a column with the name of the player" in capsys.readouterr().err
    assert len(stored()) == 20


def test_a_dry_run_leaves_the_statistics_of_a_folder_out(capsys: Output) -> None:
    assert run("--dir", SAMPLE, "--dry-run") == 0
    assert "Not part of a dry run: fictional_statistics.csv." in capsys.readouterr().out
    assert numbers() == dict.fromkeys(CAREERS, 0)
