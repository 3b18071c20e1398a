"""`/players/{id}/scout`."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from football_player_service.app import errors
from football_player_service.app.auth.deps import CurrentUser
from football_player_service.app.deps import SessionDep
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
def scout_player(
    player_id: PlayerId, session: SessionDep, user: CurrentUser, once: OnceDep
) -> Response:
    """Ask for a scouting report; the answer names the task that makes it.

    A second request while one is in flight for the player is answered with the same task.
    """

    def accept() -> Response:
        task = service.request(session, player_id=player_id, requested_by=user.username)
        body = TaskAccepted(task_id=task.id, status="accepted").model_dump(mode="json")
        return JSONResponse(body, 202, headers={"Location": f"/tasks/{task.id}"})

    return once.run(session, username=user.username, work=accept)
