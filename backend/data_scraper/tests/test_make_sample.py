"""The command: same bytes again, published headers, files that agree with each other."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data_scraper import make_sample
from data_scraper.make_sample import DEFAULT_OUT
from data_scraper.sample_tables import HEADERS
from data_scraper.tests.conftest import SampleFiles


def test_the_same_seed_gives_the_committed_bytes(tmp_path: Path) -> None:
    for turn in ("once", "again"):
        make_sample.main(["--out", str(tmp_path / turn)])
        for name in HEADERS:
            assert (tmp_path / turn / name).read_bytes() == (DEFAULT_OUT / name).read_bytes(), name


def test_it_runs_as_a_script_from_any_folder(tmp_path: Path) -> None:
    script = str(Path(make_sample.__file__).resolve())
    run = [sys.executable, script, "--players", "200", "--leagues", "2", "--out", str(tmp_path)]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "players.csv: 200 rows" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == set(HEADERS)


def test_another_seed_gives_other_players() -> None:
    one, other = (make_sample.make_tables(players=200, leagues=8, seed=s) for s in (1, 2))
    assert one["players.csv"] != other["players.csv"]


def test_more_players_get_more_clubs_in_the_same_leagues() -> None:
    made = make_sample.make_tables(players=6000, leagues=8, seed=7)
    assert len(made["players.csv"]) == 6000
    assert len(made["clubs.csv"]) == 150
    assert len({row[2] for row in made["clubs.csv"]}) == 150, "club names are distinct"
    assert len({row[3] for row in made["clubs.csv"]}) == 8


@pytest.mark.parametrize("wrong", [["--players", "5"], ["--leagues", "0"], ["--leagues", "11"]])
def test_invalid_sizes_are_refused(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        make_sample.main([*wrong, "--out", str(tmp_path)])


@pytest.mark.parametrize("name", HEADERS)
def test_files_are_utf8_with_lf_line_ends(name: str) -> None:
    content = (DEFAULT_OUT / name).read_bytes()
    assert content.decode("utf-8").split("\n", 1)[0] == HEADERS[name]
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_the_sample_stays_small() -> None:
    assert sum((DEFAULT_OUT / name).stat().st_size for name in HEADERS) < 3_500_000


def test_the_readme_has_the_row_counts(files: SampleFiles) -> None:
    text = (DEFAULT_OUT / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"\| `(\w+\.csv)` \| ([\d,]+) \|", text))
    assert said == {f"{name}.csv": f"{len(rows):,}" for name, rows in files.items()}


def test_ids_are_unique(files: SampleFiles) -> None:
    for name, column in (
        ("players", "player_id"),
        ("clubs", "club_id"),
        ("competitions", "competition_id"),
    ):
        ids = [row[column] for row in files[name]]
        assert len(set(ids)) == len(ids), name


def test_every_reference_exists(files: SampleFiles) -> None:
    players = {row["player_id"]: row for row in files["players"]}
    clubs = {row["club_id"]: row for row in files["clubs"]}
    leagues = {row["competition_id"] for row in files["competitions"]}
    for player in players.values():
        club = clubs[player["current_club_id"]]
        assert player["current_club_name"] == club["name"]
        assert player["current_club_domestic_competition_id"] == club["domestic_competition_id"]
    assert {club["domestic_competition_id"] for club in clubs.values()} <= leagues
    for name in ("player_seasons", "player_valuations", "transfers"):
        assert {row["player_id"] for row in files[name]} <= set(players), name
    for row in files["transfers"]:
        assert row["player_name"] == players[row["player_id"]]["name"]


def test_squads_agree_with_the_clubs(files: SampleFiles) -> None:
    for club in files["clubs"]:
        squad = [
            player
            for player in files["players"]
            if player["current_club_id"] == club["club_id"] and player["last_season"] == "2026"
        ]
        assert len(squad) == int(club["squad_size"])
        assert not squad or sum(player["sub_position"] == "Goalkeeper" for player in squad) >= 2


def test_squad_players_were_last_moved_to_their_club(files: SampleFiles) -> None:
    squad = {
        p["player_id"]: p["current_club_id"] for p in files["players"] if p["last_season"] == "2026"
    }
    latest: dict[str, str] = {}
    for row in files["transfers"]:  # latest first
        latest.setdefault(row["player_id"], row["to_club_id"])
    assert all(squad[player] == club for player, club in latest.items() if player in squad)
