"""Compares the percentiles of a hundred metrics with counting, player by player."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

import pytest
from sqlmodel import select

from football_player_service.app.db import session_scope
from football_player_service.app.metrics.catalogue import Storage, catalogue
from football_player_service.app.record import lines
from football_player_service.app.record.lines import Figure, NewLine
from football_player_service.app.record.models import Cohort, SeasonStat
from football_player_service.tests.careers import competition, compute, player

PLAYERS, METRICS, MINUTES, COHORT = 360, 100, 900, 30  # as documented, not imported from the code
POSITIONS = {"Attack": ["Centre-Forward", "Left Winger", None], "Defender": ["Centre-Back", None]}


@dataclass(frozen=True)
class Row:
    """A player of the test, and the totals by metric."""

    position: str
    detailed: str | None
    league: str | None
    minutes: int
    totals: dict[str, int]


def rows(random: Random) -> list[Row]:
    """Fictional players; a fifth of the figures are missing, many are level."""
    metrics = [m.key for m in catalogue().values() if m.storage is Storage.TOTAL and m.has_rate]
    found = []
    for _ in range(PLAYERS):
        position = random.choice(list(POSITIONS))
        totals = {m: random.randint(0, 12) for m in metrics[:METRICS] if random.random() < 0.8}
        found.append(
            Row(
                position,
                random.choice(POSITIONS[position]),
                random.choice(["Granit Liga", "Crown League", None]),
                random.choice([899, 900, 1350, 1800, 2700]),
                totals,
            )
        )
    return found


def expected(
    everyone: list[Row], row: Row, metric: str, *, in_league: bool
) -> tuple[int, int, float] | None:
    """Size, number excluded and percentile; None without a large enough cohort."""
    if row.minutes < MINUTES or metric not in row.totals or (in_league and row.league is None):
        return None
    near = [r for r in everyone if r.position == row.position]
    if in_league:
        near = [r for r in near if r.league == row.league]
    detailed = [r for r in near if r.detailed and r.detailed == row.detailed]
    for members in (detailed, near):
        compared = [
            Fraction(r.totals[metric], r.minutes)
            for r in members
            if r.minutes >= MINUTES and metric in r.totals
        ]
        if len(compared) >= COHORT:
            own = Fraction(row.totals[metric], row.minutes)
            below = sum(rate < own for rate in compared)
            level = sum(rate == own for rate in compared)
            share = float(100 * (below + Fraction(level, 2)) / len(compared))
            return len(compared), len(members) - len(compared), share
    return None


# The ranking is numpy's; `test_percentiles.py` runs on both databases.
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("database")
def test_percentiles_match_counting() -> None:
    everyone = rows(Random(11))  # noqa: S311 - no secret
    ids = [player(position=row.position, sub_position=row.detailed) for row in everyone]
    with session_scope() as session:
        season_id = lines.season_id(session, provider="fbref", span="season", year=2025)
        leagues = {r.league: competition(session, r.league) for r in everyone if r.league}
        new = [
            NewLine(
                player_id=id_,
                season_id=season_id,
                competition_id=leagues[row.league] if row.league else None,
                minutes=row.minutes,
                figures={metric: Figure(total) for metric, total in row.totals.items()},
            )
            for id_, row in zip(ids, everyone, strict=True)
        ]
        lines.store(session, new)
    compute()
    with session_scope(writes=False) as session:
        stats = {(s.player_id, s.metric): s for s in session.exec(select(SeasonStat))}
        cohorts = {c.id: c for c in session.exec(select(Cohort))}
    compared = 0
    metrics = sorted({metric for row in everyone for metric in row.totals})
    assert len(metrics) == METRICS
    for id_, row in list(zip(ids, everyone, strict=True))[:300]:
        for metric in metrics:
            stat = stats.get((id_, metric))
            assert (stat is None) == (metric not in row.totals)
            for in_league in (False, True):
                wanted = expected(everyone, row, metric, in_league=in_league)
                share = cohort = None
                if stat:
                    share = stat.league_percentile if in_league else stat.percentile
                    cohort = cohorts.get(stat.league_cohort_id if in_league else stat.cohort_id)
                if wanted is None:
                    assert share is None
                    continue
                assert cohort is not None
                assert (cohort.size, cohort.excluded) == wanted[:2]
                assert share == pytest.approx(wanted[2], abs=1e-9)
                compared += 1
    assert compared > 30_000
