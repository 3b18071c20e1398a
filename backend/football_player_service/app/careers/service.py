"""Careers: what a player left on record, read."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from football_player_service.app.careers.models import PlayerSeason, Transfer, Valuation


def seasons(session: Session, *, player_id: int) -> Sequence[PlayerSeason]:
    """The player's seasons and calendar years, the earliest first; both spans may be there."""
    statement = select(PlayerSeason).where(col(PlayerSeason.player_id) == player_id)
    order = col(PlayerSeason.span), col(PlayerSeason.year)
    return session.exec(statement.order_by(*order)).all()


def valuations(session: Session, *, player_id: int) -> Sequence[Valuation]:
    """The player's market values, the earliest first."""
    statement = select(Valuation).where(col(Valuation.player_id) == player_id)
    return session.exec(statement.order_by(col(Valuation.day))).all()


def transfers(session: Session, *, player_id: int) -> Sequence[Transfer]:
    """The player's transfers, the latest first."""
    statement = select(Transfer).where(col(Transfer.player_id) == player_id)
    found = session.exec(statement).all()
    # Of two on a day, the later one is that away from where the other led.
    reached = {(transfer.day, transfer.to_club) for transfer in found}

    def order(transfer: Transfer) -> tuple[date, bool, str, str]:
        away = (transfer.day, transfer.from_club) in reached
        return transfer.day, away, transfer.from_club, transfer.to_club

    return sorted(found, key=order, reverse=True)
