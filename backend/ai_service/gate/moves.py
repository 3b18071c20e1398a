"""Transfers: who came from where, to where, when and for how much; and how many moves there were."""

from dataclasses import dataclass, field
from typing import Final

from ai_service.gate import evidence
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Match, Parsed

_MOST: Final = 5
_MOVED: Final = ("move", "movein", "moveout", "paid", "sold", "bought")
_VERBS: Final = (
    "move", "movenoun", "movein", "moveout", "fee", "nofee", "paid", "side", "sold", "bought",
)  # fmt: skip


@dataclass(slots=True)
class Move:
    """A move as said: the ids that may fill each slot, by transfer number."""

    slots: dict[str, set[int]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


def check(sentence: Parsed) -> None:
    """Every transfer told of has to be one transfer on record, in all that is said of it."""
    _count(sentence)
    if not sentence.has(*_VERBS) and not _clubs(sentence):
        return
    told = _told(sentence)
    for item in sentence.items if told else ():
        item.used = item.used or item.kind in _MOVED
    for move in told:
        numbers = set(range(1, _MOST + 1))
        for fitting in move.slots.values():
            numbers &= fitting
        text = " ".join(move.texts)
        ids = [f"transfer.{n}.{slot}" for n in range(1, _MOST + 1) for slot in move.slots]
        sentence.check(bool(numbers), evidence.has(sentence, text, ids))


def _count(sentence: Parsed) -> None:
    """Two transfers on record; has moved once."""
    for written in ("H number (movenoun|fact)", "move H number times?", "H number club"):
        for match in sentence.matches(written):
            fact = match.first("fact")
            if fact is not None and fact.value != "transfers":
                continue
            number = match.first("number")
            assert number
            known = sentence.cited.number("transfers.count")
            holds = known is not None and agrees(known, number.value, hedge_in(match), rounds=False)
            sentence.check(holds, evidence.has(sentence, match.text, ("transfers.count",)))
            match.use()


def _clubs(sentence: Parsed) -> bool:
    return any(
        item.kind == "name" and any(name.startswith("transfer.") for name in item.value.ids)
        for item in sentence.items
    )


def _told(sentence: Parsed) -> list[Move]:
    """The moves of a sentence in order; a slot that is filled again begins the next one."""
    moves = [Move()]
    for at, item in enumerate(sentence.items):
        filled = _slot(sentence, at)
        if filled is None:
            continue
        slot, numbers = filled
        if slot in moves[-1].slots:
            moves.append(Move())
        moves[-1].slots[slot] = numbers
        moves[-1].texts.append(item.text)
        item.used = True
    return [move for move in moves if move.slots]


def _slot(sentence: Parsed, at: int) -> tuple[str, set[int]] | None:
    """What an item says of a move, and the transfers of which it is true."""
    item, cited = sentence.items[at], sentence.cited
    if item.kind == "name":
        if not any(name == "club" or name.startswith("transfer.") for name in item.value.ids):
            return None
        slot = slot_of_name(sentence, at)
        if slot is None:
            return None
        fits = {n for n in range(1, _MOST + 1)
                if (known := f"transfer.{n}.{slot}") in item.value.ids
                and known in cited.items}  # fmt: skip
        if slot == "to" and "club" in item.value.ids and "club" in cited.items:
            fits |= _open_end(sentence)
        return slot, fits
    if item.kind == "money" and _is_fee(sentence, at):
        held = {at: ids for at, ids, _ in sentence.notes.get("money", [])}
        return "fee", {int(name.split(".")[1]) for name in held.get(at, [])
                       if name.startswith("transfer.")}  # fmt: skip
    if item.kind == "nofee" and cited.has("contract.until", "contract.months_left", "status"):
        sentence.claims += 1  # what the end of a contract means for any player
        item.used = True
        return None
    if item.kind == "nofee":
        return "fee", {n for n in range(1, _MOST + 1) if cited.number(f"transfer.{n}.fee") == 0}
    if item.kind in ("date", "calendar") and not item.used and _is_move_date(sentence, at):
        return "day", {n for n in range(1, _MOST + 1) if _is_on(sentence, at, n)}
    return None


def _open_end(sentence: Parsed) -> set[int]:
    """The latest transfer, where its club is not cited but the player's club is."""
    return set() if sentence.cited.has("transfer.1.to") else {1}


def _is_fee(sentence: Parsed, at: int) -> bool:
    held = {place: ids for place, ids, _ in sentence.notes.get("money", [])}
    return any(name.startswith("transfer.") for name in held.get(at, []))


def _is_move_date(sentence: Parsed, at: int) -> bool:
    if [i for i in sentence.near(at, "name") if slot_of_name(sentence, i)]:
        return True
    if sentence.near(at, *_VERBS) or not sentence.has("contract", "incontract", "value", "born"):
        return sentence.has(*_VERBS)
    return False


def _is_on(sentence: Parsed, at: int, number: int) -> bool:
    item, day = sentence.items[at], sentence.cited.day(f"transfer.{number}.day")
    if day is None:
        return False
    return day.year == item.value if item.kind == "calendar" else bool(item.value.includes(day))


def slot_of_name(sentence: Parsed, at: int) -> str | None:
    """`from` or `to` where the words before a club's name say a move; None for any other place."""
    following = sentence.items[at + 1].kind if at + 1 < len(sentence.items) else ""
    if following in ("paid", "bought"):
        return "to"
    if following == "sold":
        return "from"
    index = at - 1
    while index >= 0 and sentence.items[index].kind in ("club", "league"):
        index -= 1
    if index < 0:
        return None
    kind = sentence.items[index].kind
    if kind == "from":
        return "from"
    if kind in ("to", "movein", "into"):
        return (
            "to"
            if kind != "to"
            or sentence.has("move", "movenoun", "movein", "moveout", "from", "sold", "bought")
            else None
        )
    if kind == "side" and sentence.items[index].value != "left":
        return None
    if kind in ("moveout", "side", "paid"):
        sentence.items[index].used = True
        return "from"
    earlier = [sentence.items[i].kind for i in range(max(0, at - 6), at)]
    if kind in ("for", "by", "with", "at") and any(
        k in ("move", "movenoun", "movein", "sold", "bought") for k in earlier
    ):
        return "to" if kind != "at" or "movein" in earlier else None
    if kind == "for" and ("moveout" in earlier or "side" in earlier):
        return "to"
    return None
