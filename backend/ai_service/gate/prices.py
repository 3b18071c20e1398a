"""Sums of money: the value now, at its highest, so long ago or on a day; and fees."""

from typing import Final

from ai_service import evidence_values
from ai_service.gate import evidence
from ai_service.gate.binding import hedge_start
from ai_service.gate.claims import Price
from ai_service.gate.days import is_on
from ai_service.gate.grammar import kinds
from ai_service.gate.hedges import hedge_in
from ai_service.gate.money import Amount
from ai_service.gate.numbers import Hedge, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.gate.value_changes import is_year_before

_NOW: Final = ["value.now", "value.latest"]
_THEN: Final = {12: "value.12m", 24: "value.24m", 36: "value.36m"}
_HIGHEST: Final = ["value.highest"]
_FEES: Final = [f"transfer.{number}.fee" for number in range(1, 6)]
_A_YEAR: Final = 12
_CHANGES: Final = kinds("pct fraction lapse duration agodur")
_AMOUNTS: Final = kinds("money hedge cmp cmpprep pct fraction strength ratio")
_JOINTS_BEHIND: Final = kinds("at in as open on of")
_JOINTS_AHEAD: Final = kinds("of in at for with by on and as colon comma open value")
_OF_MOVES: Final = kinds("move movenoun movein moveout sold bought fee side paid")


def check(sentence: Parsed) -> None:
    """Bind every sum of money to what it is said of, and compare it with the evidence."""
    for at, item in enumerate(sentence.items):
        if item.text.lower() == "worth" and sentence.kind(at + 1) not in _AMOUNTS:
            sentence.problem("“worth”: say how much")
        if item.kind != "money" or item.used:
            continue
        amount: Amount = item.value
        match = Match(sentence, hedge_start(sentence, at), at + 1)
        ids = _role(sentence, at, match.start)
        hedge = hedge_in(match)
        holding = [name for name in ids if _agrees(sentence, name, amount, hedge)]
        reason = evidence.has(sentence, match.text, ids)
        if not amount.is_euro:
            holding, reason = [], f"“{match.text}”: all money on record is in euros"
        sentence.check(bool(holding), reason)
        sentence.prices.append(Price(at, holding, amount.number.value))
        match.use()


def _agrees(sentence: Parsed, name: str, amount: Amount, hedge: Hedge | None) -> bool:
    known = sentence.cited.number(name) if name in sentence.cited.items else None
    return known is not None and agrees(known, amount.number, hedge, rounds=True)


def _role(sentence: Parsed, at: int, start: int) -> list[str]:
    """The ids a sum may be the value of: by the words behind it, before it, or in its part."""
    if _is_fee(sentence, at):
        return _FEES
    index = start - 1
    while sentence.kind(index) in _JOINTS_AHEAD - {"comma"}:
        index -= 1
    if sentence.kind(index) in ("highest", "peak"):
        return _ahead(sentence, start) or _HIGHEST  # whatever day follows
    for found in (_behind(sentence, at), _ahead(sentence, start), _in_part(sentence, at)):
        if found is not None:
            return found
    return _today(sentence)


def _today(sentence: Parsed) -> list[str]:
    """The value on record; where that is another than the newest valuation, only that."""
    says_valuation = any("valuation" in item.text.lower() for item in sentence.items)
    return _NOW if says_valuation or not _differ(sentence) else _NOW[:1]


def _newest(sentence: Parsed) -> list[str]:
    """The newest valuation, which the value on record need not be."""
    return _NOW[1:] if _differ(sentence) else _NOW[::-1]


def _end(sentence: Parsed) -> list[str]:
    """What a value rose or fell to: where a change is given, the newest valuation."""
    return _newest(sentence) if sentence.has(*_CHANGES) else _NOW


def _differ(sentence: Parsed) -> bool:
    now, latest = (evidence_values.number(sentence.index.items.get(name)) for name in _NOW)
    return now is not None and latest is not None and now != latest


