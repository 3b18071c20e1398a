"""The market value over time: every valuation up to the day of a report, and the current value.

Positions in the chart are shares of its width and height, from the lower left corner.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log10

from football_player_service.app import formats
from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.schemas import Dossier, Evidence

LABEL_WIDTH = 0.24  # of the width of the chart
MAX_YEARS = 5  # on the axis
_VALUATIONS = ("value.36m", "value.24m", "value.12m", "value.latest")
_MONTHS_BACK = (12, 24, 36)


@dataclass(frozen=True)
class Point:
    """A market value; `label` is empty where there is no room for it."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class ValueChart:
    """The chart, its axes, and its text alternative.

    `current` states the current value and its date, `changes` those over one to three years.
    """

    points: list[Point]
    value_ticks: list[tuple[float, str]]
    date_ticks: list[tuple[float, str]]
    current: str
    changes: list[str]
    alt: str


def value_chart(dossier: Dossier, valuations: Iterable[Valuation]) -> ValueChart | None:
    """The chart; None without any value. `valuations` are those up to the dossier's day."""
    evidence = {item.id: item for item in dossier.evidence}
    values = {valuation.day: valuation.value for valuation in valuations}
    # The report's own evidence counts where the data has changed since.
    for id in _VALUATIONS:
        if (found := _dated(evidence, id)) is not None:
            values[found[0]] = found[1]
    current = _current(evidence, dossier.as_of, values)
    if current is not None:
        values[current[0]] = current[1]
    if not values:
        return None
    days = sorted(values)
    top = _round_up(max(values.values()))
    xs = [_share(day, days) for day in days]
    labelled = _with_room([(values[day], x) for day, x in zip(days, xs, strict=True)])
    texts = [f"{formats.money(values[day])} on {formats.short_date(day)}" for day in days]
    return ValueChart(
        points=[
            Point(x, values[day] / top, formats.money(values[day]) if x in labelled else "")
            for day, x in zip(days, xs, strict=True)
        ],
        value_ticks=[(share, formats.money(top * share)) for share in (0.0, 0.5, 1.0)],
        date_ticks=_date_ticks(days),
        current="" if current is None else _current_text(*current),
        changes=_changes(evidence),
        alt=f"Market value: {', '.join(texts)}.",
    )


def _dated(evidence: dict[str, Evidence], id: str) -> tuple[date, int] | None:
    item = evidence.get(id)
    if item is None or item.as_of is None or item.value is None:
        return None
    return item.as_of, int(item.value)


def _current(
    evidence: dict[str, Evidence], day: date, values: dict[date, int]
) -> tuple[date, int] | None:
    """The current value, on its own date (or the report's), but not before a valuation."""
    item = evidence.get("value.now")
    if item is None or item.value is None:
        return None
    return max([item.as_of or day, *values]), int(item.value)


def _current_text(day: date, value: int) -> str:
    return f"Current value ({formats.short_date(day)}): {formats.money(value)}"


def _changes(evidence: dict[str, Evidence]) -> list[str]:
    """`€30m (8 Jun 2025) to €45m (10 Jun 2026): +50%`."""
    latest, lines = _dated(evidence, "value.latest"), []
    for months in _MONTHS_BACK:
        earlier, change = (
            _dated(evidence, f"value.{months}m"),
            evidence.get(f"value.change_{months}m"),
        )
        if latest and earlier and change and change.value is not None:
            percent = float(change.value)
            sign = "+" if percent > 0 else ""
            lines.append(f"{_on(*earlier)} to {_on(*latest)}: {sign}{formats.number(percent)}%")
    # Two periods can start with the same valuation.
    return list(dict.fromkeys(lines))


def _on(day: date, value: int) -> str:
    return f"{formats.money(value)} ({formats.short_date(day)})"


def _share(day: date, days: Sequence[date]) -> float:
    length = (days[-1] - days[0]).days
    return (day - days[0]).days / length if length else 0.5


def _with_room(points: list[tuple[int, float]]) -> set[float]:
    """Where labels go: the last, the highest and the first point, unless they would overlap."""
    kept: list[float] = []
    for _value, x in (points[-1], max(points), points[0]):
        if all(abs(x - other) >= LABEL_WIDTH for other in kept):
            kept.append(x)
    return set(kept)


def _date_ticks(days: Sequence[date]) -> list[tuple[float, str]]:
    """The first and last month, and a few new years between them."""
    ends = [(_share(day, days), f"{day:%b %Y}") for day in dict.fromkeys((days[0], days[-1]))]
    years = range(days[0].year + 1, days[-1].year + 1)
    step = ceil(len(years) / MAX_YEARS) or 1
    ticks = [(_share(date(year, 1, 1), days), str(year)) for year in years[::step]]
    return ends + [tick for tick in ticks if LABEL_WIDTH < tick[0] < 1 - LABEL_WIDTH]


def _round_up(value: float) -> float:
    """The next round number with a round half: 1, 2, 4, 6, 8 or 10 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** int(log10(value))
    return next((step * power for step in (1, 2, 4, 6, 8) if step * power >= value), 10 * power)
