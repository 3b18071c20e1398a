"""fictional_statistics.csv: 60 metrics of the last three seasons, as a provider would publish them.

Games, minutes, goals, assists and cards are those of player_seasons.csv. All other figures are
drawn at the rates of the position, higher for players with the talent, so that metrics go together
as they do in real data: who shoots more has more expected goals, and passes that lead to shots lead
to assists. Totals fit the minutes, and percentages their parts.
"""

import datetime as dt
import math
import random
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from data_scraper.sample_model import THIS_SEASON, TODAY, Club, Player, Season, poisson
from data_scraper.sample_positions import SUB_POSITIONS
from data_scraper.sample_seasons import MINUTES_A_GAME

SEASONS = range(THIS_SEASON - 2, THIS_SEASON + 1)
PERSON = (
    "player_id", "player", "date_of_birth", "nationality", "position", "club", "competition",
    "season",
)  # fmt: skip
# Keys of the metric catalogue.
METRICS = (
    "games", "minutes", "starts", "sub_appearances",
    "goals", "non_penalty_goals", "penalties_scored", "penalties_taken",
    "shots", "shots_on_target", "shots_on_target_pct", "xg", "npxg", "touches_in_box",
    "assists", "xa", "key_passes", "shot_creating_actions", "big_chances_created",
    "crosses", "crosses_completed", "cross_pct",
    "passes", "passes_completed", "pass_pct", "progressive_passes", "passes_final_third",
    "passes_penalty_area", "long_passes", "long_passes_completed", "long_pass_pct",
    "touches", "take_ons", "take_ons_completed", "take_on_pct", "progressive_carries",
    "dispossessed",
    "duels", "duels_won", "duels_won_pct", "aerial_duels", "aerials_won", "aerials_won_pct",
    "tackles", "interceptions", "blocks", "clearances", "ball_recoveries", "pressures",
    "yellow_cards", "red_cards", "fouls", "fouls_won",
    "goals_conceded", "shots_on_target_faced", "saves", "save_pct", "post_shot_xg",
    "goals_prevented", "clean_sheets",
)  # fmt: skip
HEADER = ",".join((*PERSON, *METRICS))

Figures = dict[str, float | None]


class Count(Protocol):
    """Draws a count at a rate per 90 minutes, higher with the skill."""

    def __call__(self, rate: float, skill: float = 0.0) -> int: ...


@dataclass(frozen=True, slots=True)
class Style:
    """What a position does per 90 minutes; `x_pass` is completed, `x_long` is long."""

    shots: float
    shot_xg: float
    key_passes: float
    crosses: float
    passes: float
    x_pass: float
    x_long: float
    take_ons: float
    carries: float
    ground: float
    aerials: float
    tackles: float
    interceptions: float
    blocks: float
    clearances: float
    recoveries: float
    pressures: float
    fouls: float


# Rates per 90 minutes; x_ are shares.
_TABLE = """
group      shots shot_xg key_passes crosses passes x_pass x_long take_ons carries ground aerials tackles interceptions blocks clearances recoveries pressures fouls
keeper      0.01    0.05       0.03     0.0     29   0.74   0.48     0.02     0.1    0.2     0.4    0.05           0.1   0.05        0.9        1.2       0.4  0.08
centre-back 0.55    0.08        0.3     0.2     55   0.87   0.14      0.3     0.8    5.0     4.4     1.5           1.2    1.2        4.6        4.6       7.5   1.0
full-back    0.6    0.06        0.9     2.6     47   0.81   0.11      1.4     2.0    7.5     1.9     2.2           1.1    1.0        2.4        4.8      11.5   1.0
holding      0.9    0.06        0.8     0.5     54   0.87   0.11      0.9     1.3    8.0     2.0     2.4           1.3    1.2        1.6        6.0      16.5   1.4
central      1.3    0.08        1.2     1.1     49   0.85   0.10      1.6     1.9    8.2     1.4     1.8           0.9    1.0        1.0        5.2      17.5   1.2
attacking    2.1    0.09        1.8     2.2     38   0.81   0.07      2.8     2.8    8.6     1.1     1.2           0.6    0.9        0.6        4.2      18.0   1.1
wide         2.2    0.10        1.6     3.6     31   0.77   0.06      4.4     3.9    9.6     1.2     1.3           0.6    0.8        0.6        3.8      16.0   1.0
striker      2.7    0.14        0.9     0.6     21   0.73   0.04      1.7     1.5    8.0     3.6     0.7           0.3    0.5        0.8        2.2      15.0   1.3
"""  # noqa: E501


