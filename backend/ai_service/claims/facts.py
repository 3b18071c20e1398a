"""A dossier indexed for the claims: facts by id, and seasons by provider."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property

from ai_service import evidence_values
from ai_service.claims.positions import Profile, aspects_of, profile
from ai_service.schemas import Brief, Cohort, Dossier, Evidence, MetricWords, Position

MIN_MINUTES = 900  # of a full season: the minutes that percentiles ask for
ESTABLISHED_MINUTES = 1_500
FRESH_MONTHS = 24
REPLACED = "replaced."  # ids of the evidence on the player to replace

_PERIOD = re.compile(r"(\d{4})(?:/\d{2})?", re.ASCII)
_NO_WORDS = MetricWords(
    label="", short_label="", group="other", unit="", better="neither", decimals=0,
    singular="", plural="", verb="", headline=False,
)  # fmt: skip


@dataclass(frozen=True)
class Rank:
    """A figure's place in a cohort, by exact counts.

    `better` and `worse` count players with a better or worse figure; where neither is better, a
    higher one counts as better. `level` includes the player.
    """

    metric: str
    is_rate: bool
    value: float
    better: int
    level: int
    worse: int
    cohort: Cohort
    evidence: tuple[str, ...]

    @property
    def size(self) -> int:
        """Of the cohort, the player included."""
        return self.better + self.level + self.worse

    @property
    def worst_place(self) -> float:
        """The share of the cohort at the player's place or better, all ties counted as better."""
        return (self.better + self.level) / self.size

    @property
    def middle(self) -> float:
        """The share of the cohort with a worse figure, ties counted half."""
        return (self.worse + self.level / 2) / self.size

    @property
    def percentile(self) -> float:
        """`middle` times 100, exact where it is a whole number."""
        return 50 * (2 * self.worse + self.level) / self.size


@dataclass
class Season:
    """A player's figures of one season (or calendar year) as one provider states them."""

    provider: str
    period: str
    year: int
    as_of: date | None = None
    values: dict[str, Evidence] = field(default_factory=dict)
    rates: dict[str, Evidence] = field(default_factory=dict)
    percentiles: list[Evidence] = field(default_factory=list)
    ranks: dict[str, Rank] = field(default_factory=dict)  # in the position
    league_ranks: dict[str, Rank] = field(default_factory=dict)
    unranked: Evidence | None = None  # a percentile without a value: the cohort is too small

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        return "/" not in self.period

    @property
    def series(self) -> str:
        """The provider and the span, as part of an id."""
        return f"{self.provider}.{'year' if self.is_year else 'season'}"

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.year, 12, 31) if self.is_year else date(self.year + 1, 6, 30)

    @property
    def minutes(self) -> float:
        """Minutes played; 0 if unknown."""
        return evidence_values.number(self.values.get("minutes")) or 0

    @property
    def is_full(self) -> bool:
        """Whether the minutes suffice for rates."""
        return self.minutes >= MIN_MINUTES

    @property
    def is_incomplete(self) -> bool:
        """Whether the figures were taken before the end."""
        # Leagues end weeks before the end of June or December.
        return self.as_of is not None and (self.end - self.as_of).days > 45  # noqa: PLR2004

    @property
    def metrics(self) -> set[str]:
        """The metrics with a figure."""
        return {*self.values, *self.rates}

    @property
    def aspects(self) -> set[str]:
        """The aspects of play that a figure covers."""
        return {aspect for metric in self.metrics for aspect in aspects_of(metric)}

    def value(self, metric: str) -> float | None:
        """A total, percentage or index."""
        return evidence_values.number(self.values.get(metric))

    def figure(self, metric: str) -> tuple[float, str] | None:
        """The rate per 90, or else the percentage or index, with the id of its evidence."""
        item = self.rates.get(metric) or self.values.get(metric)
        number = evidence_values.number(item)
        if item is None or number is None or (item.unit in ("count", "minutes")):
            return None
        return number, item.id


