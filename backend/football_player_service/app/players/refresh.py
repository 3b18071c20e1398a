"""Recomputes the derived columns that change as days pass."""

from sqlalchemy import update
from sqlmodel import Session, col

from football_player_service.app.players.ages import today
from football_player_service.app.players.derived import age_group, contract_status
from football_player_service.app.players.models import Player


def outdated(session: Session, *, player_id: int) -> dict[str, str | None]:
    """The derived columns with an outdated value, and the value they should have."""
    player = session.get(Player, player_id)
    if player is None:
        return {}
    current = {
        "age_group": age_group(player.date_of_birth, today()),
        "contract_status": contract_status(player.contract_until, today()),
    }
    return {name: value for name, value in current.items() if value != getattr(player, name)}


def store(session: Session, *, player_id: int, values: dict[str, str | None]) -> None:
    """Set derived columns; the player's version stays the same."""
    session.exec(update(Player).where(col(Player.id) == player_id).values(**values))
