"""The Celery task of scouting."""

from uuid import UUID

from football_player_service.app.scouting import service
from football_player_service.app.worker import celery


@celery.task(name=service.KIND)  # type: ignore[untyped-decorator]
def scout(task_id: str) -> None:
    """Make the report that task `task_id` asks for."""
    service.run(task_id=UUID(task_id))
