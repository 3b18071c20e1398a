"""`/tasks`."""

from uuid import UUID

from fastapi import APIRouter

from football_player_service.app import errors
from football_player_service.app.auth.deps import OptionalUser
from football_player_service.app.deps import SessionDep
from football_player_service.app.tasks import service
from football_player_service.app.tasks.models import TaskOut

router = APIRouter(tags=["tasks"])


@router.get("/tasks/{task_id}", responses=errors.responses(errors.NotFound))
def read_task(task_id: UUID, user: OptionalUser, session: SessionDep) -> TaskOut:
    """Status, progress and result of a task."""
    task = service.read(session, task_id=task_id)
    return task if user else task.model_copy(update={"requested_by": None})
