"""Verbs that need something counted behind them: he delivers 24 goals, not just delivers."""

from typing import Final

from ai_service.gate.grammar import kinds
from ai_service.gate.parsed import Parsed

_VERBS: Final = kinds(
    """add adds added bring brings brought produce produces produced producing provide provides
    provided providing collect collects collected collecting receive receives received receiving log
    logs logged manage managed manages contribute contributes contributed contributing post posts
    posted return returns returned returning deliver delivers delivered supply supplies supplied
    laid earn earned earning spend spends spent accumulate accumulated amass amassed notch notched
    bag bagged incur incurred yield yields yielded finish finished stay stays stayed operate
    operates operating make makes made making take takes took taken get gets got"""
)
_OBJECTS: Final = kinds(
    """number article neg metric metric1 rate hedge cmp cmpprep money duration pct fraction ordinal
    percentile total verb season period calendar position sub name club movenoun verdict recommend
    nseasons height_cm height_m topic fact seasons season1 both aside"""
)
_REACH: Final = 4


def check(sentence: Parsed) -> None:
    if sentence.has("neutralverdict") or not sentence.lead_words & _VERBS:
        return  # what to get before a decision is no claim
    for at, item in enumerate(sentence.items):
        verbs = [word for word in item.lead.lower().split() if word in _VERBS]
        if verbs and not _OBJECTS & {sentence.kind(i) for i in range(at, at + _REACH)}:
            sentence.problem(f"“{verbs[-1]}” says something that no evidence can show")
