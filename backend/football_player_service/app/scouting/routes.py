"""`/players/{id}/scout`, `/players/{id}/dossier`, `/players/{id}/reports` and `/reports`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from football_player_service.app import errors
from football_player_service.app.auth.deps import Claims, get_current_user
from football_player_service.app.db import session_scope
from football_player_service.app.idempotency import OnceDep
from football_player_service.app.paging import PageParams
from football_player_service.app.players.schemas import PlayerId
from football_player_service.app.scouting import dossier, reports, service
from football_player_service.app.scouting.exports import files
from football_player_service.app.scouting.schemas import (
    Comparison,
    Dossier,
    ExportQuery,
    ReportOut,
    ReportPage,
)
from football_player_service.app.tasks.models import TaskAccepted

router = APIRouter(tags=["scouting"])


@router.post(
    "/players/{player_id}/scout",
    status_code=202,
    response_model=TaskAccepted,
    responses=errors.responses(errors.Unauthorized, errors.NotFound),
)
def scout_player(player_id: PlayerId, claims: Claims, once: OnceDep) -> Response:
    """Ask for a scouting report; the answer names the task that makes it.

    A second request while one is in flight for the player is answered with the same task.
    """

    # Looked up here: as a dependency it would be one more hand-over between threads.
    user = get_current_user(claims)

    def accept(session: Session) -> Response:
        task = service.request(session, player_id=player_id, requested_by=user.username)
        body = TaskAccepted(task_id=task.task_id, status="accepted").model_dump(mode="json")
        return JSONResponse(body, 202, headers={"Location": f"/tasks/{task.task_id}"})

    with session_scope() as session:
        return once.run(session, username=user.username, work=accept)


@router.get(
    "/players/{player_id}/dossier",
    response_model=Dossier,
    responses=errors.responses(errors.NotFound),
)
def read_dossier(player_id: PlayerId) -> Response:
    """The evidence on a player, computed for today."""
    with session_scope(writes=False) as session:
        body = dossier.build(session, player_id=player_id).model_dump_json()
    return Response(body, media_type="application/json")


@router.get("/players/{player_id}/reports", responses=errors.responses(errors.NotFound))
def list_reports(player_id: PlayerId, params: Annotated[PageParams, Query()]) -> ReportPage:
    """The reports on a player, the newest first."""
    with session_scope(writes=False) as session:
        return reports.page(session, player_id=player_id, params=params)


@router.get("/reports/{report_id}", responses=errors.responses(errors.NotFound))
def read_report(report_id: UUID) -> ReportOut:
    """A report whole: its claims, the evidence behind them, and what changed since."""
    with session_scope(writes=False) as session:
        return reports.get(session, report_id=report_id)


@router.get(
    "/reports/{report_id}/compare/{other_id}",
    responses=errors.responses(errors.NotFound, errors.Unprocessable),
)
def compare_reports(report_id: UUID, other_id: UUID) -> Comparison:
    """What changed from the earlier to the later of two reports on a player."""
    with session_scope(writes=False) as session:
        return reports.compare(session, report_id=report_id, other_id=other_id)


@router.get(
    "/reports/{report_id}/export",
    response_class=Response,
    responses=errors.responses(errors.NotFound) | files.RESPONSES,
)
def export_report(report_id: UUID, query: Annotated[ExportQuery, Query()]) -> Response:
    """A report as a file: Markdown, JSON (as `GET /reports/{id}`), or PDF."""
    with session_scope(writes=False) as session:
        report = reports.get(session, report_id=report_id)
    headers = {"Content-Disposition": files.disposition(report, query.format)}
    body = files.body(report, query.format)
    return Response(body, media_type=files.MEDIA_TYPES[query.format], headers=headers)
