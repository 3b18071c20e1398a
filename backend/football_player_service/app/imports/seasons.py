"""player_seasons.csv: a player's games summed to seasons, or to calendar years."""

from collections.abc import Iterator
from pathlib import Path

from football_player_service.app.careers.models import PlayerSeason, Span
from football_player_service.app.imports import appearances, cells, clean
from football_player_service.app.imports.career_files import Career, CareerFile, Reading, Record
from football_player_service.app.imports.cells import Skip
from football_player_service.app.imports.memo import Memo
from football_player_service.app.imports.reader import rows
from football_player_service.app.imports.transfermarkt import PLAYERS
from football_player_service.app.players.ages import today

_NAME = "player_seasons.csv"
# Their order is that of a record.
_FIGURES = ("games", "minutes_played", "goals", "assists", "yellow_cards", "red_cards")
_COLUMNS = ("player_id", "last_season", *_FIGURES)
_FIRST_YEAR = 1850  # as of a player's last season
_MOST = 20_000  # of anything in a season


def _read(reading: Reading) -> Iterator[Career]:
    span = span_of(reading.folder)
    if span is Span.SEASON and (reading.folder / appearances.FILE.name).exists():
        left = sum(1 for _ in reading.rows(_NAME, _COLUMNS))
        reading.summary.skip_many(f"{appearances.FILE.name} says it game by game", left)
        return
    years = cells.whole("last_season", least=_FIRST_YEAR, most=today().year)
    figures = [cells.whole(name, most=_MOST) for name in _FIGURES]
    found: dict[str, dict[int, Record]] = {}
    for line, (player, year_cell, *figure_cells) in reading.rows(_NAME, _COLUMNS):
        try:
            year = years[year_cell]
            played = [one[cell] for one, cell in zip(figures, figure_cells, strict=True)]
            if played[1] > played[0] * cells.MINUTES_A_GAME:
                raise Skip(f"minutes_played: over {cells.MINUTES_A_GAME} a game", figure_cells[1])
            his = found.setdefault(player, {})
            if year in his:
                raise Skip("last_season: met before for this player", year_cell)
            here = reading.known[player]
            # The one season of which the league is known: the player's row has it.
            last = span is Span.SEASON and year == here.last_season
            his[year] = (span.value, year, here.league if last else None, *played)
        except Skip as skip:
            reading.skip(skip, line)
    for player, his in found.items():
        yield player, list(his.values())
    if span is Span.YEAR:
        kept = sum(map(len, found.values()))
        reading.summary.note_many("last_season: calendar years, kept as such", kept)


def span_of(folder: Path) -> Span:
    """What the file counts, as its own figures show.

    Nobody plays in a season after his last one, while most play on in the calendar year after
    the one it began in. So these are years where most of the players whose last season (by
    players.csv) began before the newest year of the file have games in a later one. The newest
    year alone would not say it: from July to December it is the season's too.
    """
    last: dict[str, int] = dict(_years(folder / PLAYERS))
    newest: dict[str, int] = {}
    for player, year in _years(folder / _NAME):
        newest[player] = max(year, newest.get(player, 0))
    end = max(newest.values(), default=0)
    over = [player for player in newest if player in last and last[player] < end]
    later = sum(newest[player] > last[player] for player in over)
    return Span.YEAR if later * 2 > len(over) else Span.SEASON


def _years(path: Path) -> Iterator[tuple[str, int]]:
    years = Memo(lambda cell: clean.whole(cell)[0])
    for _, found in rows(path, columns=("player_id", "last_season")):
        if found and (year := years[found[1]]) and _FIRST_YEAR <= year <= today().year:
            yield found[0], year


FILE = CareerFile(
    name=_NAME,
    columns=_COLUMNS,
    table=PlayerSeason.__table__,  # type: ignore[attr-defined]
    fields=(
        "span", "year", "league", "games", "minutes", "goals", "assists",
        "yellow_cards", "red_cards",
    ),
    read=_read,
)  # fmt: skip
