"""Percentiles as a pizza chart by group of metrics, from the evidence of a report."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from football_player_service.app import formats
from football_player_service.app.players.models import Position
from football_player_service.app.scouting.exports.evidence_text import cohort_text
from football_player_service.app.scouting.exports.ranked_metrics import RankedMetric, RankedSeason
from football_player_service.app.scouting.schemas import Dossier, Evidence, MetricWords

MOST_SLICES = 12
FEWEST_SLICES = 3
_HEATS = 5  # from 1, bad, to 5, good
_RATE = "_per_90"
_LAST_GROUP = "playing_time"  # says least about how good a player is
# The group that tells most of a position.
_MAIN_GROUPS: dict[str, str] = {
    Position.GOALKEEPER: "goalkeeping",
    Position.DEFENDER: "defending",
    Position.MIDFIELDER: "passing",
    Position.ATTACK: "shooting",
}


@dataclass(frozen=True)
class Slice:
    """A percentile; `heat` says how good it is, from 1 to 5."""

    label: str
    lower_is_better: bool
    value: float
    text: str
    heat: int


@dataclass(frozen=True)
class Pizza:
    """The slices of each group, clockwise from the top; `alt` is the text alternative."""

    groups: list[list[Slice]]
    season: str
    notes: list[str]  # whom they compare with, and the order of the groups
    alt: str


@dataclass(frozen=True)
class _Ranked:
    words: MetricWords
    metric: RankedMetric
    item: Evidence

    @property
    def value(self) -> float:
        return float(self.item.value or 0)

    @property
    def label(self) -> str:
        per_90 = "/90" if self.metric.name.endswith(_RATE) else ""
        return f"{self.words.short_label}{per_90}"


def pizza(dossier: Dossier, season: RankedSeason | None) -> Pizza | None:
    """The chart of a season; None where there are too few metrics that are good or bad."""
    if season is None or season.cohort is None:
        return None
    ranked = [
        _Ranked(words, metric, metric.position)
        for metric in season.metrics
        if (words := dossier.metrics.get(metric.name.removesuffix(_RATE)))
        and words.better != "neither"
    ]
    if len(ranked) < FEWEST_SLICES:
        return None
    groups = _chosen(_by_group(ranked), main=_MAIN_GROUPS.get(season.cohort.position))
    of = " ".join(part for part in (season.provider, season.period) if part)
    spoken = ", ".join(
        f"{one.metric.label} {formats.percentile_rank(one.value)}"
        for group in groups.values()
        for one in group
    )
    return Pizza(
        groups=[[_slice(one) for one in group] for group in groups.values()],
        season=of,
        notes=_notes(season, groups),
        alt=f"Percentiles, {of}, {cohort_text(season.cohort)}: {spoken}.",
    )


def _slice(one: _Ranked) -> Slice:
    good = 100 - one.value if one.words.better == "lower" else one.value
    return Slice(
        label=one.label,
        lower_is_better=one.words.better == "lower",
        value=one.value,
        text=formats.percentile_number(one.value),
        heat=min(_HEATS, int(good // (100 / _HEATS)) + 1),
    )


def _by_group(ranked: Iterable[_Ranked]) -> dict[str, list[_Ranked]]:
    """The groups in the order of the catalogue, playing time last."""
    groups: dict[str, list[_Ranked]] = {}
    for one in ranked:
        groups.setdefault(one.words.group, []).append(one)
    return dict(sorted(groups.items(), key=lambda group: group[0] == _LAST_GROUP))


def _chosen(groups: dict[str, list[_Ranked]], *, main: str | None) -> dict[str, list[_Ranked]]:
    """As many as a chart has room for.

    In turn one metric of each group and two of the position's main group, first those that sum up
    a career.
    """
    queues = {
        name: iter(sorted(group, key=lambda one: not one.words.headline))
        for name, group in groups.items()
    }
    chosen: list[_Ranked] = []
    total = sum(map(len, groups.values()))
    while len(chosen) < min(MOST_SLICES, total):
        for name, queue in queues.items():
            chosen += islice(queue, 2 if name == main else 1)
    names = {one.metric.name for one in chosen[:MOST_SLICES]}
    kept = {
        name: [one for one in group if one.metric.name in names] for name, group in groups.items()
    }
    return {name: group for name, group in kept.items() if group}


def _notes(season: RankedSeason, groups: dict[str, list[_Ranked]]) -> list[str]:
    assert season.cohort is not None
    ranked = [one for group in groups.values() for one in group]
    smaller = [
        f"{one.label} vs {formats.number(one.item.cohort.size)}"
        for one in ranked
        if one.item.cohort and one.item.cohort.size != season.cohort.size
    ]
    order = ", ".join(name.replace("_", " ") for name in groups)
    return [
        f"Percentiles {cohort_text(season.cohort)}.",
        *([f"Fewer players: {', '.join(smaller)}."] if smaller else []),
        f"Clockwise from the top: {order}.",
    ]
