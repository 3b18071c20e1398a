"""Which way a player's figures went over his last seasons."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row

from football_player_service.app.careers import cohorts
from football_player_service.app.careers.cohorts import MIN_MINUTES
from football_player_service.app.scouting.evidence.item import item, written
from football_player_service.app.scouting.schemas import Evidence

LAST = 3  # seasons; two are enough
TENTH = Fraction(1, 10)

Figure = Callable[[Row[Any]], Fraction]
_FIGURES: tuple[tuple[str, str, Figure], ...] = (
    ("minutes", "Minutes", lambda season: Fraction(season.minutes)),
    ("goals_per_90", "Goals per 90", lambda season: Fraction(season.goals, season.minutes)),
    ("assists_per_90", "Assists per 90", lambda season: Fraction(season.assists, season.minutes)),
)


def items(
    connection: Connection, *, position: str | None, seasons: Sequence[Row[Any]]
) -> Iterator[Evidence]:
    """The trends of `seasons`, given the earliest first.

    Rates are those of seasons with enough minutes; minutes themselves are those of every season,
    or one that was hardly played would be passed over.
    """
    enough = [season for season in seasons if season.minutes >= MIN_MINUTES]
    if not enough:
        return
    # The newest season of all may not be over, or not whole in the data: its minutes would fall.
    newest = seasons[-1].year
    if position:
        newest = cohorts.newest(connection, span=seasons[-1].span, position=position) or newest
    for name, label, figure in _FIGURES:
        those = [s for s in seasons if s.year != newest] if name == "minutes" else enough
        last = those[-LAST:]
        if len(last) > 1:
            first, final = (written(season.span, season.year) for season in (last[0], last[-1]))
            yield item(f"trend.{name}", f"{label}: trend", direction([*map(figure, last)]), "trend",
                       source="computed", period=f"{first} to {final}")  # fmt: skip


def direction(figures: Sequence[Fraction]) -> str:
    """`rising`, `falling`, `level` or `mixed`; at least two figures."""
    steps = list(pairwise(figures))
    whole = figures[0], figures[-1]
    if all(after > before for before, after in steps) and not _close(*whole):
        return "rising"
    if all(after < before for before, after in steps) and not _close(*whole):
        return "falling"
    return "level" if all(_close(*step) for step in [*steps, whole]) else "mixed"


def _close(before: Fraction, after: Fraction) -> bool:
    """Whether the change stays under a tenth of what was."""
    return before == after or abs(after - before) < TENTH * before
