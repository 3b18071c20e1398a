"""Numbers as words, by one table: for the prompt, for the built-in writer, and for the gate.

A percentile is a mid-rank percentile rank, 0 to 100; a change is in percent.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Metric:
    """A figure of a season: its name in a sentence, and which direction is good."""

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
    """A stretch of a scale, from `at_least` up to the next band, in words."""

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
CHANGE_BANDS = (
    Band(50, "up sharply"),
    Band(10, "up"),
    Band(-10, "little changed"),
    Band(-50, "down"),
    Band(float("-inf"), "down sharply"),
)


def in_words(value: float, bands: tuple[Band, ...]) -> str:
    """The words of the band that `value` lies in."""
    return next((band.words for band in bands if value >= band.at_least), bands[-1].words)
