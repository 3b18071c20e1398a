"""What the worker sends is what the AI service takes, whatever the record holds."""

from datetime import date
from typing import get_args

from ai_service import schemas
from football_player_service.app.players.models import Foot, Player, Position, Status
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.players.service import columns
from football_player_service.app.scouting.service import facts_of
from football_player_service.tests.players import a_player


def sent(**facts: object) -> schemas.GenerateRequest:
    """The request that goes out for a player with these facts."""
    values = columns(PlayerFields.model_validate(facts))
    player = Player(id=1, version=1, **values)
    return schemas.GenerateRequest.model_validate({"player": facts_of(player)})


def test_the_vocabularies_are_one() -> None:
    assert {p.value for p in Position} == set(get_args(schemas.Position))
    assert {s.value for s in Status} == set(get_args(schemas.Status))
    assert {f.value for f in Foot} == set(get_args(schemas.Foot))


def test_a_full_and_an_empty_player_are_taken() -> None:
    full = sent(**a_player(second_country="Chile", data_as_of="2025-04-01"))
    assert full.player.full_name == "Ivo Testarossa"
    assert full.player.as_of >= date(2026, 1, 1)
    assert sent(full_name="Jô").player.age is None


def test_the_longest_values_are_taken() -> None:
    long = {"full_name": "x" * 100, "country": "x" * 60, "second_country": "x" * 60}
    long |= {"current_team": "x" * 120, "league": "x" * 120, "sub_position": "x" * 60}
    amounts = {"market_value": 10_000_000_000, "highest_market_value": 10_000_000_000}
    assert sent(**long, **amounts, height_cm=230, age=120).player.age == 120
