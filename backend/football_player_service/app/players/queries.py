"""How lists of players are found: filters, order, and the search for a name."""

from typing import Any

from sqlalchemy import ColumnElement, case, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from football_player_service.app.players.ages import today, years_before
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFilter, PlayerQuery
from football_player_service.app.text import fold

Condition = ColumnElement[bool]

# What is sorted by something other than its own column: a name without its accents, and
# an age by the birth date, turned round.
_SORT_COLUMNS = {"full_name": col(Player.sort_name), "age": col(Player.date_of_birth)}


def _like(column: Any, pattern: str) -> Condition:
    # fold() leaves % out of nothing, so the two wildcards are escaped here.
    condition: Condition = column.like(pattern, escape="\\")
    return condition


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def conditions(wanted: PlayerFilter) -> list[Condition]:
    """The WHERE of a filter; empty for all players."""
    found: list[Condition] = []
    for name, column in (
        ("club", col(Player.current_team)),
        ("league", col(Player.league)),
        ("status", col(Player.status)),
        ("position", col(Player.position)),
        ("sub_position", col(Player.sub_position)),
        ("foot", col(Player.foot)),
    ):
        if values := getattr(wanted, name):
            found.append(column.in_(values))
    if wanted.country:
        second = col(Player.second_country)
        found.append(or_(col(Player.country).in_(wanted.country), second.in_(wanted.country)))
    found += _ranges(wanted)
    for word in fold(wanted.q or "").split():
        found.append(_like(col(Player.search_text), f"%{_escaped(word)}%"))
    return found


def _ranges(wanted: PlayerFilter) -> list[Condition]:
    found: list[Condition] = []
    born, value = col(Player.date_of_birth), col(Player.market_value)
    if wanted.age_min is not None:
        found.append(born <= years_before(today(), wanted.age_min))
    if wanted.age_max is not None:
        found.append(born > years_before(today(), wanted.age_max + 1))
    if wanted.value_min is not None:
        found.append(value >= wanted.value_min)
    if wanted.value_max is not None:
        found.append(value <= wanted.value_max)
    if wanted.contract_before is not None:
        found.append(col(Player.contract_until) < wanted.contract_before)
    return found


def _closeness(q: str) -> ColumnElement[int]:
    """0 for the very name, then names that begin with it, hold such a word, hold it at all."""
    name, wanted = col(Player.sort_name), _escaped(fold(q))
    return case(
        (name == fold(q), 0),
        (_like(name, f"{wanted} %") | _like(name, f"% {wanted}"), 1),
        (_like(name, f"{wanted}%") | _like(name, f"% {wanted}%"), 2),
        (_like(name, f"%{wanted}%"), 3),
        else_=4,
    )


def order(query: PlayerQuery) -> list[ColumnElement[Any]]:
    """The ORDER BY: always ends in the id, so that pages never overlap."""
    if query.sort is None and fold(query.q or ""):
        value = col(Player.market_value).desc().nulls_last()
        return [_closeness(query.q or ""), value, col(Player.id).asc()]
    sort = query.sort or "id"
    descending, name = sort.startswith("-"), sort.removeprefix("-")
    column = _SORT_COLUMNS.get(name)
    if column is None:
        column = getattr(Player, name)
    if name == "age":
        descending = not descending
    first = column.desc() if descending else column.asc()
    return [first] if name == "id" else [first.nulls_last(), col(Player.id).asc()]


def page_ids(query: PlayerQuery) -> SelectOfScalar[Any]:
    """The ids on a page, alone: SQLite can then skip to a far page inside a narrow index."""
    statement = select(Player.id).where(*conditions(query)).order_by(*order(query))
    return statement.limit(query.limit).offset(query.offset)


def count(wanted: PlayerFilter) -> SelectOfScalar[int]:
    """How many players a filter leaves."""
    return select(func.count()).select_from(Player).where(*conditions(wanted))