def _read_table() -> dict[str, Style]:
    (_, *names), *rows = (line.split() for line in _TABLE.strip().splitlines())
    return {
        group: Style(**dict(zip(names, map(float, cells), strict=True))) for group, *cells in rows
    }


_GROUPS = {
    "Goalkeeper": "keeper", "Centre-Back": "centre-back", "Left-Back": "full-back",
    "Right-Back": "full-back", "Defensive Midfield": "holding", "Central Midfield": "central",
    "Attacking Midfield": "attacking", "Left Midfield": "wide", "Right Midfield": "wide",
    "Left Winger": "wide", "Right Winger": "wide", "Second Striker": "attacking",
    "Centre-Forward": "striker",
}  # fmt: skip
_BY_GROUP = _read_table()
STYLES = {position: _BY_GROUP[group] for position, group in _GROUPS.items()}

_PENALTY_XG = 0.79
_LEAGUE_CODES = {
    "England": "ENG", "Spain": "ESP", "Germany": "GER", "Italy": "ITA", "Netherlands": "NED",
    "Turkey": "TUR", "Ukraine": "UKR", "Bulgaria": "BUL", "France": "FRA", "Portugal": "POR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Talent:
    """What a player does more or better than others, in standard deviations; never published."""

    shooting: float
    creating: float
    passing: float
    dribbling: float
    heading: float
    defending: float
    keeping: float
    takes_penalties: bool

    @classmethod
    def draw(cls, player: Player, rng: random.Random) -> "Talent":
        """Half from the player's ability within the club's level, half by chance."""
        level = player.ability - 0.75 * player.club.strength

        def one() -> float:
            return 0.7 * level + rng.gauss(0, 0.7)

        attacks = SUB_POSITIONS[player.sub_position].goals > 0.15  # noqa: PLR2004 - goals per 90
        return cls(
            one(), one(), one(), one(), one() + (player.height - 182) / 9, one(), one(),
            takes_penalties=attacks and rng.random() < 0.12 + 0.08 * level,
        )  # fmt: skip


def _count(mean: float, rng: random.Random) -> int:
    """A count around `mean`, as Poisson's; by the normal distribution where that is large."""
    if mean <= 0:
        return 0
    few = 30
    return poisson(mean, rng) if mean < few else max(0, round(rng.gauss(mean, math.sqrt(mean))))


def _part(total: int, share: float, rng: random.Random) -> int:
    """How many of `total` succeed, each with the chance `share`."""
    share = min(0.98, max(0.02, share))
    few = 60
    if total < few:
        return sum(rng.random() < share for _ in range(total))
    drawn = rng.gauss(total * share, math.sqrt(total * share * (1 - share)))
    return min(total, max(0, round(drawn)))


def _percent(part: float, total: float) -> float | None:
    """To one decimal; unknown without attempts."""
    return round(100 * part / total, 1) if total else None


def figures(player: Player, season: Season, talent: Talent, rng: random.Random) -> Figures:
    """The figures of one season by metric; None where there is none."""
    style = STYLES[player.sub_position]
    nineties = season.minutes / MINUTES_A_GAME

    def count(rate: float, skill: float = 0.0) -> int:
        return _count(rate * nineties * math.exp(0.22 * skill + rng.gauss(0, 0.08)), rng)

    part = partial(_part, rng=rng)
    # Who starts plays at most 90 minutes, who comes on about 30.
    starts = min(season.games, max(0, math.ceil((season.minutes - 30 * season.games) / 60)))
    found: Figures = {
        "games": season.games, "minutes": season.minutes, "starts": starts,
        "sub_appearances": season.games - starts,
        "goals": season.goals, "assists": season.assists,
        "yellow_cards": season.yellow, "red_cards": season.red,
        "fouls": season.yellow + count(0.8 * style.fouls, -0.5 * talent.defending),
        "fouls_won": count(0.25 * style.take_ons + 0.5, talent.dribbling),
    }  # fmt: skip
    shots = _add_shooting(found, style, talent, count, rng)
    _add_creating(found, style, talent, count, rng)
    _add_passing(found, style, talent, count, rng)

    take_ons = count(style.take_ons, talent.dribbling)
    beaten = part(take_ons, 0.48 + 0.05 * talent.dribbling)
    found |= {
        "take_ons": take_ons, "take_ons_completed": beaten,
        "take_on_pct": _percent(beaten, take_ons),
        "progressive_carries": count(style.carries, talent.dribbling),
        "dispossessed": part(take_ons - beaten, 0.4) + count(0.3),
        "touches": int(found["passes"] or 0) + shots + take_ons + count(0.3 * style.passes + 4),
    }  # fmt: skip

    aerials, ground = count(style.aerials, 0.4 * talent.heading), count(style.ground)
    aerials_won = part(aerials, 0.5 + 0.06 * talent.heading)
    won = aerials_won + part(ground, 0.5 + 0.04 * talent.defending)
    found |= {
        "aerial_duels": aerials, "aerials_won": aerials_won,
        "aerials_won_pct": _percent(aerials_won, aerials),
        "duels": aerials + ground, "duels_won": won,
        "duels_won_pct": _percent(won, aerials + ground),
        "tackles": count(style.tackles, talent.defending),
        "interceptions": count(style.interceptions, talent.defending),
        "blocks": count(style.blocks, 0.5 * talent.defending),
        "clearances": count(style.clearances, 0.5 * talent.heading),
        "ball_recoveries": count(style.recoveries, 0.6 * talent.defending),
        "pressures": count(style.pressures),
    }  # fmt: skip
    if player.sub_position == "Goalkeeper":
        _add_keeping(found, starts, talent, count, rng)
    return found


def _add_shooting(
    found: Figures, style: Style, talent: Talent, count: Count, rng: random.Random
) -> int:
    """Shots and expected goals; never fewer shots than goals. Returns the shots."""
    goals = int(found["goals"] or 0)
    taken = count(0.16) if talent.takes_penalties else 0
    scored = min(goals, _part(taken, _PENALTY_XG, rng))
    taken = min(taken, scored + 2)
    missed = max(taken - scored, count(0.88 * style.shots, talent.shooting))
    shots = goals + missed
    on_target = goals + _part(missed, 0.27 + 0.03 * talent.shooting, rng)
    chances = style.shot_xg * math.exp(0.1 * talent.shooting + rng.gauss(0, 0.1))
    # Shots alone say less than shots and what became of them.
    npxg = round(0.7 * chances * (shots - taken) + 0.3 * 0.9 * (goals - scored), 2)
    found |= {
        "non_penalty_goals": goals - scored, "penalties_scored": scored, "penalties_taken": taken,
        "shots": shots, "shots_on_target": on_target,
        "shots_on_target_pct": _percent(on_target, shots),
        "npxg": npxg, "xg": round(npxg + _PENALTY_XG * taken, 2),
        "touches_in_box": shots + count(0.9 * style.shots, talent.shooting),
    }  # fmt: skip
    return shots


def _add_creating(
    found: Figures, style: Style, talent: Talent, count: Count, rng: random.Random
) -> None:
    """Passes before shots; never fewer than assists."""
    assists = int(found["assists"] or 0)
    key_passes = assists + count(0.92 * style.key_passes, talent.creating)
    crosses = count(style.crosses, 0.6 * talent.creating)
    crossed = _part(crosses, 0.24 + 0.03 * talent.creating, rng)
    found |= {
        "key_passes": key_passes,
        "xa": round(0.7 * 0.1 * key_passes * math.exp(rng.gauss(0, 0.1)) + 0.3 * 0.9 * assists, 2),
        "shot_creating_actions": key_passes + count(0.9 * style.key_passes + 0.2, talent.creating),
        "big_chances_created": min(key_passes, assists + count(0.08 * style.key_passes)),
        "crosses": crosses, "crosses_completed": crossed, "cross_pct": _percent(crossed, crosses),
    }  # fmt: skip


def _add_passing(
    found: Figures, style: Style, talent: Talent, count: Count, rng: random.Random
) -> None:
    passes = max(int(found["key_passes"] or 0), count(style.passes, 0.7 * talent.passing))
    share = style.x_pass + 0.025 * talent.passing
    long = _part(passes, style.x_long, rng)
    long_completed = _part(long, 0.55 + 0.05 * talent.passing, rng)
    completed = max(long_completed, _part(passes, share, rng))
    forward = 0.09 * math.exp(0.25 * talent.passing)
    found |= {
        "passes": passes, "passes_completed": completed, "pass_pct": _percent(completed, passes),
        "progressive_passes": _part(completed, forward, rng),
        "passes_final_third": _part(completed, 0.9 * forward, rng),
        "passes_penalty_area": count(0.8 * style.key_passes, talent.creating),
        "long_passes": long, "long_passes_completed": long_completed,
        "long_pass_pct": _percent(long_completed, long),
    }  # fmt: skip


def _add_keeping(
    found: Figures, starts: int, talent: Talent, count: Count, rng: random.Random
) -> None:
    """Of goalkeepers only; each shot on target is a save or a goal."""
    faced = count(4.3)
    saves = _part(faced, 0.7 + 0.025 * talent.keeping, rng)
    conceded = faced - saves
    expected = round(0.3 * faced * math.exp(rng.gauss(0, 0.06)), 2)
    nineties = max(1.0, float(found["minutes"] or 0) / MINUTES_A_GAME)
    found |= {
        "shots_on_target_faced": faced, "saves": saves, "goals_conceded": conceded,
        "save_pct": _percent(saves, faced), "post_shot_xg": expected,
        "goals_prevented": round(expected - conceded, 2),
        "clean_sheets": _part(starts, math.exp(-conceded / nineties), rng),
    }  # fmt: skip


def club_in(player: Player, year: int, clubs: dict[int, Club]) -> Club:
    """The club in the December of a season, as far as the transfers tell."""
    day = min(dt.date(year, 12, 1), TODAY)
    moves = [move for move in player.moves if move.date <= day]
    return clubs.get(moves[-1].to_id, player.club) if moves else player.club


def competition(club: Club) -> str:
    """`ENG Crown League`; empty for clubs outside the leagues."""
    if club.league is None:
        return ""
    code = _LEAGUE_CODES[club.league.country]
    return f"{code} {club.league.slug.replace('-', ' ').title()}"


def statistics_rows(
    people: list[Player], clubs: list[Club], rng: random.Random
) -> list[tuple[str | int | float, ...]]:
    """The file's rows by player and season."""
    by_id = {club.id: club for club in clubs}
    rows: list[tuple[str | int | float, ...]] = []
    for player in people:
        if not player.sub_position:
            continue
        talent = Talent.draw(player, rng)
        for season in player.seasons:
            if season.year not in SEASONS:
                continue
            club = club_in(player, season.year, by_id)
            of_season = figures(player, season, talent, rng)
            cells = (of_season.get(metric) for metric in METRICS)
            rows.append(
                (
                    player.id, player.name, str(player.born), player.nation.name,
                    player.sub_position, club.short, competition(club),
                    f"{season.year}/{(season.year + 1) % 100:02}",
                    *("" if cell is None else cell for cell in cells),
                )
            )  # fmt: skip
    return rows
