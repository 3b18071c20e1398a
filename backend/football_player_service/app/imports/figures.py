"""The figures of a file that are stored: those whose arithmetic agrees, line by line."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from football_player_service.app.imports import arithmetic
from football_player_service.app.imports.arithmetic import FigureColumn
from football_player_service.app.metrics.catalogue import Form, Storage
from football_player_service.app.record.lines import Figure
from football_player_service.app.record.seasons import LINE_METRICS


class StoredFigures:
    """The figures to store, by line."""

    def __init__(self, file: arithmetic.File, failed: AbstractSet[str]) -> None:
        self.failed = failed
        kept = [c for c in file.columns if not c.checks and c.metric.key not in failed]
        _remove_impossible(file, kept)
        self.metrics = {c.metric.key for c in kept} - {*LINE_METRICS}
        stated = {(c.metric.key, c.form): c.figures.tolist() for c in kept}
        self._games = stated.get(("games", Form.VALUE))
        self._minutes = stated.get(("minutes", Form.VALUE))
        self._stated = [
            (key, stated.get((key, Form.VALUE)), stated.get((key, Form.PER_90)))
            for key in sorted(self.metrics)
        ]

    def of(self, index: int) -> dict[str, Figure]:
        """The metrics that the line has a figure of."""
        found = {}
        for key, values, rates in self._stated:
            value, rate = _known(values, index), _known(rates, index)
            if value is not None or rate is not None:
                found[key] = Figure(value, rate)
        return found

    def games(self, index: int) -> int | None:
        """The games of the line."""
        games = _known(self._games, index)
        return None if games is None else int(games)

    def minutes(self, index: int) -> float | None:
        """The minutes of the line."""
        return _known(self._minutes, index)


def _known(figures: Sequence[float] | None, index: int) -> float | None:
    if figures is None or (figure := figures[index]) != figure:  # NaN
        return None
    return figure


def _remove_impossible(file: arithmetic.File, columns: Sequence[FigureColumn]) -> None:
    """A rate without minutes and a percentage of nothing are unknown, whatever the file says."""
    none_of = {(c.metric.key, c.form): c.figures == 0 for c in columns}
    for column in columns:
        if column.form is Form.PER_90:
            unknown = [file.minutes == 0]
        elif column.metric.storage is Storage.PERCENT:
            of = column.metric.denominator or ""
            unknown = [none_of[of, form] for form in Form if (of, form) in none_of]
        else:
            continue
        column.figures = np.where(np.any(unknown, axis=0), np.nan, column.figures)
