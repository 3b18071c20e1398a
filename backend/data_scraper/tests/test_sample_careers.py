"""The fictional careers: bounds, ages, and values that agree between the files."""

import datetime as dt
from collections import Counter, defaultdict
from statistics import mean

import pytest

from data_scraper.sample_model import TODAY, age_on
from data_scraper.tests.conftest import SampleFiles


def born(player: dict[str, str]) -> dt.date:
    return dt.datetime.fromisoformat(player["date_of_birth"]).date()


def test_ages_run_from_16_to_40(files: SampleFiles) -> None:
    ages = [age_on(born(row), TODAY) for row in files["players"] if row["date_of_birth"]]
    assert min(ages) == 16
    assert max(ages) == 40


def test_seasons_are_within_bounds(files: SampleFiles) -> None:
    for row in files["player_seasons"]:
        games, minutes = int(row["games"]), int(row["minutes_played"])
        assert 2018 <= int(row["last_season"]) <= 2026
        assert 1 <= games <= 50
        assert 1 <= minutes <= 90 * games
        assert all(int(row[k]) >= 0 for k in ("goals", "assists", "yellow_cards", "red_cards"))
    keys = [(row["player_id"], row["last_season"]) for row in files["player_seasons"]]
    assert len(set(keys)) == len(keys)


def test_nobody_plays_before_15_or_after_the_last_season(files: SampleFiles) -> None:
    players = {row["player_id"]: row for row in files["players"]}
    for row in files["player_seasons"]:
        player, year = players[row["player_id"]], int(row["last_season"])
        assert year <= int(player["last_season"])
        if player["date_of_birth"]:
            assert age_on(born(player), dt.date(year, 7, 1)) >= 15


def test_keepers_score_no_goals_and_strikers_most(files: SampleFiles) -> None:
    position = {row["player_id"]: row["position"] for row in files["players"]}
    goals: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for row in files["player_seasons"]:
        goals[position[row["player_id"]]] += int(row["goals"])
        minutes[position[row["player_id"]]] += int(row["minutes_played"])
    rate = {name: 90 * goals[name] / minutes[name] for name in minutes}
    assert rate["Goalkeeper"] == 0
    assert rate["Defender"] < rate["Midfield"] < rate["Attack"] < 0.5


def test_current_value_is_the_last_valuation(files: SampleFiles) -> None:
    history: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in files["player_valuations"]:
        history[row["player_id"]].append((row["date"], int(row["market_value_in_eur"])))
    for player in files["players"]:
        known = sorted(history[player["player_id"]])
        if not known:
            assert player["market_value_in_eur"] == player["highest_market_value_in_eur"] == ""
            continue
        assert int(player["market_value_in_eur"]) == known[-1][1]
        assert int(player["highest_market_value_in_eur"]) == max(eur for _, eur in known)
        assert known[-1][0] <= str(TODAY)
        if player["last_season"] == "2026":
            assert known[-1][0] >= "2026-10"


def test_one_or_two_valuations_a_year(files: SampleFiles) -> None:
    years = Counter((row["player_id"], row["date"][:4]) for row in files["player_valuations"])
    assert set(years.values()) == {1, 2}


def test_values_span_four_powers_of_ten_and_fall_with_age(files: SampleFiles) -> None:
    valued = [
        row for row in files["players"] if row["market_value_in_eur"] and row["date_of_birth"]
    ]
    values = sorted(int(row["market_value_in_eur"]) for row in valued)
    assert values[len(values) // 10] < 100_000
    assert 200_000 < values[len(values) // 2] < 1_000_000
    assert values[-len(values) // 100] > 20_000_000
    by_age: dict[int, list[int]] = defaultdict(list)
    for row in valued:
        if row["last_season"] == "2026":
            by_age[age_on(born(row), TODAY) // 6].append(int(row["market_value_in_eur"]))
    assert mean(by_age[4]) > mean(by_age[5]) > mean(by_age[6])  # 24–29, 30–35, 36 or older


def test_shares_of_positions_and_feet_are_realistic(files: SampleFiles) -> None:
    total = len(files["players"])
    position = Counter(row["position"] for row in files["players"])
    for name, share in (("Goalkeeper", 0.12), ("Defender", 0.32), ("Midfield", 0.3)):
        assert position[name] / total == pytest.approx(share, abs=0.04), name
    foot = Counter(row["foot"] for row in files["players"] if row["foot"])
    assert foot["right"] / foot.total() == pytest.approx(0.72, abs=0.03)
    assert foot["left"] / foot.total() == pytest.approx(0.24, abs=0.03)
    assert foot["both"] / foot.total() == pytest.approx(0.04, abs=0.02)


def test_keepers_are_taller_than_wingers(files: SampleFiles) -> None:
    heights: dict[str, list[int]] = defaultdict(list)
    for row in files["players"]:
        if row["height_in_cm"] and int(row["height_in_cm"]) > 100:
            heights[row["sub_position"]].append(int(row["height_in_cm"]))
    assert all(160 <= cm <= 206 for group in heights.values() for cm in group)
    assert mean(heights["Goalkeeper"]) > mean(heights["Right Winger"]) + 8


def test_transfers_are_within_their_season(files: SampleFiles) -> None:
    for row in files["transfers"]:
        day = dt.date.fromisoformat(row["transfer_date"])
        start = day.year - (day.month < 7)
        assert row["transfer_season"] == f"{start % 100:02}/{(start + 1) % 100:02}"
        assert day <= TODAY
        assert row["from_club_id"] != row["to_club_id"]
