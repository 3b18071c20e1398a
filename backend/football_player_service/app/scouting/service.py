"""Scouting: a report is asked for, written by the AI service, and stored."""

from uuid import UUID

import structlog
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from football_player_service.app import ai_client, errors, pagecache, redisdb
from football_player_service.app.db import new_id, session_scope, utc_now
from football_player_service.app.players import service as players
from football_player_service.app.scouting import changes
from football_player_service.app.scouting import dossier as dossiers
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.app.tasks import service as tasks
from football_player_service.app.tasks.lease import Held, held
from football_player_service.app.tasks.models import ClaimedTask, TaskOut, TaskStatus

log = structlog.get_logger()

# Also the name of the Celery task.
KIND = "scout"


def request(session: Session, *, player_id: int, requested_by: str) -> TaskOut:
    """The task that makes a report on the player; `NotFound` for no such player."""
    players.get(session, player_id=player_id)
    return tasks.open_or_join(session, kind=KIND, player_id=player_id, requested_by=requested_by)


def run(*, task_id: UUID) -> None:
    """Do the task, if it is still to be done, and end it: with a report or with a reason."""
    task = tasks.claim(task_id=task_id)
    if task is None:
        log.info("task_not_claimed", task_id=str(task_id))
        return
    try:
        with held(task) as hold:
            _write_report(task, hold)
    except errors.NotFound:  # the player is gone
        _cancel(task)
    except ai_client.AiError as error:
        log.warning("report_failed", task_id=str(task_id), code=error.code)
        _end(task, status=TaskStatus.FAILED, error=str(error), error_code=error.code)
    except Exception:
        reason = "Something broke on our side; it was logged."
        _end(task, status=TaskStatus.FAILED, error=reason, error_code="internal_error")
        raise


def _write_report(task: ClaimedTask, hold: Held) -> None:
    hold.show("Gathering the evidence", 20)
    with session_scope(writes=False) as session:
        dossier = dossiers.build(session, player_id=task.player_id)
    step = "Writing and checking the report"
    written = dossier.model_dump_json()
    answer = ai_client.generate(
        written.encode(),
        on_attempt=lambda attempt: hold.show(step, 50, attempt),
    )
    _refuse_unknown_evidence(answer, dossier)
    # Before the transaction, for whose end others wait.
    report = _record(task, answer, dossier, written)
    try:
        with session_scope() as session:
            connection = session.connection()
            ended = tasks.finish(
                connection, task, status=TaskStatus.COMPLETED, result="Report generated"
            )
            if ended:
                connection.execute(insert(Report), report)
                players.set_report(session, player_id=task.player_id, report=answer.report)
    except IntegrityError:  # the report's player is gone
        _cancel(task)
        return
    if ended:
        with redisdb.one_trip() as redis:
            tasks.show(ended, redis)
            pagecache.invalidate(redis)


def _refuse_unknown_evidence(answer: ai_client.AiReport, dossier: Dossier) -> None:
    """`AiError` where what stands rests on something that is not in the dossier."""
    known = {item.id for item in dossier.evidence}
    if unknown := [id for id in changes.cited(answer.claims) if id not in known]:
        log.warning("unknown_evidence", ids=unknown)
        raise ai_client.AiError(
            "The AI service cited evidence that it was not given.",
            code="ai_bad_answer",
            temporary=False,
        )


def _record(
    task: ClaimedTask, answer: ai_client.AiReport, dossier: Dossier, written: str
) -> dict[str, object]:
    """The columns of a `Report`; `written` is the dossier as JSON."""
    return {
        "id": new_id(),
        "created_at": utc_now(),
        "player_id": task.player_id,
        "task_id": task.task_id,
        "requested_by": task.requested_by,
        "claims": ai_client.CLAIMS.dump_json(answer.claims).decode(),
        "dossier": written,
        "dossier_hash": dossiers.fingerprint(dossier),
        "usage": answer.usage.model_dump_json(),
        **answer.model_dump(exclude={"claims", "usage", "generated_at"}),
    }


def _cancel(task: ClaimedTask) -> None:
    reason = "The player was deleted meanwhile."
    _end(task, status=TaskStatus.CANCELLED, error=reason, error_code="player_deleted")


def _end(task: ClaimedTask, *, status: TaskStatus, error: str, error_code: str) -> None:
    with session_scope() as session:
        connection = session.connection()
        ended = tasks.finish(connection, task, status=status, error=error, error_code=error_code)
    if ended:
        tasks.show(ended)
