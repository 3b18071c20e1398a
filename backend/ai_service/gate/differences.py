"""Differences, multiples and changes in percent: arithmetic on what the evidence cited gives."""

from typing import Final

from ai_service.gate import evidence, periods, subjects
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import hedge_in, sign_of
from ai_service.gate.numbers import Number, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.gate.reading import Item

_CHANGES: Final = {12: "value.change_12m", 24: "value.change_24m", 36: "value.change_36m"}
_WHOLE: Final = 100
_EXACT_RATIO: Final = 0.05


def check(sentence: Parsed) -> None:
    """Check them before the plain figures: "12 more than" counts nothing by itself."""
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)


def _share(sentence: Parsed, match: Match) -> None:
    """90 % of its highest."""
    said = match.first("pct", "fraction")
    assert said
    known = sentence.cited.number("value.share_of_highest")
    hedge = hedge_in(match)
    holds = known is not None and agrees(known, said.value, hedge, rounds=True, share=True)
    ids = ("value.share_of_highest", "value.now", "value.highest")
    sentence.check(holds, evidence.has(sentence, match.text, ids))
    match.use()


def _below_highest(sentence: Parsed, match: Match) -> None:
    """10 % below its highest."""
    said = match.first("pct", "fraction")
    assert said
    share = sentence.cited.number("value.share_of_highest")
    sign = sign_of(match.items()[match.at("pct", "fraction") - match.start + 1 :])
    hedge = hedge_in(Match(sentence, match.start, match.at("pct", "fraction")))
    holds = share is not None and agrees(
        sign * (share - _WHOLE), said.value, hedge, rounds=True, share=True
    )
    ids = ("value.share_of_highest", "value.now", "value.highest")
    sentence.check(holds, evidence.has(sentence, match.text, ids))
    match.use()


def _percent(sentence: Parsed, match: Match) -> None:
    """Up 50 %; a rise of 50 %; 50 % higher than a year earlier."""
    said, at = match.first("pct", "fraction"), match.at("pct", "fraction")
    assert said
    moves = [item for item in match.items() if item.kind == "trend"]
    sign = sign_of(moves or sentence.items[at + 1 : match.end])
    sign = sign or (1 if said.value.value >= 0 else -1)
    number = Number(abs(said.value.value), said.value.step)
    hedge = hedge_in(Match(sentence, match.start, at))
    ids = value_changes(sentence, match)
    if ids and (
        sentence.has("value", "money", "newest", "lapse", "agodur")
        or not metrics_of(sentence, match)
    ):
        known = [sentence.cited.number(name) for name in ids]
        holds = any(
            k is not None and agrees(sign * k, number, hedge, rounds=True, share=abs(k) <= _WHOLE)
            for k in known
        )
        sentence.check(holds, evidence.has(sentence, match.text, ids))
        match.use()
        return
    pairs = pair(sentence, match)
    changes = [
        _WHOLE * (now - then) / then
        for metric in metrics_of(sentence, match)
        for then, now in pairs(metric)
        if then
    ]
    holds = any(agrees(sign * c, number, hedge, rounds=True, share=True) for c in changes)
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _money(sentence: Parsed, match: Match) -> None:
    """€5m below its highest; €15m more than a year earlier; up €15m in 12 months."""
    said, at = match.first("money"), match.at("money")
    assert said
    moves = [item for item in match.items() if item.kind == "trend"]
    sign = sign_of(moves or sentence.items[at + 1 : match.end])
    hedge = hedge_in(Match(sentence, match.start, at))
    cited = sentence.cited
    if match.first("highest"):
        pairs = [("value.highest", "value.now")]
    else:
        pairs = [(name.replace("change_", ""), "value.latest")
                 for name in value_changes(sentence, match)]  # fmt: skip
    known = [(cited.number(then), cited.number(now)) for then, now in pairs]
    holds = said.value.is_euro and any(
        agrees(sign * (now - then), said.value.number, hedge, rounds=True)
        for then, now in known
        if then is not None and now is not None
    )
    ids = [name for pair_ in pairs for name in pair_]
    sentence.check(holds, evidence.has(sentence, match.text, ids))
    match.use()


