"""appearances.csv: one row a player and game, summed to his seasons while it is read."""

from array import array
from collections.abc import Iterator
from datetime import date

from football_player_service.app.careers.models import PlayerSeason, Span
from football_player_service.app.imports import cells, leagues
from football_player_service.app.imports.career_files import Career, CareerFile, Reading, Record
from football_player_service.app.imports.cells import Skip
from football_player_service.app.imports.memo import Memo
from football_player_service.app.imports.seen import Seen
from football_player_service.app.players.ages import today

_NAME = "appearances.csv"
# Their order is that of a record, which has the games before them.
_FIGURES = ("minutes_played", "goals", "assists", "yellow_cards", "red_cards")
_COLUMNS = ("player_id", "appearance_id", "date", "competition_id", *_FIGURES)
_FIRST_MONTH = 7  # of a season
_SUMS = 1 + len(_FIGURES)


def _read(reading: Reading) -> Iterator[Career]:
    national = leagues.national(reading.folder / leagues.FILE)
    minutes_in = {code: _SUMS + number for number, code in enumerate(national)}
    # An array a season: the sums, then the minutes in each league. Millions of rows become a
    # hundred thousand of these, of about 200 bytes each.
    nothing = array("i", [0] * (_SUMS + len(national)))
    found: dict[str, dict[int, array[int]]] = {}
    seasons, figures, seen = _seasons(), _figures(), Seen()
    for line, (player, appearance, day, code, *played) in reading.rows(_NAME, _COLUMNS):
        try:
            season, numbers = seasons[day], figures[*played]
            if not appearance:
                raise Skip("appearance_id: empty")
            if not seen.add(appearance):
                raise Skip("appearance_id: met before in the file", appearance)
        except Skip as skip:
            reading.skip(skip, line)
            continue
        his = found.setdefault(player, {})
        sums = his.get(season)
        if sums is None:
            sums = his[season] = nothing[:]
        sums[0] += 1
        for number, value in enumerate(numbers, 1):
            if value:
                sums[number] += value
        if code in minutes_in:
            sums[minutes_in[code]] += numbers[0]
    names = list(national.values())
    for player, his in found.items():
        yield player, [_record(season, sums, names) for season, sums in his.items()]


def _seasons() -> Memo:
    """A season's first year by the date cell of a game."""
    days = cells.past_day("date", until=today())

    def season(cell: str) -> int:
        day: date = days[cell]
        return day.year - (day.month < _FIRST_MONTH)

    return Memo(season)


def _figures() -> Memo:
    """The numbers of a game by their cells: there are far fewer different ones than games."""
    columns = [cells.whole(name, most=cells.MINUTES_A_GAME) for name in _FIGURES]

    def figures(played: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(column[cell] for column, cell in zip(columns, played, strict=True))

    return Memo(figures)


def _record(season: int, sums: "array[int]", leagues_by_number: list[str]) -> Record:
    minutes = sums[_SUMS:]
    most = max(minutes, default=0)
    league = leagues_by_number[minutes.index(most)] if most else None
    return (Span.SEASON.value, season, league, *sums[:_SUMS])


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
