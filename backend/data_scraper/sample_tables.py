"""The rows of players.csv and of the three files about careers."""

import datetime as dt
import random

from data_scraper.sample_draws import chance
from data_scraper.sample_headers import SITE, Row
from data_scraper.sample_mess import spell_country
from data_scraper.sample_model import Player
from data_scraper.sample_positions import SUB_POSITIONS
from data_scraper.sample_text import slug

_SUMMER = 7  # the month a transfer season starts in


def _moment(day: dt.date | None) -> str:
    return f"{day} 00:00:00" if day else ""


def player_row(player: Player, rng: random.Random) -> Row:
    """One line of players.csv; cells are left empty about as often as in the published file."""

    def known(text: str, missing: float) -> str:
        return "" if chance(missing, rng) else text

    values = [valuation.eur for valuation in player.valuations]
    code = slug(player.name)
    league = player.club.league
    return (
        player.id,
        player.first,
        player.last,
        player.name,
        player.last_season,
        player.club.id,
        code,
        known(spell_country(player.birth_nation.name, rng), 0.086),
        known(player.city, 0.075),
        known(spell_country(player.nation.name, rng), 0.012),
        known(_moment(player.born), 0.0014),
        player.sub_position,
        SUB_POSITIONS[player.sub_position].position if player.sub_position else "Missing",
        known(player.foot, 0.078),
        known(str(player.height), 0.069),
        _moment(player.contract),
        player.agent,
        known(f"{SITE}/portraits/{player.id}.jpg", 0.18),
        f"{SITE}/players/{code}/{player.id}",
        league.id if league else "",
        player.club.name,
        values[-1] if values else "",
        max(values) if values else "",
    )


def season_rows(people: list[Player]) -> list[Row]:
    """player_seasons.csv by player and season."""
    return [
        (player.id, s.year, s.games, s.yellow, s.red, s.goals, s.assists, s.minutes)
        for player in people
        for s in player.seasons
    ]


def valuation_rows(people: list[Player]) -> list[Row]:
    """player_valuations.csv by day and player; the club is the present one, as published."""
    dated = [(valuation, player) for player in people for valuation in player.valuations]
    dated.sort(key=lambda pair: (pair[0].date, pair[1].id))
    rows: list[Row] = []
    for valuation, player in dated:
        club = player.club
        league = club.league.id if club.league else ""
        rows.append((player.id, str(valuation.date), valuation.eur, club.id, league))
    return rows


def _euros(amount: int | None) -> str:
    return "" if amount is None else f"{amount}.000"


def _transfer_season(day: dt.date) -> str:
    start = day.year if day.month >= _SUMMER else day.year - 1
    return f"{start % 100:02}/{(start + 1) % 100:02}"


def transfer_rows(people: list[Player]) -> list[Row]:
    """transfers.csv, the latest first."""
    dated = [(move, player) for player in people for move in player.moves]
    dated.sort(key=lambda pair: (pair[0].date, pair[1].id), reverse=True)
    return [
        (
            player.id,
            str(move.date),
            _transfer_season(move.date),
            move.from_id,
            move.to_id,
            move.from_name,
            move.to_name,
            _euros(move.fee),
            _euros(move.value),
            player.name,
        )
        for move, player in dated
    ]
