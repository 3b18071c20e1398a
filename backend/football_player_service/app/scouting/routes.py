"""`/players/{id}/scout`."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from football_player_service.app import errors
from football_player_service.app.auth.deps import Claims, get_current_user
from football_player_service.app.db import session_scope
from football_player_service.app.idempotency import OnceDep
from football_player_service.app.players.schemas import PlayerId
from football_player_service.app.scouting import service
from football_player_service.app.tasks.models import TaskAccepted

router = APIRouter(tags=["scouting"])


@router.post(
    "/players/{player_id}/scout",
    status_code=202,
    response_model=TaskAccepted,
    responses=errors.responses(errors.Unauthorized, errors.NotFound),
)
def scout_player(player_id: PlayerId, claims: Claims, once: OnceDep) -> Response:
    """Ask for a scouting report; the answer names the task that makes it.

    A second request while one is in flight for the player is answered with the same task.
    """

    # Looked up here: as a dependency it would be one more hand-over between threads.
    user = get_current_user(claims)

    def accept(session: Session) -> Response:
        task = service.request(session, player_id=player_id, requested_by=user.username)
        body = TaskAccepted(task_id=task.id, status="accepted").model_dump(mode="json")
        return JSONResponse(body, 202, headers={"Location": f"/tasks/{task.id}"})

    with session_scope() as session:
        return once.run(session, username=user.username, work=accept)
