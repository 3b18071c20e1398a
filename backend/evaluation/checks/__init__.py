"""Whether a sentence is true: a checker for each type of claim, against the files.

A checker takes the numbers, dates and names out of a sentence and compares them with what it counts
itself. The type of a claim says what the sentence is about, never what is true.
"""

from evaluation.checks import brief, data, market, person, places, seasons
from evaluation.checks.registry import About, Case, check

__all__ = ["About", "Case", "brief", "check", "data", "market", "person", "places", "seasons"]
