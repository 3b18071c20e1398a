"""Percentiles as evidence, each with its cohort."""

from datetime import date

from football_player_service.app.record.percentiles import MIN_COHORT, too_small
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.schemas import Cohort, Evidence


def percentile(
    id: str,
    label: str,
    *,
    cohort: Cohort,
    value: float | None,
    as_of: date | None = None,
    metric: str | None = None,
    provider: str | None = None,
) -> Evidence:
    """A percentile; without a value, a note says that the cohort is too small."""
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
    )


def mid_rank(*, size: int, below_minus_above: int) -> float | None:
    """The share of the cohort below plus half the share level, the player included, times 100.

    As below + level + above = size, below + level / 2 is half of size + (below - above). None if
    the cohort is too small.
    """
    if size < MIN_COHORT:
        return None
    return ratio(100 * (size + below_minus_above), 2 * size, decimals=1)
