"""player_seasons.csv: a player's figures, summed to seasons or to calendar years."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import Career, CareerFile, CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.reader import rows
from football_player_service.app.players.ages import today
from football_player_service.app.record.models import Span, StatLine

FILE_NAME = "player_seasons.csv"
APPEARANCES = "appearances.csv"  # the same, game by game
_FIRST_YEAR = 1850  # as in a player's `last_season`
_MOST = 20_000  # of anything in a season


class SeasonRecord(TypedDict):
    """The fields of a season that the files have."""

    span: str
    year: int
    league: str | None
    games: int
    minutes: int
    goals: int
    assists: int
    yellow_cards: int
    red_cards: int


def _read(file: CareerRows) -> Iterator[Career]:
    span = span_of(file.folder)
    if span is Span.SEASON and (file.folder / APPEARANCES).exists():
        count = sum(1 for _ in file.rows())
        file.summary.skip_many(f"{APPEARANCES} is used for these seasons", count)
        return
    seasons: dict[str, dict[int, SeasonRecord]] = {}
    for line, (player_id, *season_cells) in file.rows():
        try:
            record = _record(span, season_cells)
            year = record["year"]
            if year in seasons.setdefault(player_id, {}):
                raise BadCell("last_season", "repeats that of another row of the player", str(year))
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        player = file.players[player_id]
        if span is Span.SEASON and year == player.last_season:
            record["league"] = player.league  # it is known of this season only
        seasons[player_id][year] = record
    for player_id, found in seasons.items():
        yield player_id, list(found.values())
    if span is Span.YEAR:
        count = sum(map(len, seasons.values()))
        file.summary.note_many("last_season: imported as calendar years", count)


def _record(span: Span, season_cells: list[str]) -> SeasonRecord:
    year, games, minutes, goals, assists, yellow_cards, red_cards = season_cells
    record = SeasonRecord(
        span=span.value,
        year=cells.number_between("last_season", year, _FIRST_YEAR, today().year),
        league=None,
        games=cells.number_between("games", games, 0, _MOST),
        minutes=cells.number_between("minutes_played", minutes, 0, _MOST),
        goals=cells.number_between("goals", goals, 0, _MOST),
        assists=cells.number_between("assists", assists, 0, _MOST),
        yellow_cards=cells.number_between("yellow_cards", yellow_cards, 0, _MOST),
        red_cards=cells.number_between("red_cards", red_cards, 0, _MOST),
    )
    if record["minutes"] > record["games"] * cells.MAX_MINUTES_PER_GAME:
        problem = f"more than {cells.MAX_MINUTES_PER_GAME} per game"
        raise BadCell("minutes_played", problem, minutes)
    return record


def span_of(folder: Path) -> Span:
    """Whether the file counts seasons or calendar years, judged by its own figures.

    Nobody plays in a season after their last one, but most players do play on in the calendar
    year after the one it started in. So these are years if most of the players whose last season
    (in players.csv) started before the newest year of the file have games in a later one. The
    newest year alone is not enough: from July to December it is the season's too.
    """
    last_season = dict(_years(folder / "players.csv"))
    newest_year: dict[str, int] = {}
    for player_id, year in _years(folder / FILE_NAME):
        newest_year[player_id] = max(year, newest_year.get(player_id, 0))
    end = max(newest_year.values(), default=0)
    finished = [p for p in newest_year if p in last_season and last_season[p] < end]
    played_on = sum(newest_year[p] > last_season[p] for p in finished)
    return Span.YEAR if played_on * 2 > len(finished) else Span.SEASON


def _years(path: Path) -> Iterator[tuple[str, int]]:
    for _, row in rows(path, columns=("player_id", "last_season")):
        if row:
            try:
                year = cells.number_between("last_season", row[1], _FIRST_YEAR, today().year)
            except BadCell:
                continue
            yield row[0], year


FILE = CareerFile(
    name=FILE_NAME,
    columns=(
        "player_id", "last_season", "games", "minutes_played", "goals", "assists",
        "yellow_cards", "red_cards",
    ),
    model=StatLine,
    read=_read,
)  # fmt: skip
