"""Trends of a player's figures over the last seasons."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from football_player_service.app.metrics.catalogue import MINUTES, Better, Metric
from football_player_service.app.record.percentiles import MIN_MINUTES
from football_player_service.app.record.service import PlayerSeason
from football_player_service.app.scouting.evidence.item import item
from football_player_service.app.scouting.schemas import Evidence

MAX_SEASONS = 3  # two are enough
TENTH = Fraction(1, 10)


def items(
    seasons: Sequence[PlayerSeason], *, metrics: Mapping[str, Metric], latest_year: int
) -> Iterator[Evidence]:
    """The trends of one provider's `seasons`, given earliest first.

    Rates, of metrics where higher is better, use seasons with enough minutes. Minutes use every
    season, so that one with few minutes counts as a fall, but not `latest_year`, the latest in the
    data: it may be incomplete.
    """
    enough = [season for season in seasons if season.minutes >= MIN_MINUTES]
    if not enough:
        return
    complete = [season for season in seasons if season.season.year != latest_year]
    for metric in metrics.values():
        if metric.key == MINUTES:
            figures = [(season, season.minutes) for season in complete]
            id, label = "trend.minutes", f"{metric.label}: trend"
        elif metric.has_rate and metric.better is Better.HIGHER:
            figures = _rates(enough, metric)
            id, label = f"trend.{metric.key}_per_90", f"{metric.label} per 90: trend"
        else:
            continue
        last = figures[-MAX_SEASONS:]
        if len(last) > 1:
            first, final = last[0][0].season.label, last[-1][0].season.label
            yield item(
                id,
                label,
                direction([Fraction(figure) for _, figure in last]),
                "trend",
                source="computed",
                period=f"{first} to {final}",
                metric=metric.key,
                provider=last[0][0].season.provider,
            )


def _rates(seasons: Sequence[PlayerSeason], metric: Metric) -> list[tuple[PlayerSeason, float]]:
    stats = ((season, season.stats.get(metric.key)) for season in seasons)
    return [(season, stat.per_90) for season, stat in stats if stat and stat.per_90 is not None]


def direction(figures: Sequence[Fraction]) -> str:
    """`rising`, `falling`, `level` or `mixed`, from at least two figures."""
    steps = list(pairwise(figures))
    overall = figures[0], figures[-1]
    if all(after > before for before, after in steps) and not _is_close(*overall):
        return "rising"
    if all(after < before for before, after in steps) and not _is_close(*overall):
        return "falling"
    return "level" if all(_is_close(*step) for step in [*steps, overall]) else "mixed"


def _is_close(before: Fraction, after: Fraction) -> bool:
    """Whether the change is less than a tenth of `before`."""
    return before == after or abs(after - before) < TENTH * before
