"""Percentiles as evidence, each with its cohort."""

from datetime import date

from football_player_service.app.record.percentiles import MIN_COHORT, too_small
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.schemas import Cohort, Evidence, Standing


def percentile(
    id: str,
    label: str,
    *,
    cohort: Cohort,
    value: float | None,
    standing: Standing | None,
    as_of: date | None = None,
    metric: str | None = None,
    provider: str | None = None,
) -> Evidence:
    """A percentile with its counts; without a value, a note says that the cohort is too small."""
    return item(
        id,
        label,
        value,
        "percentile",
        source="computed",
        period=cohort.period,
        as_of=as_of,
        cohort=cohort,
        note=too_small(cohort.size) if value is None else None,
        metric=metric,
        provider=provider,
        standing=None if value is None else standing,
    )


def standing(*, size: int, rank: int, percentile: float) -> Standing:
    """The counts of a cohort from the player's rank and unrounded percentile.

    The rank counts from the highest figure. As the percentile is (below + level / 2) / size times
    100, and below is size - above - level, the counts are exact.
    """
    above = rank - 1
    level = round(2 * (size - above - percentile * size / 100))
    return Standing(above=above, level=level, below=size - above - level)


def mid_rank(*, size: int, below_minus_above: int) -> float | None:
    """The share of the cohort below plus half the share level, the player included, times 100.

    As below + level + above = size, below + level / 2 is half of size + (below - above). None if
    the cohort is too small.
    """
    if size < MIN_COHORT:
        return None
    return ratio(100 * (size + below_minus_above), 2 * size, decimals=1)
