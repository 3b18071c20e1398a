"""Percentiles: cohorts, ties, thresholds, and changes of a cohort."""

from typing import Any

import pytest

from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerPatch
from football_player_service.app.scouting.evidence.percentile_item import mid_rank
from football_player_service.app.scouting.schemas import Standing
from football_player_service.tests.careers import evidence, others, player, season, values

pytestmark = pytest.mark.usefixtures("database")

METRICS = {"games", "minutes", "goals_per_90", "assists_per_90", "yellow_cards_per_90",
           "red_cards_per_90"}  # fmt: skip


def ranks(player_id: int, scope: str = "position") -> dict[str, Any]:
    """The percentiles of 2025/26 by metric."""
    found = values(player_id, "season.2025.")
    return {id.partition(".")[0]: value for id, value in found.items() if id.endswith(f".{scope}")}


def test_mid_rank() -> None:
    assert mid_rank(size=30, below_minus_above=0) == 50.0  # level with all
    assert mid_rank(size=30, below_minus_above=29) == 98.3  # above all others
    assert mid_rank(size=29, below_minus_above=28) is None
    assert mid_rank(size=32, below_minus_above=-31) == 1.6  # 1.5625
    assert mid_rank(size=40, below_minus_above=39) == 98.8  # 98.75


def test_a_percentile_is_the_share_below_plus_half_the_share_level() -> None:
    subject = player(position="Attack")
    season(subject, 2025, games=20, minutes=1800, goals=9)
    for amount, goals in ((11, 3), (19, 9), (9, 20)):
        others(amount, 2025, "Attack", goals=goals)
    # 40 in all: 11 below, 20 level including the player, 9 above.
    assert ranks(subject) == {
        "games": 50.0, "minutes": 50.0, "goals_per_90": 52.5, "assists_per_90": 50.0,
        "yellow_cards_per_90": 50.0, "red_cards_per_90": 50.0,
    }  # fmt: skip
    assert set(ranks(subject)) == METRICS
    assert ranks(subject, "league") == {}
    item = evidence(subject)["season.2025.goals_per_90.position"]
    assert (item.unit, item.source, item.period) == ("percentile", "computed", "2025/26")
    assert item.label == "Goals per 90, 2025/26: percentile by position"
    assert item.cohort is not None
    assert item.cohort.model_dump() == {
        "definition": "attackers with at least 900 minutes in 2025/26",
        "scope": "position", "position": "Attack", "league": None, "period": "2025/26",
        "size": 40, "left_out": 0, "sub_position": None, "leagues": None,
    }  # fmt: skip
    assert item.standing == Standing(above=9, level=20, below=11)


def test_the_counts_are_those_of_the_players() -> None:
    subject = player(position="Attack")
    season(subject, 2025, minutes=1800, goals=6)
    goals = [0] * 7 + [6] * 4 + [7, 9, 9, 11] + [2] * 18
    for number in goals:
        others(1, 2025, "Attack", goals=number)
    others(5, 2025, "Attack", goals=9, minutes=899)  # too few minutes
    counts = evidence(subject)["season.2025.goals_per_90.position"].standing
    assert counts == Standing(above=4, level=5, below=25)


def test_equal_rates_from_different_counts_are_level() -> None:
    subject = player(position="Attack")
    season(subject, 2025, minutes=2100, goals=7)
    # As floats, 7 / 2100 and 3 / 900 times 90 may differ.
    for number in range(20):
        others(1, 2025, "Attack", minutes=900 + 300 * number, goals=3 + number)
    others(9, 2025, "Attack", minutes=2100, goals=8)
    assert ranks(subject)["goals_per_90"] == 35.0  # 21 of 30 level


def test_all_players_compared_need_nine_hundred_minutes() -> None:
    subject, short = player(position="Attack"), player(position="Attack")
    season(subject, 2025, minutes=900, goals=1)
    season(short, 2025, minutes=899, goals=1)
    others(29, 2025, "Attack", minutes=900)
    others(4, 2025, "Attack", minutes=899, goals=9)
    others(3, 2025, "Defender", goals=9)
    others(3, 2024, "Attack", goals=9)
    others(3, 2025, "Attack", goals=9, span="year")
    others(3, 2025, None, goals=9)
    assert ranks(subject)["goals_per_90"] == 98.3
    cohort = evidence(subject)["season.2025.goals_per_90.position"].cohort
    assert cohort is not None
    assert (cohort.size, cohort.left_out) == (30, 5)
    assert ranks(short) == {}


def test_a_cohort_of_fewer_than_thirty_has_a_note_and_no_percentile() -> None:
    subject = player(position="Goalkeeper")
    season(subject, 2025)
    others(28, 2025, "Goalkeeper")
    assert ranks(subject) == dict.fromkeys(METRICS - {"goals_per_90", "assists_per_90"})
    item = evidence(subject)["season.2025.minutes.position"]
    assert item.note == "Only 29 players to compare with; a percentile needs 30."
    assert item.standing is None
    assert item.cohort is not None
    assert item.cohort.size == 29
    others(1, 2025, "Goalkeeper")
    assert ranks(subject)["minutes"] == 50.0
    assert evidence(subject)["season.2025.minutes.position"].note is None


