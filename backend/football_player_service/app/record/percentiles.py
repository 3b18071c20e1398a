"""Compares a player's season with the same season of other players in the position."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from football_player_service.app.record.models import PlayerSeason

# Rates from fewer than ten full games are noise; applies to every player compared.
MIN_MINUTES = 900
COUNTS = ("games", "minutes", "goals", "assists", "yellow_cards", "red_cards")
PER_90 = ("goals", "assists", "yellow_cards", "red_cards")
Scope = Literal["position", "league"]


@dataclass(frozen=True, slots=True)
class SeasonComparison:
    """A season within its cohort: same position, season and, by scope, league.

    `size` counts the players with at least `MIN_MINUTES`, the player included; `excluded` those
    with fewer. `below_minus_above` maps each metric (`goals`, `goals_per_90`, …) to the number of
    players below the player minus the number above.
    """

    size: int
    excluded: int
    below_minus_above: dict[str, int]


def compare(session: Session, season: PlayerSeason, *, scope: Scope) -> SeasonComparison:
    """The comparison of a season that has a position (and a league, if that is the scope)."""
    cohort = [
        PlayerSeason.span == season.span,
        PlayerSeason.position == season.position,
        PlayerSeason.year == season.year,
    ]
    if scope == "league":
        cohort.append(PlayerSeason.league == season.league)
    minutes = col(PlayerSeason.minutes)
    differences = _differences(season)
    signs = [func.sum(func.sign(difference)) for difference in differences.values()]
    statement: Any = select(func.count(), *signs).where(*cohort, minutes >= MIN_MINUTES)
    size, *totals = session.exec(statement).one()
    too_few = select(func.count()).select_from(PlayerSeason)
    excluded = session.exec(too_few.where(*cohort, minutes < MIN_MINUTES)).one()
    totals = [int(total) for total in totals]
    return SeasonComparison(size, excluded, dict(zip(differences, totals, strict=True)))


def _differences(season: PlayerSeason) -> dict[str, ColumnElement[Any]]:
    """The season's value of each metric minus that of the row it is compared with."""
    columns = {name: col(getattr(PlayerSeason, name)) for name in COUNTS}
    counts = {name: getattr(season, name) - column for name, column in columns.items()}
    # Cross-multiplied instead of divided: equal rates compare as equal.
    rates = {
        f"{name}_per_90": getattr(season, name) * columns["minutes"]
        - columns[name] * season.minutes
        for name in PER_90
    }
    return counts | rates


def latest_year(session: Session, *, span: str, position: str) -> int | None:
    """The latest year in which any player in the position has a season."""
    statement = select(func.max(PlayerSeason.year)).where(
        PlayerSeason.span == span, PlayerSeason.position == position
    )
    return session.exec(statement).one()
