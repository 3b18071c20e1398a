"""Queries for lists of players: filters, sort order and name search."""

from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from football_player_service.app.players.ages import today, years_before
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import Season, StatLine
from football_player_service.app.search.schemas import UNKNOWN, PlayerFilter, PlayerQuery
from football_player_service.app.text import fold

Condition = ColumnElement[bool]

# Sort fields that use another column; age is the birth date in reverse.
_SORT_COLUMNS = {"full_name": col(Player.sort_name), "age": col(Player.date_of_birth)}


def _like(column: Any, pattern: str) -> Condition:
    condition: Condition = column.like(pattern, escape="\\")
    return condition


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def conditions(filters: PlayerFilter) -> list[Condition]:
    """The WHERE conditions of a filter, apart from statistics; empty for all players."""
    found: list[Condition] = []
    for name, column in (
        ("club", col(Player.current_team)),
        ("league", col(Player.league)),
        ("position", col(Player.position)),
        ("sub_position", col(Player.sub_position)),
        ("foot", col(Player.foot)),
    ):
        if values := getattr(filters, name):
            found.append(column.in_(values))
    if filters.status:
        known = [status for status in filters.status if status != UNKNOWN]
        status = col(Player.status)
        unknown = [status.is_(None)] if UNKNOWN in filters.status else []
        found.append(or_(status.in_(known), *unknown))
    if filters.country:
        second = col(Player.second_country)
        found.append(or_(col(Player.country).in_(filters.country), second.in_(filters.country)))
    found += _ranges(filters)
    for word in fold(filters.q or "").split():
        found.append(_like(col(Player.search_text), f"%{_escaped(word)}%"))
    return found


def _ranges(filters: PlayerFilter) -> list[Condition]:
    found: list[Condition] = []
    born, value = col(Player.date_of_birth), col(Player.market_value)
    if filters.age_min is not None:
        found.append(born <= years_before(today(), filters.age_min))
    if filters.age_max is not None:
        found.append(born > years_before(today(), filters.age_max + 1))
    if filters.value_min is not None:
        found.append(value >= filters.value_min)
    if filters.value_max is not None:
        found.append(value <= filters.value_max)
    until = col(Player.contract_until)
    if filters.contract_from is not None:
        found.append(until >= filters.contract_from)
    if filters.contract_to is not None:
        found.append(until <= filters.contract_to)
    if filters.contract_before is not None:
        found.append(until < filters.contract_before)
    if filters.last_season_min is not None:
        last = col(Player.last_season)
        played = (
            select(StatLine.player_id)
            .join(Season, col(Season.id) == StatLine.season_id)
            .where(col(Season.year) >= filters.last_season_min)
        )
        seen = col(Player.id).in_(played)
        found.append(or_(last >= filters.last_season_min, last.is_(None), seen))
    return found


def _relevance(q: str) -> ColumnElement[int]:
    """0 for the exact name, then first or last name, start of a word, anywhere in the name."""
    name, wanted = col(Player.sort_name), _escaped(fold(q))
    return case(
        (name == fold(q), 0),
        (_like(name, f"{wanted} %") | _like(name, f"% {wanted}"), 1),
        (_like(name, f"{wanted}%") | _like(name, f"% {wanted}%"), 2),
        (_like(name, f"%{wanted}%"), 3),
        else_=4,
    )


def order(query: PlayerQuery) -> list[ColumnElement[Any]]:
    """The ORDER BY; ends with the id, so that pages never overlap."""
    if query.sort is None and fold(query.q or ""):
        value = col(Player.market_value).desc().nulls_last()
        return [_relevance(query.q or ""), value, col(Player.id).asc()]
    sort = query.sort or "id"
    descending, name = sort.startswith("-"), sort.removeprefix("-")
    column: Any = _SORT_COLUMNS.get(name, getattr(Player, name, None))
    if name == "age":
        descending = not descending
    first = column.desc() if descending else column.asc()
    return [first] if name == "id" else [first.nulls_last(), col(Player.id).asc()]


def page(query: PlayerQuery) -> SelectOfScalar[Player]:
    """The players on a page, without regard to statistics."""
    # Only ids in the inner query: SQLite then skips to a far page within a narrow index.
    ids = select(Player.id).where(*conditions(query))
    on_page = ids.order_by(*order(query)).limit(query.limit).offset(query.offset)
    return select(Player).where(col(Player.id).in_(on_page)).order_by(*order(query))


def count(filters: PlayerFilter) -> SelectOfScalar[int]:
    """The number of players that match a filter, without regard to statistics."""
    return select(func.count()).select_from(Player).where(*conditions(filters))


def ids(query: PlayerQuery, *, ordered: bool) -> SelectOfScalar[str | None]:
    """The ids of all players that match, without regard to statistics; null for none.

    As text with commas: making an object of each row would take five times as long.
    """
    found = select(Player.id).where(*conditions(query))
    if ordered:
        found = found.order_by(*order(query))
    return select(func.aggregate_strings(cast(found.subquery().c.id, String), ","))
