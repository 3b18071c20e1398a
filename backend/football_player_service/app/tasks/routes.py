"""`/tasks`."""

from uuid import UUID

from fastapi import APIRouter

from football_player_service.app import errors
from football_player_service.app.tasks import service
from football_player_service.app.tasks.models import TaskOut

router = APIRouter(tags=["tasks"])


@router.get("/tasks/{task_id}", responses=errors.responses(errors.NotFound))
def read_task(task_id: UUID) -> TaskOut:
    """How a task stands."""
    return service.read(task_id=task_id)
