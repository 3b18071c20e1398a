"""The generator's model (leagues, clubs, players, careers) and random draws."""

import datetime as dt
import math
import random
from dataclasses import dataclass, field

# Fixed, so that the files do not depend on the day the command runs.
TODAY = dt.date(2026, 11, 1)
FIRST_SEASON = 2018
THIS_SEASON = 2026  # the year in which a season starts


@dataclass(frozen=True, slots=True)
class League:
    """A first-tier league; `level` is its strength in standard deviations of a player's ability."""

    id: str
    slug: str
    country: str
    country_id: int
    level: float


@dataclass(frozen=True, slots=True)
class Nation:
    """A country as spelled in the published files; `weight` is its share of foreign players."""

    name: str
    language: str  # a key of sample_names.WORDS
    weight: int
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Club:
    """`short` is used in transfers, `name` in clubs and players; outside clubs have no league."""

    id: int
    short: str
    name: str
    league: League | None
    strength: float  # standard deviations of a player's ability
    stadium: str
    seats: int
    last_season: int


@dataclass(frozen=True, slots=True)
class Season:
    """One player's season; `minutes` never exceeds 90 a game."""

    year: int
    games: int
    yellow: int
    red: int
    goals: int
    assists: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Valuation:
    """A market value in whole euros on a day."""

    date: dt.date
    eur: int


@dataclass(frozen=True, slots=True)
class Move:
    """A transfer; `fee` and `value` in whole euros, None for an empty cell."""

    date: dt.date
    from_id: int
    from_name: str
    to_id: int
    to_name: str
    fee: int | None
    value: int | None


@dataclass(slots=True)
class Player:
    """A player and their career; `ability` is hidden, in standard deviations around 0."""

    id: int
    first: str
    last: str
    nation: Nation
    birth_nation: Nation
    city: str
    born: dt.date
    sub_position: str
    first_choice: bool
    foot: str
    height: int  # cm
    ability: float
    club: Club
    last_season: int
    debut: int = 0  # the first season's year
    contract: dt.date | None = None
    agent: str = ""
    seasons: list[Season] = field(default_factory=list)
    valuations: list[Valuation] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The full name; a one-word name has no first name."""
        return f"{self.first} {self.last}".strip()

    @property
    def active(self) -> bool:
        """Whether the player is in a squad today."""
        return self.last_season == THIS_SEASON

    def age_in(self, year: int) -> int:
        """Whole years on 1 July of `year`, when a season starts."""
        return age_on(self.born, dt.date(year, 7, 1))


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years between a birth date and a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def chance(share: float, rng: random.Random) -> bool:
    """True with the probability `share`."""
    return rng.random() < share


def poisson(mean: float, rng: random.Random) -> int:
    """A Poisson-distributed count (Knuth's algorithm, fine for small means)."""
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count
