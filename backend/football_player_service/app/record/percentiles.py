"""Percentiles and ranks of a season's figures, within the position and within the league.

A cohort has the players of a detailed position (centre-forward, winger, …) where at least
`MIN_COHORT` qualify, otherwise those of the position group. A player qualifies with a figure and
`MIN_MINUTES`. Percentiles are mid-ranks: the share of the cohort below, ties counting half.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]  # one per line or player; NaN where unknown
Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Rates from fewer than ten full games are noise; applies to every player compared.
MIN_MINUTES = 900
MIN_COHORT = 30  # players; a rank among fewer is noise


def too_small(size: int) -> str:
    """Why a cohort of this size has no percentile."""
    return f"Only {size} players to compare with; a percentile needs {MIN_COHORT}."


@dataclass(frozen=True)
class Players:
    """The players with lines in a season; arrays are aligned."""

    ids: Indices
    minutes: Figures
    position: NDArray[np.str_]  # the group; "" if unknown
    detailed: NDArray[np.str_]
    competition_id: Indices  # with most minutes; 0 if unknown


@dataclass(frozen=True, slots=True)
class CohortSize:
    """A cohort: position (or group), league (0: all), players compared, players left out.

    `leagues` is the number of leagues that the players compared played most in; 0 if that of
    anyone is unknown.
    """

    position: str
    competition_id: int
    size: int
    excluded: int
    leagues: int


@dataclass(frozen=True)
class Ranks:
    """Per player: the unrounded percentile, the rank (0: none), and the index of the cohort.

    The index is -1 without a cohort; a cohort that is too small has no percentile.
    """

    percentile: Figures
    rank: Indices
    cohort: Indices


@dataclass(frozen=True)
class Ranked:
    """The ranks of a figure within the position, and within position and league."""

    cohorts: list[CohortSize]
    position: Ranks
    league: Ranks


def rank(figure: Figures, players: Players) -> Ranked:
    """Rank a figure of the players."""
    with np.errstate(invalid="ignore"):
        qualified = (players.minutes >= MIN_MINUTES) & ~np.isnan(figure)
    ranking = _Ranking(figure, qualified, players)
    position, league = _no_ranks(len(figure)), _no_ranks(len(figure))
    ranking.rank(np.ones(len(figure), dtype=bool), competition_id=0, into=position)
    for competition_id in _distinct(players.competition_id):
        within = players.competition_id == competition_id
        ranking.rank(within, competition_id=competition_id, into=league)
    return Ranked(ranking.cohorts, position, league)


def _no_ranks(players: int) -> Ranks:
    return Ranks(
        percentile=np.full(players, np.nan),
        rank=np.zeros(players, dtype=np.int64),
        cohort=np.full(players, -1, dtype=np.int64),
    )


def _distinct(values: NDArray[Any]) -> list[Any]:
    """The distinct values apart from "" and 0, which stand for unknown."""
    return [value for value in np.unique(values).tolist() if value]


@dataclass(frozen=True)
class _Ranking:
    figure: Figures
    qualified: Mask
    players: Players
    cohorts: list[CohortSize] = field(default_factory=list)

    def rank(self, within: Mask, *, competition_id: int, into: Ranks) -> None:
        """Rank the players of each position among those `within`."""
        for group in _distinct(self.players.position[within]):
            of_group = within & (self.players.position == group)
            in_cohort = np.zeros(len(within), dtype=bool)
            for detailed in _distinct(self.players.detailed[of_group]):
                members = of_group & (self.players.detailed == detailed)
                if np.count_nonzero(members & self.qualified) >= MIN_COHORT:
                    in_cohort |= members
                    self._rank_cohort(members & self.qualified, among=members, into=into)
                    self._add(detailed, competition_id, members)
            others = of_group & self.qualified & ~in_cohort
            if others.any():
                self._rank_cohort(others, among=of_group, into=into)
                self._add(group, competition_id, of_group)

    def _rank_cohort(self, ranked: Mask, *, among: Mask, into: Ranks) -> None:
        into.cohort[ranked] = len(self.cohorts)
        compared = np.sort(self.figure[among & self.qualified])
        if len(compared) < MIN_COHORT:
            return
        below = np.searchsorted(compared, self.figure[ranked], side="left")
        not_above = np.searchsorted(compared, self.figure[ranked], side="right")
        into.percentile[ranked] = 50 * (below + not_above) / len(compared)
        into.rank[ranked] = len(compared) - not_above + 1

    def _add(self, position: str, competition_id: int, members: Mask) -> None:
        compared = members & self.qualified
        size = int(np.count_nonzero(compared))
        excluded = int(np.count_nonzero(members)) - size
        played = self.players.competition_id[compared]
        leagues = len(_distinct(played)) if played.all() else 0
        self.cohorts.append(CohortSize(position, competition_id, size, excluded, leagues))
