"""`/metrics`."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

from football_player_service.app import errors
from football_player_service.app.auth.deps import AdminUser
from football_player_service.app.deps import SessionDep
from football_player_service.app.metrics import service
from football_player_service.app.metrics.catalogue import Key, Metric, catalogue
from football_player_service.app.metrics.providers import ANY, providers

router = APIRouter(tags=["metrics"])

_ADMIN = (errors.Unauthorized, errors.Forbidden)


class MetricOut(Metric):
    """A metric; `custom` if a user added it."""

    custom: bool


def _out(metric: Metric) -> MetricOut:
    return MetricOut(**dict(metric), custom=metric.key not in catalogue())


@router.get("/metrics")
def list_metrics(session: SessionDep) -> list[MetricOut]:
    """Every metric: the catalogue, then those that users added."""
    return [_out(metric) for metric in service.all_metrics(session).values()]


class ProviderOut(BaseModel):
    """A provider of statistics, and how it is shown."""

    key: str
    label: str


@router.get("/providers")
def list_providers() -> list[ProviderOut]:
    """The known providers; one that is missing is shown by its key."""
    return [
        ProviderOut(key=key, label=provider.label)
        for key, provider in providers().items()
        if key != ANY
    ]


@router.post(
    "/metrics",
    status_code=201,
    responses=errors.responses(*_ADMIN, errors.Conflict, errors.Unprocessable),
)
def add_metric(body: Metric, user: AdminUser, session: SessionDep) -> MetricOut:
    """Add a metric to the catalogue."""
    return _out(service.add(session, metric=body, username=user.username))


@router.delete(
    "/metrics/{key}",
    status_code=204,
    responses=errors.responses(*_ADMIN, errors.NotFound, errors.Conflict),
)
def delete_metric(key: Annotated[Key, Path()], _user: AdminUser, session: SessionDep) -> None:
    """Delete a metric that a user added; refused while players have values of it."""
    service.delete(session, key=key)
