"""Compares a player's market value with players of the same position and about the same age."""

from dataclasses import dataclass

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from football_player_service.app.players.ages import years_before
from football_player_service.app.players.models import Player

MAX_YEARS_APART = 2


@dataclass(frozen=True, slots=True)
class ValueComparison:
    """A market value within its cohort.

    `size` counts the players with a market value, the player included; `excluded` those without.
    `above` and `below` count those with a higher and a lower value.
    """

    size: int
    excluded: int
    above: int
    below: int


def compare_value(session: Session, player: Player) -> ValueComparison | None:
    """Among players in the position born at most two years earlier or later.

    None if the player's position, birth date or market value is unknown.
    """
    born = player.date_of_birth
    if player.position is None or born is None or player.market_value is None:
        return None
    value = col(Player.market_value)
    earliest, latest = years_before(born, MAX_YEARS_APART), years_before(born, -MAX_YEARS_APART)
    statement = select(
        func.count(value),
        func.count() - func.count(value),
        func.sum(case((value > player.market_value, 1), else_=0)),
        func.sum(case((value < player.market_value, 1), else_=0)),
    ).where(Player.position == player.position, col(Player.date_of_birth).between(earliest, latest))
    return ValueComparison(*map(int, session.exec(statement).one()))
