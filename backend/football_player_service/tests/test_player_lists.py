"""Lists of players: pages, filters, sort order, name search and the page cache."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from football_player_service.app import pagecache, redisdb
from football_player_service.app.db import session_scope
from football_player_service.app.players import service
from football_player_service.app.players.ages import today, years_before
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.search.schemas import SORT_FIELDS, PlayerPage
from football_player_service.tests.players import a_player, add


def names(client: TestClient, **params: Any) -> list[str]:
    """The names on the page for these parameters."""
    answer = client.get("/players", params=params)
    assert answer.status_code == 200, answer.text
    return [player["full_name"] for player in answer.json()["players"]]


def store(*players: dict[str, Any]) -> None:
    """Store fictional players in one transaction."""
    with session_scope() as session:
        for player in players:
            service.create(session, fields=PlayerFields.model_validate(a_player() | player))


def test_pages_contain_every_player_once(client: TestClient) -> None:
    store(*({"full_name": f"Player {n:02}", "market_value": n % 3} for n in range(45)))
    for sort in ("id", "-market_value", "full_name"):
        pages = [
            client.get("/players", params={"page": page, "limit": 20, "sort": sort}).json()
            for page in (1, 2, 3, 4)
        ]
        assert [len(page["players"]) for page in pages] == [20, 20, 5, 0]
        assert {page["total"] for page in pages} == {45}
        assert {page["pages"] for page in pages} == {3}
        ids = [player["id"] for page in pages for player in page["players"]]
        assert len(set(ids)) == 45


@pytest.mark.parametrize(
    "params",
    [
        {"page": 0},
        {"page": -1},
        {"page": "x"},
        {"limit": 0},
        {"limit": 101},
        {"page": 10**30},
        {"sort": "colour"},
        {"sort": "--id"},
        {"sort": "scouting_report"},
        {"q": "nul\x00"},
        {"q": "x" * 121},
        {"foot": "third"},
        {"age_min": -1},
        {"contract_before": "soon"},
        {"contract_before": "0"},
        {"contract_from": "2027-6-30"},
        {"contract_to": "2027-06-30T00:00:00"},
        {"colour": "blue"},
    ],
)
def test_an_invalid_parameter_is_named(client: TestClient, params: dict[str, Any]) -> None:
    answer = client.get("/players", params=params)
    assert answer.status_code == 422
    (name,) = params
    assert [error["field"] for error in answer.json()["errors"]] == [name]


def test_the_default_page_is_the_first_twenty(client: TestClient) -> None:
    store(*({"full_name": f"Player {n:02}"} for n in range(25)))
    body = client.get("/players").json()
    assert (body["page"], body["limit"], body["total"], body["pages"]) == (1, 20, 25, 2)
    assert body["players"][0]["full_name"] == "Player 00"


def test_a_page_matches_its_schema(client: TestClient) -> None:
    store({"full_name": "All Fields"}, {"full_name": "Few Fields", "date_of_birth": None})
    body = client.get("/players").json()
    PlayerPage.model_validate(body, strict=False)
    whole = client.get(f"/players/{body['players'][0]['id']}").json()
    without_report = {k: v for k, v in whole.items() if k != "scouting_report"}
    assert body["players"][0] == without_report | {"stats": {}}


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"country": "Italy"}, ["Aldo", "Dual"]),
        ({"country": ["Italy", "Ghana"]}, ["Aldo", "Bako", "Dual"]),
        ({"club": "Fictional FC"}, ["Aldo"]),
        ({"league": "Other League"}, ["Bako"]),
        ({"status": "free_agent"}, ["Carl"]),
        ({"position": ["Goalkeeper", "Defender"]}, ["Bako", "Carl"]),
        ({"sub_position": "Centre-Back"}, ["Carl"]),
        ({"foot": "left"}, ["Bako"]),
        ({"age_min": 30}, ["Carl"]),
        ({"age_max": 20}, ["Aldo"]),
        ({"age_min": 20, "age_max": 29}, ["Aldo", "Bako"]),
        ({"value_min": 5_000_000}, ["Aldo"]),
        ({"value_max": 4_999_999}, ["Bako"]),
        ({"contract_before": "2026-12-31"}, []),
        ({"contract_before": "2027-01-01"}, ["Bako"]),
        ({"contract_from": "2026-12-31"}, ["Aldo", "Bako"]),
        ({"contract_from": "2027-01-01"}, ["Aldo"]),
        ({"contract_to": "2026-12-31"}, ["Bako"]),
        ({"contract_to": "2026-12-30"}, []),
        ({"contract_from": "2026-12-31", "contract_to": "2028-06-30"}, ["Aldo", "Bako"]),
        ({"contract_from": "2027-01-01", "contract_to": "2028-06-29"}, []),
        ({"country": "Italy", "position": "Goalkeeper"}, []),
    ],
)
def test_filters(client: TestClient, params: dict[str, object], expected: list[str]) -> None:
    def born(age: int) -> str:
        return years_before(today(), age).isoformat()

    nothing: dict[str, Any] = {"current_team": None, "league": None, "contract_until": None}
    store(
        {"full_name": "Aldo", "date_of_birth": born(20), "market_value": 5_000_000},
        {"full_name": "Bako", "country": "Ghana", "date_of_birth": born(29), "foot": "left",
         "current_team": "Else FC", "league": "Other League", "position": "Goalkeeper",
         "market_value": 4_999_999, "contract_until": "2026-12-31"},
        nothing | {"full_name": "Carl", "country": "Norway", "date_of_birth": born(30),
                   "status": "free_agent", "position": "Defender", "sub_position": "Centre-Back",
                   "market_value": None},
        nothing | {"full_name": "Dual", "country": "Chile", "second_country": "Italy",
                   "date_of_birth": None, "market_value": None},
    )  # fmt: skip
    assert names(client, **params) == expected


@pytest.mark.parametrize(
    ("low", "high", "start", "end"),
    [
        ("age_min", "age_max", 30, 20),
        ("value_min", "value_max", 2, 1),
        ("contract_from", "contract_to", "2027-01-01", "2026-12-31"),
    ],
)
def test_a_reversed_range_names_both_parameters(
    client: TestClient, low: str, high: str, start: Any, end: Any
) -> None:
    assert client.get("/players", params={low: end, high: end}).status_code == 200
    answer = client.get("/players", params={low: start, high: end})
    body = answer.json()
    assert (answer.status_code, body["code"]) == (422, "validation_error")
    assert body["detail"] == f"Please correct: {low}, {high}."
    assert body["errors"] == [
        {"location": "query", "field": low, "value": start,
         "message": f"Must not be greater than {high}"},
        {"location": "query", "field": high, "value": end,
         "message": f"Must not be less than {low}"},
    ]  # fmt: skip


def test_contract_status_agrees_with_the_contract_filter_on_every_day(client: TestClient) -> None:
    until = today() - timedelta(days=1)
    store({"full_name": "Ivo", "contract_until": until.isoformat()})
    with session_scope() as session:  # as stored while the contract was running
        session.exec(update(Player).values(contract_status="within_6_months", age_group="U18"))
    (player,) = client.get("/players", params={"contract_to": until.isoformat()}).json()["players"]
    assert (player["contract_status"], player["age_group"]) == ("expired", "23-29")
    assert names(client, contract_from=today().isoformat()) == []


def test_every_column_sorts_both_ways_with_missing_values_last(client: TestClient) -> None:
    empty = dict.fromkeys(PlayerFields.model_fields)
    store(
        empty | {"full_name": "Zero"},
        {"full_name": "Åke", "second_country": "Ghana", "agent": "B", "last_season": 2024,
         "data_as_of": "2025-01-01", "highest_market_value": 12_000_000, "source": "a",
         "source_id": "1"},
        {"full_name": "Bea", "country": "Norway", "second_country": "Spain", "status": "retired",
         "position": "Defender", "sub_position": "Right-Back", "foot": "left", "height_cm": 170,
         "date_of_birth": "1990-01-01", "current_team": "Zeta", "league": "Zeta League",
         "market_value": 1, "highest_market_value": 2, "contract_until": "2030-01-01",
         "agent": "A", "last_season": 2020, "data_as_of": "2020-01-01", "source": "b",
         "source_id": "1"},
    )  # fmt: skip
    for field in SORT_FIELDS:
        up, down = names(client, sort=field), names(client, sort=f"-{field}")
        if field in {"id", "full_name", "created_at", "updated_at"}:
            assert up == down[::-1], field
        else:
            assert up[-1] == down[-1] == "Zero", field
            assert up[:2] == down[:2][::-1], field
    assert names(client, sort="full_name") == ["Åke", "Bea", "Zero"]
    assert names(client, sort="age")[0] == "Åke", "youngest first"


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("celik", ["Mehmet Çelik"]),
        ("ÇELİK", ["Mehmet Çelik"]),
        ("soren", ["Søren Łącki"]),
        ("lacki soren", ["Søren Łącki"]),
        ("etoo", ["Sam Eto'o"]),
        ("eto’o", ["Sam Eto'o"]),
        ("jean pierre", ["Jean-Pierre Nkosi"]),
        ("ivanov", ["Иван Иванов"]),
        ("иванов", ["Иван Иванов"]),
        ("rovers", ["Jean-Pierre Nkosi"]),
        ("nkosi rovers", ["Jean-Pierre Nkosi"]),
        ("100%", ["Hundert 100% Prozent"]),
        ("under_score", ["Under Score"]),
        ("nobody", []),
    ],
)
def test_search_ignores_accents(client: TestClient, q: str, expected: list[str]) -> None:
    store(
        *(
            {"full_name": name}
            for name in (
                "Mehmet Çelik", "Søren Łącki", "Sam Eto'o", "Иван Иванов",
                "Hundert 100% Prozent", "Under Score",
            )
        ),
        {"full_name": "Jean-Pierre Nkosi", "current_team": "Fictional Rovers"},
    )  # fmt: skip
    assert names(client, q=q) == expected


def test_search_lists_the_closest_name_first(client: TestClient) -> None:
    store(
        {"full_name": "Anna Romano", "market_value": 90},
        {"full_name": "Romanov", "market_value": 80},
        {"full_name": "Ciro Roma", "market_value": 1},
        {"full_name": "Roma", "market_value": 0},
        {"full_name": "Ciro Other", "current_team": "Roma", "market_value": 100},
        {"full_name": "Tino Aroma", "market_value": 100},
    )
    expected = ["Roma", "Ciro Roma", "Anna Romano", "Romanov", "Tino Aroma", "Ciro Other"]
    assert names(client, q="roma") == expected
    assert names(client, q="roma", sort="-market_value")[0] in {"Ciro Other", "Tino Aroma"}


def test_filter_options_have_counts(client: TestClient) -> None:
    store({}, {"country": "Ghana"}, {"country": "Ghana", "date_of_birth": None, "foot": None})
    options = client.get("/players/filter-options").json()
    assert options["country"] == [
        {"value": "Ghana", "count": 2},
        {"value": "Italy", "count": 1},
    ]
    assert options["foot"] == [{"value": "right", "count": 2}]
    assert options["age_min"] == options["age_max"] > 0
    assert options["value_max"] == 12_000_000


def test_filter_options_of_an_empty_database(client: TestClient) -> None:
    options = client.get("/players/filter-options").json()
    assert options["country"] == []
    assert options["age_min"] is None


def test_a_change_is_visible_at_once_despite_the_cache(signed_in: TestClient) -> None:
    player = add(signed_in)
    assert names(signed_in) == ["Ivo Testarossa"]
    assert names(signed_in) == ["Ivo Testarossa"], "the cached page"
    signed_in.patch(f"/players/{player['id']}", json={"full_name": "Ivo Nuovo"})
    assert names(signed_in) == ["Ivo Nuovo"]
    signed_in.delete(f"/players/{player['id']}")
    assert names(signed_in) == []


def test_a_cached_page_is_served_until_the_version_changes(signed_in: TestClient) -> None:
    add(signed_in)
    assert names(signed_in) == ["Ivo Testarossa"]
    (key,) = redisdb.get_redis().scan_iter("page:*")
    cached = redisdb.get_redis().get(key)
    assert isinstance(cached, bytes)
    redisdb.get_redis().set(key, cached.replace(b"Testarossa", b"From Cache"))
    assert names(signed_in) == ["Ivo From Cache"], "served from the cache"
    pagecache.invalidate()
    assert names(signed_in) == ["Ivo Testarossa"]


def test_a_cache_without_its_version_serves_no_old_page(signed_in: TestClient) -> None:
    add(signed_in)
    names(signed_in)
    redisdb.get_redis().delete("players:version")
    with session_scope() as session:
        session.connection().exec_driver_sql("UPDATE players SET full_name = 'Changed Behind'")
    assert names(signed_in) == ["Changed Behind"]
