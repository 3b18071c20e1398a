"""Transfers: who came from where, to where, when and for how much; and how many there were."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ai_service.gate import clubs, evidence
from ai_service.gate.dates import Period
from ai_service.gate.days import is_on
from ai_service.gate.grammar import kinds
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_NUMBERS: Final = range(1, 6)
_DATING: Final = ("in", "of", "comma", "open")
_JUNE: Final = 6
_OF_THE_RECORD: Final = kinds("record records evidence holds gives shows names lists states")
_MOVED: Final = kinds("move movein moveout paid sold bought")
_OF_MOVES: Final = kinds("move movenoun movein moveout fee nofee paid side sold bought")


@dataclass(slots=True)
class Move:
    """A move as said: for each slot the numbers of the transfers of which it is true."""

    slots: dict[str, set[int]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


def check(sentence: Parsed) -> None:
    """Every transfer told of has to be one transfer on record, in all that is said of it."""
    sentence.apply(COUNTED)
    told = _told(sentence)
    for item in sentence.items if told else ():
        item.used = item.used or item.kind in _MOVED
    for move in told:
        numbers = set(_NUMBERS).intersection(*move.slots.values())
        if _is_latest(sentence):
            numbers &= {1}
        ids = [f"transfer.{n}.{slot}" for n in _NUMBERS for slot in move.slots]
        sentence.check(bool(numbers), evidence.has(sentence, " ".join(move.texts), ids))


def _count(sentence: Parsed, match: Match) -> None:
    """Two transfers on record; has moved once."""
    fact = match.first("fact")
    if fact is not None and fact.value != "transfers":
        return
    known, said = sentence.cited.number("transfers.count"), match.one("number").value
    holds = known is not None and agrees(known, said, hedge_in(match), rounds=False)
    sentence.check(holds, evidence.has(sentence, match.text, ("transfers.count",)))
    match.use()


def _told(sentence: Parsed) -> list[Move]:
    """The moves of a sentence in order; a slot that is filled again begins the next one."""
    if not sentence.has("name", "money", "nofee", "date", "calendar"):
        return []
    moves = [Move()]
    for at, item in enumerate(sentence.items):
        slot = _slot(sentence, at)
        if slot is None:
            continue
        if slot in moves[-1].slots:
            moves.append(Move())
        moves[-1].slots[slot] = _true_of(sentence, at, slot)
        moves[-1].texts.append(item.text)
        item.used = True
    return [move for move in moves if move.slots]


def _is_latest(sentence: Parsed) -> bool:
    """Whether the latest transfer is meant, or the one since which the player has been there."""
    return sentence.has("since") or any(sentence.matches("span movenoun"))


def _slot(sentence: Parsed, at: int) -> str | None:
    """What an item says of a move: from, to, fee or day; None where it says nothing of one."""
    item = sentence.items[at]
    if item.kind == "name":
        return clubs.slot(sentence, at)
    if item.kind == "money":
        return "fee" if _fees(sentence, at) else None
    if item.kind == "nofee":
        if _OF_THE_RECORD & set(item.lead.lower().split()):
            sentence.problem(f"“{item.text}”: say that the fee is not on record, or that it was €0")
        if not sentence.cited.has("contract.until", "contract.months_left", "status"):
            return "fee"
        sentence.claims += 1  # what the end of a contract means for any player
        item.used = True
        return None
    if item.kind == "season":
        is_of_figure = sentence.near(at, "metric", "metric1", "rate", "played")
        is_day = item.value and not is_of_figure and sentence.kind(at - 1) in _DATING
    else:
        is_day = item.kind in ("date", "calendar") and not item.used
    return "day" if is_day and _is_of_move(sentence, at) else None


def _true_of(sentence: Parsed, at: int, slot: str) -> set[int]:
    """The numbers of the transfers of which an item is true."""
    item, cited = sentence.items[at], sentence.cited
    if slot == "fee" and item.kind == "money":
        return _fees(sentence, at)
    if slot == "fee":
        return {n for n in _NUMBERS if cited.number(f"transfer.{n}.fee") == 0}
    if item.kind == "season":
        days = {n: cited.day(f"transfer.{n}.day") for n in _NUMBERS}
        return {n for n, day in days.items() if day and _is_within(day, item.value)}
    if slot == "day":
        return {n for n in _NUMBERS if is_on(item, cited.day(f"transfer.{n}.day"))}
    ids = {f"transfer.{n}.{slot}" for n in _NUMBERS} & item.value.ids & set(cited.items)
    found = {int(name.split(".")[1]) for name in ids}
    # The player's club is where the latest transfer led, if that is not cited itself.
    is_club = "club" in item.value.ids and cited.has("club") and not cited.has("transfer.1.to")
    return found | {1} if slot == "to" and is_club else found


def _is_within(day: date, period: Period) -> bool:
    """Whether a day lies in a season from July to June, or in a calendar year."""
    crosses = "/" in period.text and day.month <= _JUNE
    return day.year - crosses == period.year


def _fees(sentence: Parsed, at: int) -> set[int]:
    """The transfers whose fee a sum of money was found to be."""
    ids = [name for price in sentence.prices if price.at == at for name in price.ids]
    return {int(name.split(".")[1]) for name in ids if name.startswith("transfer.")}


def _is_of_move(sentence: Parsed, at: int) -> bool:
    """Whether a day is that of a move."""
    if any(clubs.slot(sentence, i) for i in sentence.near(at, "name")):
        return True
    if sentence.kind(at - 1) == "since" and sentence.near(at, "name"):
        return True  # with X since August 2024
    has_other = sentence.has("contract", "incontract", "value", "born")
    near = bool(sentence.near(at, *_OF_MOVES))
    return sentence.has(*_OF_MOVES) and (near or not has_other)


COUNTED: Final = Rules(
    ("H number (movenoun|fact)", _count),
    ("move H number times?", _count),
)
