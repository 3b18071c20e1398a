"""The contract: until when, how long still, whether it has ended."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Hedge, Number, agrees
from ai_service.gate.parsed import Match, Parsed

_IDS: Final = ("contract.months_left", "contract.until")
_A_YEAR: Final = 12
_CUTS: Final = (6, 12, 18, 24, 36, 48, 60)


def check(sentence: Parsed) -> None:
    """Only sentences that speak of a contract or its end."""
    named = sentence.has("contract", "incontract", "ends", "ended", "left", "finalyear")
    if not named and not sentence.cited.has("contract.until", "contract.months_left"):
        return
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)


def _left(sentence: Parsed, match: Match) -> None:
    """Seven months left; less than a year to run; ends in seven months."""
    said, side = match.first("duration", "lapse"), match.first("side")
    assert said
    if side and side.value != "left":
        return
    at = match.at("duration", "lapse")
    hedge = hedge_in(Match(sentence, match.start, at))
    if any(i.kind == "within" for i in sentence.items[match.start : at]):
        _within(sentence, match, said.value, hedge)
    else:
        _months(sentence, match, said.value, hedge)


def _within(sentence: Parsed, match: Match, said: Number, hedge: Hedge | None) -> None:
    """Ends within twelve months: the shortest round time that is enough."""
    known = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    holds = (
        known is not None
        and known >= 0
        and hedge is None
        and (
            said.value == min((cut for cut in _CUTS if cut > known), default=0)
            or said.value == known + 1
        )
    )
    sentence.check(known is not None and holds != denied, evidence.has(sentence, match.text, _IDS))
    match.use()


def _months(sentence: Parsed, match: Match, said: Number, hedge: Hedge | None) -> None:
    known = sentence.cited.number("contract.months_left")
    reason = evidence.has(sentence, match.text, _IDS)
    denied = sentence.is_denied(match.start)
    holds = known is not None and known >= 0 and _lasts(known, said, hedge)
    sentence.check(holds != denied and known is not None, reason)
    match.use()


def _lasts(months: float, said: Number, hedge: Hedge | None) -> bool:
    """Whether whole months left, and days, may be called so. Years are said to the half year."""
    value = said.value
    unit = said.step if said.step > 1 else max(1, value / 6)
    in_years = said.step >= _A_YEAR / 2
    if hedge == "over":
        return value + (not in_years) <= months < value + unit
    if hedge == "at least":
        return value <= months and (months < value + unit or value >= 2 * _A_YEAR)
    if hedge in ("under", "at most"):
        return value - unit <= months < value
    if hedge == "nearly":
        return value - unit / 2 <= months < value
    if hedge == "just over":
        return value <= months <= value + unit / 4
    if hedge == "about":
        return value - unit / 4 <= months + 0.5 <= value + unit / 4 + 1
    return months in (value, value + 1) if in_years else months == value


def _final(sentence: Parsed, match: Match) -> None:
    """In its last year; in its last six months."""
    said = match.first("finalyear")
    assert said
    known = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    holds = known is not None and 0 <= known < int(said.value)
    sentence.check(known is not None and holds != denied, evidence.has(sentence, match.text, _IDS))
    match.use()


def _until(sentence: Parsed, match: Match) -> None:
    """Runs until 30 June 2027; expires in June 2027; ended on 30 June 2026."""
    when, past = match.first("date", "calendar"), match.first("ended")
    assert when
    until = sentence.cited.day("contract.until")
    reason = evidence.has(sentence, match.text, ("contract.until",))
    denied = sentence.is_denied(match.start)
    holds = until is not None and (
        until.year == when.value if when.kind == "calendar" else when.value.includes(until)
    )
    if until is not None and (past or match.first("ends", "until", "incontract")):
        holds = holds and (until < sentence.cited.as_of) == (past is not None)
    sentence.check(holds and not denied, reason)
    match.use()


def _loosely(sentence: Parsed, match: Match) -> None:
    """Seven months left, to 30 June 2027; a transfer before 30 June 2027."""
    when, until = match.first("date"), sentence.cited.day("contract.until")
    assert when
    if until is not None and when.value.includes(until) and when.value.year is not None:
        sentence.check(until >= sentence.cited.as_of, evidence.has(sentence, match.text, _IDS))
        match.use()


def _ended(sentence: Parsed, match: Match) -> None:
    """Has ended; ended four months ago; has not ended."""
    known = sentence.cited.number("contract.months_left")
    ago = match.first("agodur")
    denied = sentence.is_denied(match.start)
    holds = known is not None and known < 0
    if ago and known is not None:
        holds = holds and any(agrees(m, ago.value, hedge_in(match), rounds=False)
                              for m in (-known, -known - 1))  # fmt: skip
    sentence.check(known is not None and holds != denied, evidence.has(sentence, match.text, _IDS))
    match.use()


def _under(sentence: Parsed, match: Match) -> None:
    """Under contract; no longer under contract."""
    known = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    holds = (known is not None and known >= 0) != denied
    sentence.check(known is not None and holds, evidence.has(sentence, match.text, _IDS))
    match.use()


_ON: Final = "(on|in|at|to|until|of|colon|comma|open|for|by|contract|incontract|name|with)*"
RULES: Final[Table] = (
    (f"(ago|after)? (contract|incontract) (ends|until) {_ON} (date|calendar)", _until),
    (f"(ends|ended|until) {_ON} (date|calendar)", _until),
    (f"(contract|incontract) {_ON} (date|calendar)", _until),
    (
        f"(contract|incontract) (with|at|name|comma|in)* (ends|until|ended) {_ON} (date|calendar)",
        _until,
    ),
    ("finalyear", _final),
    ("ended (cmpprep|hedge)? agodur", _ended),
    ("(in|within)* H duration (left|side|until|of|on|to|from now)", _left),
    ("(left|ends) (colon|open|in|for|within|of|at|on)* H duration", _left),
    ("(contract|incontract) (of|for|within|with|in|open|colon|ends|has)* H duration", _left),
    ("within H duration", _left),
    ("(in|for)? H duration", _left),
    ("ended", _ended),
    ("incontract", _under),
    ("(ago|after|to|until|on|in|by) date", _loosely),
)
