"""A player's figures, already summed to seasons or to calendar years."""

from collections.abc import Iterator

from football_player_service.app.imports import cells
from football_player_service.app.imports.career_file import CareerRows
from football_player_service.app.imports.cells import BadCell
from football_player_service.app.imports.columns import Unreadable
from football_player_service.app.imports.folder import File, Source
from football_player_service.app.imports.lines import FileLine, PlayerLines
from football_player_service.app.players.ages import today
from football_player_service.app.record.models import Span

_FIRST_YEAR = 1850  # as in a player's `last_season`
_MOST = 20_000  # of anything in a season


def read(file: CareerRows) -> Iterator[PlayerLines]:
    """Read the whole file; the seasons of each player."""
    source = file.file.source
    span = span_of(source)
    metrics = tuple(name for name in file.file.mapping.metrics if name in file.file.fields)
    rows = file.rows("year", "games", "minutes", *metrics, dated_by="year")
    if span is Span.SEASON and (appearances := source.path("appearances")):
        count = sum(1 for _ in rows)
        file.summary.skip_many(f"{appearances.name} is used for these seasons", count)
        return iter(())
    found: dict[str, dict[int, FileLine]] = {}
    for line, (player_id, year_cell, games_cell, minutes_cell, *figures) in rows:
        try:
            year = file.value("year", line, year_cell)
            if not _FIRST_YEAR <= year <= file.today.year:
                problem = f"not between {_FIRST_YEAR} and {file.today.year}"
                raise file.unusable("year", line, year_cell, problem)
            games = file.count("games", line, games_cell, _MOST)
            minutes = file.count("minutes", line, minutes_cell, _MOST)
            values = {
                name: file.count(name, line, cell, _MOST)
                for name, cell in zip(metrics, figures, strict=True)
            }
            if minutes > games * cells.MAX_MINUTES_PER_GAME:
                problem = f"more than {cells.MAX_MINUTES_PER_GAME} per game"
                raise BadCell(file.file.columns["minutes"].name, problem, minutes_cell)
            of_player = found.setdefault(player_id, {})
            if year in of_player:
                problem = "repeats that of another row of the player"
                raise BadCell(file.file.columns["year"].name, problem, year_cell)
        except BadCell as bad:
            file.summary.skip(str(bad), line, bad.cell)
            continue
        player = file.players[player_id]
        # The league is known of the last season only.
        is_last = span is Span.SEASON and year == player.last_season
        of_player[year] = FileLine(
            span=span,
            year=year,
            league=player.league if is_last else None,
            games=games,
            minutes=minutes,
            figures=values,
        )
    if span is Span.YEAR:
        count = sum(map(len, found.values()))
        file.summary.note_many(
            f"{file.file.columns['year'].name}: imported as calendar years", count
        )
    return ((player_id, list(seasons.values())) for player_id, seasons in found.items())


def span_of(source: Source) -> Span:
    """Whether the file counts seasons or calendar years, judged by its own figures.

    Nobody plays in a season after their last one, but most players do play on in the calendar
    year after the one it started in. So these are years if most of the players whose last season
    (in the file of players) started before the newest year of the file have games in a later one.
    The newest year alone is not enough: from July to December it is the season's too.
    """
    last_season = dict(_years(source.open("players"), "last_season"))
    newest_year: dict[str, int] = {}
    for player_id, year in _years(source.open("seasons"), "year"):
        newest_year[player_id] = max(year, newest_year.get(player_id, 0))
    end = max(newest_year.values(), default=0)
    finished = [p for p in newest_year if p in last_season and last_season[p] < end]
    played_on = sum(newest_year[p] > last_season[p] for p in finished)
    return Span.YEAR if played_on * 2 > len(finished) else Span.SEASON


def _years(file: File, name: str) -> Iterator[tuple[str, int]]:
    if name not in file.fields:
        return
    column, latest = file.columns[name], today().year
    for _, row in file.rows(("provider_id", name)):
        if row:
            try:
                year = column.value(row[1])
            except Unreadable:
                continue
            if year is not None and _FIRST_YEAR <= year <= latest:
                yield row[0], year
