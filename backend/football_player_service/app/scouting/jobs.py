"""The jobs that make scouting reports, and that request new ones."""

import structlog
from sqlmodel import Session

from football_player_service.app import ai_client, errors
from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.scouting import dossier, service
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.app.scouting.service import REGENERATE, SCOUT
from football_player_service.app.tasks.models import Task
from football_player_service.app.tasks.runner import ProgressReporter, Result, job

log = structlog.get_logger()


@job(SCOUT)
def scout(task: Task, progress: ProgressReporter) -> Result:
    """Collect the evidence on a player, have the AI service write a report, and store it."""
    player_id = int(task.subject_id)
    progress.report("Collecting evidence", 20)
    with session_scope(writes=False) as session:
        brief = service.brief_of(session, task)
        evidence = dossier.build(session, player_id=player_id, brief=brief)
    evidence_json = evidence.model_dump_json()
    answer = ai_client.generate(
        evidence_json,
        on_attempt=lambda attempt: progress.report("Writing report", 50, attempt=attempt),
    )
    _check_citations(answer.content, evidence)
    report = Report(
        player_id=player_id,
        task_id=task.id,
        requested_by=task.requested_by,
        source=answer.source,
        model=answer.model,
        prompt_version=answer.prompt_version,
        verdict=answer.verdict,
        confidence=answer.confidence,
        report=answer.report,
        content=answer.content.model_dump_json(),
        brief=brief.model_dump_json() if brief else None,
        dossier=evidence_json,
        dossier_hash=dossier.fingerprint(evidence),
        usage=answer.usage.model_dump_json(),
    )

    def store(session: Session) -> None:
        players.set_report(session, player_id=player_id, report=answer.report)
        session.add(report)

    return Result("Report generated", kind="report", id=str(report.id), store=store)


def _check_citations(content: ai_client.Content, evidence: Dossier) -> None:
    """`AiError` if the report or one of its claims cites evidence missing from the dossier."""
    known = {item.id for item in evidence.evidence}
    cited = {id for part in content.parts for id in part.evidence}
    if unknown := sorted(cited - known):
        log.warning("unknown_evidence", ids=unknown)
        raise ai_client.AiError(
            "The AI service cited evidence it was not given.",
            code="ai_bad_answer",
            temporary=False,
        )


@job(REGENERATE)
def regenerate(task: Task, progress: ProgressReporter) -> Result:
    """Request a new report for every player whose newest one is out of date."""
    with session_scope(writes=False) as session:
        newest = service.newest(session)
    outdated = requested = 0
    for number, report_id in enumerate(newest):
        progress.report(f"Checked {number} of {len(newest)} reports", 100 * number // len(newest))
        try:
            with session_scope(writes=False) as session:
                if not service.is_out_of_date(session, report_id=report_id):
                    continue
            with session_scope() as session:
                is_new = service.regenerate(
                    session, report_id=report_id, requested_by=task.requested_by
                )
        except errors.NotFound:  # the player was deleted meanwhile
            continue
        outdated += 1
        requested += is_new
    return Result(_outcome(requested=requested, outdated=outdated, checked=len(newest)))


def _outcome(*, requested: int, outdated: int, checked: int) -> str:
    if not outdated:
        return f"0 of {checked} reports are out of date"
    text = f"{requested} of {outdated} outdated reports requested again"
    return text if requested == outdated else f"{text}, the others were in progress already"
