"""A kind of job of the tests: one function and one registration, run by a real worker."""

from sqlmodel import Session

from football_player_service.app.db import session_scope
from football_player_service.app.errors import Unavailable
from football_player_service.app.players import service as players
from football_player_service.app.redisdb import get_redis
from football_player_service.app.tasks.models import Task
from football_player_service.app.tasks.runner import ProgressReporter, Result, job

KIND = "rename_player"
GO_ON = "example_jobs:go_on"


@job(KIND)
def rename_player(task: Task, progress: ProgressReporter) -> Result:
    """Add "Renamed" to a player's team once Redis says so; some teams cannot be renamed."""
    player_id = int(task.subject_id)
    progress.report("Waiting for approval", 40)
    get_redis().blpop([GO_ON], timeout=30)
    with session_scope(writes=False) as session:
        team = players.get(session, player_id=player_id).current_team
    if team == "Closed FC":
        raise Unavailable("Closed FC keeps its name.", code="name_protected")
    if team is None:
        raise RuntimeError("a bug")

    def store(session: Session) -> None:
        players.get(session, player_id=player_id).current_team = f"{team} Renamed"

    return Result(f"{team} renamed", kind="player", id=task.subject_id, store=store)
