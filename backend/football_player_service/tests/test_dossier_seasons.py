"""Evidence from seasons: statistics, rates, totals and trends."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from fastapi.testclient import TestClient

from football_player_service.app.scouting import dossier
from football_player_service.app.scouting.evidence.trends import direction
from football_player_service.tests import careers
from football_player_service.tests.careers import evidence, others, player, season, values

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


def test_rates_have_more_decimals_than_are_shown() -> None:
    subject = player()
    season(subject, 2024, minutes=1600, goals=1, assists=3)
    season(subject, 2025, minutes=2700, goals=1)
    found = values(subject, "season.")
    assert found["2024.goals_per_90"] == 0.05625
    assert found["2024.assists_per_90"] == 0.16875
    assert found["2025.goals_per_90"] == 0.03333333


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
    assert [id for id in both if id.endswith(".goals")] == [
        "season.2022.goals", "transfermarkt.year.2023.goals", "transfermarkt.year.2024.goals",
        "career.goals",
    ]  # fmt: skip
    assert both["season.2022.goals"].period == "2022/23"
    assert both["transfermarkt.year.2024.goals"].period == "2024"


def test_every_season_of_each_provider_is_evidence() -> None:
    subject = player(position="Attack")
    for year in range(2019, 2026):
        season(subject, year, goals=year - 2010, yellow_cards=2, passes_completed=900)
    for year in range(2021, 2026):
        season(subject, year, provider="fbref", goals=year - 2011, passes_completed=800)
    found = evidence(subject)

    def years(metric: str, start: str) -> list[int]:
        ids = [id.split(".") for id in found]
        return [int(year) for of, year, name, *rest in (i for i in ids if len(i) == 3)
                if (of, name) == (start, metric)]  # fmt: skip

    assert years("goals", "season") == [*range(2019, 2026)]
    assert years("passes_completed", "season") == [2023, 2024, 2025]
    assert years("goals", "fbref") == [*range(2021, 2026)]
    assert years("passes_completed", "fbref") == [2023, 2024, 2025]
    assert found["fbref.2021.goals"].label == "Goals, 2021/22 (FBref)"
    assert found["fbref.2021.goals"].value == 10


def test_a_dossier_names_its_providers(client: TestClient) -> None:
    subject = player()
    season(subject, 2025)
    season(subject, 2025, provider="fbref")
    season(subject, 2025, provider="our_scouts")
    careers.compute()
    found = client.get(f"/players/{subject}/dossier").json()
    assert found["providers"] == {
        "fbref": "FBref", "our_scouts": "Our scouts", "transfermarkt": "Transfermarkt",
    }  # fmt: skip


def test_figures_have_the_date_of_the_newest_file() -> None:
    subject = player(position="Attack")
    season(subject, 2024, goals=3)
    season(subject, 2025, league="Granit Liga", goals=3, as_of="2026-01-31")
    season(subject, 2025, league="Crown League", goals=4, as_of="2026-03-01")
    season(subject, 2025, provider="fbref", goals=7, as_of="2026-05-24")
    others(30, 2025, "Attack")
    found = evidence(subject)
    march = date(2026, 3, 1)
    for id in ("goals", "goals_per_90", "goals_per_90.position"):
        assert found[f"season.2025.{id}"].as_of == march
    assert found["fbref.2025.goals"].as_of == date(2026, 5, 24)
    assert found["season.2024.goals"].as_of is None
    assert found["career.goals"].as_of is None


def test_more_evidence_than_the_ai_service_accepts_drops_the_details_of_earlier_seasons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    subject = player(position="Attack")
    for year in range(2021, 2026):
        season(subject, year, goals=1, passes_completed=900)
    whole = len(evidence(subject))

    def seasons_with_passes(limit: int) -> list[str]:
        monkeypatch.setattr(dossier, "MAX_EVIDENCE", limit)
        found = evidence(subject)
        assert len(found) <= limit
        assert "season.2021.goals" in found
        return [id for id in found if id.endswith(".passes_completed") and id[:6] == "season"]

    assert len(seasons_with_passes(whole)) == 3
    assert seasons_with_passes(whole - 1) == [
        "season.2024.passes_completed", "season.2025.passes_completed",
    ]  # fmt: skip


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
