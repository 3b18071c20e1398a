"""Transfers, from a youth team to the current club or the end of a career; contracts and agents."""

import datetime as dt
import math
import random

from data_scraper.sample_clubs import YOUTH_ID_STEP
from data_scraper.sample_model import THIS_SEASON, TODAY, Club, Move, Player, chance
from data_scraper.sample_values import round_value

RETIRED = (123, "Retired")
WITHOUT_CLUB = (515, "Without Club")
_KNOWN = 0.72  # share of players whose transfers are known
_MOVES = 0.24  # chance of a transfer in a year
_ON_LOAN = 0.12  # chance of a loan in a year without a transfer, up to this age:
_LOAN_AGE = 24
_RETIRES_FROM = 31
_NO_FEE_KNOWN, _NO_VALUE_KNOWN = 0.38, 0.12  # shares of empty cells
_PAID_FROM = 300_000  # euros; players of lower value mostly move for free

Side = tuple[int, str]  # (club id, short name) as in a transfer


def _summer_day(year: int, rng: random.Random) -> dt.date:
    """1 July for half of the transfers of a summer."""
    first = dt.date(year, 7, 1)
    return first if chance(0.5, rng) else first + dt.timedelta(rng.randrange(1, 62))


def _value_on(player: Player, day: dt.date) -> int | None:
    """The last market value known on a day, in euros."""
    known = [valuation.eur for valuation in player.valuations if valuation.date <= day]
    return known[-1] if known else None


def _move(
    player: Player, day: dt.date, sides: tuple[Side, Side], *, free: bool, rng: random.Random
) -> Move:
    """A transfer on a day; `free` if there cannot be a fee."""
    (from_id, from_name), (to_id, to_name) = sides
    value = _value_on(player, day)
    fee: int | None = 0
    if not free and value is not None and value >= _PAID_FROM and chance(0.5, rng):
        fee = round_value(value * math.exp(rng.gauss(0, 0.35)))
    elif chance(_NO_FEE_KNOWN, rng):
        fee = None
    shown = None if chance(_NO_VALUE_KNOWN, rng) else value
    return Move(day, from_id, from_name, to_id, to_name, fee, shown)


def _side(club: Club) -> Side:
    return club.id, club.short


def _youth(club: Club, rng: random.Random) -> Side:
    return club.id + YOUTH_ID_STEP, f"{club.short} {rng.choice(('U19', 'U21', 'Youth', 'II'))}"


def _earlier_club(
    player: Player, clubs: list[Club], outside: list[Club], rng: random.Random
) -> Club:
    """A club of about the same level: the nearest in strength of three, or an outside club."""
    if chance(0.25, rng):
        return rng.choice(outside)
    near = rng.choices(clubs, k=3)
    return min(near, key=lambda club: abs(club.strength - player.club.strength))


def _goes_on_loan(player: Player, year: int, rng: random.Random) -> bool:
    young = player.age_in(year) <= _LOAN_AGE
    return young and year < player.last_season and chance(_ON_LOAN, rng)


def _loan(player: Player, home: Side, host: Side, year: int, rng: random.Random) -> list[Move]:
    """Away in one summer, back at the end of the next June."""
    out = _move(player, _summer_day(year, rng), (home, host), free=True, rng=rng)
    back = _move(player, dt.date(year + 1, 6, 30), (host, home), free=True, rng=rng)
    return [out, back]


def _last_move(player: Player, here: Side, outside: list[Club], rng: random.Random) -> list[Move]:
    """How a former player left: retired, without a club, or to an outside club."""
    year = player.last_season + 1
    old = player.age_in(year) >= _RETIRES_FROM
    ends: list[Side | None] = [RETIRED, WITHOUT_CLUB, _side(rng.choice(outside)), None]
    end = rng.choices(ends, (5, 2, 2, 1) if old else (0.2, 3, 4, 3))[0]
    if end is None:
        return []
    free = end in (RETIRED, WITHOUT_CLUB)
    return [_move(player, _summer_day(year, rng), (here, end), free=free, rng=rng)]


def make_moves(
    player: Player, clubs: list[Club], outside: list[Club], rng: random.Random
) -> list[Move]:
    """The transfers up to today, in order; the last one is to the player's club."""
    if not chance(_KNOWN, rng):
        return []
    years = range(player.debut + 1, player.last_season + 1)
    changes = [year for year in years if chance(_MOVES, rng)]
    stations = [_earlier_club(player, clubs, outside, rng) for _ in changes] + [player.club]
    here = _side(stations[0])
    start = _summer_day(player.debut, rng)
    moves = [_move(player, start, (_youth(stations[0], rng), here), free=True, rng=rng)]
    for year in years:
        if year in changes:
            there = _side(stations[changes.index(year) + 1])
            if there != here:
                day = _summer_day(year, rng)
                moves.append(_move(player, day, (here, there), free=False, rng=rng))
            here = there
        elif _goes_on_loan(player, year, rng):
            host = _side(_earlier_club(player, clubs, outside, rng))
            if host != here:
                moves += _loan(player, here, host, year, rng)
    if not player.active:
        moves += _last_move(player, here, outside, rng)
    return [move for move in moves if move.date <= TODAY]


_AGENT_NAMES = (
    "Harbour Lane Sports|Tidewater Mgmt|Bellwether & Sons|Kite Sports Group|Nordlicht Beratung|"
    "Lindenhof Sport GmbH|Ocho Puentes|Faro Azul S.L.|Ponte Vecchio Sport|Quattro Venti S.r.l.|"
    "Polder Players B.V.|Windmolen Sport|Çınar Menajerlik|Mavi Kapı Sports|Step & Zirka|"
    "Balkan Compass|Étoile Conseil|Vent d'Ouest Sport|Cruzeiro Velho|Onda Sete Ltda.|"
    "Fourth Official LLC|Touchline, Inc.|Greenfield Eleven|Relatives|no agent|Agent is known"
)
AGENTS = tuple(_AGENT_NAMES.split("|"))

_UNREPRESENTED = 0.49
_NEW_CONTRACT_YEARS = (1, 2, 3, 4, 5)
_CONTRACT_WEIGHTS = (30, 27, 22, 13, 8)
_NO_CONTRACT_KNOWN = 0.1  # of players in a squad
_OLD_CONTRACT_KNOWN = {THIS_SEASON - 1: 0.6, THIS_SEASON - 2: 0.35}  # by last season
_OLDER_CONTRACT_KNOWN = 0.05


def draw_contract(player: Player, rng: random.Random) -> dt.date | None:
    """The end of the contract: in the future for squad players, past for a few former ones."""
    if player.active:
        if chance(_NO_CONTRACT_KNOWN, rng):
            return None
        years = rng.choices(_NEW_CONTRACT_YEARS, _CONTRACT_WEIGHTS)[0]
        # Some leagues play by calendar year.
        month_and_day = (12, 31) if chance(0.07, rng) else (6, 30)
        return dt.date(THIS_SEASON + years, *month_and_day)
    known = _OLD_CONTRACT_KNOWN.get(player.last_season, _OLDER_CONTRACT_KNOWN)
    return dt.date(player.last_season + 1, 6, 30) if chance(known, rng) else None


def draw_agent(rng: random.Random) -> str:
    """An agency, some with many more clients than others; empty for about half the players."""
    if chance(_UNREPRESENTED, rng):
        return ""
    return AGENTS[int(len(AGENTS) * rng.random() ** 1.7)]
