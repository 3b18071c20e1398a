"""`/players/{id}/scout`, `/players/{id}/dossier`, `/players/{id}/reports` and `/reports`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from football_player_service.app import errors
from football_player_service.app.auth.deps import CurrentUser, OptionalUser
from football_player_service.app.deps import SessionDep
from football_player_service.app.idempotency import OnceDep
from football_player_service.app.paging import PageParams
from football_player_service.app.players.schemas import PlayerId
from football_player_service.app.record import service as record
from football_player_service.app.scouting import dossier, service
from football_player_service.app.scouting.exports import files
from football_player_service.app.scouting.schemas import (
    BriefIn,
    Comparison,
    Dossier,
    ExportQuery,
    ReportOut,
    ReportPage,
)
from football_player_service.app.tasks.models import Task, TaskAccepted

router = APIRouter(tags=["scouting"])


@router.post(
    "/players/{player_id:int}/scout",
    status_code=202,
    response_model=TaskAccepted,
    responses=errors.responses(
        errors.Unauthorized, errors.NotFound, errors.Conflict, errors.Unprocessable
    ),
)
def scout_player(
    player_id: PlayerId,
    user: CurrentUser,
    session: SessionDep,
    once: OnceDep,
    brief: BriefIn | None = None,
) -> Response:
    """Request a scouting report, with or without a brief; the answer names the task that makes it.

    While a task for the player is in flight, further requests with the same brief return the same
    task.
    """

    def accept(session: Session) -> Response:
        return _accepted(
            service.request(
                session,
                player_id=player_id,
                requested_by=user.username,
                brief=brief or service.NO_BRIEF,
            )
        )

    return once.run(session, username=user.username, work=accept)


def _accepted(task: Task) -> JSONResponse:
    body = TaskAccepted(task_id=task.id, status="accepted").model_dump(mode="json")
    return JSONResponse(body, 202, headers={"Location": f"/tasks/{task.id}"})


@router.post(
    "/reports/regenerate",
    status_code=202,
    response_model=TaskAccepted,
    responses=errors.responses(errors.Unauthorized),
)
def regenerate_reports(user: CurrentUser, session: SessionDep, once: OnceDep) -> Response:
    """Request a new report, with the same brief, for each player whose newest is out of date.

    The answer names the task that looks for them and requests the reports. While one is in flight,
    further requests return it.
    """

    def accept(session: Session) -> Response:
        return _accepted(service.request_regeneration(session, requested_by=user.username))

    return once.run(session, username=user.username, work=accept)


@router.get("/players/{player_id:int}/dossier", responses=errors.responses(errors.NotFound))
def read_dossier(player_id: PlayerId, session: SessionDep) -> Dossier:
    """The evidence on a player, computed for today."""
    return dossier.build(session, player_id=player_id)


@router.get("/players/{player_id:int}/reports", responses=errors.responses(errors.NotFound))
def list_reports(
    player_id: PlayerId,
    params: Annotated[PageParams, Query()],
    user: OptionalUser,
    session: SessionDep,
) -> ReportPage:
    """The reports on a player, newest first."""
    return service.page(session, player_id=player_id, params=params, reader=user)


@router.get("/reports/{report_id:uuid}", responses=errors.responses(errors.NotFound))
def read_report(report_id: UUID, user: OptionalUser, session: SessionDep) -> ReportOut:
    """A report with its sentences, their evidence, and what has changed since."""
    return service.get(session, report_id=report_id, reader=user)


@router.get(
    "/reports/{report_id:uuid}/compare/{other_id:uuid}",
    responses=errors.responses(errors.NotFound, errors.Unprocessable),
)
def compare_reports(report_id: UUID, other_id: UUID, session: SessionDep) -> Comparison:
    """The differences between two reports on a player, from the earlier to the later."""
    return service.compare(session, report_id=report_id, other_id=other_id)


@router.get(
    "/reports/{report_id:uuid}/export",
    response_class=Response,
    responses=errors.responses(errors.NotFound) | files.RESPONSES,
)
def export_report(
    report_id: UUID,
    query: Annotated[ExportQuery, Query()],
    user: OptionalUser,
    session: SessionDep,
) -> Response:
    """A report as a file: Markdown, JSON (as `GET /reports/{id}`), or PDF."""
    report = service.get(session, report_id=report_id, reader=user)
    valuations = record.valuations(session, player_id=report.player_id, until=report.dossier.as_of)
    headers = {"Content-Disposition": files.disposition(report, query.format)}
    body = files.body(report, query.format, valuations=valuations)
    return Response(body, media_type=files.MEDIA_TYPES[query.format], headers=headers)
