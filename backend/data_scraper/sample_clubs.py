"""Clubs: names put together from parts, spread over the leagues, and a pool of outside clubs."""

import random

from data_scraper.sample_leagues import CLUB_WORDS, OUTSIDE_WORDS, ClubWords, League
from data_scraper.sample_model import FIRST_SEASON, THIS_SEASON, Club

PLAYERS_A_CLUB = 40  # about 26 in the squad and the rest of former seasons
FIRST_CLUB_ID = 500_001
FIRST_OUTSIDE_ID = 700_001
YOUTH_ID_STEP = 100_000  # a club's youth side has the club's id and this
OUTSIDE_STRENGTH = -1.6
_EVERY_SO_MANY_RELEGATED = 23  # such a club has former players only


def club_names(words: ClubWords, *, count: int, rng: random.Random) -> list[tuple[str, str, str]]:
    """`count` distinct (short name, full name, stadium); the special clubs first."""
    towns = [start + end for start in words.starts for end in words.ends]
    rng.shuffle(towns)
    named = [(short, full, words.stadium.format(town=short)) for short, full in words.special]
    for index in range(count - len(named)):
        town = towns[index % len(towns)]
        # Past the last town its names come round again under the next pattern.
        turn = index % len(towns) + index // len(towns)
        short, full = words.patterns[turn % len(words.patterns)]
        named.append(
            (short.format(town=town), full.format(town=town), words.stadium.format(town=town))
        )
    return named[:count]


def make_clubs(leagues: list[League], *, players: int, rng: random.Random) -> list[Club]:
    """The leagues' clubs, in turn over the leagues, about one for every 40 players."""
    total = max(len(leagues), players // PLAYERS_A_CLUB)
    per_league = -(-total // len(leagues))
    names = {
        league.id: club_names(CLUB_WORDS[league.id], count=per_league, rng=rng)
        for league in leagues
    }
    clubs = []
    for index in range(total):
        league = leagues[index % len(leagues)]
        short, full, stadium = names[league.id][index // len(leagues)]
        strength = league.level + rng.gauss(0, 0.45)
        relegated = index % _EVERY_SO_MANY_RELEGATED == _EVERY_SO_MANY_RELEGATED - 1
        last_season = rng.randint(FIRST_SEASON + 1, THIS_SEASON - 2) if relegated else THIS_SEASON
        seats = round(9000 * 2 ** (strength * 0.8 + rng.gauss(0, 0.4)))
        clubs.append(
            Club(FIRST_CLUB_ID + index, short, full, league, strength, stadium, seats, last_season)
        )
    return clubs


def make_outside_clubs(*, players: int, rng: random.Random) -> list[Club]:
    """Clubs that only transfers know."""
    named = club_names(OUTSIDE_WORDS, count=20 + players // 100, rng=rng)
    return [
        Club(FIRST_OUTSIDE_ID + index, short, full, None, OUTSIDE_STRENGTH, stadium, 0, THIS_SEASON)
        for index, (short, full, stadium) in enumerate(named)
    ]
