"""A task that does nothing, the reference for scouting."""

from football_player_service.app.worker import celery


@celery.task(name="bench.empty")  # type: ignore[untyped-decorator]
def empty(_task_id: str) -> None:
    """Do nothing."""


__all__ = ["celery"]
