"""`/players`."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from football_player_service.app import errors
from football_player_service.app.auth.deps import CurrentUser
from football_player_service.app.deps import IfMatch, SessionDep
from football_player_service.app.idempotency import OnceDep
from football_player_service.app.players import service
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import (
    PlayerCreate,
    PlayerId,
    PlayerOut,
    PlayerPatch,
    PlayerReplace,
)

router = APIRouter(tags=["players"])

JSON = "application/json"


@router.get(
    "/players/{player_id:int}",
    response_model=PlayerOut,
    responses=errors.responses(errors.NotFound),
)
def read_player(player_id: PlayerId, session: SessionDep, response: Response) -> Player:
    """One player."""
    player = service.get(session, player_id=player_id)
    response.headers["ETag"] = service.etag(player)
    return player


@router.post(
    "/players",
    status_code=201,
    response_model=PlayerOut,
    responses=errors.responses(errors.Unauthorized, errors.Conflict),
)
def create_player(
    body: PlayerCreate, user: CurrentUser, session: SessionDep, once: OnceDep
) -> Response:
    """Add a player."""

    def add(session: Session) -> Response:
        player = service.create(session, fields=body)
        content = PlayerOut.model_validate(player).model_dump(mode="json")
        headers = {"Location": f"/players/{player.id}", "ETag": service.etag(player)}
        return JSONResponse(content, 201, headers=headers)

    return once.run(session, username=user.username, work=add)


_CHANGE = errors.responses(
    errors.Unauthorized, errors.NotFound, errors.Conflict, errors.PreconditionFailed
)


@router.put("/players/{player_id:int}", response_model=PlayerOut, responses=_CHANGE)
def replace_player(
    player_id: PlayerId,
    body: PlayerReplace,
    _user: CurrentUser,
    session: SessionDep,
    response: Response,
    if_match: IfMatch = None,
) -> Player:
    """Replace all fields of a player."""
    player = service.replace(session, player_id=player_id, fields=body, if_match=if_match)
    response.headers["ETag"] = service.etag(player)
    return player


@router.patch("/players/{player_id:int}", response_model=PlayerOut, responses=_CHANGE)
def patch_player(
    player_id: PlayerId,
    body: PlayerPatch,
    _user: CurrentUser,
    session: SessionDep,
    response: Response,
    if_match: IfMatch = None,
) -> Player:
    """Change some fields of a player."""
    player = service.patch(session, player_id=player_id, fields=body, if_match=if_match)
    response.headers["ETag"] = service.etag(player)
    return player


@router.delete(
    "/players/{player_id:int}",
    status_code=204,
    responses=errors.responses(errors.Unauthorized, errors.NotFound, errors.PreconditionFailed),
)
def delete_player(
    player_id: PlayerId, _user: CurrentUser, session: SessionDep, if_match: IfMatch = None
) -> None:
    """Delete a player, including their reports."""
    service.delete(session, player_id=player_id, if_match=if_match)
