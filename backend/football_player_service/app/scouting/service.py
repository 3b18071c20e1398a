"""Scouting: a report is asked for, written by the AI service, and stored."""

from typing import Any
from uuid import UUID

import orjson
import structlog
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from football_player_service.app import ai_client
from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Player
from football_player_service.app.scouting.models import Report
from football_player_service.app.tasks import service as tasks
from football_player_service.app.tasks.lease import Held, held
from football_player_service.app.tasks.models import Task, TaskStatus

log = structlog.get_logger()

# Also the name of the Celery task.
KIND = "scout"

_FACTS = (
    "full_name", "date_of_birth", "date_of_birth_is_estimate", "country", "second_country",
    "status", "position", "sub_position", "foot", "height_cm", "current_team", "league",
    "market_value", "highest_market_value", "contract_until", "data_as_of",
)  # fmt: skip


def request(session: Session, *, player_id: int, requested_by: str) -> Task:
    """The task that makes a report on the player; `NotFound` for no such player."""
    # A read of its own: the lock on the database is taken with the first query of `session`.
    with session_scope(writes=False) as reading:
        players.get(reading, player_id=player_id)
    return tasks.open_or_join(session, kind=KIND, player_id=player_id, requested_by=requested_by)


def facts_of(player: Player) -> dict[str, Any]:
    """What a report may rest on, as JSON values; money in whole euros."""
    answer = players.out(player).model_dump(mode="json")
    return {name: answer[name] for name in (*_FACTS, "age")} | {"as_of": today().isoformat()}


def run(*, task_id: UUID) -> None:
    """Do the task, if it is still to be done, and end it: with a report or with a reason."""
    task = tasks.claim(task_id=task_id)
    if task is None:
        log.info("task_not_claimed", task_id=str(task_id))
        return
    with session_scope(writes=False) as session:
        player = session.get(Player, task.player_id)
    if player is None:
        _cancel(task)
        return
    try:
        with held(task) as hold:
            _write_report(task, player, hold)
    except ai_client.AiError as error:
        log.warning("report_failed", task_id=str(task_id), code=error.code)
        _end(task, status=TaskStatus.FAILED, error=str(error), error_code=error.code)
    except Exception:
        reason = "Something broke on our side; it was logged."
        _end(task, status=TaskStatus.FAILED, error=reason, error_code="internal_error")
        raise


def _write_report(task: Task, player: Player, hold: Held) -> None:
    facts = facts_of(player)
    answer = ai_client.generate(
        facts, on_attempt=lambda attempt: hold.show("Writing the report", 40, attempt)
    )
    try:
        with session_scope() as session:
            if tasks.finish(session, task, status=TaskStatus.COMPLETED, result="Report generated"):
                _store(session, task=task, answer=answer, facts=facts)
    except IntegrityError:  # the report's player is gone
        _cancel(task)


def _store(
    session: Session, *, task: Task, answer: ai_client.AiReport, facts: dict[str, Any]
) -> None:
    report = Report(
        player_id=task.player_id,
        task_id=task.id,
        source=answer.source,
        model=answer.model,
        prompt_version=answer.prompt_version,
        report=answer.report,
        sections=orjson.dumps(answer.sections).decode(),
        facts=orjson.dumps(facts).decode(),
    )
    session.connection().execute(insert(Report), report.model_dump())
    players.set_report(session, player_id=task.player_id, report=answer.report)


def _cancel(task: Task) -> None:
    reason = "The player was deleted meanwhile."
    _end(task, status=TaskStatus.CANCELLED, error=reason, error_code="player_deleted")


def _end(task: Task, *, status: TaskStatus, error: str, error_code: str) -> None:
    with session_scope() as session:
        tasks.finish(session, task, status=status, error=error, error_code=error_code)
