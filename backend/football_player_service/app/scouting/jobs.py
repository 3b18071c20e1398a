"""The job that makes a scouting report."""

import structlog
from sqlmodel import Session

from football_player_service.app import ai_client
from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.scouting import changes, dossier
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.app.scouting.service import SCOUT
from football_player_service.app.tasks.models import Task
from football_player_service.app.tasks.runner import ProgressReporter, Result, job

log = structlog.get_logger()


@job(SCOUT)
def scout(task: Task, progress: ProgressReporter) -> Result:
    """Collect the evidence on a player, have the AI service write a report, and store it."""
    player_id = int(task.subject_id)
    progress.report("Collecting evidence", 20)
    with session_scope(writes=False) as session:
        evidence = dossier.build(session, player_id=player_id)
    evidence_json = evidence.model_dump_json()
    answer = ai_client.generate(
        evidence_json,
        on_attempt=lambda attempt: progress.report("Writing report", 50, attempt=attempt),
    )
    _check_citations(answer, evidence)
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
        claims=ai_client.CLAIMS.dump_json(answer.claims).decode(),
        dossier=evidence_json,
        dossier_hash=dossier.fingerprint(evidence),
        usage=answer.usage.model_dump_json(),
    )

    def store(session: Session) -> None:
        players.set_report(session, player_id=player_id, report=answer.report)
        session.add(report)

    return Result("Report generated", kind="report", id=str(report.id), store=store)


def _check_citations(answer: ai_client.AiReport, evidence: Dossier) -> None:
    """`AiError` if a claim that stands cites evidence missing from the dossier."""
    known = {item.id for item in evidence.evidence}
    if unknown := [id for id in changes.cited(answer.claims) if id not in known]:
        log.warning("unknown_evidence", ids=unknown)
        raise ai_client.AiError(
            "The AI service cited evidence it was not given.",
            code="ai_bad_answer",
            temporary=False,
        )
