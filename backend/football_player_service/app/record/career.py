"""A player's career as the API returns it: seasons of all providers, and percentiles."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from sqlalchemy import func
from sqlmodel import Session, col, select

from football_player_service.app import errors
from football_player_service.app.metrics import providers
from football_player_service.app.metrics import service as metrics
from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.players.models import Player
from football_player_service.app.players.positions import position_noun
from football_player_service.app.record import service
from football_player_service.app.record.models import Cohort, Season, SeasonColumn, StatLine
from football_player_service.app.record.percentiles import MIN_MINUTES, too_small
from football_player_service.app.record.schemas import (
    CohortOut,
    Figures,
    LineOut,
    MetricPercentile,
    PlayerSeasonOut,
    Scope,
    SeasonFigures,
    SeasonMetric,
    SeasonOut,
    SeasonPercentiles,
    SeasonWithPlayers,
)


def all_seasons(session: Session) -> list[SeasonWithPlayers]:
    """The seasons of all providers with the number of players, latest first."""
    statement: Any = (
        select(Season, func.count(func.distinct(StatLine.player_id)))
        .join(StatLine, col(StatLine.season_id) == Season.id)
        .group_by(*Season.__table__.columns)  # type: ignore[attr-defined]
        .order_by(col(Season.year).desc(), col(Season.provider), col(Season.span))
    )
    dates = service.season_dates(session)
    return [
        SeasonWithPlayers(
            **_season(season, dates).model_dump(), players=players, is_stale=season.is_stale
        )
        for season, players in session.exec(statement)
    ]


def season_metrics(session: Session, *, season_id: int) -> list[SeasonMetric]:
    """The metrics that any player of a season has."""
    if session.get(Season, season_id) is None:
        raise errors.NotFound(f"Season {season_id} does not exist.", code="season_not_found")
    columns = select(SeasonColumn.metric, SeasonColumn.size)
    statement = columns.where(SeasonColumn.season_id == season_id).order_by(SeasonColumn.metric)
    return [SeasonMetric(metric=name, players=n) for name, n in session.exec(statement)]


def _season(season: Season, dates: Mapping[int, date]) -> SeasonOut:
    assert season.id is not None
    span: Any = season.span
    return SeasonOut(
        id=season.id,
        provider=season.provider,
        provider_label=providers.label(season.provider),
        span=span,
        year=season.year,
        label=season.label,
        as_of=dates.get(season.id),
    )


def player_seasons(session: Session, *, player_id: int) -> list[PlayerSeasonOut]:
    """A player's seasons of all providers, latest first."""
    lines = service.lines(session, player_id=player_id)
    dates = service.season_dates(session, player_id=player_id)
    found = service.seasons(session, player_id=player_id)
    found.sort(key=lambda season: season.season.year, reverse=True)
    return [
        PlayerSeasonOut(
            season=_season(season.season, dates),
            ranked=sum(stat.percentile is not None for stat in season.stats.values()),
            stats={name: _figures(stat) for name, stat in season.stats.items()},
            lines=[_line(line) for line in lines.get(season.season.id or 0, [])],
        )
        for season in found
    ]


def _figures(stat: service.Stat) -> SeasonFigures:
    derived: Any = stat.derived
    return SeasonFigures(value=stat.value, per_90=stat.per_90, derived=derived)


def _line(line: service.Line) -> LineOut:
    return LineOut(
        competition=line.competition,
        club=line.club,
        position=line.line.position,
        games=line.line.games,
        minutes=line.line.minutes,
        stats={
            name: Figures(value=value.value, per_90=value.per_90)
            for name, value in line.values.items()
        },
    )


def percentiles(
    session: Session, *, player: Player, season_id: int, scope: Scope
) -> SeasonPercentiles:
    """The percentiles of a season; `NotFound` if the player has none with that id."""
    found = service.seasons(session, player_id=player.id or 0)
    season = next((one for one in found if one.season.id == season_id), None)
    if season is None:
        raise errors.NotFound(f"Player {player.id} has no season {season_id}.")
    cohorts = service.cohorts(session, season.stats.values())
    leagues = service.league_names(session, cohorts.values())
    minutes = season.value("minutes")
    rows = [
        _percentile(metric, stat, scope=scope, season=season.season, cohorts=cohorts,
                    leagues=leagues)
        for metric in metrics.all_metrics(session).values()
        if (stat := season.stats.get(metric.key))
        and (player.position is None or metric.is_relevant_for(player.position))
    ]  # fmt: skip
    return SeasonPercentiles(
        season=_season(season.season, service.season_dates(session, player_id=player.id)),
        scope=scope,
        minutes=minutes,
        min_minutes=MIN_MINUTES,
        note=_no_percentiles(player, minutes),
        metrics=rows,
    )


def _no_percentiles(player: Player, minutes: float | None) -> str | None:
    if player.position is None:
        return "The position is unknown, so there is nobody to compare with."
    if minutes is None:
        return "The minutes are unknown; percentiles need at least 900."
    if minutes < MIN_MINUTES:
        return f"{minutes:,.0f} minutes; percentiles need at least {MIN_MINUTES}."
    return None


def _percentile(
    metric: Metric,
    stat: service.Stat,
    *,
    scope: Scope,
    season: Season,
    cohorts: Mapping[int, Cohort],
    leagues: Mapping[int, str],
) -> MetricPercentile:
    in_league = scope == "league"
    cohort = cohorts.get((stat.league_cohort_id if in_league else stat.cohort_id) or 0)
    value = stat.league_percentile if in_league else stat.percentile
    compared: Literal["value", "per_90"] = "per_90" if metric.has_rate else "value"
    return MetricPercentile(
        **_figures(stat).model_dump(),
        metric=metric.key,
        compared=compared,
        percentile=value,
        rank=stat.league_rank if in_league else stat.rank,
        cohort=_cohort(cohort, season=season, leagues=leagues) if cohort else None,
        note=too_small(cohort.size) if cohort and value is None else None,
    )


def _cohort(cohort: Cohort, *, season: Season, leagues: Mapping[int, str]) -> CohortOut:
    league = leagues.get(cohort.competition_id or 0)
    parts = [position_noun(cohort.position), f"{MIN_MINUTES}+ minutes", season.label]
    return CohortOut(
        label=", ".join([*parts, league] if league else parts),
        position=cohort.position,
        league=league,
        size=cohort.size,
        excluded=cohort.excluded,
    )
