"""Evidence from seasons: statistics, rates, totals and trends."""

from fractions import Fraction
from typing import Any

import pytest

from football_player_service.app.scouting.evidence.trends import direction
from football_player_service.tests.careers import evidence, player, season, values

pytestmark = pytest.mark.usefixtures("database")


def test_forty_minutes_have_statistics_and_no_rates() -> None:
    young = player(position="Midfielder")
    season(young, 2026, games=3, minutes=40, goals=1)
    assert values(young, "season.2026.") == {
        "games": 3, "minutes": 40, "goals": 1, "assists": 0, "yellow_cards": 0, "red_cards": 0,
    }  # fmt: skip
    assert values(young, "career.")["seasons"] == 1
    assert values(young, "trend.") == {}
    assert evidence(young)["season.2026.goals"].period == "2026/27"


def test_rates_need_nine_hundred_minutes() -> None:
    subject = player()
    season(subject, 2024, minutes=899, goals=10)
    season(subject, 2025, minutes=900, goals=10, assists=1, yellow_cards=3)
    rates = {id: value for id, value in values(subject, "season.").items() if "per_90" in id}
    assert rates == {
        "2025.goals_per_90": 1.0,
        "2025.assists_per_90": 0.1,
        "2025.yellow_cards_per_90": 0.3,
        "2025.red_cards_per_90": 0.0,
    }
    item = evidence(subject)["season.2025.goals_per_90"]
    assert (item.unit, item.source, item.period) == ("per 90", "computed", "2025/26")
    assert item.label == "Goals per 90, 2025/26"


def test_rates_round_halves_up_to_four_decimals() -> None:
    subject = player()
    season(subject, 2024, minutes=1600, goals=1, assists=3)  # 0.05625 and 0.16875
    season(subject, 2025, minutes=2700, goals=1)  # 0.0333…
    found = values(subject, "season.")
    assert found["2024.goals_per_90"] == 0.0563
    assert found["2024.assists_per_90"] == 0.1688
    assert found["2025.goals_per_90"] == 0.0333


def test_career_totals_are_over_all_seasons() -> None:
    subject = player()
    season(subject, 1999, games=1, minutes=10, goals=1)
    season(subject, 2025, games=30, minutes=2500, goals=8, assists=2, yellow_cards=5, red_cards=1)
    assert values(subject, "career.") == {
        "seasons": 2, "games": 31, "minutes": 2510, "goals": 9, "assists": 2, "yellow_cards": 5,
        "red_cards": 1,
    }  # fmt: skip
    assert evidence(subject)["career.minutes"].unit == "minutes"
    assert evidence(subject)["season.1999.goals"].period == "1999/00"


def test_seasons_take_precedence_over_calendar_years() -> None:
    subject = player()
    season(subject, 2023, span="year", goals=5)
    season(subject, 2024, span="year", goals=6)
    assert values(subject, "career.")["goals"] == 11
    years = evidence(subject)
    assert years["season.2024.goals"].period == "2024"
    assert years["career.seasons"].label == "Calendar years, total"
    assert years["trend.goals_per_90"].period == "2023 to 2024"
    season(subject, 2022, goals=1)
    both = evidence(subject)
    assert [id for id in both if id.endswith(".goals")] == ["season.2022.goals", "career.goals"]
    assert both["season.2022.goals"].period == "2022/23"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([100, 110], "rising"),  # exactly a tenth
        ([100, 109], "level"),
        ([100, 105, 112], "rising"),
        ([100, 104, 108], "level"),
        ([100, 90], "falling"),
        ([100, 91], "level"),
        ([100, 95, 89], "falling"),
        ([100, 120, 110], "mixed"),
        ([100, 100, 120], "mixed"),  # one step is level
        ([100, 108, 101], "level"),
        ([100, 92, 101], "level"),
        ([100, 109, 100, 109], "level"),
        ([0, 0], "level"),
        ([0, 1], "rising"),
        ([1, 0], "falling"),
        ([0, 1, 0], "mixed"),
    ],
)
def test_the_direction_of_figures(figures: list[int], expected: str) -> None:
    assert direction([Fraction(figure) for figure in figures]) == expected


def test_trends_are_over_the_last_three_seasons_with_enough_minutes() -> None:
    subject = player()
    for year, minutes, goals in ((2019, 900, 40), (2020, 1800, 1), (2021, 899, 30), (2022, 1800, 4),
                                 (2023, 1800, 9)):  # fmt: skip
        season(subject, year, minutes=minutes, goals=goals)
    item = evidence(subject)["trend.goals_per_90"]
    assert (item.value, item.unit, item.source) == ("rising", "trend", "computed")
    assert item.period == "2020/21 to 2023/24"
    assert item.label == "Goals per 90: trend"


def test_the_latest_season_is_left_out_of_the_trend_of_minutes() -> None:
    subject, another = player(position="Attack"), player(position="Attack")
    for year, minutes in ((2023, 1000), (2024, 2000), (2025, 3000), (2026, 950)):
        season(subject, year, minutes=minutes, goals=minutes // 100)
    found = evidence(subject)
    assert (found["trend.minutes"].value, found["trend.minutes"].period) == (
        "rising", "2023/24 to 2025/26",
    )  # fmt: skip
    assert found["trend.goals_per_90"].period == "2024/25 to 2026/27"
    season(another, 2027, minutes=5)  # so 2026/27 is complete
    after: Any = evidence(subject)["trend.minutes"]
    assert (after.value, after.period) == ("mixed", "2024/25 to 2026/27")


def test_seasons_with_few_minutes_count_in_the_trend_of_minutes() -> None:
    subject = player()
    for year, minutes in ((2022, 2400), (2023, 400), (2024, 2500), (2025, 2900)):
        season(subject, year, minutes=minutes, goals=10)
    found = evidence(subject)["trend.minutes"]
    assert (found.value, found.period) == ("mixed", "2022/23 to 2024/25")


def test_without_a_position_the_player_determines_the_latest_season() -> None:
    subject = player()
    season(subject, 2024, minutes=3000)
    season(subject, 2025, minutes=1000)
    assert values(subject, "trend.") == {"goals_per_90": "level", "assists_per_90": "level"}
