"""Changes and shares of the market value: "up 50 %", "90 % of its highest", "€5m below it"."""

from typing import Final

from ai_service.gate import changes, evidence, pairs, subjects
from ai_service.gate.binding import ends, hedge_start
from ai_service.gate.days import is_on
from ai_service.gate.hedges import hedge_in, sign_of
from ai_service.gate.items import Item
from ai_service.gate.numbers import Hedge, Number, agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_CHANGES: Final = {12: "value.change_12m", 24: "value.change_24m", 36: "value.change_36m"}
_A_YEAR: Final = 12
_WHOLE: Final = 100
_ROUNDED: Final = 0.1  # to this the record gives a change
_SHARE: Final = ("value.share_of_highest", "value.now", "value.highest")
_VALUATIONS: Final = ("value.36m", "value.24m", "value.12m", "value.latest")
_TIMES: Final = ("lapse", "agodur", "duration")


def check(sentence: Parsed) -> None:
    """Check them before plain sums: "€5m below" is no value by itself."""
    sentence.apply(RULES)


def _share(sentence: Parsed, match: Match) -> None:
    """90 % of its highest."""
    number, hedge = match.one("pct", "fraction").value, hedge_in(match)
    share = _of_newest(sentence) if sentence.has("newest") else sentence.cited.number(_SHARE[0])
    holds = share is not None and agrees(share, number, hedge, rounds=True, share=True)
    sentence.check(holds, evidence.has(sentence, match.text, _SHARE))
    match.use()


def _of_newest(sentence: Parsed) -> float | None:
    """What share of the highest value the newest valuation is, which is not always that of now."""
    latest, now, highest = map(sentence.cited.number, ("value.latest", "value.now", _SHARE[-1]))
    known = now if latest is None else latest
    return _WHOLE * known / highest if known is not None and highest else None


def _share_of_it(sentence: Parsed, match: Match) -> None:
    """From a highest of €4m to 15 % of it."""
    if any(sentence.kind(i) in ("highest", "peak") for i in range(match.start)):
        _share(sentence, match)


def _below_highest(sentence: Parsed, match: Match) -> None:
    """10 % below its highest."""
    number, sign, hedge = _said(match, "pct", "fraction")
    share = sentence.cited.number(_SHARE[0])
    holds = share is not None and agrees(
        sign * (share - _WHOLE), number.value, hedge, rounds=True, share=True
    )
    sentence.check(holds, evidence.has(sentence, match.text, _SHARE))
    match.use()


def _percent(sentence: Parsed, match: Match) -> None:
    """Up 50 %; a rise of 50 %; 50 % higher than a year earlier: of the value, or of a season."""
    said, sign, hedge = _said(match, "pct", "fraction")
    if not sign and match.first("trend"):
        sentence.problem(f"“{match.text}” says both that it moved and that it did not")
    sign = sign or (1 if said.value.value >= 0 else -1)
    number = Number(abs(said.value.value), said.value.step)
    ids, metrics = meant(sentence), pairs.metrics(match)
    if (told := _told(sentence, match)) and told[0]:
        change = _WHOLE * (told[1] - told[0]) / told[0]
        on_record = [n for name in ids if (n := sentence.cited.number(name)) is not None]
        known = [change, *(n for n in on_record if abs(n - change) < _ROUNDED)]
        reason = evidence.does_not_follow(match.text)
    elif ids and (sentence.has("value", "money", "newest", "lapse", "agodur") or not metrics):
        known = [n for name in ids if (n := sentence.cited.number(name)) is not None]
        reason = evidence.has(sentence, match.text, ids)
    else:
        found = [pair for metric in metrics for pair in pairs.figures(match, metric)]
        known = [_WHOLE * (now - then) / then for then, now in found if then]
        reason = evidence.does_not_follow(match.text)
        pairs.take(match)
    way, strength = match.first("trend"), match.first("strength")
    holds = any(
        agrees(sign * change, number, hedge, rounds=True, share=abs(change) <= _WHOLE)
        and (not (way and strength) or changes.may_be_called(change, way.value, strength.value))
        for change in known
    )
    sentence.check(holds, reason)
    match.use()


def _told(sentence: Parsed, match: Match) -> tuple[float, float] | None:
    """From what to what a value went: by the sums around, or by the days that are named."""
    return ends(sentence, match.end, "money") or _led(sentence, match) or _between(sentence)


def _led(sentence: Parsed, match: Match) -> tuple[float, float] | None:
    """€45m, up 50 % from €30m: the present value leads, and the earlier one follows "from"."""
    sums = [(at, i.value.number) for at, i in enumerate(sentence.items) if i.kind == "money"]
    now = [shown for at, shown in sums if at < match.start]
    then = [shown for at, shown in sums if at > match.start and sentence.kind(at - 1) == "from"]
    if not len(now) == len(then) == 1:
        return None
    return _exact(sentence, then[0]), _exact(sentence, now[0])


