"""Phrases for evidence values, shared by the prompt, the built-in writer and the gate.

A percentile is a mid-rank percentile rank, 0 to 100; a change is in percent; a contract's time is
in whole months. Every phrase is literally true for every value of its band.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ai_service import evidence_values
from ai_service.formatting import amount, day, metres, money, percent, rate, short, whole, years
from ai_service.schemas import Cohort, Evidence, Unit


@dataclass(frozen=True)
class Metric:
    """A figure of a season: its name in a sentence, and whether high or low values are good."""

    key: str
    singular: str
    plural: str
    good: Literal["high", "low"]


METRICS: dict[str, Metric] = {
    m.key: m
    for m in (
        Metric("games", "game", "games", "high"),
        Metric("minutes", "minute", "minutes", "high"),
        Metric("goals", "goal", "goals", "high"),
        Metric("assists", "assist", "assists", "high"),
        Metric("yellow_cards", "yellow card", "yellow cards", "low"),
        Metric("red_cards", "red card", "red cards", "low"),
        Metric("goals_per_90", "goal per 90", "goals per 90", "high"),
        Metric("assists_per_90", "assist per 90", "assists per 90", "high"),
        Metric("yellow_cards_per_90", "yellow card per 90", "yellow cards per 90", "low"),
        Metric("red_cards_per_90", "red card per 90", "red cards per 90", "low"),
    )
}


@dataclass(frozen=True)
class Band:
    """The phrase for values from `at_least` up to the next band."""

    at_least: float
    words: str


PERCENTILE_BANDS = (
    Band(90, "in the top tenth"),
    Band(75, "in the top quarter"),
    Band(60, "above most"),
    Band(40, "around the middle"),
    Band(25, "below most"),
    Band(10, "in the bottom quarter"),
    Band(0, "in the bottom tenth"),
)
# For cards, where low is good, "top" would sound like praise.
CARD_BANDS = (
    Band(90, "in the highest tenth"),
    Band(75, "in the highest quarter"),
    Band(60, "above most"),
    Band(40, "around the middle"),
    Band(25, "below most"),
    Band(10, "in the lowest quarter"),
    Band(0, "in the lowest tenth"),
)
CHANGE_BANDS = (
    Band(50, "up sharply"),
    Band(10, "up"),
    Band(-10, "little changed"),
    Band(-50, "down"),
    Band(-math.inf, "down sharply"),
)
CONTRACT_BANDS = (
    Band(24, "with at least two years left"),
    Band(12, "with at least a year left"),
    Band(6, "in its last year"),
    Band(0, "in its last six months"),
    Band(-math.inf, "ended"),
)
PEAK_BANDS = (
    Band(1, "past the usual peak ages"),
    Band(0, "within the usual peak ages"),
    Band(-math.inf, "before the usual peak ages"),
)
TRENDS = {"rising": "rising", "falling": "falling", "level": "level", "mixed": "up and down"}


@dataclass(frozen=True)
class Range:
    """The percentiles for which a phrase is literally true, both ends included."""

    low: float
    high: float


_OVER_HALF, _UNDER_HALF = math.nextafter(50, 100), math.nextafter(50, 0)

# "above most" is also true of a 95.
PERCENTILE_PHRASES: dict[str, Range] = {
    "top tenth": Range(90, 100),
    "highest tenth": Range(90, 100),
    "top fifth": Range(80, 100),
    "top quarter": Range(75, 100),
    "highest quarter": Range(75, 100),
    "top third": Range(200 / 3, 100),
    "top half": Range(50, 100),
    "above most": Range(_OVER_HALF, 100),
    "more than most": Range(_OVER_HALF, 100),
    "around the middle": Range(40, 60),
    "below most": Range(0, _UNDER_HALF),
    "fewer than most": Range(0, _UNDER_HALF),
    "less than most": Range(0, _UNDER_HALF),
    "bottom half": Range(0, 50),
    "bottom third": Range(0, 100 / 3),
    "bottom quarter": Range(0, 25),
    "lowest quarter": Range(0, 25),
    "bottom fifth": Range(0, 20),
    "bottom tenth": Range(0, 10),
    "lowest tenth": Range(0, 10),
}


def in_words(value: float, bands: tuple[Band, ...]) -> str:
    """The phrase of the band of `value`."""
    return next((band.words for band in bands if value >= band.at_least), bands[-1].words)


def metric_of(identity: str) -> str | None:
    """The metric of an evidence id: `goals` for `season.2025.goals.league`."""
    return next((part for part in identity.split(".") if part in METRICS), None)


def percentile_bands(identity: str) -> tuple[Band, ...]:
    """The bands for the percentile with this id."""
    metric = METRICS.get(metric_of(identity) or "")
    return CARD_BANDS if metric and metric.good == "low" else PERCENTILE_BANDS


def percentile(value: float, bands: tuple[Band, ...] = PERCENTILE_BANDS) -> str:
    """`percentile 93`, with enough decimals to stay in its band and off 0 and 100."""
    band = in_words(value, bands)
    shown = short(value)
    for decimals in (1, 2, 3):
        rounded = float(shown)
        if in_words(rounded, bands) == band and (0 < rounded < 100 or rounded == value):  # noqa: PLR2004
            break
        shown = amount(value, decimals)
    return f"percentile {shown}"


def cohort_words(cohort: Cohort) -> str:
    """The cohort: `1,180 attacking players with at least 900 minutes in 2025/26`."""
    return f"{whole(cohort.size)} {cohort.definition}"


def count_words(value: float, metric: Metric) -> str:
    """`24 goals`; `1 red card`."""
    return f"{whole(value)} {metric.singular if value == 1 else metric.plural}"


def change_words(value: float) -> str:
    """A change in percent: `up 50%`; `down 12%`; `unchanged`."""
    if value == 0:
        return "unchanged"
    return f"{'up' if value > 0 else 'down'} {percent(abs(value))}"


def peak_words(distance: int) -> str:
    """`distance` in years to the usual peak ages, as in `peak.distance`: `two years past …`."""
    words = in_words(distance, PEAK_BANDS)
    return words if distance == 0 else f"{years(abs(distance))} {words}"


def _percentile_in_words(item: Evidence, value: float) -> str:
    bands = percentile_bands(item.id)
    words = f"{in_words(value, bands)} ({percentile(value, bands)})"
    few = ", where few is good" if bands is CARD_BANDS else ""
    return words + (f" of {cohort_words(item.cohort)}{few}" if item.cohort else few)


def _percent_in_words(item: Evidence, value: float) -> str:
    if not item.id.startswith("value.change_"):
        return percent(value)
    return f"{in_words(value, CHANGE_BANDS)} ({change_words(value)})"


def _years_in_words(item: Evidence, value: float) -> str:
    if item.id == "peak.distance":
        return peak_words(int(value))
    return "1 year" if value == 1 else f"{whole(value)} years"


def _count_in_words(item: Evidence, value: float) -> str | None:
    metric = METRICS.get(metric_of(item.id) or "")
    return count_words(value, metric) if metric else None


def _rate_in_words(item: Evidence, value: float) -> str | None:
    metric = METRICS.get(metric_of(item.id) or "")
    return f"{rate(value)} {metric.plural}" if metric else None


_IN_WORDS: dict[Unit, Callable[[Evidence, float], str | None]] = {
    "percentile": _percentile_in_words,
    "percent": _percent_in_words,
    "months": lambda _, value: in_words(value, CONTRACT_BANDS),
    "years": _years_in_words,
    "count": _count_in_words,
    "minutes": _count_in_words,
    "per 90": _rate_in_words,
    "eur": lambda _, value: money(int(value)),
    "cm": lambda _, value: metres(int(value)),
}


def words_for(item: Evidence) -> str | None:
    """The phrase for this item: `in the top tenth (percentile 93) of 1,180 attacking players …`.

    None if the value is text or unknown.
    """
    if item.unit == "date":
        found = evidence_values.day(item)
        return day(found) if found else None
    if item.unit == "trend":
        return TRENDS.get(evidence_values.text(item) or "")
    value = evidence_values.number(item)
    return (
        None if value is None or item.unit not in _IN_WORDS else _IN_WORDS[item.unit](item, value)
    )
