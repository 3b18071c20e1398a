"""Percentiles of a season's figures within the position and within the league."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.players.positions import position_noun
from football_player_service.app.record import models
from football_player_service.app.record.percentiles import MIN_MINUTES
from football_player_service.app.record.service import PlayerSeason
from football_player_service.app.scouting.evidence.item import Namer, half_up, plain
from football_player_service.app.scouting.evidence.percentile_item import percentile, standing
from football_player_service.app.scouting.schemas import Cohort, Evidence

Scope = Literal["position", "league"]
_SCOPES: tuple[Scope, ...] = ("position", "league")


def items(
    season: PlayerSeason,
    *,
    metrics: Mapping[str, Metric],
    position: str | None,
    cohorts: Mapping[int, models.Cohort],
    leagues: Mapping[int, str],
    namer: Namer,
    as_of: date | None,
) -> Iterator[Evidence]:
    """The percentiles of a season, of metrics that are relevant for the position.

    A league cohort that is too small is left out; a position cohort is not, so that a report can
    say why there is no percentile.
    """
    if position is None:
        return
    made: dict[tuple[int, Scope], Cohort] = {}
    for scope in _SCOPES:
        for metric in metrics.values():
            stat = season.stats.get(metric.key)
            if stat is None or not metric.is_relevant_for(position):
                continue
            cohort_id = stat.cohort_id if scope == "position" else stat.league_cohort_id
            value = stat.percentile if scope == "position" else stat.league_percentile
            rank = stat.rank if scope == "position" else stat.league_rank
            if cohort_id is None or (scope == "league" and value is None):
                continue
            cohort = made.get((cohort_id, scope))
            if cohort is None:
                stored = cohorts[cohort_id]
                league = plain(leagues[stored.competition_id]) if stored.competition_id else None
                cohort = _cohort(stored, scope=scope, group=position, league=league, namer=namer)
                made[cohort_id, scope] = cohort
            by = "position and league" if scope == "league" else "position"
            name = f"{metric.label} per 90" if metric.has_rate else metric.label
            yield percentile(
                f"{namer.id(metric, rate=metric.has_rate)}.{scope}",
                f"{namer.label(name)}: percentile by {by}",
                cohort=cohort,
                value=None if value is None else half_up(value, 1),
                standing=None
                if value is None or rank is None
                else standing(size=cohort.size, rank=rank, percentile=value),
                as_of=as_of,
                metric=metric.key,
                provider=season.season.provider,
            )


def _cohort(
    stored: models.Cohort, *, scope: Scope, group: str, league: str | None, namer: Namer
) -> Cohort:
    nouns, in_league = position_noun(stored.position), f" in {league}" if league else ""
    return Cohort(
        definition=f"{nouns} with at least {MIN_MINUTES} minutes in {namer.period}{in_league}",
        scope=scope,
        position=group,
        league=league,
        period=namer.period,
        size=stored.size,
        left_out=stored.excluded,
        sub_position=None if stored.position == group else plain(stored.position),
        leagues=stored.leagues,
    )
