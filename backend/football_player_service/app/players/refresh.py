"""The derived columns of a player who is there already, worked out anew for today."""

from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from football_player_service.app.players.ages import today
from football_player_service.app.players.derived import age_group, contract_status
from football_player_service.app.players.models import Player


def outdated(session: Session, *, player_id: int) -> dict[str, Any] | None:
    """The derived values that no longer hold, as they should be; None for no such player."""
    statement = select(
        col(Player.date_of_birth),
        col(Player.contract_until),
        col(Player.age_group),
        col(Player.contract_status),
    )
    row = session.exec(statement.where(Player.id == player_id)).first()
    if row is None:
        return None
    born, until, group, contract = row
    stored = {"age_group": group, "contract_status": contract}
    now = {
        "age_group": age_group(born, today()),
        "contract_status": contract_status(until, today()),
    }
    return {name: value for name, value in now.items() if value != stored[name]}


def store(session: Session, *, player_id: int, values: dict[str, Any]) -> None:
    """Set derived values. They follow from facts that stay, so his version stays too."""
    session.connection().execute(update(Player).where(col(Player.id) == player_id).values(values))
