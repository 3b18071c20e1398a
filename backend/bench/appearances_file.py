"""A fictional appearances.csv of the published columns and size, for the players in a folder."""

# ruff: noqa: S311, PLR2004 - repeatable draws, not secrets; shares that need no names

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROWS = 1_700_000
REPEATED = 170  # one row in so many is written twice
HEADER = (
    "appearance_id,game_id,player_id,player_club_id,player_current_club_id,date,player_name,"
    "competition_id,yellow_cards,red_cards,goals,assists,minutes_played"
)
_PLAYERS_PER_GAME = 28
_ACTIVE = 0.24  # the share of players who play in a season; each season, some are replaced
_SEASONS = 13
_FIRST_DAY = date(2012, 7, 3)


def write(folder: Path) -> int:
    """Write the file next to players.csv; returns the number of distinct appearances."""
    rng = random.Random(7)
    players = _first_cells(folder / "players.csv")
    competitions = _first_cells(folder / "competitions.csv")
    written = distinct = 0
    with (folder / "appearances.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\n")
        for row in _rows(players, competitions, rng):
            distinct += 1
            for _ in range(2 if distinct % REPEATED == 0 else 1):
                file.write(row)
                written += 1
            if written >= ROWS:
                break
    return distinct


def _first_cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[0] for row in csv.reader(file)][1:]


def _rows(players: list[str], competitions: list[str], rng: random.Random) -> Iterator[str]:
    """More than enough games, by date; players next to each other in the list play together."""
    games = ROWS // _PLAYERS_PER_GAME + 1
    active = int(len(players) * _ACTIVE)
    for game in range(1, games + 1):
        day = _FIRST_DAY + timedelta(days=game * _SEASONS * 365 // games)
        season = game * _SEASONS // games
        first = season * (len(players) - active) // _SEASONS + rng.randrange(active)
        home = competitions[first * len(competitions) // len(players)]
        competition = home if rng.random() < 0.7 else rng.choice(competitions)
        for number in range(first, first + min(_PLAYERS_PER_GAME, len(players))):
            player = players[number % len(players)]
            draw = rng.random()
            minutes = 90 if draw < 0.6 else int(draw * 90)
            figures = f"{draw < 0.13:d},{draw > 0.995:d},{draw > 0.9:d},{0.8 < draw < 0.88:d}"
            yield (
                f"{game}_{player},{game},{player},1,1,{day},Fictional Player {player},"
                f"{competition},{figures},{minutes}\n"
            )
