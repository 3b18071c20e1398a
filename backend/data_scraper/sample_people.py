"""Players: nations, birth dates, positions, height, foot and hidden ability."""

import datetime as dt
import random

from data_scraper.sample_model import FIRST_SEASON, THIS_SEASON, TODAY, Club, Nation, Player, chance
from data_scraper.sample_names import NameMaker
from data_scraper.sample_places import BY_NAME, NATIONS
from data_scraper.sample_positions import SUB_POSITIONS, draw_position

FIRST_PLAYER_ID = 5_000_001
MIN_AGE, MAX_AGE = 16, 40
MIN_HEIGHT, MAX_HEIGHT = 160, 206  # cm
_SQUAD = (24, 28)  # players of a club who are still there, at least and at most
_AT_HOME = 0.58  # share of players in a league of their own country

# Active players by age from 16 to 40, out of about 100.
_AGES = range(MIN_AGE, MAX_AGE + 1)
_AGE_WEIGHTS = (0.6, 2, 4, 6, 7, 8, 8.5, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 4.5, 4, 3, 2.5, 2, 1.5, 1)
_OLD_WEIGHTS = (0.6, 0.4, 0.25, 0.15)
_FORMER_MIN_AGE = 17  # in the last season


def _born(age: int, rng: random.Random) -> dt.date:
    """A birth date that gives the age `age` today."""
    latest = dt.date(TODAY.year - age, TODAY.month, TODAY.day)
    return latest - dt.timedelta(days=rng.randrange(365))


def _nation(club: Club, rng: random.Random) -> Nation:
    if club.league is not None and chance(_AT_HOME, rng):
        return BY_NAME[club.league.country]
    return rng.choices(NATIONS, [nation.weight for nation in NATIONS])[0]


def _age_and_last_season(club: Club, *, active: bool, rng: random.Random) -> tuple[dt.date, int]:
    """A birth date and the last season in these leagues, at 17 or older."""
    if active:
        return _born(rng.choices(_AGES, _AGE_WEIGHTS + _OLD_WEIGHTS)[0], rng), THIS_SEASON
    # More players left recently, so the later of two draws.
    years = range(FIRST_SEASON, min(club.last_season, THIS_SEASON - 1) + 1)
    last_season = max(rng.choice(years), rng.choice(years))
    youngest = THIS_SEASON - last_season + _FORMER_MIN_AGE
    age = int(rng.triangular(youngest, MAX_AGE + 1, min(youngest + 8, MAX_AGE)))
    return _born(min(age, MAX_AGE), rng), last_season


def _person(
    number: int, club: Club, *, slot: int, active: bool, names: NameMaker, rng: random.Random
) -> Player:
    """The `slot`-th player of a club, in the squad if `active`."""
    nation = _nation(club, rng)
    first, last = names.draw(nation)
    born, last_season = _age_and_last_season(club, active=active, rng=rng)
    birth_nation = nation if chance(0.88, rng) else rng.choice(NATIONS)
    sub_position = draw_position(slot, rng)
    traits = SUB_POSITIONS[sub_position]
    tall = round(rng.gauss(traits.height, traits.height_spread))
    return Player(
        id=number,
        first=first,
        last=last,
        nation=nation,
        birth_nation=birth_nation,
        city=rng.choice(birth_nation.cities),
        born=born,
        sub_position=sub_position,
        first_choice=slot == 0,
        foot=rng.choices(("left", "both", "right"), (traits.left, 0.04, 0.96 - traits.left))[0],
        height=max(MIN_HEIGHT, min(MAX_HEIGHT, tall)),
        ability=0.75 * club.strength + rng.gauss(0, 0.75),
        club=club,
        last_season=last_season,
    )


def make_people(clubs: list[Club], *, count: int, rng: random.Random) -> list[Player]:
    """`count` players, divided evenly among the clubs, each squad before its former players."""
    names, people, number = NameMaker(rng), [], FIRST_PLAYER_ID
    for index, club in enumerate(clubs):
        size = count // len(clubs) + (index < count % len(clubs))
        squad = rng.randint(*_SQUAD) if club.last_season == THIS_SEASON else 0
        for slot in range(size):
            person = _person(number, club, slot=slot, active=slot < squad, names=names, rng=rng)
            people.append(person)
            number += rng.randint(1, 120)
    return people
