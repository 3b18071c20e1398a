"""Players filtered and sorted by metrics of a season."""

import numpy as np
from sqlmodel import Session

from football_player_service.app.record import columns
from football_player_service.app.record.percentiles import Figures, Indices
from football_player_service.app.search import queries
from football_player_service.app.search.schemas import PlayerQuery, StatColumn


def player_ids(session: Session, query: PlayerQuery) -> Indices:
    """The ids of all players that match, in order."""
    text = session.exec(queries.ids(query, ordered=query.sort_stat is None)).one()
    ids: Indices = np.fromstring(text or "", sep=",", dtype=np.int64)
    if query.sort_stat:
        ids.sort()
    for wanted in query.stat_ranges:
        figure = _figure(session, query, wanted.column, ids)
        low = -np.inf if wanted.low is None else wanted.low
        high = np.inf if wanted.high is None else wanted.high
        ids = ids[(figure >= low) & (figure <= high)]  # neither holds for NaN
    if query.sort_stat:
        figure = _figure(session, query, query.sort_stat, ids)
        is_descending = (query.sort or "").startswith("-")
        ids = ids[np.argsort(-figure if is_descending else figure, stable=True)]  # NaN comes last
    return ids


def _figure(session: Session, query: PlayerQuery, wanted: StatColumn, ids: Indices) -> Figures:
    assert query.season is not None  # see `PlayerFilter`
    column = columns.read(session, season_id=query.season, metric=wanted.metric, form=wanted.form)
    return column.of(ids)
