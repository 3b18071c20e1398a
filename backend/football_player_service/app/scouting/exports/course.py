"""The course of the market value, from the valuations that a report's evidence holds.

Places in the chart are shares of its width and height, from the lower left corner.
"""

from dataclasses import dataclass
from math import log10

from football_player_service.app.scouting.schemas import Dossier

LABEL_WIDTH = 0.18  # of the width of the chart
_POINTS = {"value.36m", "value.24m", "value.12m", "value.latest"}


@dataclass(frozen=True)
class Point:
    """A valuation: where it lies, the month, the sum, and whether there is room to say so."""

    x: float
    y: float
    month: str
    year: str
    value: str
    labelled: bool


@dataclass(frozen=True)
class Values:
    """The course of the market value. `ticks` are heights with their sums."""

    points: list[Point]
    ticks: list[tuple[float, str]]
    alt: str


def values(dossier: Dossier) -> Values | None:
    """The valuations the evidence holds, or None where there is none."""
    known = [item for item in dossier.evidence if item.id in _POINTS and item.value is not None]
    found = {item.as_of: float(item.value or 0) for item in known if item.as_of}
    if not found:
        return None
    days = sorted(found)
    first, length = days[0].toordinal(), (days[-1] - days[0]).days
    places = [(day.toordinal() - first) / length if length else 0.5 for day in days]
    top, room = _round_above(max(found.values())), _with_room(places)
    points = [
        Point(x, found[day] / top, f"{day:%b}", f"{day:%Y}", short_euros(found[day]), x in room)
        for x, day in zip(places, days, strict=True)
    ]
    ticks = [(share, short_euros(top * share)) for share in (0.0, 0.5, 1.0)]
    spoken = [f"{p.value} in {p.month} {p.year}" for p in points]
    return Values(points, ticks, alt=f"Market value: {', '.join(spoken)}.")


def _with_room(places: list[float]) -> set[float]:
    """The places whose labels do not run into the next one's; the last is always among them."""
    kept = [places[-1]]
    for place in reversed(places[:-1]):
        if kept[-1] - place >= LABEL_WIDTH:
            kept.append(place)
    return set(kept)


def short_euros(value: float) -> str:
    """`€45m`, `€600k`."""
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"€{value / size:.2f}".rstrip("0").rstrip(".") + letter
    return f"€{value:.0f}"


def _round_above(value: float) -> float:
    """The next round number: 1, 2, 5 or 10 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** int(log10(value))
    return next((step * power for step in (1, 2, 5) if step * power >= value), 10 * power)
