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
    """The figures to store. `failed` are the metrics that are not, by their arithmetic."""

    def __init__(self, file: arithmetic.File, failed: AbstractSet[str]) -> None:
        self.failed = failed
        kept = [c for c in file.columns if not c.checks and c.metric.key not in failed]
        _remove_impossible(file, kept)
        self.metrics = {c.metric.key for c in kept} - {*LINE_METRICS}
        self._stated = {(c.metric.key, c.form): c.figures for c in kept}

    def of(self, indices: Sequence[int]) -> list[dict[str, Figure]]:
        """The metrics that each of these lines has a figure of."""
        found: list[dict[str, Figure]] = [{} for _ in indices]
        for key in sorted(self.metrics):
            values = self._known(key, Form.VALUE, indices)
            rates = self._known(key, Form.PER_90, indices)
            for figures, value, rate in zip(found, values, rates, strict=True):
                if value is not None or rate is not None:
                    figures[key] = Figure(value, rate)
        return found

    def games(self, indices: Sequence[int]) -> list[int | None]:
        """The games of each of these lines."""
        games = self._known("games", Form.VALUE, indices)
        return [None if number is None else int(number) for number in games]

    def minutes(self, indices: Sequence[int]) -> list[float | None]:
        """The minutes of each of these lines."""
        return self._known("minutes", Form.VALUE, indices)

    def _known(self, metric: str, form: Form, indices: Sequence[int]) -> list[float | None]:
        figures = self._stated.get((metric, form))
        if figures is None:
            return [None] * len(indices)
        found = figures[list(indices)]
        known = found.astype(object)
        known[np.isnan(found)] = None
        return list(known)


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