def test_a_league_cohort_needs_enough_players() -> None:
    league = "Granit Liga (Norway)"
    subject = player(position="Defender")
    season(subject, 2025, league=league, goals=2)
    season(subject, 2024, league=None, goals=2)
    others(29, 2025, "Defender", league=league, goals=1)
    others(2, 2025, "Defender", league=league, minutes=10)
    others(20, 2025, "Defender", league="Crown League (England)", goals=3)
    others(20, 2025, "Defender", goals=3)
    assert ranks(subject, "league")["goals_per_90"] == 98.3
    assert ranks(subject)["goals_per_90"] == 42.1  # 29 of 70 below, one level: the player
    item = evidence(subject)["season.2025.goals_per_90.league"]
    assert item.label == "Goals per 90, 2025/26: percentile by position and league"
    assert item.cohort is not None
    assert item.cohort.model_dump() == {
        "definition": f"defenders with at least 900 minutes in 2025/26 in {league}",
        "scope": "league", "position": "Defender", "league": league, "period": "2025/26",
        "size": 30, "left_out": 2, "sub_position": None, "leagues": 1,
    }  # fmt: skip
    of_position = evidence(subject)["season.2025.goals_per_90.position"].cohort
    assert of_position is not None
    assert of_position.leagues is None, "20 of 70 have no league"
    assert "season.2024.goals_per_90.league" not in evidence(subject)
    small = player(position="Defender")
    season(small, 2025, league="Crown League (England)")
    assert ranks(small, "league") == {}


def test_a_player_without_position_has_no_percentiles() -> None:
    subject = player(market_value=5, date_of_birth="2000-01-01")
    season(subject, 2025)
    others(40, 2025, None)
    assert ranks(subject) == {}
    assert "value.percentile" not in evidence(subject)


def test_calendar_years_are_compared_with_each_other() -> None:
    subject = player(position="Attack")
    season(subject, 2025, span="year", goals=2)
    others(29, 2025, "Attack", span="year", goals=1)
    others(10, 2025, "Attack", goals=3)
    assert ranks(subject)["goals_per_90"] == 98.3
    cohort = evidence(subject)["season.2025.goals_per_90.position"].cohort
    assert cohort is not None
    assert (cohort.size, cohort.period) == (30, "2025")
    assert cohort.definition == "attackers with at least 900 minutes in 2025"


def test_cohorts_follow_changed_positions_and_deleted_players() -> None:
    subject, another = player(position="Attack"), player(position="Attack")
    season(subject, 2025, goals=2)
    season(another, 2025, goals=3)
    others(29, 2025, "Attack", goals=1)
    others(30, 2025, "Midfielder", goals=5)
    assert ranks(subject)["goals_per_90"] == 95.2  # 29 below, one level, one above

    def change(**facts: Any) -> None:
        with session_scope() as session:
            patch = PlayerPatch(**facts)
            players.patch(session, player_id=another, fields=patch, if_match=None)

    change(position="Midfielder")
    assert ranks(subject)["goals_per_90"] == 98.3
    assert ranks(another)["goals_per_90"] == 1.6
    change(position=None)
    assert ranks(another) == {}
    change(position="Attack")
    assert ranks(subject)["goals_per_90"] == 95.2
    with session_scope() as session:
        players.delete(session, player_id=another, if_match=None)
    assert ranks(subject)["goals_per_90"] == 98.3


def test_the_value_cohort_is_within_two_years_of_age() -> None:
    born = {"date_of_birth": "2000-02-29", "position": "Midfielder"}
    subject = player(**born, market_value=5_000_000)
    for number in range(27):
        player(**born | {"date_of_birth": f"2001-03-{number + 1:02}"}, market_value=number)
    # Inclusive: two years before 29 February is the 28th.
    player(**born | {"date_of_birth": "1998-02-28"}, market_value=5_000_000)
    player(**born | {"date_of_birth": "2002-02-28"}, market_value=9_000_000)
    player(**born | {"date_of_birth": "1998-02-27"}, market_value=9_000_000)
    player(**born | {"date_of_birth": "2002-03-01"}, market_value=9_000_000)
    player(**born | {"position": "Attack"}, market_value=9_000_000)
    player(position="Midfielder", market_value=9_000_000)
    for _ in range(3):
        player(**born)
    item = evidence(subject)["value.percentile"]
    assert item.value == 93.3  # 27 below and 2 level of 30
    assert item.label == "Market value: percentile by position and age"
    assert item.cohort is not None
    assert item.cohort.model_dump() == {
        "definition": "midfielders born within two years of the player",
        "scope": "age", "position": "Midfielder", "league": None, "period": None,
        "size": 30, "left_out": 3, "sub_position": None, "leagues": None,
    }  # fmt: skip
    assert item.standing == Standing(above=1, level=2, below=27)


def test_a_value_cohort_of_fewer_than_thirty_has_no_percentile() -> None:
    item = evidence(player(position="Attack", date_of_birth="2000-01-01", market_value=1))
    assert item["value.percentile"].value is None
    assert item["value.percentile"].note is not None
    assert item["value.percentile"].standing is None


def test_a_detailed_position_with_enough_players_is_the_cohort() -> None:
    forward = player(position="Attack", sub_position="Centre-Forward")
    winger = player(position="Attack", sub_position="Left Winger")
    season(forward, 2025, goals=10)
    season(winger, 2025, goals=10)
    for number in range(29):
        one = player(position="Attack", sub_position="Centre-Forward")
        season(one, 2025, goals=12 if number < 10 else 5)
    assert ranks(forward)["goals_per_90"] == 65.0  # 19 of 30 below
    assert ranks(winger)["goals_per_90"] == 64.5  # 19 of 31 below, one level
    cohorts = [evidence(id)["season.2025.goals_per_90.position"].cohort for id in (forward, winger)]
    assert [(c.definition, c.position, c.size) for c in cohorts if c] == [
        ("centre-forwards with at least 900 minutes in 2025/26", "Attack", 30),
        ("attackers with at least 900 minutes in 2025/26", "Attack", 31),
    ]
