"""`GET /players/{id}/valuations`."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from football_player_service.app.players.ages import today
from football_player_service.tests.careers import player, valuations

pytestmark = pytest.mark.usefixtures("database")


def test_every_valuation_up_to_today_is_listed_earliest_first(client: TestClient) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    days = [f"20{year}-0{month}-15" for year in range(15, 25) for month in (3, 9)]
    values = {day: 1_000_000 * number for number, day in enumerate(days)}
    known = player()
    valuations(known, {**values, tomorrow: 5})
    answer = client.get(f"/players/{known}/valuations")
    assert answer.status_code == 200
    assert answer.json() == [{"day": day, "value": value} for day, value in values.items()]


def test_a_player_without_valuations_and_an_unknown_player(client: TestClient) -> None:
    assert client.get(f"/players/{player()}/valuations").json() == []
    answer = client.get("/players/999999/valuations")
    assert (answer.status_code, answer.json()["code"]) == (404, "player_not_found")
