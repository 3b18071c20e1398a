"""appearances.csv: one row per player and game, summed to the player's seasons while reading."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from football_player_service.app.imports import cells, competitions
from football_player_service.app.imports.career_file import Career, CareerFile, CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.player_seasons import APPEARANCES, SeasonRecord
from football_player_service.app.players.ages import today
from football_player_service.app.record.models import Span, StatLine

_MOST = cells.MAX_MINUTES_PER_GAME  # of anything in a game


@dataclass(slots=True)
class _Totals:
    """The sums of a player's season so far."""

    games: int = 0
    minutes: int = 0
    goals: int = 0
    assists: int = 0
    yellow_cards: int = 0
    red_cards: int = 0
    minutes_by_league: dict[str, int] = field(default_factory=dict)


class _SeenIds:
    """Ids so far, in a temporary SQLite file: in a set, 1.7 million take 180 MB."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def add(self, id_: str) -> bool:
        """Whether the id is new."""
        inserted = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (id_,))
        return inserted.rowcount == 1


def _read(file: CareerRows) -> Iterator[Career]:
    leagues = competitions.national_leagues(file.folder)
    until = today()
    seasons: dict[str, dict[int, _Totals]] = {}
    seen = _SeenIds()
    for line, (player_id, appearance_id, day_cell, competition, *figures) in file.rows():
        try:
            season = cells.season(cells.past_day("date", day_cell, until))
            minutes = cells.number_between("minutes_played", figures[0], 0, _MOST)
            goals = cells.number_between("goals", figures[1], 0, _MOST)
            assists = cells.number_between("assists", figures[2], 0, _MOST)
            yellow_cards = cells.number_between("yellow_cards", figures[3], 0, _MOST)
            red_cards = cells.number_between("red_cards", figures[4], 0, _MOST)
            if not appearance_id:
                raise BadCell("appearance_id", "empty", "")
            if not seen.add(appearance_id):
                raise BadCell("appearance_id", "repeats that of another row", appearance_id)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        player_seasons = seasons.setdefault(player_id, {})
        totals = player_seasons.get(season)
        if totals is None:
            totals = player_seasons[season] = _Totals()
        totals.games += 1
        totals.minutes += minutes
        totals.goals += goals
        totals.assists += assists
        totals.yellow_cards += yellow_cards
        totals.red_cards += red_cards
        if minutes and competition in leagues:
            by_league = totals.minutes_by_league
            by_league[competition] = by_league.get(competition, 0) + minutes
    for player_id, found in seasons.items():
        yield player_id, [_record(year, totals, leagues) for year, totals in found.items()]


def _record(year: int, totals: _Totals, leagues: dict[str, str]) -> SeasonRecord:
    """The season's league is the national league with most minutes."""
    by_league = totals.minutes_by_league
    return SeasonRecord(
        span=Span.SEASON.value,
        year=year,
        league=leagues[max(by_league, key=lambda code: by_league[code])] if by_league else None,
        games=totals.games,
        minutes=totals.minutes,
        goals=totals.goals,
        assists=totals.assists,
        yellow_cards=totals.yellow_cards,
        red_cards=totals.red_cards,
    )


FILE = CareerFile(
    name=APPEARANCES,
    columns=(
        "player_id", "appearance_id", "date", "competition_id",
        "minutes_played", "goals", "assists", "yellow_cards", "red_cards",
    ),
    model=StatLine,
    read=_read,
)  # fmt: skip
