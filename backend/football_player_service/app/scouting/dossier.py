"""The dossier: all the evidence on a player, computed from the database (`docs/evidence.md`)."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import orjson
from sqlmodel import Session

from football_player_service.app.metrics import service as metrics
from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.record import service as record
from football_player_service.app.record.service import PlayerSeason
from football_player_service.app.scouting.evidence import (
    profile,
    ranks,
    season_stats,
    transfers,
    trends,
    values,
)
from football_player_service.app.scouting.evidence.item import Namer, plain
from football_player_service.app.scouting.schemas import Dossier, Evidence, MetricWords

LATEST_SEASONS = 3


def build(session: Session, *, player_id: int, day: date | None = None) -> Dossier:
    """The evidence as of `day` (default: today), or `NotFound`.

    It has every season of the main provider (`record.main_seasons`), the earlier ones with headline
    metrics only, and the latest season of each other provider.
    """
    day = day or today()
    player = players.get(session, player_id=player_id)
    known = metrics.all_metrics(session)
    seasons = record.seasons(session, player_id=player_id)
    main = record.main_seasons(seasons)
    statistics = _statistics(
        session, main, _others(seasons, main), position=player.position, known=known
    )
    evidence = [
        *profile.items(player, day=day),
        *values.items(session, player, day=day),
        *statistics,
        *season_stats.career(main, metrics=known),
        *_trends(session, main, known),
        *transfers.items(session, player_id=player_id, day=day),
    ]
    used = {item.metric for item in evidence}
    return Dossier(
        player=plain(player.full_name),
        as_of=day,
        evidence=evidence,
        metrics={key: _words(metric) for key, metric in known.items() if key in used},
    )


def _statistics(
    session: Session,
    main: Sequence[PlayerSeason],
    others: Sequence[PlayerSeason],
    *,
    position: str | None,
    known: Mapping[str, Metric],
) -> list[Evidence]:
    headline = {key: metric for key, metric in known.items() if metric.headline}
    shown_seasons = [
        *((season, True, headline) for season in main[:-LATEST_SEASONS]),
        *((season, True, known) for season in main[-LATEST_SEASONS:]),
        *((season, False, known) for season in others),
    ]
    cohorts = record.cohorts(
        session,
        [
            season.stats[key]
            for season, _, shown in shown_seasons
            for key in shown.keys() & season.stats.keys()
        ],
    )
    leagues = record.league_names(session, cohorts.values())
    found: list[Evidence] = []
    for season, is_main, shown in shown_seasons:
        namer = Namer(season.season, is_main=is_main)
        found += season_stats.items(season, metrics=shown, namer=namer)
        found += ranks.items(
            season,
            metrics=shown,
            position=position,
            cohorts=cohorts,
            leagues=leagues,
            namer=namer,
        )
    return found


def _others(seasons: Sequence[PlayerSeason], main: Sequence[PlayerSeason]) -> list[PlayerSeason]:
    """The latest season of each provider that is not the main one."""
    providers = {season.season.provider for season in seasons}
    if main:
        providers.remove(main[0].season.provider)
    found = []
    for provider in sorted(providers):
        of_provider = [season for season in seasons if season.season.provider == provider]
        of_provider.sort(key=lambda season: season.season.year)
        found.append(of_provider[-1])
    return found


def _trends(
    session: Session, main: Sequence[PlayerSeason], known: Mapping[str, Metric]
) -> Iterator[Evidence]:
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
