"""Reports as records: listed, read, compared. Nothing changes one once it is written."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from football_player_service.app import errors, paging
from football_player_service.app.ai_client import CLAIMS, Claim, Usage
from football_player_service.app.players import service as players
from football_player_service.app.scouting import changes
from football_player_service.app.scouting import dossier as dossiers
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import (
    Comparison,
    Dossier,
    ReportOut,
    ReportPage,
    ReportSummary,
)


def page(session: Session, *, player_id: int, params: paging.PageParams) -> ReportPage:
    """One page of the reports on a player, the newest first; `NotFound` for no such player."""
    players.get(session, player_id=player_id)
    of_player = col(Report.player_id) == player_id
    total = session.exec(select(func.count()).select_from(Report).where(of_player)).one()
    newest = (col(Report.created_at).desc(), col(Report.id).desc())
    statement = select(Report).where(of_player).order_by(*newest)
    rows = session.exec(statement.offset(params.offset).limit(params.limit)).all()
    now = dossiers.build(session, player_id=player_id) if rows else None
    return ReportPage(
        reports=[_listed(row, now) for row in rows if now],
        total=total,
        page=params.page,
        limit=params.limit,
        pages=paging.pages(total, params.limit),
    )


def get(session: Session, *, report_id: UUID) -> ReportOut:
    """The report whole, with what changed since; `NotFound` for an unknown id."""
    row = _row(session, report_id)
    now = dossiers.build(session, player_id=row.player_id)
    claims, written_from = _claims(row), _dossier(row)
    since = changes.between(written_from, now, ids=changes.cited(claims))
    return ReportOut(
        **dict(_summary(row, claims=claims, changed=len(since))),
        report=row.report,
        claims=claims,
        dossier=written_from,
        dossier_hash=row.dossier_hash,
        usage=Usage.model_validate_json(row.usage),
        changes=since,
    )


def compare(session: Session, *, report_id: UUID, other_id: UUID) -> Comparison:
    """What changed between two reports of a player, whichever is named first.

    `NotFound` for an unknown id; `Unprocessable` where they are of different players.
    """
    rows = [_row(session, report_id), _row(session, other_id)]
    earlier, later = sorted(rows, key=lambda row: (row.created_at, row.id))
    if earlier.player_id != later.player_id:
        raise errors.Unprocessable(
            "These reports are of different players.", code="reports_of_different_players"
        )
    old, new = _claims(earlier), _claims(later)
    # One from before claims were checked knows no evidence: nothing can be said of it.
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


def _row(session: Session, report_id: UUID) -> Report:
    row = session.get(Report, report_id)
    if row is None:
        raise errors.NotFound(f"There is no report {report_id}.", code="report_not_found")
    return row


def _claims(row: Report) -> list[Claim]:
    return CLAIMS.validate_json(row.claims)


def _dossier(row: Report) -> Dossier:
    return Dossier.model_validate_json(row.dossier)


def _listed(row: Report, now: Dossier) -> ReportSummary:
    claims = _claims(row)
    since = changes.between(_dossier(row), now, ids=changes.cited(claims))
    return _summary(row, claims=claims, changed=len(since))


def _summary(row: Report, *, claims: list[Claim], changed: int) -> ReportSummary:
    stands = len(changes.checked(claims))
    return ReportSummary(
        **row.model_dump(include=set(ReportSummary.model_fields)),
        checked=stands,
        cut=len(claims) - stands,
        out_of_date=changed > 0,
        changed=changed,
    )


def _only_in(these: list[Claim], others: list[Claim]) -> list[Claim]:
    """The claims that stand in `these` and are not made, in these words, in `others`."""
    made = {(claim.section, claim.text) for claim in changes.checked(others)}
    return [c for c in changes.checked(these) if (c.section, c.text) not in made]
