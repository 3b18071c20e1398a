"""What the generator passes from step to step: clubs, players and the facts of their careers."""

import datetime as dt
from dataclasses import dataclass, field

from data_scraper.sample_leagues import League
from data_scraper.sample_places import Nation

# A fixed day, so that the files do not depend on the day the command runs.
TODAY = dt.date(2026, 11, 1)
FIRST_SEASON = 2018
THIS_SEASON = 2026  # a season is named by the year it starts in


@dataclass(frozen=True, slots=True)
class Club:
    """`short` is what transfers say, `name` what clubs and players say; no league is outside."""

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
    """A transfer; `fee` and `value` in whole euros, None where the cell stays empty."""

    date: dt.date
    from_id: int
    from_name: str
    to_id: int
    to_name: str
    fee: int | None
    value: int | None


@dataclass(slots=True)
class Player:
    """A person and his career; `ability` is hidden, in standard deviations around 0."""

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
        """Whether he is in a squad today."""
        return self.last_season == THIS_SEASON

    def age_in(self, year: int) -> int:
        """Whole years on 1 July of `year`, when a season starts."""
        return age_on(self.born, dt.date(year, 7, 1))


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years between a birth date and a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
