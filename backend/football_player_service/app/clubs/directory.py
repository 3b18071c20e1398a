"""Clubs and competitions as lists: found by any of their names, with the numbers of players."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from football_player_service.app import errors, paging
from football_player_service.app.clubs import names
from football_player_service.app.clubs.index import CLUBS, COMPETITIONS, Kind
from football_player_service.app.clubs.models import Club, Competition
from football_player_service.app.clubs.schemas import (
    AliasOut,
    ClubDetail,
    ClubOut,
    ClubPage,
    ClubRef,
    CompetitionDetail,
    CompetitionPage,
    CompetitionRef,
    NameQuery,
)
from football_player_service.app.players.models import Player


def get_club(session: Session, *, club_id: int) -> Club:
    """The club itself, also if it was merged, or `NotFound`."""
    if club := session.get(Club, club_id):
        return club
    raise errors.NotFound(f"Club {club_id} does not exist.", code="club_not_found")


def get_competition(session: Session, *, competition_id: int) -> Competition:
    """The competition itself, also if it was merged, or `NotFound`."""
    if competition := session.get(Competition, competition_id):
        return competition
    raise errors.NotFound(
        f"Competition {competition_id} does not exist.", code="competition_not_found"
    )


def club_page(session: Session, *, query: NameQuery) -> ClubPage:
    """Clubs by name: exact matches first, then those with most players."""
    players = _players()
    found, total = _search(session, CLUBS, query, func.coalesce(players.c.players, 0), players)
    clubs = {club.id: club for club in session.exec(_clubs(id for id, _ in found))}
    return ClubPage(
        clubs=[_club_out(clubs[id], amount) for id, amount in found],
        total=total,
        page=query.page,
        limit=query.limit,
        pages=paging.pages(total, query.limit),
    )


def competition_page(session: Session, *, query: NameQuery) -> CompetitionPage:
    """Competitions by name: exact matches first."""
    found, total = _search(session, COMPETITIONS, query, None, None)
    ids = [id for id, _ in found]
    statement = select(Competition).where(col(Competition.id).in_(ids))
    by_id = {competition.id: competition for competition in session.exec(statement)}
    return CompetitionPage(
        competitions=[CompetitionRef.model_validate(by_id[id]) for id in ids],
        total=total,
        page=query.page,
        limit=query.limit,
        pages=paging.pages(total, query.limit),
    )


def club_detail(session: Session, *, club_id: int) -> ClubDetail:
    """A club with its other names. Raises `NotFound`."""
    club = get_club(session, club_id=club_id)
    players = _players()
    amount = session.exec(
        select(players.c.players).where(players.c.club_id == (club.merged_into or club_id))
    ).first()
    merged = session.exec(select(Club).where(Club.merged_into == club_id).order_by(Club.name))
    into = session.get(Club, club.merged_into) if club.merged_into else None
    return ClubDetail(
        **_club_out(club, amount or 0).model_dump(),
        aliases=_aliases(session, CLUBS, club_id),
        merged=[ClubRef.model_validate(other) for other in merged],
        merged_into=ClubRef.model_validate(into) if into else None,
    )


def competition_detail(session: Session, *, competition_id: int) -> CompetitionDetail:
    """A competition with its other names. Raises `NotFound`."""
    competition = get_competition(session, competition_id=competition_id)
    statement = select(Competition).where(Competition.merged_into == competition_id)
    into = competition.merged_into
    target = session.get(Competition, into) if into else None
    return CompetitionDetail(
        **CompetitionRef.model_validate(competition).model_dump(),
        aliases=_aliases(session, COMPETITIONS, competition_id),
        merged=[
            CompetitionRef.model_validate(other)
            for other in session.exec(statement.order_by(Competition.name))
        ],
        merged_into=CompetitionRef.model_validate(target) if target else None,
    )


def _club_out(club: Club, players: int) -> ClubOut:
    ref = ClubRef.model_validate(club)
    return ClubOut(**ref.model_dump(), country=club.country, players=players)


def _clubs(ids: Any) -> Any:
    return select(Club).where(col(Club.id).in_(list(ids)))


def _players() -> Any:
    """The number of players of each club, those of merged clubs included."""
    final = func.coalesce(Club.merged_into, Club.id).label("club_id")
    statement = select(final, func.count().label("players")).join(
        Player, col(Player.club_id) == Club.id
    )
    return statement.group_by(final).subquery()


def _search(
    session: Session, kind: Kind, query: NameQuery, amount: Any, players: Any
) -> tuple[list[tuple[int, int]], int]:
    """The ids of a page, each with its amount, and how many there are; merged ones by the other."""
    rows, aliases, wanted = kind.rows.c, kind.aliases.c, names.exact(query.q or "")
    final = func.coalesce(rows.merged_into, rows.id)
    rank: Any = func.min(case((aliases.alias == wanted, 0), else_=1)) if wanted else None
    matching: Any = select(final.label("id"), *([rank.label("rank")] if wanted else []))
    matching = matching.select_from(kind.rows.outerjoin(kind.aliases, kind.owner == rows.id))
    if wanted:
        part = aliases.alias.contains(wanted, autoescape=True)
        matching = matching.where(part | (aliases.alias == names.reduced(query.q or "")))
    matching = matching.group_by(final).subquery()
    total = session.exec(select(func.count()).select_from(matching)).one()
    page: Any = select(matching.c.id, amount if amount is not None else 0).select_from(matching)
    order: list[Any] = [matching.c.rank] if wanted else []
    if players is not None:
        page = page.outerjoin(players, players.c.club_id == matching.c.id)
        order.append(amount.desc())
    page = page.join(kind.rows, rows.id == matching.c.id)
    page = page.order_by(*order, rows.short_name, rows.id)
    found = session.exec(page.limit(query.limit).offset(query.offset)).all()
    return [(id, number) for id, number in found], total


def _aliases(session: Session, kind: Kind, id: int) -> list[AliasOut]:
    """The names as they were written, each once per provider."""
    aliases = kind.aliases.c
    statement: Any = (
        select(aliases.provider, aliases.spelling)
        .where(kind.owner == id, aliases.spelling != "")
        .distinct()
        .order_by(aliases.spelling, aliases.provider)
    )
    found: Sequence[tuple[str, str]] = session.exec(statement).all()
    return [AliasOut(provider=provider or None, name=spelling) for provider, spelling in found]
