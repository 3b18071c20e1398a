"""Scouting reports: requested, listed, read and compared. A stored report never changes."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from football_player_service.app import errors, paging
from football_player_service.app.ai_client import Usage
from football_player_service.app.auth.models import User
from football_player_service.app.metrics import service as metrics
from football_player_service.app.players import service as players
from football_player_service.app.scouting import changes
from football_player_service.app.scouting import dossier as dossiers
from football_player_service.app.scouting.evidence.item import plain
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import (
    BriefIn,
    BriefOut,
    Change,
    Claim,
    Comparison,
    Dossier,
    FactChange,
    Replaced,
    ReportOut,
    ReportPage,
    ReportSummary,
)
from football_player_service.app.scouting.stored_report import StoredReport
from football_player_service.app.tasks import service as tasks
from football_player_service.app.tasks.models import Task

SCOUT = "scout"
REGENERATE = "regenerate"
NO_BRIEF = BriefIn()


def request(
    session: Session, *, player_id: int, requested_by: str, brief: BriefIn = NO_BRIEF
) -> Task:
    """The task that makes a report on the player.

    `NotFound` for an unknown player, `Unprocessable` if the brief names an unknown metric or player
    to replace, and `Conflict` while a report with another brief is being made.
    """
    players.get(session, player_id=player_id)
    _check(session, brief, player_id=player_id)
    stored = brief.stored()
    task = tasks.get_or_create(
        session,
        kind=SCOUT,
        subject_kind="player",
        subject_id=str(player_id),
        requested_by=requested_by,
        input=stored,
    )
    if task.input != stored:
        raise errors.Conflict(
            "A report on this player with another brief is being made. Wait until it is finished, "
            "then request this one.",
            code="report_in_progress",
        )
    return task


def _check(session: Session, brief: BriefIn, *, player_id: int) -> None:
    known = metrics.all_metrics(session) if brief.metrics else {}
    problems = [
        _problem(f"metrics.{number}.metric", "No metric has this key", floor.metric)
        for number, floor in enumerate(brief.metrics)
        if floor.metric not in known
    ]
    if brief.replaces_id == player_id:
        problems.append(_problem("replaces_id", "Must be another player", player_id))
    elif brief.replaces_id is not None and not players.exists(session, player_id=brief.replaces_id):
        problems.append(_problem("replaces_id", "No player has this id", brief.replaces_id))
    if problems:
        names = ", ".join(problem.field for problem in problems)
        raise errors.Unprocessable(
            f"Please correct: {names}.", code="validation_error", errors=problems
        )


def _problem(field: str, message: str, value: str | int) -> errors.FieldProblem:
    return errors.FieldProblem(location="body", field=field, message=message, value=value)


def brief_of(session: Session, task: Task) -> BriefOut | None:
    """The brief of a requested report; `Conflict` if the player to replace was deleted since."""
    if task.input is None:
        return None
    brief = BriefIn.model_validate_json(task.input)
    replaces = None
    if brief.replaces_id is not None:
        try:
            player = players.get(session, player_id=brief.replaces_id)
        except errors.NotFound:
            raise errors.Conflict(
                "The player to replace was deleted. Request the report without them.",
                code="replaced_player_deleted",
            ) from None
        replaces = Replaced(id=brief.replaces_id, name=plain(player.full_name))
    return BriefOut(**brief.model_dump(exclude={"replaces_id"}), replaces=replaces)


def request_regeneration(session: Session, *, requested_by: str) -> Task:
    """The task that requests a new report for every player whose newest one is out of date."""
    return tasks.get_or_create(
        session,
        kind=REGENERATE,
        subject_kind="reports",
        subject_id="all",
        requested_by=requested_by,
    )


def newest(session: Session) -> list[UUID]:
    """The id of the newest report on each player."""
    order = (col(Report.player_id), col(Report.created_at), col(Report.id))
    found = session.exec(select(Report.player_id, Report.id).order_by(*order))
    return list(dict(found.all()).values())


def is_out_of_date(session: Session, *, report_id: UUID) -> bool:
    """Whether evidence that the report cites has changed; `NotFound` for an unknown id."""
    report = _get(session, report_id)
    return bool(report.changes_to(_now(session, report)))


def regenerate(session: Session, *, report_id: UUID, requested_by: str) -> bool:
    """Request a new report with the brief of this one; False if one is being made already.

    What the brief names and is not known any more, is left out. `NotFound` for an unknown id.
    """
    report = _get(session, report_id)
    player_id = report.row.player_id
    if tasks.in_flight(session, kind=SCOUT, subject_kind="player", subject_id=str(player_id)):
        return False
    brief = _brief_again(session, report)
    request(session, player_id=player_id, requested_by=requested_by, brief=brief)
    return True


def _brief_again(session: Session, report: StoredReport) -> BriefIn:
    brief = report.brief
    if brief is None:
        return NO_BRIEF
    known = metrics.all_metrics(session)
    replaces = brief.replaces
    if replaces and not players.exists(session, player_id=replaces.id):
        replaces = None
    return BriefIn(
        **brief.model_dump(exclude={"replaces", "metrics"}),
        metrics=[floor for floor in brief.metrics if floor.metric in known],
        replaces_id=replaces.id if replaces else None,
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
    now: dict[int | None, Dossier] = {}  # by the player to replace, the rest is the same
    summaries = []
    for report in map(StoredReport, reports):
        replaced = report.brief.replaces.id if report.brief and report.brief.replaces else None
        if replaced not in now:
            now[replaced] = _now(session, report)
        summaries.append(_summary(report, report.changes_to(now[replaced]), reader))
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
    changed = report.changes_to(_now(session, report))
    return ReportOut(
        **_summary(report, changed, reader).model_dump(),
        report=report.row.report,
        content=report.content,
        brief=report.brief,
        claims=report.claims,
        dossier=report.dossier,
        dossier_hash=report.row.dossier_hash,
        usage=Usage.model_validate_json(report.row.usage),
        changes=changed,
    )


def compare(session: Session, *, report_id: UUID, other_id: UUID) -> Comparison:
    """The differences between two reports on a player, in either order.

    `NotFound` for an unknown id; `Unprocessable` for reports on different players.
    """
    reports = [_get(session, report_id), _get(session, other_id)]
    earlier, later = sorted(reports, key=lambda report: (report.row.created_at, report.row.id))
    if earlier.row.player_id != later.row.player_id:
        raise errors.Unprocessable(
            "These reports are on different players.", code="reports_of_different_players"
        )
    old, new = earlier.cited, later.cited
    # A report from before claims were checked has no evidence to compare.
    ids = list(dict.fromkeys([*old, *new])) if old and new else []
    old_facts, new_facts = earlier.facts, later.facts
    different = changes.differing(earlier.dossier, later.dossier)
    used = {fact.id for facts in (old_facts, new_facts) for fact in facts.values() if fact.used}
    return Comparison(
        earlier=earlier.row.id,
        later=later.row.id,
        verdict_was=earlier.row.verdict,
        verdict_now=later.row.verdict,
        evidence=changes.between(earlier.dossier, later.dossier, ids=ids),
        facts_gone=[f for id, f in old_facts.items() if id in used and id not in new_facts],
        facts_new=[f for id, f in new_facts.items() if id in used and id not in old_facts],
        facts_changed=[
            FactChange(id=id, was=old_facts[id].text, now=fact.text)
            for id, fact in new_facts.items()
            if id in used
            and id in old_facts
            and old_facts[id].text != fact.text
            # The same in other words is no change.
            and not different.isdisjoint([*old_facts[id].evidence, *fact.evidence])
        ],
        claims_gone=_only_in(earlier.claims, later.claims),
        claims_new=_only_in(later.claims, earlier.claims),
    )


def _get(session: Session, report_id: UUID) -> StoredReport:
    report = session.get(Report, report_id)
    if report is None:
        raise errors.NotFound(f"Report {report_id} does not exist.", code="report_not_found")
    return StoredReport(report)


def _now(session: Session, report: StoredReport) -> Dossier:
    """Today's evidence for a report with the same brief."""
    return dossiers.build(session, player_id=report.row.player_id, brief=report.brief)


def _summary(report: StoredReport, changed: list[Change], reader: User | None) -> ReportSummary:
    claims, content = report.claims, report.content
    checked = len(changes.checked(claims))
    return ReportSummary(
        **report.row.model_dump(include=set(ReportSummary.model_fields) - {"requested_by"}),
        requested_by=report.row.requested_by if reader else None,
        headline=content.answer.headline if content else None,
        sentences=len(content.sentences) if content else checked,
        checked=checked,
        cut=len(claims) - checked,
        out_of_date=bool(changed),
        changed=len(changed),
    )


def _only_in(claims: list[Claim], others: list[Claim]) -> list[Claim]:
    """The checked claims whose section and text are not among the checked `others`."""
    known = {(claim.section, claim.text) for claim in changes.checked(others)}
    return [c for c in changes.checked(claims) if (c.section, c.text) not in known]
