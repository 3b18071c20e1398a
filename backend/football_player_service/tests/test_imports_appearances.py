"""appearances.csv: games summed to seasons, each game counted once."""

from pathlib import Path

import pytest

from football_player_service.app.imports import appearances, careers
from football_player_service.app.imports.reader import UnusableFile
from football_player_service.tests.careers import season_rows
from football_player_service.tests.source_files import (
    counts,
    load,
    load_careers,
    write_career,
    write_source,
)

NAME = appearances.FILE.name


def games(*changes: dict[str, str]) -> list[dict[str, str]]:
    """Appearances with distinct ids, unless a change sets the id."""
    return [{"appearance_id": f"{number}_900001"} | one for number, one in enumerate(changes)]


@pytest.fixture
def folder(tmp_path: Path, database: str) -> Path:
    """A folder with two players, both loaded."""
    load(write_source(tmp_path, {}, {"player_id": "900002"}))
    return tmp_path


def test_games_are_summed_to_seasons_from_july_to_june(folder: Path) -> None:
    write_career(
        folder,
        NAME,
        *games(
            {"date": "2024-06-30", "goals": "2", "minutes_played": "120", "red_cards": "1"},
            {"date": "2024-07-01", "assists": "2"},
            {"date": "2025-06-30", "yellow_cards": "2", "minutes_played": "1"},
            {"date": "2025-01-01", "player_id": "900002", "minutes_played": "0", "goals": "0"},
        ),
    )
    summary = load_careers(folder)[NAME]
    assert (summary.read, counts(summary)) == (4, (3, 0, 0))
    expected = [
        ("season", 2023, "Serie A (Italy)", 1, 120, 2, 0, 0, 1),
        ("season", 2024, "Serie A (Italy)", 2, 91, 2, 2, 2, 0),
        ("season", 2024, None, 1, 0, 0, 0, 0, 0),
    ]
    assert season_rows() == expected
    assert counts(load_careers(folder)[NAME]) == (0, 0, 3)
    assert season_rows() == expected


@pytest.mark.parametrize(
    ("played", "league"),
    [
        ({"IT1": "40", "ES1": "50"}, "LaLiga (Spain)"),
        ({"IT1": "50", "ES1": "40"}, "Serie A (Italy)"),
        ({"CIT": "90", "CL": "90", "UKR1": "1"}, "Premier Liga (Ukraine)"),
        ({"CIT": "90"}, None),
        ({"no such": "90"}, None),
        ({"IT1": "0"}, None),
    ],
)
def test_the_league_is_that_of_most_minutes_and_never_a_cup(
    folder: Path, played: dict[str, str], league: str | None
) -> None:
    rows = [{"competition_id": code, "minutes_played": cell} for code, cell in played.items()]
    write_career(folder, NAME, *games(*rows))
    load_careers(folder)
    ((_, _, found, number, minutes, *_),) = season_rows()
    assert (found, number, minutes) == (league, len(rows), sum(map(int, played.values())))


def test_a_repeated_appearance_counts_once(folder: Path) -> None:
    other = {"player_id": "900002"}
    rows = games(
        {}, other, {}, {"appearance_id": "0_900001"}, other | {"appearance_id": "0_900001"}
    )
    write_career(folder, NAME, *rows)
    summary = load_careers(folder)[NAME]
    (tally,) = summary.skipped.values()
    assert (tally.count, tally.examples) == (2, ["5: '0_900001'", "6: '0_900001'"])
    assert [row[3] for row in season_rows()] == [2, 1]


def test_a_skipped_row_may_be_repeated(folder: Path) -> None:
    write_career(folder, NAME, {"minutes_played": "?"}, {})
    load_careers(folder)
    assert [row[3] for row in season_rows()] == [1]


def test_appearances_are_preferred_to_player_seasons(folder: Path) -> None:
    write_career(folder, "player_seasons.csv", {}, {"last_season": "2023"})
    load_careers(folder)
    write_career(folder, NAME, {})
    for expected in ((0, 1, 0), (0, 0, 1)):
        done = load_careers(folder)
        assert counts(done["player_seasons.csv"]) == (0, 0, 0)
        assert "  appearances.csv is used for these seasons: 2" in list(
            done["player_seasons.csv"].lines()
        )
        assert counts(done[NAME]) == expected
    # Seasons before the first appearance are kept.
    assert [row[1:4] for row in season_rows()] == [(2023, None, 30), (2024, "Serie A (Italy)", 1)]


def test_calendar_years_are_stored_next_to_seasons(folder: Path) -> None:
    write_career(folder, "player_seasons.csv", {"last_season": "2025"})
    write_career(folder, NAME, {})
    load_careers(folder)
    assert [row[:2] for row in season_rows()] == [("season", 2024), ("year", 2025)]


def test_competitions_without_a_type_are_refused(folder: Path) -> None:
    write_career(folder, NAME, {})
    (folder / "competitions.csv").write_text("competition_id,name,country_name\n")
    with pytest.raises(UnusableFile, match=r"competitions\.csv line 1: no column type"):
        careers.present(folder)


def test_progress_is_reported_while_reading(folder: Path) -> None:
    many = ({"player_id": "1", "appearance_id": str(number)} for number in range(25_000))
    write_career(folder, NAME, *many)
    reported: list[int] = []
    careers.load(appearances.FILE, folder, on_progress=reported.append)
    assert reported == [10_000, 20_000]
