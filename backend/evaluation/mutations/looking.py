"""Where a sentence may be changed, and whether the record tells two figures apart."""

import re

from evaluation.facts import Facts

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}\b")
PERIOD = re.compile(r"\b(?:19|20)\d\d(?:/\d\d)?\b")
HEDGED = re.compile(
    r"\b(?:about|over|under|nearly|almost|roughly|around|more|less|fewer|least|most|than)\b"
)
_FIXED = re.compile(
    r"per 90(?: minutes)?|at least 900 minutes|within two years|\b(?:19|20)\d\d(?:/\d\d)?\b"
)
# How far apart two figures of a unit must lie, so that none can be taken for the other.
_APART = {"percentile": 30, "per 90": 0.02}


def fixed(text: str, match: re.Match[str], facts: Facts) -> bool:
    """Whether a number belongs to a name, a period, a date or a definition."""
    start, end = match.span()
    patterns = (_FIXED, DATE, re.compile("|".join(map(re.escape, _names(facts)))))
    spans = [found.span() for pattern in patterns for found in pattern.finditer(text)]
    return any(left < end and start < right for left, right in spans)


def without_names(text: str, facts: Facts) -> str:
    """The text without the names in it, whose words mean nothing."""
    for name in _names(facts):
        text = text.replace(name, "")
    return text


def differs(facts: Facts, ours: str, theirs: str) -> bool:
    """Whether two pieces of evidence cannot be taken for each other."""
    if theirs not in facts.by_id:
        return True
    first, second = facts.by_id[ours].value, facts.by_id[theirs].value
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return first != second
    return abs(first - second) >= _APART.get(facts.by_id[ours].unit, 1)


def _names(facts: Facts) -> list[str]:
    named = ("club", "league", "country", "transfer.1.from", "transfer.1.to")
    return [facts.name, *(facts.text(n) for n in named if n in facts.by_id)]
