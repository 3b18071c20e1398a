"""Statistics of any provider: aggregated, in lists, and on the player page."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete
from sqlmodel import col

from football_player_service.app import pagecache
from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.record import lines
from football_player_service.app.record.lines import Figure
from football_player_service.app.record.models import StatLine
from football_player_service.tests.careers import FIGURES, compute, player, season

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


def test_lists_by_metrics_match_counting(client: TestClient) -> None:
    draw = Random(5)  # noqa: S311 - no secret
    known: dict[int, tuple[str, str, float | None, int | None]] = {}
    for number in range(60):
        name, position = f"Player {draw.random()}", draw.choice(["Attack", "Defender"])
        id_ = player(full_name=name, position=position)
        goals = draw.choice([None, 0, 1, 2, 3]) if number % 20 else None
        shots = draw.randint(0, 9) if number % 5 else None
        known[id_] = (name, position, goals, shots)
        figures: Any = {"goals": Figure(goals), "shots": Figure(shots)}
        if number % 20:  # the others have no season
            season(id_, 2025, provider="fbref", **figures)
    compute()
    of_season = season_of(client, "fbref")

    def found(page: int, **params: Any) -> tuple[int, list[int]]:
        body = read(client, "/players", season=of_season, limit=7, page=page, **params)
        return body["total"], [row["id"] for row in body["players"]]

    def check(wanted: list[int], **params: Any) -> None:
        for page in (1, 2, 5):
            assert found(page, **params) == (len(wanted), wanted[7 * (page - 1) : 7 * page]), params

    def by(key: int, *, sign: int) -> Callable[[int], tuple[bool, float, int]]:
        def order(id_: int) -> tuple[bool, float, int]:
            figure: Any = known[id_][key]
            return figure is None, sign * (figure or 0), id_

        return order

    check(sorted(known, key=by(2, sign=-1)), sort="-goals.value")
    check(sorted(known, key=by(3, sign=1)), sort="shots.value")
    some = [i for i, (_, _, goals, shots) in known.items()
            if goals is not None and goals >= 1 and shots is not None and shots <= 7]  # fmt: skip
    assert len(some) > 14
    stat = ["goals.value:1..", "shots.value:..7"]
    check(some, stat=stat)
    check(sorted(some, key=by(3, sign=-1)), stat=stat, sort="-shots.value")
    check(sorted(some, key=lambda id_: known[id_][0], reverse=True), stat=stat, sort="-full_name")
    attackers = [id_ for id_ in some if known[id_][1] == "Attack"]
    check(attackers, stat=stat, position="Attack")
    check([], stat="assists.value:5..")
    check([], stat="pass_pct.value:0..")
    # Before the season is computed again.
    with session_scope() as session:
        players.delete(session, player_id=some[0], if_match=None)
    pagecache.invalidate()
    check(some[1:], stat=stat)


def test_a_player_without_a_line_any_more_has_no_figures(client: TestClient) -> None:
    stays, goes = player(), player()
    for one in (stays, goes):
        season(one, 2025, provider="fbref", shots=9)
    compute()
    of_season = season_of(client, "fbref")
    with session_scope() as session:
        session.exec(delete(StatLine).where(col(StatLine.player_id) == goes))
        lines.mark_stale(session, season_ids={of_season})
    compute()
    assert read(client, f"/players/{goes}/seasons") == []
    assert set(stats(client, stays)) == {"games", "minutes", *FIGURES, "shots"}
    page = read(client, "/players", season=of_season, stat="shots.value:9..")
    assert [row["id"] for row in page["players"]] == [stays]


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
