"""clubs.csv: what a club's line says about its squad and its transfers of the season."""

import datetime as dt
from collections import defaultdict

from data_scraper.sample_headers import SITE, Row
from data_scraper.sample_model import THIS_SEASON, TODAY, Club, Player, age_on
from data_scraper.sample_text import slug

_CAPPED_FROM = 1.3  # ability from which a man plays for his country
_MILLION = 1_000_000
_SEASON_START = dt.date(THIS_SEASON, 7, 1)


def net_record(euros: int) -> str:
    """Income less spending as published: `+€3.05m`, `€-25.26m`, `+€880k` or `+-0`."""
    if euros == 0:
        return "+-0"
    sign = "+€" if euros > 0 else "€-"
    size = abs(euros)
    return f"{sign}{size / _MILLION:.2f}m" if size >= _MILLION else f"{sign}{size // 1000}k"


def _balances(people: list[Player]) -> dict[int, int]:
    """Euros earned less euros spent on transfers since the season's start, by club id."""
    balance: dict[int, int] = defaultdict(int)
    for player in people:
        for move in player.moves:
            if move.date >= _SEASON_START and move.fee:
                balance[move.from_id] += move.fee
                balance[move.to_id] -= move.fee
    return balance


def _club_row(club: Club, squad: list[Player], balance: int) -> Row:
    assert club.league is not None, "only league clubs have a line"
    size = len(squad)
    ages = sum(age_on(player.born, TODAY) for player in squad)
    foreign = sum(player.nation.name != club.league.country for player in squad)
    code = slug(club.short)
    return (
        club.id,
        code,
        club.name,
        club.league.id,
        "",  # empty throughout in the published file, like the coach
        size,
        f"{ages / size:.1f}" if size else "",
        foreign,
        f"{100 * foreign / size:.1f}" if foreign else "",
        sum(player.ability > _CAPPED_FROM for player in squad),
        club.stadium,
        club.seats,
        net_record(balance),
        "",
        club.last_season,
        f"sample/{club.last_season}/clubs.json.gz",
        f"{SITE}/clubs/{code}/{club.id}",
    )


def club_rows(clubs: list[Club], people: list[Player]) -> list[Row]:
    """clubs.csv in the order of the clubs' ids."""
    squads: dict[int, list[Player]] = defaultdict(list)
    for player in people:
        if player.active:
            squads[player.club.id].append(player)
    balance = _balances(people)
    return [_club_row(club, squads[club.id], balance[club.id]) for club in clubs]
