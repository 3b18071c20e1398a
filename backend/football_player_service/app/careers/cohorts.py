"""How a player's seasons stand among those of the others of his position."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, func, select

from football_player_service.app.careers.models import PlayerSeason

MIN_MINUTES = 900  # under ten full games a rate says little; also for who is compared with
COUNTS = ("games", "minutes", "goals", "assists", "yellow_cards", "red_cards")
PER_90 = ("goals", "assists", "yellow_cards", "red_cards")
Within = Literal["position", "league"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A season among those of its cohort, the player's own included.

    `left_out` have fewer than `MIN_MINUTES`. `ahead` holds, for each metric (`goals`,
    `goals_per_90`, …), how many of the cohort he is above less how many he is below.
    """

    size: int
    left_out: int
    ahead: dict[str, int]


_SEASONS: Table = PlayerSeason.__table__  # type: ignore[attr-defined]
_his = _SEASONS.alias("his").c
_other = _SEASONS.alias("other").c
_METRICS: dict[str, ColumnElement[Any]] = {
    **{name: _his[name] - _other[name] for name in COUNTS},
    # Rates are compared by cross multiplication: what is equal is equal, to the last goal.
    **{f"{name}_per_90": _his[name] * _other.minutes - _other[name] * _his.minutes
       for name in PER_90},
}  # fmt: skip


def _of_seasons(*columns: ColumnElement[Any], within: Within, enough: bool) -> Select[Any]:
    """`columns` of each season in which the player has the minutes, over those it is among."""
    same = [_other[name] == _his[name] for name in ("span", "position", "year")]
    if within == "league":
        same.append(_other.league == _his.league)
    limit = _other.minutes >= MIN_MINUTES if enough else _other.minutes < MIN_MINUTES
    return (
        select(_his.year, func.count(), *columns)
        .join_from(_his.year.table, _other.year.table, and_(*same, limit))
        .where(
            _his.player_id == bindparam("player_id"),
            _his.span == bindparam("span"),
            _his.minutes >= MIN_MINUTES,
        )
        .group_by(_his.year)
    )


_COHORT: dict[Within, Select[Any]] = {}
_LEFT_OUT: dict[Within, Select[Any]] = {}
for _within in ("position", "league"):
    _signs = [func.sum(func.sign(difference)) for difference in _METRICS.values()]
    _COHORT[_within] = _of_seasons(*_signs, within=_within, enough=True)
    _LEFT_OUT[_within] = _of_seasons(within=_within, enough=False)

_NEWEST = select(func.max(_SEASONS.c.year)).where(
    _SEASONS.c.span == bindparam("span"), _SEASONS.c.position == bindparam("position")
)


def standings(
    connection: Connection, *, player_id: int, span: str, within: Within
) -> dict[int, Standing]:
    """The player's seasons of at least `MIN_MINUTES` by year, each among its cohort.

    Seasons without a position, or without a league where that is what is compared, have none.
    """
    key = {"player_id": player_id, "span": span}
    rows = connection.execute(_LEFT_OUT[within], key)
    left_out = {year: amount for year, amount in rows}  # noqa: C416 - rows, not pairs
    return {
        year: Standing(
            size, left_out.get(year, 0), dict(zip(_METRICS, map(int, ahead), strict=True))
        )
        for year, size, *ahead in connection.execute(_COHORT[within], key)
    }


def newest(connection: Connection, *, span: str, position: str) -> int | None:
    """The last year on record of any player of the position."""
    key = {"span": span, "position": position}
    return connection.execute(_NEWEST, key).scalar()
