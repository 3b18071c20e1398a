"""Clubs and competitions by the names that people and providers give them."""

from collections.abc import Collection, Iterable

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from football_player_service.app.clubs.index import (
    CLUBS,
    COMPETITIONS,
    Index,
    Wanted,
    lookups,
)
from football_player_service.app.clubs.models import (
    Club,
    ClubAlias,
    Competition,
)
from football_player_service.app.text import fold


def find_club(session: Session, *, name: str, league: str | None = None) -> int | None:
    """The id of the club that a person means; None if it is not known or the name fits several.

    `league` is the name of the competition that it plays in.
    """
    country = None
    if league:
        leagues = Index(COMPETITIONS).load(session, aliases=lookups([(league, None, None)]))
        competition = leagues.find(name=league)
        country = competition.country if competition else None
    index = Index(CLUBS).load(session, aliases=lookups([(name, None, country)]))
    club = index.find(name=name, country=country)
    return club.id if club else None


def club_index(session: Session, *, wanted: Iterable[Wanted] | None = None) -> Index:
    """Clubs, for a file with many: `resolve` each name, then `save`.

    With `wanted` (name, provider's id and country) only what these need is read.
    """
    return Index(CLUBS).load(session, aliases=None if wanted is None else lookups(wanted))


def competition_index(session: Session) -> Index:
    """All competitions, as in `club_index`."""
    return Index(COMPETITIONS).load(session)


def shown(session: Session, *, ids: Collection[int]) -> dict[int, Club]:
    """Clubs by id; one that was merged into another is the other."""
    if not ids:
        return {}
    target = aliased(Club)
    statement = (
        select(Club.id, target)
        .join(target, col(target.id) == func.coalesce(Club.merged_into, Club.id))
        .where(col(Club.id).in_(ids))
    )
    return {id: club for id, club in session.exec(statement) if id}


def competition_names(session: Session, *, ids: Collection[int]) -> dict[int, str]:
    """Short names of competitions, those merged into another by the other's name."""
    if not ids:
        return {}
    target = aliased(Competition)
    statement = (
        select(Competition.id, target.short_name)
        .join(target, col(target.id) == func.coalesce(Competition.merged_into, Competition.id))
        .where(col(Competition.id).in_(ids))
    )
    return {id: name for id, name in session.exec(statement) if id}


def search_words(session: Session, *, ids: Collection[int]) -> dict[int, str]:
    """The words of all names of clubs, folded, by club id; of a merged club those of both."""
    final = func.coalesce(Club.merged_into, Club.id)
    targets = dict(session.exec(select(Club.id, final).where(col(Club.id).in_(ids))).all())
    spellings = (
        select(final, Club.name, Club.short_name, ClubAlias.spelling)
        .outerjoin(ClubAlias, col(ClubAlias.club_id) == Club.id)
        .where(final.in_(set(targets.values())))
    )
    words: dict[int, dict[str, None]] = {}
    for target, *names in session.exec(spellings):
        found = words.setdefault(target, {})
        for name in names:
            found.update(dict.fromkeys(fold(name or "").split()))
    return {id: " ".join(words[target]) for id, target in targets.items() if id}