def _is_fee(sentence: Parsed, at: int) -> bool:
    """Whether a sum is said of a transfer: a move or its clubs in its part, no word of value."""
    clubs = any(
        name.startswith("transfer.")
        for i in sentence.near(at, "name")
        for name in sentence.items[i].value.ids
    )
    is_of_move = clubs or bool(sentence.near(at, *_OF_MOVES))
    if sentence.kind(at - 1) == "for" and sentence.has("movenoun"):
        return not sentence.has("value", "newest")  # one transfer, for €9.5m
    return is_of_move and not sentence.near(at, "value", "newest")


def _behind(sentence: Parsed, at: int) -> list[str] | None:
    """What follows at once: "€50m at its highest", "€30m a year earlier", "€45m now"."""
    index = at + 1
    while sentence.kind(index) in _JOINTS_BEHIND:
        index += 1
    parts_on = sentence.part[index] - sentence.part[at] if index < len(sentence.items) else 0
    if sentence.kind(index) in ("highest", "peak"):
        if parts_on > (sentence.kind(at + 1) == "open"):
            return None
        sentence.items[index].used = True
        return _HIGHEST
    if sentence.kind(index) == "now":
        return _today(sentence) if index == at + 1 else None
    return _then(sentence, index)


def _ahead(sentence: Parsed, start: int) -> list[str] | None:
    """What stands at once before: "its highest of €50m", "a fee of €9.5m", "from €30m"."""
    index = start - 1
    while sentence.kind(index) in _JOINTS_AHEAD:
        index -= 1
    kind = sentence.kind(index)
    if kind in ("highest", "peak"):
        # In "at its highest, at €50m" that it is there is one more claim (`highs`).
        between = {item.kind for item in sentence.items[index + 1 : start]}
        is_there = sentence.kind(index - 1) == "at" and between == {"comma", "at"}
        sentence.items[index].used = not is_there
        return _HIGHEST
    if kind == "from":
        months = _months(sentence)
        return [_THEN[months]] if months else [*_THEN.values(), *_HIGHEST]
    if kind == "to" and any(
        sentence.kind(i) == "money" and sentence.kind(i - 1) == "to"
        for i in range(start + 1, len(sentence.items))
    ):
        return [*_THEN.values(), *_NOW]  # from €12m to €30m to €45m
    if kind == "fee":
        return _FEES
    plain = {"newest": _newest, "now": _today, "to": _end}
    return plain[kind](sentence) if kind in plain else _then(sentence, index)


def _in_part(sentence: Parsed, at: int) -> list[str] | None:
    """A time in the same part of the sentence, where there is only one sum."""
    if len(sentence.near(at, "money")) > 1:
        return None
    places = sentence.near(at, "date", "calendar", "agodur")
    return _then(sentence, places[0]) if places else None


def _then(sentence: Parsed, at: int) -> list[str] | None:
    """The valuations of the time that an item names; None where it names none."""
    kind = sentence.kind(at)
    if kind in ("date", "calendar"):
        return _on(sentence, at)
    if kind == "ago":
        return list(_THEN.values())
    if kind not in ("agodur", "period"):
        return None
    item = sentence.items[at]
    if kind == "period" and not is_year_before(item):
        return None
    item.used = True
    months = _A_YEAR if kind == "period" else round(item.value.value)
    return [_THEN[months]] if months in _THEN else []


def _on(sentence: Parsed, at: int) -> list[str]:
    """The valuations that were made when the item says; those of now where none was."""
    item, items = sentence.items[at], sentence.cited.items
    found = [
        name
        for name in (*_NOW, *_THEN.values())
        if name in items and is_on(item, items[name].as_of)
    ]
    item.used = item.used or bool(found)
    return found or _today(sentence)


def _months(sentence: Parsed) -> int | None:
    """The months in which a value rose or fell: "in two years from €12m"."""
    for at, item in enumerate(sentence.items):
        if item.kind in ("duration", "lapse") and item.value.value in _THEN:
            item.used = True
            if sentence.kind(at - 1) == "cmpprep" and sentence.items[at - 1].value == "over":
                sentence.items[at - 1].used = True
            return int(item.value.value)
    return None
