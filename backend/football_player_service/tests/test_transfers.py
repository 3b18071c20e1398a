"""`/players/{id}/transfers`."""

from datetime import timedelta

from fastapi.testclient import TestClient

from football_player_service.app.clubs.models import Club
from football_player_service.app.db import session_scope
from football_player_service.app.players.ages import today
from football_player_service.tests.careers import club, player, transfer


def test_transfers_come_latest_first_with_their_clubs(client: TestClient) -> None:
    subject = player()
    transfer(subject, "2021-07-01", "Fichtengrund", "Man City", 0)
    transfer(subject, "2024-07-01", "Man City", "Retired")
    transfer(subject, "2024-07-01", "Fichtengrund", "Man City", 5)
    transfer(subject, str(today() + timedelta(days=1)), "Retired", "Fichtengrund")
    found = client.get(f"/players/{subject}/transfers").json()
    assert [
        (one["day"], one["from_club"]["short_name"], one["to_club"]["short_name"], one["fee"])
        for one in found
    ] == [
        ("2024-07-01", "Man City", "Retired", None),
        ("2024-07-01", "Fichtengrund", "Man City", 5),
        ("2021-07-01", "Fichtengrund", "Man City", 0),
    ]
    assert found[0]["to_club"]["status"] == "retired"
    city = found[0]["from_club"]
    assert city["id"] == club("Man City")
    assert (city["name"], city["status"]) == ("Manchester City", None)
    assert city["primary_colour"].startswith("#")


def test_transfers_of_merged_clubs_are_one(client: TestClient) -> None:
    subject = player()
    transfer(subject, "2021-07-01", "Fichtengrund", "Man City")
    transfer(subject, "2021-07-01", "Old Fichtengrund", "Man City", 7)
    with session_scope() as session:
        session.get_one(Club, club("Old Fichtengrund")).merged_into = club("Fichtengrund")
    (found,) = client.get(f"/players/{subject}/transfers").json()
    assert (found["from_club"]["short_name"], found["fee"]) == ("Fichtengrund", 7)


def test_a_player_without_transfers_and_no_player(client: TestClient) -> None:
    assert client.get(f"/players/{player()}/transfers").json() == []
    assert client.get("/players/42/transfers").status_code == 404
