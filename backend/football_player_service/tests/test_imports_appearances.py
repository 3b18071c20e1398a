"""appearances.csv: games summed to seasons, each game counted once."""

from pathlib import Path

import pytest
from sqlmodel import col, func, select

from football_player_service.app.clubs.models import Club, Competition
from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers
from football_player_service.app.record.models import Cohort, StatLine
from football_player_service.tests.careers import compute, season_rows
from football_player_service.tests.source_files import (
    counts,
    load,
    load_careers,
    source,
    write_career,
    write_source,
)

NAME = "appearances.csv"


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
    assert (summary.read, counts(summary)) == (4, (4, 0, 0))
    expected = [
        ("season", 2023, "Serie A", 1, 120, 2, 0, 0, 1),
        ("season", 2024, "Serie A", 2, 91, 2, 2, 2, 0),
        ("season", 2024, "Serie A", 1, 0, 0, 0, 0, 0),
    ]
    assert season_rows() == expected
    assert counts(load_careers(folder)[NAME]) == (0, 0, 4)
    assert season_rows() == expected


def test_each_competition_and_club_has_a_line(folder: Path) -> None:
    write_career(
        folder,
        NAME,
        *games(
            {"competition_id": "IT1"},
            {"competition_id": "IT1", "minutes_played": "45"},
            {"competition_id": "IT1", "player_club_id": "900002"},
            {"competition_id": "CIT", "minutes_played": "120"},
            {"competition_id": "no such", "player_club_id": "no such"},
        ),
    )
    summary = load_careers(folder)[NAME]
    assert counts(summary) == (5, 0, 0)
    assert sorted(row[2:5] for row in season_rows() if row[2]) == [
        ("Coppa Italia", 1, 120),
        ("Serie A", 1, 90),
        ("Serie A", 2, 135),
    ]
    with session_scope(writes=False) as session:
        clubs = session.exec(
            select(Club.name, func.count()).join(StatLine).group_by(Club.name)
        ).all()
        assert dict(clubs) == {"Fictional FC": 2, "Example Rovers": 1}


@pytest.mark.parametrize(
    ("played", "league"),
    [
        ({"IT1": "40", "ES1": "50"}, "LaLiga"),
        ({"IT1": "50", "ES1": "40"}, "Serie A"),
        ({"CIT": "90", "CL": "90", "UKR1": "1"}, "Ukrainian Premier League"),
        ({"CIT": "90"}, None),
    ],
)
def test_players_are_compared_within_the_league_of_most_minutes_and_never_a_cup(
    folder: Path, played: dict[str, str], league: str | None
) -> None:
    ids = [str(number) for number in range(1, 31)]
    load(write_source(folder, *({"player_id": id_} for id_ in ids)))
    rows = [
        {"player_id": id_, "competition_id": code, "minutes_played": cell}
        for code, cell in played.items() for id_ in ids for _ in range(20)
    ]  # fmt: skip
    write_career(folder, NAME, *games(*rows))
    load_careers(folder)
    compute()
    with session_scope(writes=False) as session:
        found = session.exec(
            select(Competition.name).join(Cohort, col(Cohort.competition_id) == Competition.id)
        )
        assert set(found) == ({league} if league else set())


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
    for expected in ((1, 0, 0), (0, 0, 1)):
        done = load_careers(folder)
        assert counts(done["player_seasons.csv"]) == (0, 0, 0)
        assert "  appearances.csv is used for these seasons: 2" in list(
            done["player_seasons.csv"].lines()
        )
        assert counts(done[NAME]) == expected
    # Seasons before the first appearance are kept.
    assert [row[1:4] for row in season_rows()] == [(2023, None, 30), (2024, "Serie A", 1)]


def test_calendar_years_are_stored_next_to_seasons(folder: Path) -> None:
    write_career(folder, "player_seasons.csv", {"last_season": "2025"})
    write_career(folder, NAME, {})
    load_careers(folder)
    assert [row[:2] for row in season_rows()] == [("season", 2024), ("year", 2025)]


def test_sums_of_seasons_are_rejected_where_the_games_are_known(folder: Path) -> None:
    write_career(folder, NAME, {})
    load_careers(folder)
    (folder / NAME).unlink()
    write_career(folder, "player_seasons.csv", {}, {"last_season": "2023"})
    summary = load_careers(folder)["player_seasons.csv"]
    assert counts(summary) == (1, 0, 0)
    assert "  the games of the season were imported: 1" in list(summary.lines())
    assert [row[1:4] for row in season_rows()] == [(2023, None, 30), (2024, "Serie A", 1)]


def test_progress_is_reported_while_reading(folder: Path) -> None:
    many = ({"player_id": "1", "appearance_id": str(number)} for number in range(25_000))
    write_career(folder, NAME, *many)
    reported: list[int] = []
    careers.load("appearances", source(folder), on_progress=reported.append)
    assert reported == [10_000, 20_000]
