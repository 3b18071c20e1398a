"""Fictional players with careers."""

from datetime import date
from typing import Any

from sqlmodel import SQLModel

from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.record.models import PlayerSeason, Transfer, Valuation
from football_player_service.app.scouting import dossier
from football_player_service.app.scouting.schemas import Evidence

DAY = date(2026, 11, 1)


def player(**facts: Any) -> int:
    """Store a player with this data; the id. Only the name has a default."""
    fields = PlayerFields.model_validate({"full_name": "Ivo Testarossa"} | facts)
    with session_scope() as session:
        added = players.create(session, fields=fields)
        assert added.id is not None
        return added.id


def _store(rows: list[SQLModel]) -> None:
    with session_scope() as session:
        session.add_all(rows)


def season(player_id: int, year: int, **figures: Any) -> None:
    """Store a season; the default is 20 games and 1,800 minutes."""
    with session_scope(writes=False) as session:
        position = players.get(session, player_id=player_id).position
    usual = {"span": "season", "league": None, "games": 20, "minutes": 1800, "goals": 0,
             "assists": 0, "yellow_cards": 0, "red_cards": 0}  # fmt: skip
    _store([PlayerSeason(player_id=player_id, year=year, position=position, **usual | figures)])


def valuations(player_id: int, values: dict[str, int]) -> None:
    """Store market values by date."""
    days = ((date.fromisoformat(day), value) for day, value in values.items())
    _store([Valuation(player_id=player_id, day=day, value=value) for day, value in days])


def transfer(
    player_id: int, day: str, from_club: str, to_club: str, fee: int | None = None
) -> None:
    """Store a transfer."""
    on = date.fromisoformat(day)
    _store([Transfer(player_id=player_id, day=on, from_club=from_club, to_club=to_club, fee=fee)])


def others(amount: int, year: int, position: str | None, **figures: Any) -> None:
    """Store `amount` players in the position, each with this season."""
    for number in range(amount):
        season(player(full_name=f"Other {number}", position=position), year, **figures)


def evidence(player_id: int, *, day: date = DAY) -> dict[str, Evidence]:
    """The player's evidence by id."""
    with session_scope(writes=False) as session:
        found = dossier.build(session, player_id=player_id, day=day).evidence
    by_id = {item.id: item for item in found}
    assert len(by_id) == len(found)
    return by_id


def values(player_id: int, start: str = "", *, day: date = DAY) -> dict[str, Any]:
    """The values of the evidence whose id starts with `start`, by the rest of the id."""
    found = evidence(player_id, day=day).items()
    return {id.removeprefix(start): item.value for id, item in found if id.startswith(start)}
