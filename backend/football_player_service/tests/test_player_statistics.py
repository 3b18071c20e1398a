"""Statistics of any provider: aggregated, in lists, and on the player page."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from football_player_service.app.record.lines import Figure
from football_player_service.tests.careers import compute, player, season

pytestmark = pytest.mark.usefixtures("database")


def read(client: TestClient, path: str, **params: Any) -> Any:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def season_of(client: TestClient, provider: str) -> int:
    found = [s for s in read(client, "/seasons") if s["provider"] == provider]
    return int(found[0]["id"])


def stats(client: TestClient, player_id: int) -> dict[str, Any]:
    (only,) = read(client, f"/players/{player_id}/seasons")
    found: dict[str, Any] = only["stats"]
    return found


def test_lines_of_two_clubs_add_up(client: TestClient) -> None:
    subject = player(position="Attack")
    season(subject, 2025, provider="fbref", league="Granit Liga", minutes=900, games=10,
           shots=20, passes=300, pass_pct=80)  # fmt: skip
    season(subject, 2025, provider="fbref", league="Crown League", minutes=450, games=6,
           shots=10, passes=100, pass_pct=40)  # fmt: skip
    compute()
    found = stats(client, subject)
    assert found["minutes"] == {"value": 1350, "per_90": None, "derived": None}
    assert found["games"]["value"] == 16
    assert found["shots"] == {"value": 30, "per_90": 2, "derived": "per_90"}
    # 240 and 40 of 400 passes.
    assert found["pass_pct"] == {"value": 70, "per_90": None, "derived": "value"}


def test_a_figure_missing_from_one_line_is_unknown_for_the_season(client: TestClient) -> None:
    subject = player()
    season(subject, 2025, provider="fbref", league="Granit Liga", shots=20)
    season(subject, 2025, provider="fbref", league="Crown League")
    compute()
    assert "shots" not in stats(client, subject)
    lines = read(client, f"/players/{subject}/seasons")[0]["lines"]
    assert [line["stats"].get("shots") for line in lines] == [{"value": 20, "per_90": None}, None]


def test_a_rate_is_kept_as_stated_and_its_total_is_marked_as_derived(client: TestClient) -> None:
    subject = player()
    season(subject, 2025, provider="statsbomb", minutes=810.5, shots=Figure(None, 2.5))
    compute()
    found = stats(client, subject)["shots"]
    assert found == {"value": 2.5 * 810.5 / 90, "per_90": 2.5, "derived": "value"}


def test_without_minutes_there_is_no_rate(client: TestClient) -> None:
    subject = player()
    season(subject, 2025, provider="whoscored", minutes=None, shots=9)
    compute()
    assert stats(client, subject)["shots"] == {"value": 9, "per_90": None, "derived": None}


def test_a_percentage_of_no_attempts_is_unknown(client: TestClient) -> None:
    subject = player()
    season(subject, 2025, provider="fbref", passes=0, pass_pct=0)
    compute()
    assert "pass_pct" not in stats(client, subject)


def test_providers_are_never_ranked_together(client: TestClient) -> None:
    subject = player(position="Attack")
    season(subject, 2025, provider="fbref", xg=9)
    season(subject, 2025, provider="wyscout", xg=9)
    for number in range(29):
        season(player(position="Attack"), 2025, provider="fbref", xg=number / 4)
    compute()
    path = f"/players/{subject}/seasons"
    ranked = {}
    for provider in ("fbref", "wyscout"):
        page = read(client, f"{path}/{season_of(client, provider)}/percentiles")
        ranked[provider] = next(row for row in page["metrics"] if row["metric"] == "xg")
    assert ranked["fbref"]["percentile"] == pytest.approx(100 * 29.5 / 30)
    assert ranked["fbref"]["rank"] == 1
    assert ranked["fbref"]["cohort"] == {
        "label": "attackers, 900+ minutes, 2025/26", "position": "Attack",
        "league": None, "size": 30, "excluded": 0,
    }  # fmt: skip
    assert ranked["wyscout"]["percentile"] is None
    assert ranked["wyscout"]["note"] == "Only 1 players to compare with; a percentile needs 30."
    seasons = {one["season"]["provider"]: one for one in read(client, path)}
    assert seasons["fbref"]["season"]["provider_label"] == "FBref"
    assert seasons["fbref"]["ranked"] == len(seasons["fbref"]["stats"])
    assert seasons["wyscout"]["ranked"] == 0


def test_percentiles_say_why_there_are_none(client: TestClient) -> None:
    known, unknown = player(position="Attack"), player()
    for one in (known, unknown):
        season(one, 2025, minutes=720)
    compute()
    notes = [
        read(client, f"/players/{one}/seasons/{season_of(client, 'transfermarkt')}/percentiles")
        for one in (known, unknown)
    ]
    assert notes[0]["note"] == "720 minutes; percentiles need at least 900."
    assert notes[1]["note"] == "The position is unknown, so there is nobody to compare with."
    assert client.get(f"/players/{known}/seasons/999/percentiles").status_code == 404


def test_lists_show_sort_and_filter_metrics_of_a_season(client: TestClient) -> None:
    ids = {}
    for name, goals, minutes in (("Ada", 9, 1800), ("Bea", 20, 900), ("Cem", 1, 450)):
        ids[name] = player(full_name=f"{name} Example", position="Attack")
        season(ids[name], 2025, goals=goals, minutes=minutes)
    ids["Dov"] = player(full_name="Dov Example")
    compute()
    of_season = {"season": season_of(client, "transfermarkt"), "column": ["goals", "minutes"]}

    def names(**params: Any) -> list[str]:
        page = read(client, "/players", **of_season, **params)
        assert page["total"] == len(page["players"])
        return [row["full_name"].split()[0] for row in page["players"]]

    assert names(sort="-goals.per_90") == ["Bea", "Ada", "Cem", "Dov"]
    assert names(sort="goals.value") == ["Cem", "Ada", "Bea", "Dov"]
    assert names(stat="goals.value:9..", sort="full_name") == ["Ada", "Bea"]
    assert names(stat=["goals.value:..15", "minutes.value:500.."]) == ["Ada"]
    assert names(minutes_min=900, sort="-minutes.value") == ["Ada", "Bea"]
    rows = read(client, "/players", **of_season, sort="full_name")["players"]
    assert rows[0]["stats"]["goals"] == {
        "value": 9, "per_90": 0.45, "percentile": None, "league_percentile": None,
    }  # fmt: skip
    assert (set(rows[0]["stats"]), rows[3]["stats"]) == ({"goals", "minutes"}, {})


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"stat": "goals.value:1.."}, "season"),
        ({"minutes_min": 90}, "season"),
        ({"column": "goals"}, "season"),
        ({"sort": "-goals.per_90"}, "season"),
        ({"season": 1, "stat": "goals.value:3..1"}, "stat"),
        ({"season": 1, "stat": "goals:3.."}, "stat"),
        ({"season": 1, "sort": "goals.best"}, "sort"),
    ],
)
def test_a_metric_filter_that_cannot_be_used_is_named(
    client: TestClient, params: dict[str, Any], field: str
) -> None:
    answer = client.get("/players", params=params)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_players_not_seen_recently_and_without_a_status(client: TestClient) -> None:
    player(full_name="Old Example", last_season=2018, status="retired")
    player(full_name="New Example", last_season=2024, status="active")
    player(full_name="Own Example")
    season(player(full_name="Back Example", last_season=2019, status="active"), 2025)
    recent = read(client, "/players", last_season_min=2024, sort="full_name")["players"]
    assert [row["full_name"] for row in recent] == ["Back Example", "New Example", "Own Example"]
    unknown = read(client, "/players", status="unknown")["players"]
    assert [row["full_name"] for row in unknown] == ["Own Example"]
    both = read(client, "/players", status=["unknown", "retired"])
    assert both["total"] == 2
    options = read(client, "/players/filter-options")
    assert (options["newest_season"], options["status_unknown"]) == (2024, 1)


def test_a_season_lists_the_metrics_it_has(client: TestClient) -> None:
    season(player(), 2025, provider="fbref")
    for shots in (0, 3):
        season(player(), 2025, provider="fbref", shots=shots)
    season(player(), 2025, provider="wyscout", passes=40)
    compute()
    path = f"/seasons/{season_of(client, 'fbref')}/metrics"
    players = {row["metric"]: row["players"] for row in read(client, path)}
    assert players["minutes"] == 3
    assert players["shots"] == 2
    assert "passes" not in players
    labels = {row["provider"]: row["provider_label"] for row in read(client, "/seasons")}
    assert labels == {"fbref": "FBref", "wyscout": "Wyscout"}
    missing = client.get("/seasons/999/metrics")
    assert missing.status_code == 404
    assert missing.json()["code"] == "season_not_found"
