"""What speaks for a player and what speaks against: only what figures show."""

from collections.abc import Iterator

from ai_service.writer import market, ranks
from ai_service.writer.case import Case, Line


def strengths(case: Case) -> Iterator[Line]:
    """Ranks, trends and values to the player's credit; none where there are none."""
    if case.facts.is_retired:
        return
    yield from ranks.good(case)
    yield from ranks.trends(case, rising=True)
    yield from (line for value, line in market.rank(case) if value >= ranks.GOOD)
    yield from market.course(case, rising=True)


def weaknesses(case: Case) -> Iterator[Line]:
    """The same, against the player."""
    if case.facts.is_retired:
        return
    yield from ranks.poor(case)
    yield from ranks.trends(case, rising=False)
    yield from (line for value, line in market.rank(case) if value < ranks.POOR)
