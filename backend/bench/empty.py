"""The reference of scouting: our worker with a task that does nothing."""

from football_player_service.app.worker import celery


@celery.task(name="bench.empty")  # type: ignore[untyped-decorator]
def empty(_task_id: str) -> None:
    """Nothing."""


__all__ = ["celery"]