def value_changes(sentence: Parsed, match: Match) -> list[str]:
    """The changes of value that are meant: of the months named, else those cited."""
    months = [
        round(item.value.value)
        for item in sentence.items
        if item.kind in ("lapse", "agodur", "duration") and item.value.value in _CHANGES
    ]
    for item in sentence.items:
        if item.kind in ("lapse", "agodur", "duration") and item.value.value in _CHANGES:
            item.used = True
        if item.kind == "period" and item.value == "before" and "year" in item.text.lower():
            months.append(12)
            item.used = True
        if item.kind == "cmpprep" and _leads_to_time(sentence, item):
            item.used = True
    if months:
        return [_CHANGES[m] for m in months]
    cited = sentence.cited
    known = [name for name in _CHANGES.values() if cited.number(name) is not None]
    return known[-1:] if sentence.has("total") else known  # "in all": the longest time


def _leads_to_time(sentence: Parsed, item: Item) -> bool:
    """Whether "over" only says during which time: "over 12 months"."""
    at = sentence.items.index(item)
    before = sentence.items[at - 1].kind if at else ""
    after = sentence.items[at + 1].kind if at + 1 < len(sentence.items) else ""
    return item.value == "over" and before != "in" and after in ("lapse", "duration")


def metrics_of(sentence: Parsed, match: Match) -> list[str]:
    inside = subjects.inside(match)
    found = [inside] if inside else subjects.nearest(sentence, match.start)
    sentence.notes.setdefault("compared", []).extend(found)
    return [metric for metric in found if metric != "value"]


def pair(sentence: Parsed, match: Match):  # type: ignore[no-untyped-def]
    """The figures of the two periods compared: a function from metric to (then, now) pairs."""
    anchors: list[periods.Anchor] = sentence.notes["periods"]
    inner = [a for a in anchors if match.start <= a.start < match.end]
    covered = sum(a.end - a.start for a in inner)
    if sum(item.kind in ("season", "calendar", "period") for item in match.items()) > covered:
        return lambda metric: []  # a period that is not on record
    outer = [a for a in anchors if a not in inner and not a.taken]
    for anchor in inner:
        anchor.taken = True
    cited = sentence.cited

    def pairs(metric: str) -> list[tuple[float, float]]:
        if len(inner) > 1 and inner[0].years and inner[-1].years:
            then_year, now_years = inner[-1].years[0], [inner[0].years[0]]
        elif inner and len(inner[-1].years) > 1:
            then_year, now_years = inner[-1].years[0], [inner[-1].years[-1]]
        elif inner and inner[-1].years:
            then_year = inner[-1].years[0]
            near = periods.nearest(sentence, match.start, outer, [match.start])
            now_years = [y for a in near for y in a.years if y != then_year]
            if not now_years:
                now_years = [y for y in cited.years if y != then_year]
        else:
            years = [y for y in cited.years if cited.season(metric, y) is not None]
            ranges = [a for a in outer if len(a.years) > 1]
            if ranges:
                ranges[0].use(sentence)
                years = [ranges[0].years[0], ranges[0].years[-1]]
            if len(years) != 2:  # noqa: PLR2004
                return []
            then_year, now_years = years[0], [years[1]]
        then = cited.season(metric, then_year)
        found = [cited.season(metric, year) for year in now_years]
        return [(then, now) for now in found if now is not None and then is not None]

    return pairs


def _difference(sentence: Parsed, match: Match) -> None:
    """12 more than the season before; up 0.23 on 2024/25; five fewer goals than in 2024/25."""
    said = match.first("number", "article")
    at = match.at("number", "article")
    assert said
    others = [i for n, i in enumerate(match.items(), match.start) if n > at or i.kind == "trend"]
    sign = sign_of(others)
    before = Match(sentence, match.start, at)
    hedge = hedge_in(before) if not before.first("trend") or before.first("hedge") else None
    pairs = pair(sentence, match)
    metrics = metrics_of(sentence, match) or _counted(sentence, match)
    holds = any(
        agrees(sign * (now - then), said.value, hedge, rounds=metric.endswith("_per_90"))
        for metric in metrics
        for then, now in pairs(metric)
    )
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _than_figure(sentence: Parsed, match: Match) -> None:
    """5 goals in 2021/22 are more than the 2 of 2020/21."""
    at = match.at("number")
    item = sentence.items[at]
    metrics = _counted(sentence, match)
    if not metrics or not any(i.kind in ("metric", "metric1", "rate") and sentence.part[n] ==
                              sentence.part[at] for n, i in enumerate(sentence.items[:at])):  # fmt: skip
        return
    sign = sign_of(sentence.items[match.start : at])
    holds = any(
        agrees(then, item.value, None, rounds=metric.endswith("_per_90"))
        and (now > then) - (now < then) == sign
        for metric in metrics
        for then, now in pair(sentence, match)(metric)
    )
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _counted(sentence: Parsed, match: Match) -> list[str]:
    """The metric counted last before the match."""
    found = subjects.before(sentence, match.start)
    sentence.notes.setdefault("compared", []).extend(found[-1:])
    return found[-1:]


