"""How long a contract has to run: "seven months left", "in its last year", "within a year"."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Hedge, Number
from ai_service.gate.parsed import Match, Parsed, Rules

_IDS: Final = ("contract.months_left", "contract.until")
_A_YEAR: Final = 12
_HALF_A_YEAR: Final = 6
_CUTS: Final = (6, 12, 18, 24, 36, 48, 60)


def _left(sentence: Parsed, match: Match) -> None:
    """Seven months left; less than a year to run; ends in seven months; ends within a year."""
    side, at = match.first("side"), match.at("duration", "lapse")
    if side is not None and side.value != "left":
        return
    said, before = sentence.items[at].value, match.until(at)
    left = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    lasts = False
    if left is not None and left >= 0:
        is_within = before.first("within") is not None
        hedge = hedge_in(before)
        lasts = _is_within(left, said, hedge) if is_within else _lasts(left, said, hedge)
    sentence.check(left is not None and lasts != denied, evidence.has(sentence, match.text, _IDS))
    match.use()


def _is_within(months: float, said: Number, hedge: Hedge | None) -> bool:
    """The shortest round time that is enough, or the exact one."""
    shortest = min((cut for cut in _CUTS if cut > months), default=0)
    return hedge is None and said.value in (shortest, months + 1)


def _lasts(months: float, said: Number, hedge: Hedge | None) -> bool:
    """Whether whole months, and some days, may be called so. Years are said to the half year."""
    value, in_years = said.value, said.step >= _HALF_A_YEAR
    unit = said.step if in_years else max(1, value / 6)
    over = value + (not in_years)
    return {
        None: months in (value, value + 1) if in_years else months == value,
        "exactly": months == value,
        "over": over <= months < value + unit,
        "at least": value <= months and (months < value + unit or value >= 2 * _A_YEAR),
        "under": value - unit <= months < value,
        "at most": value - unit <= months <= value,
        "nearly": value - unit / 2 <= months < value,
        "just over": value <= months <= value + unit / 4,
        "about": value - unit / 4 <= months + 0.5 <= value + unit / 4 + 1,
    }[hedge]


def _final(sentence: Parsed, match: Match) -> None:
    """In its last year; in its last six months."""
    left = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    is_final = left is not None and 0 <= left < int(match.one("finalyear").value)
    reason = evidence.has(sentence, match.text, _IDS)
    sentence.check(left is not None and is_final != denied, reason)
    match.use()


RULES: Final = Rules(
    ("finalyear", _final),
    ("(in|within)* H duration (left|side|until|of|on|to|from now)", _left),
    ("(left|ends) (colon|open|in|for|within|of|at|on)* H duration", _left),
    ("(contract|incontract) (of|for|within|with|in|open|colon|ends)* H duration", _left),
    ("within H duration", _left),
    ("(in|for)? H duration", _left),
)
