"""A metric's figures of all players of a season, as arrays to filter and sort players by.

They repeat `season_stats` and are stored with it: thousands of figures are read and compared in
less than a millisecond, where a query would need one for each condition on a hundred players.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from sqlalchemy import delete
from sqlmodel import Session, col, select

from football_player_service.app.record.models import SeasonColumn
from football_player_service.app.record.percentiles import Figures, Indices

Form = Literal["value", "per_90", "percentile", "league_percentile"]
FORMS: tuple[Form, ...] = get_args(Form)
# The same bytes on every machine.
_IDS, _FIGURES = "<i4", "<f8"


@dataclass(frozen=True)
class Column:
    """A figure of players, whose ids ascend; NaN where unknown."""

    players: Indices
    figures: Figures

    def of(self, ids: Indices) -> Figures:
        """The figures of `ids`; NaN for other players."""
        if not len(self.players):
            return np.full(len(ids), np.nan)
        places = np.searchsorted(self.players, ids)
        places[places == len(self.players)] = 0
        return np.where(self.players[places] == ids, self.figures[places], np.nan)


def store(
    session: Session,
    *,
    season_id: int,
    metric: str,
    players: Indices,
    figures: Mapping[Form, Figures],
) -> None:
    """Replace a metric's figures; `players` are ids in ascending order."""
    session.exec(
        delete(SeasonColumn).where(
            col(SeasonColumn.season_id) == season_id, col(SeasonColumn.metric) == metric
        )
    )
    session.add(
        SeasonColumn(
            season_id=season_id,
            metric=metric,
            size=len(players),
            players=players.astype(_IDS).tobytes(),
            **{form: figures[form].astype(_FIGURES).tobytes() for form in FORMS},
        )
    )
    session.flush()
    session.expunge_all()  # half a megabyte each


def read(session: Session, *, season_id: int, metric: str, form: Form) -> Column:
    """A metric's figures; empty if no player of the season has it."""
    statement = select(SeasonColumn.players, getattr(SeasonColumn, form)).where(
        SeasonColumn.season_id == season_id, SeasonColumn.metric == metric
    )
    players, figures = session.exec(statement).one_or_none() or (b"", b"")
    return Column(
        np.frombuffer(players, dtype=_IDS).astype(np.int64),
        np.frombuffer(figures, dtype=_FIGURES),
    )


def all_players(session: Session, *, season_id: int) -> Indices:
    """The ids of the players with any figure in a season, in ascending order."""
    statement = select(SeasonColumn.players).where(SeasonColumn.season_id == season_id)
    found = np.empty(0, dtype=np.int64)
    for players in session.exec(statement):
        found = np.union1d(found, np.frombuffer(players, dtype=_IDS))
    return found