@dataclass(frozen=True)
class Facts:
    """The evidence on a player by id, and the seasons, oldest first, of each provider and span."""

    dossier: Dossier
    items: dict[str, Evidence]
    series: Sequence[Sequence[Season]]
    replaced: "Facts | None" = None

    @property
    def as_of(self) -> date:
        """The day of the dossier."""
        return self.dossier.as_of

    @property
    def brief(self) -> Brief | None:
        """The brief, if there is one."""
        return self.dossier.brief

    def number(self, id_: str) -> int | float | None:
        """A number by the id of its evidence."""
        return evidence_values.number(self.items.get(id_))

    def text(self, id_: str) -> str | None:
        """A text by the id of its evidence."""
        return evidence_values.text(self.items.get(id_))

    def day(self, id_: str) -> date | None:
        """A date by the id of its evidence."""
        return evidence_values.day(self.items.get(id_))

    def dated(self, id_: str) -> date | None:
        """The day on which a fact was true; None for a club of a season that was over by then."""
        item = self.items.get(id_)
        if item is None or item.as_of is None or evidence_values.is_over(item.period, item.as_of):
            return None
        return item.as_of

    def words(self, metric: str) -> MetricWords:
        """The words of a metric."""
        return self.dossier.metrics.get(metric, _NO_WORDS)

    def provider(self, key: str) -> str:
        """The name of a provider."""
        return self.dossier.providers.get(key, key.replace("_", " ").title())

    @cached_property
    def profile(self) -> Profile | None:
        """What judges players of the position."""
        return profile(self.text("position"), self.text("sub_position"))

    @property
    def position_name(self) -> str | None:
        """The detailed position, or the group."""
        return self.text("sub_position") or self.text("position")

    def is_core(self, metric: str) -> bool:
        """Whether a low place of the metric is a weakness in the position."""
        found = self.profile
        return found is not None and found.is_core(metric, self.words(metric).group)

    def is_judged(self, metric: str) -> bool:
        """Whether it is a core metric that says whether a player is good."""
        return self.is_core(metric) and self.words(metric).better != "neither"

    def importance(self, metric: str) -> float:
        """How much the metric's group counts in the position, 0 to 1."""
        return self.profile.groups.get(self.words(metric).group, 0) if self.profile else 0

    @property
    def position(self) -> Position | None:
        """The position group."""
        return self.profile.group if self.profile else None

    @property
    def is_retired(self) -> bool:
        """Whether the player has retired."""
        return self.text("status") == "retired"

    @property
    def is_free(self) -> bool:
        """Whether the player is without a club."""
        return self.text("status") == "free_agent"

    @cached_property
    def seasons(self) -> list[Season]:
        """All seasons, newest first; of two that end on one day, the one with more figures."""
        found = [season for series in self.series for season in series]
        return sorted(found, key=lambda s: (s.end, len(s.ranks)), reverse=True)

    @cached_property
    def judged(self) -> Season | None:
        """The newest full season with ranks in the position; without one, the newest full season.

        A season a year older with core metrics goes before a newer one without any.
        """
        full = [season for season in self.seasons if season.is_full]
        ranked = [season for season in full if season.ranks]
        wide = next((s for s in ranked if any(self.is_core(metric) for metric in s.ranks)), None)
        newest = ranked[0] if ranked else None
        if wide and newest and (newest.end - wide.end).days <= 366:  # noqa: PLR2004
            return wide
        return newest or (full[0] if full else None)

    @property
    def is_fresh(self) -> bool:
        """Whether the judged season ended less than two years ago."""
        return self.judged is not None and months_between(self.judged.end, self.as_of) < (
            FRESH_MONTHS
        )

    @property
    def is_active(self) -> bool:
        """Whether the player may be signed: not retired, and seen in the last two years."""
        if self.is_retired or not self.seasons:
            return not self.is_retired
        return months_between(self.seasons[0].end, self.as_of) < FRESH_MONTHS

    @cached_property
    def oldest_day(self) -> date | None:
        """The oldest day of club, contract and market value."""
        days = [self.dated(name) for name in ("club", "contract.until", "value.now")]
        return min((day for day in days if day), default=None)


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another; negative if `end` comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def index(dossier: Dossier) -> Facts:
    """The facts of a dossier, without items that have no value and seasons that have not begun."""
    own = [item for item in dossier.evidence if not item.id.startswith(REPLACED)]
    other = [item for item in dossier.evidence if item.id.startswith(REPLACED)]
    replaced = _facts(dossier, other, prefix=REPLACED) if other else None
    return _facts(dossier, own, replaced=replaced)


def _facts(
    dossier: Dossier,
    evidence: Sequence[Evidence],
    *,
    prefix: str = "",
    replaced: Facts | None = None,
) -> Facts:
    items = {
        item.id.removeprefix(prefix): item for item in evidence if item.value not in (None, "")
    }
    found: dict[tuple[str, str], Season] = {}
    for item in evidence:
        if (season := _season(item, found)) is not None:
            _add(season, item)
    by_series: dict[tuple[str, bool], list[Season]] = {}
    for season in sorted(found.values(), key=lambda s: s.year):
        _rank_figures(season, dossier)
        if season.as_of is None and season.end > dossier.as_of:
            season.as_of = dossier.as_of  # in progress
        if date(season.year, 1, 1) <= dossier.as_of:
            by_series.setdefault((season.provider, season.is_year), []).append(season)
    return Facts(dossier, items, list(by_series.values()), replaced)


def _season(item: Evidence, found: dict[tuple[str, str], Season]) -> Season | None:
    """The season that a statistic is of; None for other evidence, careers and trends."""
    period = _PERIOD.fullmatch(item.period or "")
    if not (item.metric and item.provider and period and item.period):
        return None
    year = int(period[1])
    if not MINYEAR <= year < MAXYEAR:  # a season ends in the year after
        return None
    key = item.provider, item.period
    if key not in found:
        found[key] = Season(item.provider, item.period, year)
    return found[key]


def _add(season: Season, item: Evidence) -> None:
    assert item.metric is not None
    if item.as_of and (season.as_of is None or item.as_of > season.as_of):
        season.as_of = item.as_of
    if item.unit == "percentile":
        season.percentiles.append(item)
    elif item.unit == "per 90":
        season.rates[item.metric] = item
    else:
        season.values[item.metric] = item


def _rank_figures(season: Season, dossier: Dossier) -> None:
    """The places of the figures that have one."""
    for item in season.percentiles:
        assert item.metric is not None
        if item.cohort and item.value is None:
            season.unranked = item
        figures = season.rates if "_per_90." in item.id else season.values
        figure = figures.get(item.metric)
        number = evidence_values.number(figure)
        if not (item.cohort and item.standing and item.standing.level and figure):
            continue
        if number is None or item.cohort.scope == "age":
            continue
        better, worse = item.standing.above, item.standing.below
        if dossier.metrics.get(item.metric, _NO_WORDS).better == "lower":
            better, worse = worse, better
        ranks = season.ranks if item.cohort.scope == "position" else season.league_ranks
        ranks[item.metric] = Rank(
            item.metric, is_rate=figures is season.rates, value=number, better=better,
            level=item.standing.level, worse=worse, cohort=item.cohort,
            evidence=(figure.id, item.id),
        )  # fmt: skip


def full(series: Sequence[Season]) -> Iterator[Season]:
    """The seasons with enough minutes for rates, oldest first."""
    return (season for season in series if season.is_full)
