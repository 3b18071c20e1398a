"""Files with a row per player and match: their figures, summed to the player's season."""

from collections import defaultdict
from dataclasses import replace

import numpy as np

from football_player_service.app.imports import arithmetic
from football_player_service.app.imports.arithmetic import FigureColumn, Figures
from football_player_service.app.imports.recognise import Metrics
from football_player_service.app.imports.wide_file import Line, WideFile
from football_player_service.app.metrics.catalogue import Form, Storage

_GAMES = "rows with minutes"


def summed(file: WideFile, metrics: Metrics) -> WideFile:
    """One line per player, season, competition and club.

    An empty cell of a match adds nothing. Figures that do not add up, such as ratings, become
    unknown.
    """
    groups: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in file.lines:
        groups[line.person.key, line.season, line.competition, line.club].append(line)
    group_of = np.zeros(len(file.lines), dtype=np.int64)
    lines = []
    for number, members in enumerate(groups.values()):
        group_of[[member.index for member in members]] = number
        lines.append(replace(members[0], index=number, rows=len(members)))

    def total(figures: Figures) -> Figures:
        known = ~np.isnan(figures)
        sums = np.bincount(group_of, weights=np.where(known, figures, 0), minlength=len(lines))
        is_known = np.bincount(group_of, weights=known, minlength=len(lines)) > 0
        return np.where(is_known, sums, np.nan)

    columns = []
    for column in file.figures.columns:
        adds_up = column.metric.storage is Storage.TOTAL and column.form is Form.VALUE
        if not adds_up:
            file.figures.notes.append(f"{column.name}: cannot be added up over matches, not stored")
            continue
        columns.append(replace(column, figures=total(column.figures)))
    minutes = total(file.figures.minutes)
    games = total(file.figures.games)
    if np.isnan(games).all():
        games = total(np.where(file.figures.minutes > 0, 1.0, 0.0))
        columns.append(FigureColumn(_GAMES, metrics["games"], Form.VALUE, games, 0))
    figures = arithmetic.File(columns, minutes, games, file.figures.notes)
    return replace(file, lines=lines, figures=figures)
