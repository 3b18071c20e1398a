"""Patterns over the kinds of a sentence's items, written in their names: `number metric`.

Each kind is one character, so that a pattern is a regular expression over a short string, and all of
the engine is `re`. Plain words are no items, so "24 of the goals" is `number of metric`.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

_FIRST_CHAR = 0x100
_kinds: dict[str, str] = {}

# Names for what patterns share.
_SHORT = {
    "N": "(number|article)",
    "H": "(hedge|cmp than|cmpprep)?",
    "M": "(metric|metric1|rate)",
    "J": "(of|in|at|for|from|to|with|by|on|as|into|among|amongst|all|since)*",
    "PERIOD": "(season|period|calendar)",
}


def char(kind: str) -> str:
    """The character that stands for a kind."""
    return _kinds.setdefault(kind, chr(_FIRST_CHAR + len(_kinds)))


def encode(kinds: Iterable[str]) -> str:
    """The kinds of a sentence as a string."""
    return "".join([_kinds.get(kind) or char(kind) for kind in kinds])


@cache
def pattern(written: str) -> re.Pattern[str]:
    """`H N (metric|rate)` as a regular expression over encoded kinds."""
    for name, meaning in _SHORT.items():
        written = re.sub(rf"\b{name}\b", meaning, written)
    return re.compile(
        re.sub(r"[A-Za-z_0-9]+", lambda word: char(word[0]), written).replace(" ", "")
    )


Table = tuple[tuple[str, Callable[..., None]], ...]
