"""Write a fictional data set in the published schema: `python data_scraper/make_sample.py`.

The same arguments give the same bytes on any day.
"""

# ruff: noqa: S311 -- the draws must be repeatable from a seed; nothing here is a secret

import argparse
import csv
import random
import sys
from pathlib import Path

# When run as a script, sys.path has this folder instead of its parent.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data_scraper.sample_clubs import LEAGUES, make_clubs, make_outside_clubs
from data_scraper.sample_flaws import add_flaws_to_careers, add_flaws_to_people
from data_scraper.sample_moves import draw_agent, draw_contract, make_moves
from data_scraper.sample_people import make_people
from data_scraper.sample_seasons import debut_year, make_seasons
from data_scraper.sample_statistics import statistics_rows
from data_scraper.sample_tables import (
    HEADERS,
    STATISTICS,
    Row,
    club_rows,
    competition_rows,
    player_row,
    season_rows,
    transfer_rows,
    valuation_rows,
)
from data_scraper.sample_values import make_valuations, valuation_days

DEFAULT_OUT = Path(__file__).resolve().parent / "sample"
MIN_PLAYERS = 200  # fewer would not have every kind of flaw


def make_tables(*, players: int, leagues: int, seed: int) -> dict[str, list[Row]]:
    """The rows of all files by file name, without their headers."""
    rng = random.Random(seed)
    chosen = list(LEAGUES[:leagues])
    clubs = make_clubs(chosen, players=players, rng=rng)
    outside = make_outside_clubs(players=players, rng=rng)
    people = make_people(clubs, count=players, rng=rng)
    add_flaws_to_people(people, rng)
    days = valuation_days(chosen, rng)
    for player in people:
        player.debut = debut_year(player, rng)
        player.seasons = make_seasons(player, rng)
        player.valuations = make_valuations(player, days, rng)
        player.moves = make_moves(player, clubs, outside, rng)
        player.contract = draw_contract(player, rng)
        player.agent = draw_agent(rng)
    add_flaws_to_careers(people, rng)
    # Of its own, so that the other files are the same without it.
    statistics_rng = random.Random(f"{seed} statistics")
    return {
        "players.csv": [player_row(player, rng) for player in people],
        "clubs.csv": club_rows(clubs, people),
        "competitions.csv": competition_rows(chosen),
        "player_seasons.csv": season_rows(people),
        "player_valuations.csv": valuation_rows(people),
        "transfers.csv": transfer_rows(people),
        STATISTICS: statistics_rows(people, [*clubs, *outside], statistics_rng),
    }


def write_tables(rows_by_file: dict[str, list[Row]], out: Path) -> None:
    """Write CSV files in UTF-8 without a byte order mark, lines ending in LF."""
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in rows_by_file.items():
        with (out / name).open("w", encoding="utf-8", newline="") as file:
            file.write(HEADERS[name] + "\n")
            csv.writer(file, lineterminator="\n").writerows(rows)


def main(arguments: list[str] | None = None) -> None:
    """Write the files and print their row counts."""
    parser = argparse.ArgumentParser(description="Write a fictional football data set.")
    parser.add_argument("--players", type=int, default=2000)
    parser.add_argument("--leagues", type=int, default=8, help=f"at most {len(LEAGUES)}")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    options = parser.parse_args(arguments)
    if options.players < MIN_PLAYERS:
        parser.error(f"--players must be at least {MIN_PLAYERS}")
    if not 1 <= options.leagues <= len(LEAGUES):
        parser.error(f"--leagues must be from 1 to {len(LEAGUES)}")
    rows_by_file = make_tables(players=options.players, leagues=options.leagues, seed=options.seed)
    write_tables(rows_by_file, options.out)
    for name, rows in rows_by_file.items():
        sys.stdout.write(f"{name}: {len(rows)} rows\n")


if __name__ == "__main__":
    main()
