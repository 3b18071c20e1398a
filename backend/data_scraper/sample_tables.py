"""The files: their headers, those of the first six as published, and their rows."""

import datetime as dt
import random
import re
import unicodedata
from collections import defaultdict

from data_scraper import sample_statistics
from data_scraper.sample_flaws import spell_country
from data_scraper.sample_model import THIS_SEASON, TODAY, Club, League, Player, age_on, chance
from data_scraper.sample_positions import SUB_POSITIONS

SITE = "https://example.invalid"  # in place of the published addresses

STATISTICS = "fictional_statistics.csv"

Row = tuple[str | int | float, ...]

HEADERS = {
    "players.csv": (
        "player_id,first_name,last_name,name,last_season,current_club_id,player_code,"
        "country_of_birth,city_of_birth,country_of_citizenship,date_of_birth,sub_position,position,"
        "foot,height_in_cm,contract_expiration_date,agent_name,image_url,url,"
        "current_club_domestic_competition_id,current_club_name,market_value_in_eur,"
        "highest_market_value_in_eur"
    ),
    "clubs.csv": (
        "club_id,club_code,name,domestic_competition_id,total_market_value,squad_size,average_age,"
        "foreigners_number,foreigners_percentage,national_team_players,stadium_name,stadium_seats,"
        "net_transfer_record,coach_name,last_season,filename,url"
    ),
    "competitions.csv": (
        "competition_id,competition_code,name,sub_type,type,country_id,country_name,"
        "domestic_league_code,confederation,url,is_major_national_league"
    ),
    "player_seasons.csv": (
        "player_id,last_season,games,yellow_cards,red_cards,goals,assists,minutes_played"
    ),
    "player_valuations.csv": (
        "player_id,date,market_value_in_eur,current_club_id,player_club_domestic_competition_id"
    ),
    "transfers.csv": (
        "player_id,transfer_date,transfer_season,from_club_id,to_club_id,from_club_name,"
        "to_club_name,transfer_fee,market_value_in_eur,player_name"
    ),
    STATISTICS: sample_statistics.HEADER,
}


# Letters that NFKD does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}
    | {"þ": "th", "Þ": "th", "ð": "d", "æ": "ae", "'": "", "’": ""}
)


def slug(text: str) -> str:
    """`Łukasz O'Dunillan` to `lukasz-odunillan`: lower-case ASCII words joined by hyphens."""
    bare = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    ascii_only = bare.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


_SUMMER = 7  # the month a transfer season starts in


def _moment(day: dt.date | None) -> str:
    return f"{day} 00:00:00" if day else ""


def player_row(player: Player, rng: random.Random) -> Row:
    """A row of players.csv; cells are empty about as often as in the published file."""

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
    """player_valuations.csv by day and player; the club is the current one, as published."""
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
    """transfers.csv, latest first."""
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


_CAPPED_FROM = 1.3  # ability above which a player is in the national team
_MILLION = 1_000_000
_SEASON_START = dt.date(THIS_SEASON, 7, 1)


def net_record(euros: int) -> str:
    """Income minus spending as published: `+€3.05m`, `€-25.26m`, `+€880k` or `+-0`."""
    if euros == 0:
        return "+-0"
    sign = "+€" if euros > 0 else "€-"
    size = abs(euros)
    return f"{sign}{size / _MILLION:.2f}m" if size >= _MILLION else f"{sign}{size // 1000}k"


def _balances(people: list[Player]) -> dict[int, int]:
    """Transfer income minus spending since the start of the season, in euros by club id."""
    balance: dict[int, int] = defaultdict(int)
    for player in people:
        for move in player.moves:
            if move.date >= _SEASON_START and move.fee:
                balance[move.from_id] += move.fee
                balance[move.to_id] -= move.fee
    return balance


def _club_row(club: Club, squad: list[Player], balance: int) -> Row:
    assert club.league is not None, "only league clubs have a row"
    size = len(squad)
    ages = sum(age_on(player.born, TODAY) for player in squad)
    foreign = sum(player.nation.name != club.league.country for player in squad)
    code = slug(club.short)
    return (
        club.id,
        code,
        club.name,
        club.league.id,
        "",  # always empty in the published file, like the coach
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


_MAJOR = 0.5  # leagues above this level are major


def competition_rows(leagues: list[League]) -> list[Row]:
    """competitions.csv: each league, a cup of its country, and one international cup."""
    rows: list[Row] = []
    for league in leagues:
        major = "true" if league.level > _MAJOR else "false"
        cup_id, cup = f"{league.id[:3]}C", f"{slug(league.country)}-shield"
        own = (league.country_id, league.country, league.id, "europa")
        home = f"{SITE}/competitions"
        name, kind = league.slug, "domestic_league"
        rows.append((league.id, name, name, "first_tier", kind, *own, f"{home}/{league.id}", major))
        kind = "domestic_cup"
        rows.append((cup_id, cup, cup, kind, kind, *own, f"{home}/{cup_id}", "false"))
    nations = ("FINT", "lantern-cup", "lantern-cup", "lantern_cup", "international_cup")
    rows.append((*nations, -1, "", "", "europa", f"{SITE}/competitions/FINT", "false"))
    return rows
