"""More or fewer than in another period, without saying by how many."""

from typing import Final

from ai_service.gate import evidence, pairs, value_changes
from ai_service.gate.hedges import sign_of
from ai_service.gate.parsed import Match, Parsed, Rules
from ai_service.phrasing import METRICS


def check(sentence: Parsed) -> None:
    sentence.apply(RULES)


def _than_period(sentence: Parsed, match: Match) -> None:
    """More goals than in 2024/25; fewer minutes than the season before; the same as in 2024/25."""
    word = match.one("cmp", "hedge", "equal", "cmpprep")
    if value_changes.is_of_value(sentence, match):
        _value_than(sentence, match, sign_of([word]))
        return
    denied = sentence.is_denied(match.start)
    found = [(m, pair) for m in pairs.metrics(match) for pair in pairs.figures(match, m)]
    holds = any(_is_so(str(word.value), metric, *pair) for metric, pair in found)
    pairs.take(match)
    sentence.check(bool(found) and holds != denied, evidence.does_not_follow(match.text))
    match.use()


def _is_so(word: str, metric: str, then: float, now: float) -> bool:
    step = (now > then) - (now < then)
    if word not in ("good", "bad"):
        return step == {"more": 1, "over": 1, "less": -1, "under": -1}.get(word, 0)
    is_good_low = metric in METRICS and METRICS[metric].good == "low"
    return step == (1 if (word == "good") != is_good_low else -1)


def _value_than(sentence: Parsed, match: Match, sign: int) -> None:
    """Higher than a year earlier."""
    ids = value_changes.meant(sentence)
    denied = sentence.is_denied(match.start)
    known = [n for name in ids if (n := sentence.cited.number(name)) is not None]
    holds = bool(known) and all((n > 0) - (n < 0) == sign for n in known) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ids))
    match.use()


RULES: Final = Rules(
    ("cmp M? than J PERIOD", _than_period),
    ("cmp (M|value|often)+ (J PERIOD)? than J PERIOD", _than_period),
    ("equal M (J PERIOD)? J PERIOD", _than_period),
    ("(hedge|equal) (M|as)* J (PERIOD|agodur)", _than_period),
    ("(cmp value? than|cmpprep) J agodur", _than_period),
)
