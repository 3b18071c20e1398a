"""A player's facts as a row of columns, for who only reads them."""

from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, select

from football_player_service.app import errors
from football_player_service.app.players.models import Player

_PLAYERS: Table = Player.__table__  # type: ignore[attr-defined]
# What is not a fact about a player but the record's own, or long.
_OTHERS = {"scouting_report", "sort_name", "search_text", "version", "created_at", "updated_at"}
_FACTS = select(*(column for column in _PLAYERS.columns if column.name not in _OTHERS)).where(
    _PLAYERS.c.id == bindparam("player_id")
)
_ID = select(_PLAYERS.c.id).where(_PLAYERS.c.id == bindparam("player_id"))


def read(connection: Connection, *, player_id: int) -> Row[Any]:
    """The facts, or `NotFound`."""
    row = connection.execute(_FACTS, {"player_id": player_id}).one_or_none()
    if row is None:
        raise not_found(player_id)
    return row


def must_exist(connection: Connection, *, player_id: int) -> None:
    """`NotFound` where there is no such player."""
    if connection.execute(_ID, {"player_id": player_id}).first() is None:
        raise not_found(player_id)


def not_found(player_id: int) -> errors.NotFound:
    """What is said where there is no such player."""
    return errors.NotFound(f"There is no player {player_id}.", code="player_not_found")
