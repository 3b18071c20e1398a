"""Reads of a player's career: seasons, valuations and transfers."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from football_player_service.app.record.models import PlayerSeason, Span, Transfer, Valuation


def seasons(session: Session, *, player_id: int) -> Sequence[PlayerSeason]:
    """The player's seasons, earliest first; calendar years for a player without seasons."""
    for span in (Span.SEASON, Span.YEAR):
        statement = select(PlayerSeason).where(
            PlayerSeason.player_id == player_id, PlayerSeason.span == span
        )
        if found := session.exec(statement.order_by(col(PlayerSeason.year))).all():
            return found
    return []


def valuations(session: Session, *, player_id: int, until: date) -> Sequence[Valuation]:
    """The player's market values up to and including `until`, earliest first."""
    statement = select(Valuation).where(
        Valuation.player_id == player_id, col(Valuation.day) <= until
    )
    return session.exec(statement.order_by(col(Valuation.day))).all()


def transfers(session: Session, *, player_id: int, until: date) -> Sequence[Transfer]:
    """The player's transfers up to and including `until`, latest first."""
    statement = select(Transfer).where(Transfer.player_id == player_id, col(Transfer.day) <= until)
    found = session.exec(statement).all()
    # Of two transfers on one day, the later one starts where the other ended.
    arrivals = {(transfer.day, transfer.to_club) for transfer in found}

    def order(transfer: Transfer) -> tuple[date, bool, str, str]:
        is_onward = (transfer.day, transfer.from_club) in arrivals
        return transfer.day, is_onward, transfer.from_club, transfer.to_club

    return sorted(found, key=order, reverse=True)
