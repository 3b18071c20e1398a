"""How each figure of a season ranks within the position, and within the league."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from football_player_service.app.careers import cohorts
from football_player_service.app.careers.cohorts import MIN_MINUTES, Standing, Within
from football_player_service.app.scouting.evidence.item import plain, written
from football_player_service.app.scouting.evidence.percentiles import (
    MIN_COHORT,
    POSITION_NOUNS,
    percentile,
)
from football_player_service.app.scouting.evidence.seasons import LABELS
from football_player_service.app.scouting.schemas import Cohort, Evidence


def items(
    connection: Connection, *, position: str | None, seasons: Sequence[Row[Any]]
) -> Iterator[Evidence]:
    """The ranks of the seasons with enough minutes.

    Within a league that has too few players there are none; within the position it is said.
    """
    enough = [season for season in seasons if season.minutes >= MIN_MINUTES]
    if position is None or not enough:
        return
    yield from _within(connection, "position", position=position, seasons=enough)
    if any(season.league for season in enough):
        yield from _within(connection, "league", position=position, seasons=enough)


def _within(
    connection: Connection, within: Within, *, position: str, seasons: Sequence[Row[Any]]
) -> Iterator[Evidence]:
    player_id, span = seasons[0].player_id, seasons[0].span
    standings = cohorts.standings(connection, player_id=player_id, span=span, within=within)
    for season in seasons:
        standing = standings.get(season.year)
        if standing and (within == "position" or standing.size >= MIN_COHORT):
            yield from _of_season(season, standing, within=within, position=position)


def _of_season(
    season: Row[Any], standing: Standing, *, within: Within, position: str
) -> Iterator[Evidence]:
    period = written(season.span, season.year)
    nouns = POSITION_NOUNS[position]
    league = plain(season.league) if within == "league" else None
    where = f" in {league}" if league else ""
    cohort = Cohort(
        definition=f"{nouns} with at least {MIN_MINUTES} minutes in {period}{where}",
        scope=within,
        position=position,
        league=league,
        period=period,
        size=standing.size,
        left_out=standing.left_out,
    )
    for metric, ahead in standing.ahead.items():
        label = f"{LABELS[metric]}, {period}: rank among {nouns}{where}"
        yield percentile(f"season.{season.year}.{metric}.{within}", label, cohort=cohort,
                         ahead=ahead)  # fmt: skip
