"""Clubs and competitions resolved as an import does it, one name at a time."""

from sqlmodel import Session

from football_player_service.app.clubs.models import ANY_PROVIDER
from football_player_service.app.clubs.service import club_index, competition_index


def resolve_club(
    session: Session,
    *,
    name: str,
    provider: str = ANY_PROVIDER,
    provider_id: str | None = None,
    country: str | None = None,
) -> int:
    """The id of the club; one that is not known is added. Reads only what the name needs."""
    index = club_index(session, wanted=[(name, provider_id, country)])
    found = index.resolve(name=name, provider=provider, provider_id=provider_id, country=country)
    index.save(session)
    return found.saved_id


def resolve_competition(
    session: Session,
    *,
    name: str,
    provider: str = ANY_PROVIDER,
    provider_id: str | None = None,
    country: str | None = None,
) -> int:
    """The id of the competition; one that is not known is added."""
    index = competition_index(session)
    found = index.resolve(name=name, provider=provider, provider_id=provider_id, country=country)
    index.save(session)
    return found.saved_id
