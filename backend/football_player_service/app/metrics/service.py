"""The metrics in use: those of the catalogue, and those that users added."""

from collections.abc import Mapping

import orjson
from sqlalchemy import column, exists, table
from sqlmodel import Session, col, select

from football_player_service.app import errors
from football_player_service.app.db import insert_if_new
from football_player_service.app.metrics.catalogue import (
    InvalidCatalogue,
    Metric,
    catalogue,
    check,
)
from football_player_service.app.metrics.models import CustomMetric

MOST_CUSTOM_METRICS = 500
_JSON = ("positions", "range", "words", "headers")
# By name: the slice with these tables uses this one.
_VALUES = [table(name, column("metric")) for name in ("stat_values", "season_columns")]


def all_metrics(session: Session) -> Mapping[str, Metric]:
    """Every metric by key: the catalogue, then those that users added, oldest first."""
    order = (col(CustomMetric.created_at), col(CustomMetric.key))
    added = map(_metric, session.exec(select(CustomMetric).order_by(*order)))
    return {**catalogue(), **{metric.key: metric for metric in added}}


def _metric(row: CustomMetric) -> Metric:
    fields = {name: getattr(row, name) for name in Metric.model_fields}
    return Metric.model_validate(fields | {name: orjson.loads(fields[name]) for name in _JSON})


def add(session: Session, *, metric: Metric, username: str) -> Metric:
    """Store a new metric.

    Raises `Conflict` where its key, a label or a column name is taken, or the limit is reached, and
    `Unprocessable` where a part does not exist.
    """
    known = all_metrics(session)
    if metric.key in known:
        raise _taken(metric.key)
    if len(known) - len(catalogue()) >= MOST_CUSTOM_METRICS:
        raise errors.Conflict(
            f"There are {MOST_CUSTOM_METRICS} added metrics, the most possible. Delete one first.",
            code="too_many_metrics",
        )
    for part in (metric.numerator, metric.denominator):
        if part and part not in known:
            raise errors.Unprocessable(f"No metric has the key {part!r}.", code="unknown_metric")
    try:
        check({**known, metric.key: metric})
    except InvalidCatalogue as problems:
        raise errors.Conflict(str(problems), code="metric_conflict") from None
    fields = metric.model_dump(mode="json")
    fields |= {name: orjson.dumps(fields[name]).decode() for name in _JSON}
    row = CustomMetric(**fields, created_by=username)
    if not insert_if_new(session, CustomMetric, row.model_dump()):
        raise _taken(metric.key)
    return metric


def _taken(key: str) -> errors.Conflict:
    return errors.Conflict(f"The key {key!r} is taken. Choose another one.", code="metric_exists")


def delete(session: Session, *, key: str) -> None:
    """Delete a metric that a user added.

    Raises `NotFound`, and `Conflict` for a metric of the catalogue and while values exist or
    another metric is computed from it.
    """
    row = session.get(CustomMetric, key)
    if row is None:
        if key in catalogue():
            raise errors.Conflict(
                f"{key!r} is part of the catalogue. Only added metrics can be deleted.",
                code="metric_in_catalogue",
            )
        raise errors.NotFound(f"No metric has the key {key!r}.", code="metric_not_found")
    users = [m.key for m in all_metrics(session).values() if key in (m.numerator, m.denominator)]
    if users:
        raise errors.Conflict(
            f"{', '.join(users)} uses {key!r}. Delete that first.", code="metric_in_use"
        )
    if any(session.exec(select(exists().where(t.c.metric == key))).one() for t in _VALUES):
        raise errors.Conflict(
            f"Players have values of {key!r}. Delete those first.", code="metric_in_use"
        )
    session.delete(row)
    session.flush()