def _exact(sentence: Parsed, shown: Number) -> float:
    """The value on record that is written rounded, or the sum as it is written."""
    known = [sentence.cited.number(name) for name in ("value.now", *_VALUATIONS)]
    fits = (n for n in known if n and n >= 1 and agrees(n, shown, None, rounds=True))
    return next(fits, shown.value)


def _between(sentence: Parsed) -> tuple[float, float] | None:
    """The values on the two days of valuations that a sentence names, in order."""
    days = [item for item in sentence.items if item.kind == "date"]
    values = [
        number
        for day in days
        for name in _VALUATIONS
        if (item := sentence.cited.items.get(name)) and is_on(day, item.as_of)
        and (number := sentence.cited.number(name)) is not None
    ]  # fmt: skip
    return (values[0], values[1]) if len(values) == len(days) == len(("then", "now")) else None


def _money(sentence: Parsed, match: Match) -> None:
    """€5m below its highest; €15m more than a year earlier; up €15m in 12 months."""
    said, sign, hedge = _said(match, "money")
    if not sign:
        return  # "€45m is near its highest"
    pairs_of_ids = [("value.highest", "value.now")]
    if not match.first("highest"):
        pairs_of_ids = [(name.replace("change_", ""), "value.latest") for name in meant(sentence)]
    number = sentence.cited.number
    known = [(number(then), number(now)) for then, now in pairs_of_ids]
    if told := _told(sentence, match):
        known = [told]
    holds = said.value.is_euro and any(
        agrees(sign * (now - then), said.value.number, hedge, rounds=True)
        for then, now in known
        if then is not None and now is not None
    )
    ids = [name for pair in pairs_of_ids for name in pair]
    sentence.check(holds, evidence.has(sentence, match.text, ids))
    match.use()


def _said(match: Match, *kinds: str) -> tuple[Item, int, Hedge | None]:
    """The amount in a match, which way it goes, and its hedge."""
    at = match.at(*kinds)
    moves = [item for item in match.items if item.kind == "trend"]
    sign = sign_of(moves or match.sentence.items[at + 1 : match.end])
    before = Match(match.sentence, hedge_start(match.sentence, at), at)
    return match.sentence.items[at], sign, hedge_in(before)


def meant(sentence: Parsed) -> list[str]:
    """The changes of value that are meant: of the months named, else those cited."""
    months: list[int] = []
    for at, item in enumerate(sentence.items):
        if item.kind in _TIMES and item.value.value in _CHANGES:
            months.append(round(item.value.value))
            item.used = True
        elif is_year_before(item):
            months.append(_A_YEAR)
            item.used = True
        elif item.kind == "cmpprep" and _leads_to_time(sentence, at):
            item.used = True
    if months:
        return [_CHANGES[count] for count in months]
    known = [name for name in _CHANGES.values() if sentence.cited.number(name) is not None]
    return known[-1:] if sentence.has("total") else known  # "in all": the longest time


def is_year_before(item: Item) -> bool:
    """Whether "a year earlier" stands for 12 months."""
    return item.kind == "period" and item.value == "before" and "year" in item.text.lower()


def is_of_value(sentence: Parsed, match: Match) -> bool:
    """Whether a comparison is of the market value."""
    near = subjects.nearest(sentence, match.start)
    return not subjects.inside(match) and subjects.VALUE in near


def _leads_to_time(sentence: Parsed, at: int) -> bool:
    """Whether "over" only says in which time: "over 12 months"."""
    is_over = sentence.items[at].value == "over" and sentence.kind(at - 1) != "in"
    return is_over and sentence.kind(at + 1) in ("lapse", "duration")


_TIME: Final = "comma|on|lapse|duration|cmpprep lapse|cmpprep duration"
_AT_HIGHEST: Final = "(highest|peak)"
RULES: Final = Rules(
    (f"equal? H SHARE of (value|share|of)* {_AT_HIGHEST}", _share),
    ("H SHARE of (?=(stop|comma|close|sep))", _share_of_it),
    (f"share (of|value)* {_AT_HIGHEST} (of|at|colon|comma|open|value|in)* H SHARE", _share),
    (
        f"H SHARE (cmpprep|hedge|cmp than|trend (from|on)?) (value|of|at)* {_AT_HIGHEST}",
        _below_highest,
    ),
    (f"trend (by|of)? H SHARE (from|on|since|of|value)* {_AT_HIGHEST}", _below_highest),
    (
        "H money (cmpprep|hedge|cmp (value)? than|trend (from|on)?) J (highest|agodur|period)",
        _money,
    ),
    ("trend (by|of)? H money J highest", _money),
    ("trend (by|of) H money", _money),
    ("H money (trend|cmp) J (lapse|duration|agodur)?", _money),
    (f"trend strength? (by|of|in|at|value|changed|open|{_TIME})* H SHARE", _percent),
    ("changed (by|of|in|at|value|lapse|duration|cmpprep|colon)* H pct", _percent),
    ("H SHARE trend", _percent),
    ("H SHARE (hedge|cmp (M|value)? than|cmpprep) J (agodur|lapse|PERIOD)", _percent),
    ("H SHARE cmp", _percent),
)
