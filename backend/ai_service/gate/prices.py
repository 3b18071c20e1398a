"""Sums of money: the value now, at its highest, so long ago or on a day; and fees."""

from typing import Final

from ai_service.gate import evidence
from ai_service.gate.hedges import hedge_in
from ai_service.gate.money import Amount
from ai_service.gate.numbers import Hedge, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.gate.counts import hedge_start

_NOW: Final = ("value.now", "value.latest")
_THEN: Final = {12: "value.12m", 24: "value.24m", 36: "value.36m"}
_ALL: Final = (*_NOW, "value.highest", *_THEN.values())
_JOINTS: Final = frozenset("of in at for with by on and as".split())
_A_YEAR: Final = 12


def check(sentence: Parsed) -> None:
    """Bind every sum of money to what it is said of, and compare it with the evidence."""
    said: list[tuple[int, list[str], float]] = []
    for at, item in enumerate(sentence.items):
        if item.kind != "money" or item.used:
            continue
        amount: Amount = item.value
        match = Match(sentence, hedge_start(sentence, at), at + 1)
        if not amount.is_euro:
            sentence.check(False, f"“{match.text}”: all money on record is in euros")
            item.used = True
            continue
        hedge = hedge_in(match)
        ids = role(sentence, at, match.start)
        holding = [name for name in ids if _agrees(sentence, name, amount, hedge)]
        sentence.check(bool(holding), evidence.has(sentence, match.text, ids))
        match.use()
        said.append((at, holding, amount.number.value))
    sentence.notes["money"] = said


def _agrees(sentence: Parsed, name: str, amount: Amount, hedge: Hedge | None) -> bool:
    known = sentence.cited.number(name) if name in sentence.cited.items else None
    return known is not None and agrees(known, amount.number, hedge, rounds=True)


def role(sentence: Parsed, at: int, start: int) -> list[str]:
    """The ids a sum may be the value of, by the words around it."""
    if _is_fee(sentence, at):
        return _fees(sentence)
    behind = _behind(sentence, at)
    if behind is not None:
        return behind
    ahead = _ahead(sentence, start)
    if ahead is not None:
        return ahead
    return _dated(sentence, at) or list(_NOW)


def _behind(sentence: Parsed, at: int) -> list[str] | None:
    """What follows at once: "€50m at its highest", "€30m a year earlier", "€45m now"."""
    items, index = sentence.items, at + 1
    while index < len(items) and items[index].kind in ("at", "in", "as", "open", "on", "of"):
        index += 1
    if index >= len(items):
        return None
    item = items[index]
    if item.kind in ("highest", "peak") and sentence.part[index] - sentence.part[at] <= (
        items[at + 1].kind == "open"
    ):
        item.used = True
        return ["value.highest"]
    if item.kind == "now" and index == at + 1:
        return list(_NOW)
    if (ids := _ago(sentence, index)) is not None:
        return ids
    if item.kind == "date" and not item.value.is_year:
        return _on(sentence, index)
    if item.kind == "calendar":
        return _on(sentence, index)
    return None


def _ago(sentence: Parsed, at: int) -> list[str] | None:
    item = sentence.items[at]
    if item.kind == "agodur":
        item.used = True
        months = round(item.value.value)
        return [_THEN[months]] if months in _THEN else []
    if item.kind == "period" and item.value == "before" and "year" in item.text.lower():
        item.used = True
        return [_THEN[_A_YEAR]]
    if item.kind == "ago":
        return list(_THEN.values())
    return None


def _ahead(sentence: Parsed, start: int) -> list[str] | None:
    """What stands at once before: "its highest of €50m", "a fee of €9.5m", "from €30m"."""
    items, index = sentence.items, start - 1
    while index >= 0 and (
        items[index].kind in _JOINTS or items[index].kind in ("colon", "comma", "open", "value")
    ):
        index -= 1
    if index < 0:
        return None
    item = items[index]
    if item.kind in ("highest", "peak"):
        item.used = True
        return ["value.highest"]
    if item.kind == "newest":
        return list(reversed(_NOW))
    if item.kind == "fee":
        return _fees(sentence)
    if item.kind == "now":
        return list(_NOW)
    if item.kind in ("agodur", "period", "ago") and (ids := _ago(sentence, index)) is not None:
        return ids
    if item.kind == "date":
        return _on(sentence, index)
    if item.kind == "calendar":
        return _on(sentence, index)
    if item.kind == "from" and (months := _months(sentence)):
        return [_THEN[months]]
    if item.kind == "from":
        return [*_THEN.values(), "value.highest"]
    if item.kind == "to":
        return list(_NOW)
    return None


def _months(sentence: Parsed) -> int | None:
    """The months in which a value rose or fell: "in two years from €12m"."""
    for at, item in enumerate(sentence.items):
        if item.kind in ("duration", "lapse") and item.value.value in _THEN and not item.used:
            item.used = True
            before = sentence.items[at - 1] if at else item
            if before.kind == "cmpprep" and before.value == "over":
                before.used = True
            return round(item.value.value)
    return None


def _dated(sentence: Parsed, at: int) -> list[str] | None:
    """A day in the same part of the sentence, where there is only one sum."""
    if len(sentence.near(at, "money")) > 1:
        return None
    for index in sentence.near(at, "date", "calendar"):
        return _on(sentence, index)
    for index in sentence.near(at, "agodur"):
        return _ago(sentence, index)
    return None


def _on(sentence: Parsed, at: int) -> list[str]:
    """The valuations that were made when the item says."""
    item = sentence.items[at]
    found = []
    for name in _ALL:
        cited = sentence.cited.items.get(name)
        if cited is None or cited.as_of is None or name == "value.highest":
            continue
        held = (
            item.value == cited.as_of.year
            if item.kind == "calendar"
            else (item.value.includes(cited.as_of))
        )
        if held:
            found.append(name)
    if found:
        item.used = True
    return found or list(_NOW)


def _is_fee(sentence: Parsed, at: int) -> bool:
    """Whether a sum is said of a transfer: a move in its part, and no word of value."""
    near = sentence.near(
        at, "move", "movenoun", "movein", "moveout", "sold", "bought", "fee", "side", "paid"
    )
    clubs = [i for i in sentence.near(at, "name")
             if any(n.startswith("transfer.") for n in sentence.items[i].value.ids)]  # fmt: skip
    return bool(near or clubs) and not sentence.near(at, "value", "newest")


def _fees(sentence: Parsed) -> list[str]:
    return [f"transfer.{number}.fee" for number in range(1, 6)]
