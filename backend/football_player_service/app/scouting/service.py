"""Scouting reports: requested, listed, read and compared. A stored report never changes."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from football_player_service.app import errors, paging
from football_player_service.app.ai_client import CLAIMS, Claim, Usage
from football_player_service.app.auth.models import User
from football_player_service.app.players import service as players
from football_player_service.app.scouting import changes
from football_player_service.app.scouting import dossier as dossiers
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import (
    Change,
    Comparison,
    Dossier,
    ReportOut,
    ReportPage,
    ReportSummary,
)
from football_player_service.app.tasks import service as tasks
from football_player_service.app.tasks.models import Task

SCOUT = "scout"


def request(session: Session, *, player_id: int, requested_by: str) -> Task:
    """The task that makes a report on the player; `NotFound` for an unknown player."""
    players.get(session, player_id=player_id)
    return tasks.get_or_create(
        session,
        kind=SCOUT,
        subject_kind="player",
        subject_id=str(player_id),
        requested_by=requested_by,
    )


def page(
    session: Session, *, player_id: int, params: paging.PageParams, reader: User | None
) -> ReportPage:
    """One page of a player's reports, newest first; `NotFound` for an unknown player."""
    players.get(session, player_id=player_id)
    of_player = col(Report.player_id) == player_id
    total = session.exec(select(func.count()).select_from(Report).where(of_player)).one()
    newest = (col(Report.created_at).desc(), col(Report.id).desc())
    statement = select(Report).where(of_player).order_by(*newest)
    reports = session.exec(statement.offset(params.offset).limit(params.limit)).all()
    summaries = []
    if reports:
        now = dossiers.build(session, player_id=player_id)
        summaries = [_summary(report, _changes(report, now), reader) for report in reports]
    return ReportPage(
        reports=summaries,
        total=total,
        page=params.page,
        limit=params.limit,
        pages=paging.pages(total, params.limit),
    )


def get(session: Session, *, report_id: UUID, reader: User | None) -> ReportOut:
    """The whole report and what has changed since; `NotFound` for an unknown id."""
    report = _get(session, report_id)
    now = dossiers.build(session, player_id=report.player_id)
    changed = _changes(report, now)
    return ReportOut(
        **_summary(report, changed, reader).model_dump(),
        report=report.report,
        claims=_claims(report),
        dossier=_dossier(report),
        dossier_hash=report.dossier_hash,
        usage=Usage.model_validate_json(report.usage),
        changes=changed,
    )


def compare(session: Session, *, report_id: UUID, other_id: UUID) -> Comparison:
    """The differences between two reports on a player, in either order.

    `NotFound` for an unknown id; `Unprocessable` for reports on different players.
    """
    reports = [_get(session, report_id), _get(session, other_id)]
    earlier, later = sorted(reports, key=lambda report: (report.created_at, report.id))
    if earlier.player_id != later.player_id:
        raise errors.Unprocessable(
            "These reports are on different players.", code="reports_of_different_players"
        )
    old, new = _claims(earlier), _claims(later)
    # A report from before claims were checked has no evidence to compare.
    ids = changes.cited([*old, *new]) if old and new else []
    return Comparison(
        earlier=earlier.id,
        later=later.id,
        verdict_was=earlier.verdict,
        verdict_now=later.verdict,
        evidence=changes.between(_dossier(earlier), _dossier(later), ids=ids),
        claims_gone=_only_in(old, new),
        claims_new=_only_in(new, old),
    )


def _get(session: Session, report_id: UUID) -> Report:
    report = session.get(Report, report_id)
    if report is None:
        raise errors.NotFound(f"Report {report_id} does not exist.", code="report_not_found")
    return report


def _claims(report: Report) -> list[Claim]:
    return CLAIMS.validate_json(report.claims)


def _dossier(report: Report) -> Dossier:
    return Dossier.model_validate_json(report.dossier)


def _changes(report: Report, now: Dossier) -> list[Change]:
    """The evidence cited by the report whose value is different in `now`."""
    return changes.between(_dossier(report), now, ids=changes.cited(_claims(report)))


def _summary(report: Report, changed: list[Change], reader: User | None) -> ReportSummary:
    claims = _claims(report)
    checked = len(changes.checked(claims))
    return ReportSummary(
        **report.model_dump(include=set(ReportSummary.model_fields) - {"requested_by"}),
        requested_by=report.requested_by if reader else None,
        checked=checked,
        cut=len(claims) - checked,
        out_of_date=bool(changed),
        changed=len(changed),
    )


def _only_in(claims: list[Claim], others: list[Claim]) -> list[Claim]:
    """The checked claims whose section and text are not among the checked `others`."""
    known = {(claim.section, claim.text) for claim in changes.checked(others)}
    return [c for c in changes.checked(claims) if (c.section, c.text) not in known]