def _ratio(sentence: Parsed, match: Match) -> None:
    """Twice as many goals as in 2024/25; his goals doubled."""
    said = match.first("ratio")
    assert said
    hedge = hedge_in(Match(sentence, match.start, match.at("ratio")))
    pairs = pair(sentence, match)
    metrics = metrics_of(sentence, match) or _counted(sentence, match)
    factor = float(said.value)
    ratios = [now / then for m in metrics for then, now in pairs(m) if then]
    if (ends := _ends(sentence, match.end)) and ends[0]:
        ratios = [ends[1] / ends[0]]  # the figures themselves are checked with the others
    if not ratios and sentence.has("value", "money"):
        known = [sentence.cited.number(name) for name in value_changes(sentence, match)]
        ratios = [1 + change / _WHOLE for change in known if change is not None]
    near = {None: lambda r: abs(r - factor) <= _EXACT_RATIO * factor,
            "exactly": lambda r: r == factor,
            "about": lambda r: abs(r - factor) <= 3 * _EXACT_RATIO * factor,
            "over": lambda r: factor < r < factor * 1.5,
            "just over": lambda r: factor < r < factor * 1.1,
            "nearly": lambda r: 0.9 * factor <= r < factor}  # fmt: skip
    test = near.get(hedge)
    holds = test is not None and any(test(ratio) for ratio in ratios)
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _ends(sentence: Parsed, at: int) -> tuple[float, float] | None:
    """The figures after "from" and "to" behind an item: "doubled from 12 to 24"."""
    found: dict[str, float] = {}
    for index in range(at, len(sentence.items)):
        item = sentence.items[index]
        before = sentence.items[index - 1].kind
        if item.kind in ("number", "money") and before in ("from", "to"):
            number = item.value if item.kind == "number" else item.value.number
            found.setdefault(before, number.value)
    return (found["from"], found["to"]) if len(found) == 2 else None  # noqa: PLR2004


_TO: Final = "(between|in|on|from|over|against|than|in|of|at|by|compared|to|as|and)*"
RULES: Final[Table] = (
    ("H (pct|fraction) of (value|share|of)* (highest|peak)", _share),
    (
        "share (of|value)* (highest|peak) (of|at|is|colon|comma|open|value|in)* H (pct|fraction)",
        _share,
    ),
    (
        "H (pct|fraction) (cmpprep|hedge|cmp than|trend (from|on)?) (value|of|at)* (highest|peak)",
        _below_highest,
    ),
    (
        "H money (cmpprep|hedge|cmp (value)? than|trend (from|on)?) J (highest|agodur|period)",
        _money,
    ),
    ("trend (by|of)? H money J highest", _money),
    ("trend (by|of) H money", _money),
    ("H money (trend|cmp) J (lapse|duration|agodur)?", _money),
    ("trend strength? (by|of|in|at|value|changed|open)* H (pct|fraction)", _percent),
    ("changed (by|of|in|at|value|lapse|duration|cmpprep|colon)* H pct", _percent),
    ("H (pct|fraction) trend", _percent),
    ("H (pct|fraction) (hedge|cmp (M|value)? than|cmpprep) J (agodur|lapse|PERIOD)", _percent),
    ("H (pct|fraction) cmp", _percent),
    ("(hedge|cmp than) number (of|in|from) PERIOD", _than_figure),
    ("H N M? cmp M? (J PERIOD)? than J PERIOD", _difference),
    (f"H N M? (hedge|cmp (M|value)? than|trend {_TO}) J PERIOD", _difference),
    (f"trend (by|of)* H N M? {_TO} PERIOD ((to|and) PERIOD)?", _difference),
    ("trend by H N M?", _difference),
    (f"(hedge|cmp than|cmpprep)? ratio (M|value|of|as|in)* (PERIOD J)? {_TO} PERIOD", _ratio),
    ("(hedge|cmp than|cmpprep)? ratio M?", _ratio),
)
