"""Lists of players, and the values to filter them by."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from football_player_service.app import paging
from football_player_service.app.players.ages import age_on, today
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import SeasonStat
from football_player_service.app.search import by_figures, queries
from football_player_service.app.search.schemas import (
    Choice,
    FilterOptions,
    PlayerPage,
    PlayerQuery,
    PlayerRow,
    StatCell,
)


def page(session: Session, *, query: PlayerQuery) -> PlayerPage:
    """One page of the players that match the query."""
    if query.stat_ranges or query.sort_stat:
        total, players = _page_by_figures(session, query)
    else:
        total = session.exec(queries.count(query)).one()
        players = session.exec(queries.page(query)).all()
    rows = [PlayerRow.model_validate(player) for player in players]
    _add_stats(session, rows, query)
    return PlayerPage(
        players=rows,
        total=total,
        page=query.page,
        limit=query.limit,
        pages=paging.pages(total, query.limit),
    )


def _page_by_figures(session: Session, query: PlayerQuery) -> tuple[int, Sequence[Player]]:
    ids = by_figures.player_ids(session, query)
    on_page = ids[query.offset : query.offset + query.limit].tolist()
    players = {p.id: p for p in session.exec(select(Player).where(col(Player.id).in_(on_page)))}
    return len(ids), [players[id_] for id_ in on_page if id_ in players]


def _add_stats(session: Session, rows: Sequence[PlayerRow], query: PlayerQuery) -> None:
    if not query.column:
        return
    columns: list[Any] = [getattr(SeasonStat, name) for name in StatCell.model_fields]
    statement = select(SeasonStat.player_id, SeasonStat.metric, *columns).where(
        SeasonStat.season_id == query.season,
        col(SeasonStat.metric).in_(query.column),
        col(SeasonStat.player_id).in_([row.id for row in rows]),
    )
    by_id = {row.id: row for row in rows}
    for player_id, metric, *figures in session.exec(statement):
        cell = dict(zip(StatCell.model_fields, figures, strict=True))
        by_id[player_id].stats[metric] = StatCell.model_validate(cell)


def filter_options(session: Session) -> FilterOptions:
    """The available filter values, each with its number of players."""
    choices: dict[str, list[Choice]] = {}
    for name, column in _CHOICES.items():
        amount = func.count()
        statement = select(column, amount).where(column.is_not(None)).group_by(column)
        rows = session.exec(statement.order_by(amount.desc(), column)).all()
        choices[name] = [Choice(value=value, count=n) for value, n in rows]
    columns: list[Any] = [
        func.min(Player.date_of_birth),
        func.max(Player.date_of_birth),
        func.max(Player.market_value),
        func.max(Player.last_season),
        func.count() - func.count(col(Player.status)),
    ]
    oldest, youngest, highest_value, newest_season, unknown = session.exec(select(*columns)).one()
    return FilterOptions(
        **choices,
        age_min=age_on(youngest, today()) if youngest else None,
        age_max=age_on(oldest, today()) if oldest else None,
        value_max=highest_value,
        newest_season=newest_season,
        status_unknown=unknown,
    )


_CHOICES: Mapping[str, Any] = {
    "country": col(Player.country),
    "club": col(Player.current_team),
    "league": col(Player.league),
    "status": col(Player.status),
    "position": col(Player.position),
    "sub_position": col(Player.sub_position),
    "foot": col(Player.foot),
}
