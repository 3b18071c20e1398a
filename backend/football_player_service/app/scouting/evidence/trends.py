"""Trends of a player's figures over the last seasons."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from sqlmodel import Session

from football_player_service.app.record import percentiles
from football_player_service.app.record.models import PlayerSeason
from football_player_service.app.record.percentiles import MIN_MINUTES
from football_player_service.app.scouting.evidence.item import item, period_name
from football_player_service.app.scouting.schemas import Evidence

MAX_SEASONS = 3  # two are enough
TENTH = Fraction(1, 10)

_FIGURES: tuple[tuple[str, str, Callable[[PlayerSeason], Fraction]], ...] = (
    ("minutes", "Minutes", lambda season: Fraction(season.minutes)),
    ("goals_per_90", "Goals per 90", lambda season: Fraction(season.goals, season.minutes)),
    ("assists_per_90", "Assists per 90", lambda season: Fraction(season.assists, season.minutes)),
)


def items(
    session: Session, *, position: str | None, seasons: Sequence[PlayerSeason]
) -> Iterator[Evidence]:
    """The trends of `seasons`, given earliest first.

    Rates use seasons with enough minutes; minutes use every season, so that one with few minutes
    counts as a fall.
    """
    enough = [season for season in seasons if season.minutes >= MIN_MINUTES]
    if not enough:
        return
    # The latest season in the data may be incomplete, which would show as fewer minutes.
    latest = seasons[-1].year
    if position:
        span = seasons[-1].span
        latest = percentiles.latest_year(session, span=span, position=position) or latest
    complete = [season for season in seasons if season.year != latest]
    for name, label, figure in _FIGURES:
        last = (complete if name == "minutes" else enough)[-MAX_SEASONS:]
        if len(last) > 1:
            first, final = (period_name(s.span, s.year) for s in (last[0], last[-1]))
            value = direction([figure(season) for season in last])
            yield item(f"trend.{name}", f"{label}: trend", value, "trend", source="computed",
                       period=f"{first} to {final}")  # fmt: skip


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
