"""Statistics per season, rates per 90 minutes, and career totals."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from football_player_service.app.metrics.catalogue import Metric, Storage
from football_player_service.app.record.models import Span
from football_player_service.app.record.percentiles import MIN_MINUTES
from football_player_service.app.record.service import PlayerSeason, Stat
from football_player_service.app.scouting.evidence.item import Namer, half_up, item
from football_player_service.app.scouting.schemas import Evidence, Unit

_RATE_DECIMALS = 8  # reports show two: rounding to four first would change some of them
_UNITS: dict[str, Unit] = {"": "count", "min": "minutes", "%": "percent"}


def items(
    season: PlayerSeason, *, metrics: Mapping[str, Metric], namer: Namer, as_of: date | None
) -> Iterator[Evidence]:
    """The figures of a season, and the rates of one with enough minutes.

    `as_of` is the day that the figures were taken.
    """
    provider = season.season.provider
    for metric in metrics.values():
        stat = season.stats.get(metric.key)
        if stat is None:
            continue
        if stat.value is not None and _is_stated(metric, stat):
            yield item(
                namer.id(metric),
                namer.label(metric.label),
                _number(stat.value, metric.decimals),
                unit(metric),
                source="computed" if stat.derived in ("value", "both") else "seasons",
                period=namer.period,
                as_of=as_of,
                metric=metric.key,
                provider=provider,
            )
        if metric.has_rate and stat.per_90 is not None and season.minutes >= MIN_MINUTES:
            yield item(
                namer.id(metric, rate=True),
                namer.label(f"{metric.label} per 90"),
                half_up(stat.per_90, _RATE_DECIMALS),
                "per 90",
                source="computed" if stat.derived in ("per_90", "both") else "seasons",
                period=namer.period,
                as_of=as_of,
                metric=metric.key,
                provider=provider,
            )


def unit(metric: Metric) -> Unit:
    """The unit of a value as evidence names it."""
    if metric.storage is Storage.INDEX:
        return "index"
    return _UNITS.get(metric.unit, "index")


def career(seasons: Sequence[PlayerSeason], *, metrics: Mapping[str, Metric]) -> Iterator[Evidence]:
    """Totals over one provider's seasons, of metrics known in each; nothing without seasons."""
    if not seasons:
        return
    label = "Seasons" if seasons[0].season.span == Span.SEASON else "Calendar years"
    yield item("career.seasons", f"{label}, total", len(seasons), "count", source="computed")
    for metric in metrics.values():
        if metric.storage is not Storage.TOTAL:
            continue
        values = [season.value(metric.key) for season in seasons]
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            yield item(
                f"career.{metric.key}",
                f"{metric.label}, career total",
                _number(sum(known), metric.decimals),
                unit(metric),
                source="computed",
                metric=metric.key,
                provider=seasons[0].season.provider,
            )


def _is_stated(metric: Metric, stat: Stat) -> bool:
    """Whether a total is stated; one derived from a rounded rate is not worth a sentence."""
    adds_up = metric.storage in (Storage.TOTAL, Storage.PER_90)
    return not (adds_up and stat.derived in ("value", "both"))


def _number(value: float, decimals: int) -> float:
    return int(value) if value.is_integer() else half_up(value, decimals)
