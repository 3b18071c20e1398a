"""The fictional statistics: 60 metrics that agree with the careers, the minutes and each other."""

import tomllib
from collections import Counter, defaultdict
from statistics import correlation, mean

import pytest

from data_scraper.make_sample import DEFAULT_OUT
from data_scraper.sample_statistics import METRICS
from data_scraper.tests.conftest import SampleFiles
from football_player_service.app.metrics.catalogue import Storage, catalogue

Row = dict[str, str]

KEEPING = ("shots_on_target_faced", "saves", "goals_conceded", "post_shot_xg", "clean_sheets")


@pytest.fixture(scope="module")
def rows(files: SampleFiles) -> list[Row]:
    return files["fictional_statistics"]


@pytest.fixture(scope="module")
def regulars(rows: list[Row]) -> list[Row]:
    """Outfield players with enough minutes for rates that say something."""
    return [r for r in rows if int(r["minutes"]) >= 900 and r["position"] != "Goalkeeper"]


def per_90(row: Row, metric: str) -> float:
    return 90 * float(row[metric]) / float(row["minutes"])


def test_sixty_metrics_of_the_catalogue_in_three_seasons_and_eight_leagues(rows: list[Row]) -> None:
    assert len(METRICS) == len(set(METRICS)) == 60
    assert set(METRICS) <= set(catalogue())
    assert set(METRICS) < set(rows[0])
    seasons = Counter(row["season"] for row in rows)
    assert set(seasons) == {"2024/25", "2025/26", "2026/27"}
    assert min(seasons.values()) > 800
    leagues = Counter(row["competition"] for row in rows)
    del leagues[""]  # loans to clubs outside the leagues, and seasons before a transfer
    assert len(leagues) == 8
    assert min(leagues.values()) > 150


def test_the_file_says_that_it_is_fictional() -> None:
    (file,) = tomllib.loads((DEFAULT_OUT / "statistics.toml").read_text())["files"]
    assert file["name"] == "fictional_statistics.csv"
    assert file["provider"] == "fictional_data"
    assert "fictional_statistics.csv" in (DEFAULT_OUT / "README.md").read_text()


def test_figures_of_careers_are_the_same(files: SampleFiles, rows: list[Row]) -> None:
    careers = {(row["player_id"], row["last_season"]): row for row in files["player_seasons"]}
    for row in rows:
        career = careers[row["player_id"], row["season"][:4]]
        assert row["minutes"] == career["minutes_played"], row["player"]
        for metric in ("games", "goals", "assists", "yellow_cards", "red_cards"):
            assert row[metric] == career[metric], (row["player"], metric)


def test_every_season_of_a_player_with_a_position_has_statistics(
    files: SampleFiles, rows: list[Row]
) -> None:
    known = {row["player_id"] for row in files["players"] if row["sub_position"]}
    expected = {
        (row["player_id"], row["last_season"])
        for row in files["player_seasons"]
        if row["player_id"] in known and int(row["last_season"]) >= 2024
    }
    assert {(row["player_id"], row["season"][:4]) for row in rows} == expected


def test_parts_are_at_most_their_whole(rows: list[Row]) -> None:
    for row in rows:
        figures = {name: float(row[name]) for name in METRICS if row[name]}
        for part, whole in (
            ("goals", "shots_on_target"), ("shots_on_target", "shots"),
            ("penalties_scored", "penalties_taken"), ("penalties_taken", "shots"),
            ("assists", "key_passes"), ("key_passes", "passes"),
            ("key_passes", "shot_creating_actions"), ("crosses_completed", "crosses"),
            ("passes_completed", "passes"), ("long_passes", "passes"),
            ("long_passes_completed", "long_passes"), ("passes", "touches"),
            ("take_ons_completed", "take_ons"), ("duels_won", "duels"),
            ("aerials_won", "aerial_duels"), ("aerial_duels", "duels"),
            ("starts", "games"), ("yellow_cards", "fouls"), ("npxg", "xg"),
        ):  # fmt: skip
            assert figures[part] <= figures[whole], (row["player"], part, whole)
        assert figures["starts"] + figures["sub_appearances"] == figures["games"]
        assert figures["goals"] == figures["non_penalty_goals"] + figures["penalties_scored"]
        most = 90 * figures["starts"] + 30 * figures["sub_appearances"]
        assert figures["minutes"] <= most


def test_percentages_are_those_of_their_parts(rows: list[Row]) -> None:
    with_parts = [
        metric
        for name in METRICS
        if (metric := catalogue()[name]).storage is Storage.PERCENT and metric.parts
    ]
    assert len(with_parts) == 7
    for row in rows:
        for metric in with_parts:
            numerator, denominator = metric.parts or ("", "")
            part, whole = float(row[numerator]), float(row[denominator])
            if whole == 0:
                assert row[metric.key] == "", "a percentage of no attempts is unknown"
            else:
                assert float(row[metric.key]) == pytest.approx(100 * part / whole, abs=0.051)


def test_goalkeeping_is_of_goalkeepers_only(rows: list[Row]) -> None:
    for row in rows:
        if row["position"] != "Goalkeeper":
            assert not any(row[name] for name in (*KEEPING, "save_pct", "goals_prevented"))
            continue
        faced, saves, conceded = (int(row[name]) for name in KEEPING[:3])
        assert faced == saves + conceded
        assert int(row["clean_sheets"]) <= int(row["starts"])
        expected = float(row["post_shot_xg"])
        assert float(row["goals_prevented"]) == pytest.approx(expected - conceded, abs=0.001)


def test_rates_are_plausible(rows: list[Row]) -> None:
    for name in METRICS:
        metric = catalogue()[name]
        low, high = metric.range
        for row in rows:
            if not row[name] or int(row["minutes"]) < 450 or not metric.has_rate:
                continue
            assert low <= per_90(row, name) <= high, (row["player"], name)


def test_positions_differ_as_in_real_football(regulars: list[Row]) -> None:
    def average(metric: str, position: str) -> float:
        return mean(per_90(row, metric) for row in regulars if row["position"] == position)

    assert average("shots", "Centre-Forward") > 3 * average("shots", "Centre-Back")
    assert average("clearances", "Centre-Back") > 2 * average("clearances", "Central Midfield")
    assert average("crosses", "Left-Back") > 5 * average("crosses", "Centre-Back")
    assert average("take_ons", "Right Winger") > 2 * average("take_ons", "Central Midfield")
    assert average("passes", "Defensive Midfield") > 2 * average("passes", "Centre-Forward")


def test_metrics_go_together(regulars: list[Row]) -> None:
    forwards = [row for row in regulars if row["position"] == "Centre-Forward"]

    def related(one: str, other: str, of: list[Row] = forwards) -> float:
        return correlation([per_90(r, one) for r in of], [per_90(r, other) for r in of])

    assert related("xg", "goals") > 0.5
    assert related("shots", "xg") > 0.6
    assert related("key_passes", "xa", regulars) > 0.7
    assert related("xg", "tackles") < related("xg", "goals") - 0.1


def test_players_keep_their_talent(regulars: list[Row]) -> None:
    seasons: dict[str, dict[str, float]] = defaultdict(dict)
    for row in regulars:
        if row["position"] == "Centre-Back":
            seasons[row["player_id"]][row["season"]] = float(row["aerials_won_pct"])
    pairs = [
        (of["2024/25"], of["2025/26"])
        for of in seasons.values()
        if {"2024/25", "2025/26"} <= of.keys()
    ]
    assert len(pairs) > 40
    assert correlation(*zip(*pairs, strict=True)) > 0.5
