"""Percentiles of each season's figures within the position and within the league."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session

from football_player_service.app.record import percentiles
from football_player_service.app.record.models import PlayerSeason
from football_player_service.app.record.percentiles import MIN_MINUTES, Scope, SeasonComparison
from football_player_service.app.scouting.evidence.item import period_name, plain
from football_player_service.app.scouting.evidence.percentile_item import (
    MIN_COHORT,
    POSITION_NOUNS,
    percentile,
)
from football_player_service.app.scouting.evidence.season_stats import LABELS
from football_player_service.app.scouting.schemas import Cohort, Evidence


def items(
    session: Session, *, position: str | None, seasons: Sequence[PlayerSeason]
) -> Iterator[Evidence]:
    """The percentiles of the seasons with enough minutes.

    A league cohort that is too small is left out; a position cohort is not, so that a report can
    say why there is no percentile.
    """
    enough = [season for season in seasons if season.minutes >= MIN_MINUTES]
    if position is None:
        return
    for season in enough:
        comparison = percentiles.compare(session, season, scope="position")
        yield from _of_season(season, comparison, scope="position", position=position)
    for season in enough:
        if not season.league:
            continue
        comparison = percentiles.compare(session, season, scope="league")
        if comparison.size >= MIN_COHORT:
            yield from _of_season(season, comparison, scope="league", position=position)


def _of_season(
    season: PlayerSeason, comparison: SeasonComparison, *, scope: Scope, position: str
) -> Iterator[Evidence]:
    period, nouns = period_name(season.span, season.year), POSITION_NOUNS[position]
    league = plain(season.league or "") if scope == "league" else None
    in_league = f" in {league}" if league else ""
    by = "position and league" if scope == "league" else "position"
    cohort = Cohort(
        definition=f"{nouns} with at least {MIN_MINUTES} minutes in {period}{in_league}",
        scope=scope,
        position=position,
        league=league,
        period=period,
        size=comparison.size,
        left_out=comparison.excluded,
    )
    for metric, below_minus_above in comparison.below_minus_above.items():
        yield percentile(
            f"season.{season.year}.{metric}.{scope}",
            f"{LABELS[metric]}, {period}: percentile by {by}",
            cohort=cohort,
            below_minus_above=below_minus_above,
        )
