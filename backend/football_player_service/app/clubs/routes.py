"""`/clubs`, `/competitions` and `/countries`."""

from typing import Annotated

from fastapi import APIRouter, Query

from football_player_service.app import countries, errors
from football_player_service.app.auth.deps import CurrentUser
from football_player_service.app.clubs import directory, merging
from football_player_service.app.clubs.schemas import (
    ClubDetail,
    ClubPage,
    CompetitionDetail,
    CompetitionPage,
    CountryOut,
    Id,
    Merge,
    NameQuery,
)
from football_player_service.app.deps import SessionDep

router = APIRouter(tags=["clubs"])

_MERGE = errors.responses(errors.Unauthorized, errors.NotFound, errors.Conflict)


@router.get("/clubs")
def list_clubs(query: Annotated[NameQuery, Query()], session: SessionDep) -> ClubPage:
    """Clubs by any of their names: exact matches first, then those with most players."""
    return directory.club_page(session, query=query)


@router.get("/clubs/{club_id:int}", responses=errors.responses(errors.NotFound))
def read_club(club_id: Id, session: SessionDep) -> ClubDetail:
    """A club with its other names, and the clubs merged into it."""
    return directory.club_detail(session, club_id=club_id)


@router.post("/clubs/{club_id:int}/merge", responses=_MERGE)
def merge_club(club_id: Id, body: Merge, _user: CurrentUser, session: SessionDep) -> ClubDetail:
    """Merge a club into another, which is shown in its place from then on."""
    merging.merge_club(session, club_id=club_id, into=body.into)
    return directory.club_detail(session, club_id=body.into)


@router.delete("/clubs/{club_id:int}/merge", responses=_MERGE)
def split_club(club_id: Id, _user: CurrentUser, session: SessionDep) -> ClubDetail:
    """Undo the merge of a club."""
    merging.split_club(session, club_id=club_id)
    return directory.club_detail(session, club_id=club_id)


@router.get("/competitions")
def list_competitions(query: Annotated[NameQuery, Query()], session: SessionDep) -> CompetitionPage:
    """Competitions by any of their names: exact matches first."""
    return directory.competition_page(session, query=query)


@router.get("/competitions/{competition_id:int}", responses=errors.responses(errors.NotFound))
def read_competition(competition_id: Id, session: SessionDep) -> CompetitionDetail:
    """A competition with its other names, and the competitions merged into it."""
    return directory.competition_detail(session, competition_id=competition_id)


@router.post("/competitions/{competition_id:int}/merge", responses=_MERGE)
def merge_competition(
    competition_id: Id, body: Merge, _user: CurrentUser, session: SessionDep
) -> CompetitionDetail:
    """Merge a competition into another; percentiles within it are computed again."""
    merging.merge_competition(session, competition_id=competition_id, into=body.into)
    return directory.competition_detail(session, competition_id=body.into)


@router.delete("/competitions/{competition_id:int}/merge", responses=_MERGE)
def split_competition(
    competition_id: Id, _user: CurrentUser, session: SessionDep
) -> CompetitionDetail:
    """Undo the merge of a competition."""
    merging.split_competition(session, competition_id=competition_id)
    return directory.competition_detail(session, competition_id=competition_id)


@router.get("/countries")
def list_countries() -> list[CountryOut]:
    """The countries that players can have, by name; former states last."""
    return [CountryOut.model_validate(country) for country in countries.everywhere()]
