"""Market values: log-normal around ability and an age curve, one or two valuations a year."""

import datetime as dt
import random

from data_scraper.sample_model import THIS_SEASON, TODAY, League, Player, Valuation, age_on, chance
from data_scraper.sample_positions import SUB_POSITIONS

_LEAST, _MOST = 10_000, 180_000_000  # euros
_USUAL = 5.72  # the power of ten of an average player at the best age
_FIRST_YEAR = 2004  # of valuations
_UNVALUED = 0.047  # share of players without any valuation
_IN_SUMMER = 0.55  # share of years with a second valuation
_GK_LATER = 3  # years by which goalkeepers peak later

# (age, powers of ten relative to the best age), linear in between.
_AGE_CURVE = ((15, -1.5), (17, -1.0), (20, -0.35), (23, 0.0), (28, 0.0), (31, -0.35), (41, -2.1))

# (euros below which, rounded to)
_STEPS = ((100_000, 25_000), (1_000_000, 50_000), (5_000_000, 100_000), (20_000_000, 500_000))
_TOP_STEP = 1_000_000

ValuationDays = dict[tuple[str, int, bool], dt.date]


def age_effect(age: float) -> float:
    """The age curve's value at an age in years, in powers of ten."""
    (left, low), *rest = _AGE_CURVE
    for right, high in rest:
        if age <= right:
            return low + (high - low) * max(0.0, (age - left) / (right - left))
        left, low = right, high
    return low


def round_value(eur: float) -> int:
    """A value rounded as published: the higher, the coarser."""
    for limit, step in _STEPS:
        if eur < limit:
            return max(_LEAST, round(eur / step) * step)
    return min(_MOST, round(eur / _TOP_STEP) * _TOP_STEP)


def valuation_days(leagues: list[League], rng: random.Random) -> ValuationDays:
    """The day on which a league's players are valued, by (league id, year, in summer)."""
    days = {}
    for league in leagues:
        for year in range(_FIRST_YEAR, THIS_SEASON + 1):
            summer = rng.randrange(45)
            autumn = rng.randrange(23 if year == THIS_SEASON else 80)
            days[league.id, year, True] = dt.date(year, 5, 20) + dt.timedelta(summer)
            days[league.id, year, False] = dt.date(year, 10, 8) + dt.timedelta(autumn)
    return days


def _days(player: Player, days: ValuationDays, rng: random.Random) -> list[dt.date]:
    """The player's valuation days from the debut to the end of the last season, or today."""
    assert player.club.league is not None, "only league players are valued"
    league = player.club.league.id
    chosen = []
    for year in range(max(_FIRST_YEAR, player.debut), player.last_season + 1):
        if year > player.debut and chance(_IN_SUMMER, rng):
            chosen.append(days[league, year, True])
        chosen.append(days[league, year, False])
    return [day for day in chosen if day <= TODAY]


def make_valuations(player: Player, days: ValuationDays, rng: random.Random) -> list[Valuation]:
    """The player's market values, in order; empty for the few who were never valued."""
    if chance(_UNVALUED, rng):
        return []
    price = SUB_POSITIONS[player.sub_position].price
    later = _GK_LATER if player.sub_position == "Goalkeeper" else 0
    drift, history = rng.gauss(0, 0.2), []
    for day in _days(player, days, rng):
        drift = 0.85 * drift + rng.gauss(0, 0.09)
        skill = 0.72 * player.ability + price
        power = _USUAL + skill + age_effect(age_on(player.born, day) - later) + drift
        history.append(Valuation(day, round_value(10**power)))
    return history
