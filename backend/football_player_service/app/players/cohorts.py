"""How a player's market value stands among those of his position and age."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, func, select

from football_player_service.app.players.ages import years_before
from football_player_service.app.players.models import Player

YEARS_APART = 2


@dataclass(frozen=True, slots=True)
class ValueStanding:
    """A value among those of its cohort, the player's own included.

    `left_out` have no value on record; `ahead` is how many it is above less how many it is below.
    """

    size: int
    left_out: int
    ahead: int


_PLAYERS: Table = Player.__table__  # type: ignore[attr-defined]
_value = _PLAYERS.c.market_value
_COHORT = select(
    func.count(_value),
    func.count() - func.count(_value),
    func.sum(func.sign(bindparam("value", type_=_value.type) - _value)),
).where(
    _PLAYERS.c.position == bindparam("position"),
    _PLAYERS.c.date_of_birth.between(bindparam("first"), bindparam("last")),
)


def value_standing(connection: Connection, *, player: Row[Any]) -> ValueStanding | None:
    """Among the players of the position born at most two years before or after him.

    None where position, birth date or value are not on record.
    """
    born = player.date_of_birth
    if player.position is None or born is None or player.market_value is None:
        return None
    key = {
        "position": player.position,
        "value": player.market_value,
        "first": years_before(born, YEARS_APART),
        "last": years_before(born, -YEARS_APART),
    }
    size, left_out, ahead = connection.execute(_COHORT, key).one()
    return ValueStanding(size, left_out, int(ahead))
