"""The contract: until when, and whether it has ended."""

from typing import Final

from ai_service.gate import evidence, time_left
from ai_service.gate.days import is_on
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_IDS: Final = ("contract.months_left", "contract.until")
_MOVES: Final = ("move", "movein", "moveout", "bought", "sold")
_ARE_CONTRACTS: Final = ("contract", "incontract", "ends", "ended", "left", "finalyear")


def check(sentence: Parsed) -> None:
    """Only sentences that speak of a contract or its end."""
    if sentence.has(*_ARE_CONTRACTS) or sentence.cited.has(*_IDS):
        sentence.apply(UNTIL)
        sentence.apply(time_left.RULES)
        sentence.apply(RULES)


def _until(sentence: Parsed, match: Match) -> None:
    """Runs until 30 June 2027; expires in June 2027; ended on 30 June 2026."""
    until = sentence.cited.day("contract.until")
    has_ended = match.first("ended") is not None
    says_when = has_ended or match.first("ends", "until", "incontract") is not None
    denied = sentence.is_denied(match.start)
    holds = is_on(match.one("date", "calendar"), until) and not denied
    if until is not None and says_when:
        holds = holds and (until < sentence.cited.as_of) == has_ended
    sentence.check(holds, evidence.has(sentence, match.text, ("contract.until",)))
    match.use()


def _loosely(sentence: Parsed, match: Match) -> None:
    """Seven months left, to 30 June 2027; a transfer before 30 June 2027."""
    when, until = match.one("date"), sentence.cited.day("contract.until")
    if sentence.near(match.start, *_MOVES):
        return  # the day of a transfer
    if until is not None and when.value.year is not None and is_on(when, until):
        is_to_come = until >= sentence.cited.as_of
        sentence.check(is_to_come, evidence.has(sentence, match.text, _IDS))
        match.use()


def _ended(sentence: Parsed, match: Match) -> None:
    """Has ended; ended four months ago; has not ended."""
    left, ago = sentence.cited.number("contract.months_left"), match.first("agodur")
    denied = sentence.is_denied(match.start)
    holds = left is not None and (left < 0) != denied
    if ago is not None and left is not None:
        # Months left are whole months, counted down: -5 may be four months and some days.
        past = (-left, -left - 1)
        hedge = hedge_in(match)
        holds = holds and any(agrees(count, ago.value, hedge, rounds=False) for count in past)
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


def _under(sentence: Parsed, match: Match) -> None:
    """Under contract; no longer under contract."""
    left = sentence.cited.number("contract.months_left")
    denied = sentence.is_denied(match.start)
    holds = left is not None and (left >= 0) != denied
    sentence.check(holds, evidence.has(sentence, match.text, _IDS))
    match.use()


_ON: Final = "(on|in|at|to|until|of|colon|comma|open|for|by|contract|incontract|name|with)*"
_WITH: Final = "(with|at|name|comma|in)*"
_DAY: Final = "(date|calendar)"
UNTIL: Final = Rules(
    (f"(ago|after)? (contract|incontract) (ends|until) {_ON} {_DAY}", _until),
    (f"(ends|ended|until) {_ON} {_DAY}", _until),
    (f"(contract|incontract) {_ON} {_DAY}", _until),
    (f"(contract|incontract) {_WITH} (ends|until|ended) {_ON} {_DAY}", _until),
)
RULES: Final = Rules(
    ("ended (cmpprep|hedge)? agodur", _ended),
    ("ended", _ended),
    ("incontract", _under),
    ("(ago|after|to|until|on|in|by) date", _loosely),
)
