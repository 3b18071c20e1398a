"""Patterns over the kinds of a sentence's items, written in their names: `number metric`.

Each kind is one character, so that a pattern is a regular expression over a short string, and all
of the engine is `re`. Plain words are no items: "24 of the goals" is `number of metric`.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

_FIRST_CHAR: Final = 0x100
_chars: dict[str, str] = {}

# Names for what patterns share: numbers, hedges, metrics, joints, periods.
_SHORT: Final = {
    "N": "(number|article)",
    "H": "(hedge|cmp than|cmpprep)?",
    "M": "(metric|metric1|rate)",
    "J": "(of|in|at|for|from|to|with|by|on|as|into|among|amongst|all|since)*",
    "PERIOD": "(season|period|calendar)",
    "SHARE": "(pct|fraction)",
    "WHOM": "(positions|subs|peers|cohortword|position_cohort|age_cohort|league)",
}


def kinds(names: str) -> frozenset[str]:
    """A set of kinds or words, written with spaces between them."""
    return frozenset(names.split())


def char(kind: str) -> str:
    """The character that stands for a kind."""
    return _chars.setdefault(kind, chr(_FIRST_CHAR + len(_chars)))


def encode(items: Iterable[str]) -> str:
    """The kinds of a sentence as a string."""
    return "".join([_chars.get(kind) or char(kind) for kind in items])


@cache
def pattern(written: str) -> re.Pattern[str]:
    """`H N (metric|rate)` as a regular expression over encoded kinds."""
    for name, meaning in _SHORT.items():
        written = re.sub(rf"\b{name}\b", meaning, written)
    named = re.sub(r"[A-Za-z_0-9]+", lambda word: char(word[0]), written)
    return re.compile(named.replace(" ", ""))
