"""Percentile ranks (mid-rank) as evidence, each with its cohort."""

from datetime import date

from football_player_service.app.players.models import Position
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.schemas import Cohort, Evidence

MIN_COHORT = 30  # players; a rank among fewer is noise

POSITION_NOUNS: dict[str, str] = {
    Position.GOALKEEPER: "goalkeepers",
    Position.DEFENDER: "defenders",
    Position.MIDFIELDER: "midfielders",
    Position.ATTACK: "attacking players",
}


def percentile(
    id: str, label: str, *, cohort: Cohort, below_minus_above: int, as_of: date | None = None
) -> Evidence:
    """The player's percentile in the cohort; without a value if the cohort is too small."""
    value, note = None, None
    if cohort.size >= MIN_COHORT:
        value = mid_rank(size=cohort.size, below_minus_above=below_minus_above)
    else:
        note = f"Only {cohort.size} players to compare with; a percentile needs {MIN_COHORT}."
    return item(
        id,
        label,
        value,
        "percentile",
        source="computed",
        period=cohort.period,
        as_of=as_of,
        cohort=cohort,
        note=note,
    )


def mid_rank(*, size: int, below_minus_above: int) -> float:
    """The share of the cohort below plus half the share level, the player included, times 100.

    As below + level + above = size, below + level / 2 is half of size + (below - above).
    """
    return ratio(100 * (size + below_minus_above), 2 * size, decimals=1)
