"""Seasons: playing time and figures, by ability, age and position."""

import math
import random

from data_scraper.sample_model import FIRST_SEASON, THIS_SEASON, Player, Season, chance, poisson
from data_scraper.sample_positions import SUB_POSITIONS, Traits

MINUTES_A_GAME = 90
MAX_GAMES = 50
_PLAYED_SO_FAR = (9, 14)  # games of the current season by today, at least and at most
_NEVER_PLAYS = 0.17  # share of squad players without any season
_YOUNG, _OLD = 19, 34
_BARELY = 0.03  # below this share of the games, the player has no season


def debut_year(player: Player, rng: random.Random) -> int:
    """The first season, at 15 at the earliest and never after the last."""
    late = rng.choices((16, 17, 18, 19, 20, 21), (1, 3, 5, 4, 2, 1))[0]
    return min(player.born.year + late, player.last_season)


def _usage(player: Player, year: int, rng: random.Random) -> float:
    """Share of the possible games from 0 to 1."""
    if SUB_POSITIONS[player.sub_position].position == "Goalkeeper":
        return rng.uniform(0.6, 1) if player.first_choice else max(0, rng.gauss(0.02, 0.12))
    share = 0.48 + 0.2 * (player.ability - 0.75 * player.club.strength) + rng.gauss(0, 0.25)
    age = player.age_in(year)
    if age <= _YOUNG:
        share -= 0.13 * (_YOUNG + 1 - age)
    elif age >= _OLD:
        share -= 0.04 * (age - _OLD + 1)
    return min(1, share)


def _counts(player: Player, traits: Traits, minutes: int, rng: random.Random) -> dict[str, int]:
    """Goals, assists and cards of one season, drawn at the position's rates per 90 minutes."""
    nineties = minutes / MINUTES_A_GAME
    # Relative to the club's level, as weaker leagues have as many goals.
    form = math.exp(0.35 * (player.ability - 0.75 * player.club.strength) + rng.gauss(0, 0.2))
    return {
        "goals": poisson(traits.goals * form * nineties, rng),
        "assists": poisson(traits.assists * form * nineties, rng),
        "yellow": poisson(traits.yellow * nineties, rng),
        "red": poisson(0.012 * nineties, rng),
    }


def _season(player: Player, year: int, usage: float, rng: random.Random) -> Season:
    traits = SUB_POSITIONS[player.sub_position]
    possible = rng.randint(*_PLAYED_SO_FAR) if year == THIS_SEASON else rng.randint(33, 40)
    if year != THIS_SEASON and player.club.strength > 1:
        possible += rng.randint(0, 12)  # cups
    games = max(1, min(MAX_GAMES, round(usage * possible)))
    whole = traits.position == "Goalkeeper"
    share = 0.99 if whole else max(0.04, min(1, 0.3 + 0.62 * usage + rng.gauss(0, 0.13)))
    minutes = max(1, min(MINUTES_A_GAME * games, round(MINUTES_A_GAME * games * share)))
    if whole:
        minutes = MINUTES_A_GAME * games - (rng.randint(1, 80) if chance(0.15, rng) else 0)
    counts = _counts(player, traits, minutes, rng)
    return Season(year=year, games=games, minutes=minutes, **counts)


def make_seasons(player: Player, rng: random.Random) -> list[Season]:
    """The seasons from 2018 on in which the player had games, in order."""
    if chance(_NEVER_PLAYS, rng):
        return []
    seasons = []
    for year in range(max(FIRST_SEASON, player.debut), player.last_season + 1):
        usage = _usage(player, year, rng)
        if usage >= _BARELY:
            seasons.append(_season(player, year, usage, rng))
    return seasons
