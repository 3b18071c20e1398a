"""The dossier: all the evidence on a player, computed from the database (`docs/evidence.md`)."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import orjson
from sqlmodel import Session

from football_player_service.app import errors
from football_player_service.app.metrics import providers
from football_player_service.app.metrics import service as metrics
from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Player, Pronoun
from football_player_service.app.record import models
from football_player_service.app.record import service as record
from football_player_service.app.record.service import PlayerSeason
from football_player_service.app.scouting.evidence import (
    profile,
    ranks,
    replaced,
    season_stats,
    transfers,
    trends,
    values,
)
from football_player_service.app.scouting.evidence.item import Namer, plain
from football_player_service.app.scouting.schemas import (
    Brief,
    BriefOut,
    Dossier,
    Evidence,
    MetricWords,
)

LATEST_SEASONS = 3
# The AI service accepts a body of 1 MB, which is about 2,400 items.
MAX_EVIDENCE = 2200
# In how many of the latest seasons to show all metrics, of the player and of the one to replace:
# the first of these with which the dossier is small enough.
_DETAIL = ((LATEST_SEASONS, LATEST_SEASONS), (LATEST_SEASONS, 1), (2, 1), (1, 1), (0, 0))

Metrics = Mapping[str, Metric]


@dataclass(frozen=True)
class _Record:
    """A player's statistics, and what their percentiles compare with."""

    player: Player
    series: Sequence[Sequence[PlayerSeason]]  # that of `main` first
    main: Sequence[PlayerSeason]
    dates: Mapping[int, date]  # by season
    cohorts: Mapping[int, models.Cohort]
    leagues: Mapping[int, str]


def build(
    session: Session, *, player_id: int, day: date | None = None, brief: BriefOut | None = None
) -> Dossier:
    """The evidence as of `day` (default: today), or `NotFound`.

    It has every season of each provider: the latest three with all metrics, the earlier ones with
    headline metrics only. With a brief it has the evidence on the player to replace, too, unless
    that player was deleted.
    """
    day = day or today()
    known = metrics.all_metrics(session)
    of_player = _read(session, players.get(session, player_id=player_id), known)
    player, main = of_player.player, of_player.main
    before = [*profile.items(player, day=day), *values.items(session, player, day=day)]
    after = [
        *season_stats.career(main, metrics=known),
        *_trends(session, main, known),
        *transfers.items(session, player_id=player_id, day=day),
    ]
    other = _replaced(session, brief, known)
    for latest, latest_of_other in _DETAIL:
        evidence = [*before, *_statistics(of_player, known, latest=latest), *after]
        if other:
            evidence += _comparable(other, known, latest=latest_of_other, day=day)
        if len(evidence) <= MAX_EVIDENCE:
            break
    used = {item.metric for item in evidence}
    if brief:
        used |= {floor.metric for floor in brief.metrics}
    stated = {item.provider for item in evidence if item.provider}
    return Dossier(
        player=plain(player.full_name),
        as_of=day,
        evidence=evidence,
        metrics={key: _words(metric) for key, metric in known.items() if key in used},
        providers={key: providers.label(key) for key in sorted(stated)},
        pronoun=Pronoun(player.pronoun) if player.pronoun else None,
        brief=brief and _brief(brief),
    )


def _read(session: Session, player: Player, known: Metrics) -> _Record:
    assert player.id is not None
    seasons = record.seasons(session, player_id=player.id)
    main = record.main_seasons(seasons)
    series = record.series(seasons)
    series.sort(key=lambda found: found[-1] is not main[-1])
    stats = [
        season.stats[key]
        for of_series in series
        for season, shown in _shown(of_series, known, latest=LATEST_SEASONS)
        for key in shown.keys() & season.stats.keys()
    ]
    cohorts = record.cohorts(session, stats)
    return _Record(
        player=player,
        series=series,
        main=main,
        dates=record.season_dates(session, player_id=player.id),
        cohorts=cohorts,
        leagues=record.league_names(session, cohorts.values()),
    )


def _shown(
    series: Sequence[PlayerSeason], known: Metrics, *, latest: int
) -> Iterator[tuple[PlayerSeason, Metrics]]:
    """Each season with its metrics, latest first: all in the `latest`, in others headline ones."""
    headline = {key: metric for key, metric in known.items() if metric.headline}
    for number, season in enumerate(reversed(series)):
        yield season, known if number < latest else headline


def _statistics(of_player: _Record, known: Metrics, *, latest: int) -> list[Evidence]:
    found: list[Evidence] = []
    for series in of_player.series:
        is_main = series[-1] is of_player.main[-1]
        for season, shown in reversed(list(_shown(series, known, latest=latest))):
            namer = Namer(season.season, is_main=is_main)
            as_of = of_player.dates.get(season.season.id or 0)
            found += season_stats.items(season, metrics=shown, namer=namer, as_of=as_of)
            found += ranks.items(
                season,
                metrics=shown,
                position=of_player.player.position,
                cohorts=of_player.cohorts,
                leagues=of_player.leagues,
                namer=namer,
                as_of=as_of,
            )
    return found


def _replaced(session: Session, brief: BriefOut | None, known: Metrics) -> _Record | None:
    """The record of the player to replace; None if there is none, or if deleted."""
    if brief is None or brief.replaces is None:
        return None
    try:
        player = players.get(session, player_id=brief.replaces.id)
    except errors.NotFound:
        return None
    return _read(session, player, known)


def _comparable(other: _Record, known: Metrics, *, latest: int, day: date) -> Iterator[Evidence]:
    """What is comparable of the player to replace, in the `latest` seasons of each provider."""
    seasons = [of_series[-latest:] if latest else [] for of_series in other.series]
    recent = replace(other, series=[of_series for of_series in seasons if of_series])
    found = [
        *profile.items(other.player, day=day),
        *values.current(other.player),
        *_statistics(recent, known, latest=latest),
    ]
    yield from replaced.items(found, name=plain(other.player.full_name))


def _brief(brief: BriefOut) -> Brief:
    """The brief as the AI service gets it."""
    fields = brief.model_dump(exclude={"replaces"})
    return Brief(**fields, replaces=brief.replaces.name if brief.replaces else None)


def _trends(session: Session, main: Sequence[PlayerSeason], known: Metrics) -> Iterator[Evidence]:
    if main:
        latest = record.latest_year(session, season=main[-1].season)
        yield from trends.items(main, metrics=known, latest_year=latest)


def _words(metric: Metric) -> MetricWords:
    return MetricWords(
        label=metric.label,
        short_label=metric.short_label,
        group=metric.group.value,
        unit=metric.unit,
        better=metric.better.value,
        decimals=metric.decimals,
        singular=metric.words.singular,
        plural=metric.words.plural,
        verb=metric.words.verb,
        headline=metric.headline,
    )


def fingerprint(dossier: Dossier) -> str:
    """SHA-256, in hexadecimal, of the dossier as JSON with sorted keys and no spaces."""
    values = dossier.model_dump(mode="json")
    return hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()
