"""The job that computes a season's percentiles."""

from sqlmodel import Session

from football_player_service.app.record import seasons
from football_player_service.app.tasks import service as tasks
from football_player_service.app.tasks.models import Task
from football_player_service.app.tasks.runner import ProgressReporter, Result, job

PERCENTILES = "percentiles"
_NOBODY = "system"  # who requests what nobody asked for


@job(PERCENTILES)
def percentiles(task: Task, progress: ProgressReporter) -> Result:
    """Compute a season's statistics and percentiles again."""

    def show(done: int, of: int) -> None:
        progress.report("Computing percentiles", 100 * done // of)

    count = seasons.recompute(season_id=int(task.subject_id), on_progress=show)
    return Result(f"{count} metrics computed")


def request_stale(session: Session) -> None:
    """Request the percentiles of every season whose data has changed."""
    for season_id in seasons.stale(session):
        tasks.get_or_create(
            session,
            kind=PERCENTILES,
            subject_kind="season",
            subject_id=str(season_id),
            requested_by=_NOBODY,
        )
