"""Careers: what a player left on record, read as rows of the tables' columns."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Table, bindparam, select

from football_player_service.app.careers.models import PlayerSeason, Transfer, Valuation

_SEASONS: Table = PlayerSeason.__table__  # type: ignore[attr-defined]
_VALUATIONS: Table = Valuation.__table__  # type: ignore[attr-defined]
_TRANSFERS: Table = Transfer.__table__  # type: ignore[attr-defined]
_PLAYER: BindParameter[int] = bindparam("player_id")

# Made once, and rows in the place of objects: a dossier takes half the time.
_HIS_SEASONS = (
    select(_SEASONS)
    .where(_SEASONS.c.player_id == _PLAYER)
    .order_by(_SEASONS.c.span, _SEASONS.c.year)
)
_HIS_VALUATIONS = (
    select(_VALUATIONS).where(_VALUATIONS.c.player_id == _PLAYER).order_by(_VALUATIONS.c.day)
)
_HIS_TRANSFERS = select(_TRANSFERS).where(_TRANSFERS.c.player_id == _PLAYER)


def seasons(connection: Connection, *, player_id: int) -> Sequence[Row[Any]]:
    """The player's seasons and calendar years, the earliest first; both spans may be there."""
    return connection.execute(_HIS_SEASONS, {"player_id": player_id}).all()


def valuations(connection: Connection, *, player_id: int) -> Sequence[Row[Any]]:
    """The player's market values, the earliest first."""
    return connection.execute(_HIS_VALUATIONS, {"player_id": player_id}).all()


def transfers(connection: Connection, *, player_id: int) -> Sequence[Row[Any]]:
    """The player's transfers, the latest first."""
    found = connection.execute(_HIS_TRANSFERS, {"player_id": player_id}).all()
    # Of two on a day, the later one is that away from where the other led.
    reached = {(transfer.day, transfer.to_club) for transfer in found}

    def order(transfer: Row[Any]) -> tuple[date, bool, str, str]:
        away = (transfer.day, transfer.from_club) in reached
        return transfer.day, away, transfer.from_club, transfer.to_club

    return sorted(found, key=order, reverse=True)
