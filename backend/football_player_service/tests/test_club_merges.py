"""`/clubs` and `/competitions`: search, and merges that can be undone."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from football_player_service.app.clubs.models import Club
from football_player_service.app.db import session_scope
from football_player_service.app.models import metadata
from football_player_service.app.players.models import Player
from football_player_service.tests import careers
from football_player_service.tests.clubs import resolve_club, resolve_competition
from football_player_service.tests.test_players import problem_fields


def found(client: TestClient, q: str, *, what: str = "clubs") -> list[str]:
    """The short names of the first results."""
    answer = client.get(f"/{what}", params={"q": q}).json()
    return [one["short_name"] for one in answer[what]]


def resolve(name: str, *, provider: str = "") -> int:
    """The id of the club."""
    with session_scope() as session:
        return resolve_club(session, name=name, provider=provider)


def rows() -> dict[str, Any]:
    """All clubs, aliases and players."""
    with session_scope(writes=False) as session:
        connection = session.connection()
        tables = [
            metadata.tables[name] for name in ("clubs", "club_aliases", "players", "transfers")
        ]
        return {
            table.name: connection.execute(table.select().order_by(*table.primary_key)).all()
            for table in tables
        }


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("psg", "PSG"),
        ("inter", "Inter"),
        ("man utd", "Man Utd"),
        ("Bayern Munchen", "Bayern Munich"),
        ("bayern münchen", "Bayern Munich"),
        ("nooit opgeven", "NAC Breda"),
        ("societa sportiva lazio", "Lazio"),
        ("Manchester City Football Club", "Man City"),
        ("gladbach", "Gladbach"),
    ],
)
def test_clubs_are_found_by_every_name(client: TestClient, q: str, first: str) -> None:
    assert found(client, q)[0] == first


def test_a_page_of_clubs_has_numbers_of_players(client: TestClient) -> None:
    for name in ("Lazio", "SS Lazio", "Inter", None):
        careers.player(current_team=name)
    page = client.get("/clubs", params={"limit": 2}).json()
    assert [(club["short_name"], club["players"]) for club in page["clubs"]] == [
        ("Lazio", 2),
        ("Inter", 1),
    ]
    assert page["total"] > 1000
    assert page["pages"] == -(-page["total"] // 2)
    assert client.get("/clubs", params={"q": "zzzzz"}).json()["clubs"] == []
    assert client.get("/clubs", params={"q": "100%"}).json()["clubs"] == []


def test_a_club_is_shown_with_its_names(client: TestClient) -> None:
    club = client.get(f"/clubs/{resolve('psg', provider='provider-a')}").json()
    assert (club["short_name"], club["name"]) == ("PSG", "Paris Saint-Germain")
    assert (club["country"], club["players"], club["merged_into"]) == ("France", 0, None)
    assert {"provider": "provider-a", "name": "psg"} in club["aliases"]
    assert {"provider": None, "name": "Paris SG"} in club["aliases"]
    assert client.get("/clubs/999999").status_code == 404


def test_a_merge_shows_one_club_everywhere_and_undoing_it_restores_all(
    signed_in: TestClient,
) -> None:
    old, new = resolve("Fictional Rovers"), resolve("Rovers of Fiction")
    subject = careers.player(current_team="Fictional Rovers")
    careers.player(full_name="Aldo", current_team="Rovers of Fiction")
    typed = careers.player(full_name="Typed", current_team="FICTIONAL rovers")
    careers.transfer(subject, "2024-07-01", "Fictional Rovers", "Man City", 5)
    before = rows()

    merged = signed_in.post(f"/clubs/{old}/merge", json={"into": new}).json()
    assert (merged["id"], merged["players"]) == (new, 3)
    assert [one["id"] for one in merged["merged"]] == [old]
    assert found(signed_in, "fictional rovers") == ["Rovers of Fiction"]
    player = signed_in.get(f"/players/{subject}").json()
    assert (player["current_team"], player["version"]) == ("Rovers of Fiction", 2)
    assert signed_in.get(f"/players/{typed}").json()["current_team"] == "FICTIONAL rovers"
    (transfer,) = signed_in.get(f"/players/{subject}/transfers").json()
    assert transfer["from_club"]["id"] == new
    for q in ("fictional", "fiction", "rovers of fiction"):
        assert signed_in.get("/players", params={"q": q}).json()["total"] == 3, q
    assert signed_in.get(f"/clubs/{old}").json()["merged_into"]["id"] == new
    assert resolve("Fictional Rovers") == old

    split = signed_in.delete(f"/clubs/{old}/merge").json()
    assert (split["id"], split["merged_into"], split["players"]) == (old, None, 2)
    after = rows()
    assert {name: after[name] for name in ("clubs", "club_aliases", "transfers")} == {
        name: before[name] for name in ("clubs", "club_aliases", "transfers")
    }

    def facts(players: Any) -> list[dict[str, Any]]:
        return [
            {k: v for k, v in row._mapping.items() if k not in {"version", "updated_at"}}
            for row in players
        ]

    assert facts(after["players"]) == facts(before["players"])


def test_merges_that_would_make_chains_or_circles_are_refused(signed_in: TestClient) -> None:
    one, two, three = (resolve(f"Fictional {name}") for name in ("One", "Two", "Three"))

    def merge(id: int, into: int) -> tuple[int, str]:
        answer = signed_in.post(f"/clubs/{id}/merge", json={"into": into})
        return answer.status_code, answer.json().get("code", "")

    assert merge(one, one) == (422, "invalid")
    assert merge(one, 999_999) == (404, "club_not_found")
    assert merge(999_999, one) == (404, "club_not_found")
    assert merge(one, resolve("Retired")) == (422, "invalid")
    assert merge(one, two)[0] == 200
    assert merge(one, three) == (409, "already_merged")
    assert merge(two, one) == (409, "target_merged")
    assert merge(three, one) == (409, "target_merged")
    assert merge(two, three) == (409, "has_merged")
    assert signed_in.delete(f"/clubs/{three}/merge").json()["code"] == "not_merged"
    answer = signed_in.post(f"/clubs/{two}/merge", json={"into": three})
    assert "Merge Fictional Three into Fictional Two, or undo" in answer.json()["detail"]


def test_only_signed_in_users_merge(client: TestClient) -> None:
    one = resolve("Fictional One")
    assert client.post(f"/clubs/{one}/merge", json={"into": 1}).status_code == 401
    assert client.delete(f"/clubs/{one}/merge").status_code == 401


def test_competitions_are_found_and_merged(signed_in: TestClient) -> None:
    assert found(signed_in, "EPL", what="competitions")[0] == "Premier League"
    with session_scope() as session:
        old = resolve_competition(session, name="Fictional League", country="Wales")
        new = resolve_competition(session, name="League of Fiction", country="Wales")
    merged = signed_in.post(f"/competitions/{old}/merge", json={"into": new}).json()
    assert [one["id"] for one in merged["merged"]] == [old]
    assert found(signed_in, "fictional league", what="competitions") == ["League of Fiction"]
    again = signed_in.post(f"/competitions/{old}/merge", json={"into": new})
    assert again.json()["code"] == "already_merged"
    split = signed_in.delete(f"/competitions/{old}/merge").json()
    assert (split["short_name"], split["merged_into"]) == ("Fictional League", None)
    assert signed_in.get("/competitions/999999").status_code == 404


def test_a_written_club_is_found_and_stays_as_typed(signed_in: TestClient) -> None:
    body = {"full_name": "Ivo Testarossa", "country": "Italy", "status": "active"}
    player = signed_in.post("/players", json=body | {"current_team": "bayern munchen"}).json()
    assert player["current_team"] == "bayern munchen"
    for q in ("Bayern Munich", "bayern münchen", "FC Bayern", "ivo bayern"):
        assert signed_in.get("/players", params={"q": q}).json()["total"] == 1, q

    def club() -> str | None:
        with session_scope(writes=False) as session:
            stored = session.exec(select(Player)).one()
            return session.get_one(Club, stored.club_id).short_name if stored.club_id else None

    assert club() == "Bayern Munich"
    path = f"/players/{player['id']}"
    signed_in.patch(path, json={"height_cm": 180})
    assert club() == "Bayern Munich"
    for team, league, expected in (
        ("Everton", None, "Everton"),
        ("Everton", "Chilean Primera", "Everton"),
        ("A team nobody knows", None, None),
        ("Racing", None, None),
        ("Racing", "LaLiga 2", "Racing Santander"),
        (None, None, None),
    ):
        signed_in.patch(path, json={"current_team": team, "league": league})
        assert club() == expected, (team, league)
    with session_scope(writes=False) as session:
        names = session.exec(select(Club.name)).all()
    assert "A team nobody knows" not in names


def test_countries_are_written_in_one_spelling_or_rejected(signed_in: TestClient) -> None:
    body = {"full_name": "Ivo Testarossa", "status": "active"}
    player = signed_in.post("/players", json=body | {"country": "Türkiye"}).json()
    assert player["country"] == "Turkey"
    answer = signed_in.post("/players", json=body | {"country": "Atlantis"})
    assert answer.status_code == 422
    assert problem_fields(answer) == ["country"]
    message = answer.json()["errors"][0]["message"]
    assert "'Atlantis' is not a known country. Did you mean" in message
    path = f"/players/{player['id']}"
    answer = signed_in.patch(path, json={"second_country": "Germny"})
    assert problem_fields(answer) == ["second_country"]
    assert "Did you mean Germany" in answer.json()["errors"][0]["message"]


def test_a_stored_name_that_is_no_country_is_kept(signed_in: TestClient) -> None:
    subject = careers.player(country="Italy")
    with session_scope() as session:
        session.get_one(Player, subject).country = "Atlantis"
    changed = signed_in.patch(f"/players/{subject}", json={"height_cm": 180})
    assert changed.status_code == 200
    assert changed.json()["country"] == "Atlantis"
    changed = signed_in.patch(f"/players/{subject}", json={"country": "it"})
    assert changed.json()["country"] == "Italy"


def test_countries_are_listed_with_their_codes(client: TestClient) -> None:
    listed = {one["name"]: one for one in client.get("/countries").json()}
    assert listed["Italy"] == {"name": "Italy", "code": "IT", "is_former": False}
    assert listed["England"]["code"] == "GB-ENG"
    assert listed["Soviet Union"]["is_former"]
    assert len(listed) > 250
