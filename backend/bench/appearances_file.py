"""A made-up appearances.csv of the published shape and size, for the players of a folder."""

# ruff: noqa: S311 -- the draws must be repeatable from a seed; nothing here is a secret

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROWS = 1_700_000
# One row in so many stands there twice, as a slip of whoever put the file together.
REPEATED = 170
HEADER = (
    "appearance_id,game_id,player_id,player_club_id,player_current_club_id,date,player_name,"
    "competition_id,yellow_cards,red_cards,goals,assists,minutes_played"
)
_A_GAME = 28  # players of both sides
# So many play in a season, of all; in the next one some are gone and others have come.
_SHARE = 0.24
_FIRST_DAY = date(2012, 7, 3)
_DAYS = 13 * 365


def write(folder: Path) -> int:
    """Write the file beside players.csv and competitions.csv; how many appearances differ."""
    rng = random.Random(7)
    players = _first_cells(folder / "players.csv")
    competitions = _first_cells(folder / "competitions.csv")
    written = different = 0
    with (folder / "appearances.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\n")
        for row in _rows(players, competitions, rng):
            different += 1
            for _ in range(2 if different % REPEATED == 0 else 1):
                file.write(row)
                written += 1
            if written >= ROWS:
                return different
    raise AssertionError("games do not end")


def _first_cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[0] for row in csv.reader(file)][1:]


def _rows(players: list[str], competitions: list[str], rng: random.Random) -> Iterator[str]:
    """Game by game through the years; neighbours in the list play together."""
    games = ROWS // _A_GAME + 1
    active = int(len(players) * _SHARE)
    game = 0
    while True:
        game += 1
        day = _FIRST_DAY + timedelta(days=game * _DAYS // games)
        season = game * 13 // games
        first = season * (len(players) - active) // 13 + rng.randrange(active)
        at_home = competitions[first * len(competitions) // len(players)]
        competition = at_home if rng.random() < 0.7 else rng.choice(competitions)  # noqa: PLR2004
        for number in range(first, first + min(_A_GAME, len(players))):
            player = players[number % len(players)]
            draw = rng.random()
            minutes = 90 if draw < 0.6 else int(draw * 90)  # noqa: PLR2004
            figures = f"{draw < 0.13:d},{draw > 0.995:d},{draw > 0.9:d},{0.8 < draw < 0.88:d}"  # noqa: PLR2004
            yield (
                f"{game}_{player},{game},{player},1,1,{day},Fictional Player {player},"
                f"{competition},{figures},{minutes}\n"
            )
