"""Percentile ranks by mid-rank, each with the cohort it compares with."""

from datetime import date

from football_player_service.app.players.models import Position
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.schemas import Cohort, Evidence

MIN_COHORT = 30  # players; a rank among fewer is chance

POSITION_NOUNS: dict[str, str] = {
    Position.GOALKEEPER: "goalkeepers",
    Position.DEFENDER: "defenders",
    Position.MIDFIELDER: "midfielders",
    Position.ATTACK: "attacking players",
}


def percentile(
    id: str, label: str, *, cohort: Cohort, ahead: int, as_of: date | None = None
) -> Evidence:
    """The rank of one who is above `ahead` more of the cohort than he is below.

    Without a value where the cohort is too small.
    """
    value, note = None, None
    if cohort.size >= MIN_COHORT:
        value = mid_rank(size=cohort.size, ahead=ahead)
    else:
        note = f"Only {cohort.size} players to compare with; a percentile needs {MIN_COHORT}."
    return item(id, label, value, "percentile", source="computed", period=cohort.period,
                as_of=as_of, cohort=cohort, note=note)  # fmt: skip


def mid_rank(*, size: int, ahead: int) -> float:
    """The share below plus half the share that is equal, himself included, times 100.

    With below + equal + above = size and below - above = ahead, below + equal / 2 is half of
    size + ahead.
    """
    return ratio(100 * (size + ahead), 2 * size, decimals=1)
