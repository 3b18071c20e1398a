"""Small files of statistics as providers write them; all players in them are fictional."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from football_player_service.app.clubs.models import Club, Competition
from football_player_service.app.db import session_scope
from football_player_service.app.imports import file_names, opening, statistics
from football_player_service.app.imports.report import Report
from football_player_service.app.imports.wide_file import Given
from football_player_service.app.record.models import Season, StatLine, StatValue
from football_player_service.tests.careers import player

DAY = date(2026, 4, 1)

# A line as FBref writes it.
LINE = {
    "Rk": "1", "Player": "Ivo Testarossa", "Nation": "it ITA", "Pos": "FW,MF",
    "Squad": "Fictional FC", "Comp": "it Crown League", "Age": "24-319", "Born": "2001",
    "MP": "20", "Starts": "18", "Min": "1,500", "90s": "16.7", "Gls": "10", "Ast": "3",
    "CrdY": "2", "CrdR": "0", "Sh": "40", "Sh/90": "2.40", "SoT": "16", "SoT%": "40.0",
}  # fmt: skip


def write(path: Path, rows: Sequence[Mapping[str, str]], **form: Any) -> Path:
    """Write rows with the columns of the first as CSV; `form` are options of the writer."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), **form)
        writer.writeheader()
        writer.writerows(rows)
    return path


def fbref(folder: Path, *changes: Mapping[str, str], name: str = "fbref.csv") -> Path:
    """Write a file of FBref, each line given as its differences from `LINE`."""
    return write(folder / name, [{**LINE, **change} for change in changes or ({},)])


def load(path: Path, *, as_of: date = DAY, **options: Any) -> Report:
    """Import a file of the season 2025/26."""
    opening_options = {
        name: options.pop(name) for name in ("provider", "mapping_file") if name in options
    }
    given = Given(
        as_of=as_of,
        season=file_names.season(options.pop("season", "2025/26")),
        competition=options.pop("competition", None),
    )
    return statistics.load(opening.open_file(path, **opening_options), given=given, **options)


def counts(report: Report) -> tuple[int, ...]:
    """Inserted, updated, unchanged, rejected, waiting; they must be all rows."""
    found = report.counts()
    read = found.pop("read")
    assert read == sum(found.values()), found
    return tuple(found.values())


def ivo(**facts: Any) -> int:
    """Store the player of `LINE`; the id."""
    known = {"country": "Italy", "position": "Attack", "date_of_birth": "2001-05-17"}
    return player(**known | facts)


def stored_lines() -> list[dict[str, Any]]:
    """Every line with its season, competition, club and figures."""
    statement = (
        select(StatLine, Season, Competition.name, Club.name)
        .join(Season, col(Season.id) == StatLine.season_id)
        .outerjoin(Competition, col(Competition.id) == StatLine.competition_id)
        .outerjoin(Club, col(Club.id) == StatLine.club_id)
        .order_by(col(StatLine.id))
    )
    with session_scope(writes=False) as session:
        values: dict[int, dict[str, tuple[float | None, float | None]]] = {}
        for value in session.exec(select(StatValue)):
            values.setdefault(value.line_id, {})[value.metric] = (value.value, value.per_90)
        return [
            {
                "player_id": line.player_id, "provider": season.provider, "span": season.span,
                "year": season.year, "competition": competition, "club": club,
                "position": line.position, "games": line.games, "minutes": line.minutes,
                "figures": values.get(line.id or 0, {}),
            }
            for line, season, competition, club in session.exec(statement)
        ]  # fmt: skip


def only_line() -> dict[str, Any]:
    """The only line."""
    (line,) = stored_lines()
    return line
