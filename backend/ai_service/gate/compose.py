"""Items put together: `0.70` + `goals` + `per 90`, `seven` + `months`, `two` + `seasons`."""

from collections.abc import Callable
from typing import Any, Final

from ai_service.gate.grammar import shape
from ai_service.gate.items import Item
from ai_service.gate.numbers import Number

_MONTHS_A_YEAR: Final = 12
_SKIP: Final = object()  # what a rule makes of items that it does not fit after all

Maker = Callable[[list[Item]], Any]


def compose(items: list[Item]) -> list[Item]:
    """The items with every rule applied, in order."""
    found = shape(items)
    for written, kind, make in _RULES:
        if not (spans := found.spans(written)):
            continue
        joined, last = [], 0
        for start, end in spans:
            part = items[start:end]
            joined += items[last:start]
            last = end
            if (value := make(part)) is _SKIP:
                joined += part
                continue
            text = " ".join([item.text for item in part])
            joined.append(Item(kind, value, text, lead=part[0].lead))
        items = joined + items[last:]
        found = shape(items)
    return items


def _more_months(part: list[Item]) -> Any:
    """Seven more months."""
    return _months(part) if part[1].value == "more" else _SKIP


def _rate(part: list[Item]) -> str:
    """The rate of the metric named in the part."""
    metric = next(item.value for item in part if item.kind in ("metric", "metric1"))
    return f"{metric}_per_90"


def _scoring(_part: list[Item]) -> str:
    return "goals_per_90"


def _nothing(_part: list[Item]) -> None:
    return None


def _second(part: list[Item]) -> Any:
    return part[1].value


def _first(part: list[Item]) -> Any:
    return part[0].value


def _number(part: list[Item]) -> Number:
    return next(item.value for item in part if isinstance(item.value, Number))


def _months(part: list[Item]) -> Number:
    """A stretch of time in months; its step says whether years or months were counted."""
    unit = _MONTHS_A_YEAR if any(item.kind == "year" for item in part) else 1
    counted = [item.value for item in part if isinstance(item.value, Number)]
    if any(item.kind == "fraction" for item in part):
        half = counted[-1].value / 100
        whole = counted[0].value if len(counted) > 1 else 0
        return Number((whole + half) * unit, unit / 2)
    return Number(1 if not counted else counted[0].value).times(unit)


def _sum(part: list[Item]) -> Number:
    years, months = (item.value for item in part if item.kind == "duration")
    return Number(years.value + months.value)


def _seasons(part: list[Item]) -> int:
    return 2 if part[0].kind == "both" else int(_number(part).value)


_RULES: Final[tuple[tuple[str, str, Maker], ...]] = (
    ("year calendar", "calendar", _second),
    ("league (metric|metric1|rate)", "competition", _nothing),
    ("per90 (metric|metric1|seasons)", "pergame", _nothing),
    ("scoring ratenoun per90?", "rate", _scoring),
    ("(metric|metric1) ratenoun? per90", "rate", _rate),
    ("(metric|metric1) ratenoun", "rate", _rate),
    ("ratenoun of (metric|metric1) per90?", "rate", _rate),
    ("ratenoun of scoring per90?", "rate", _scoring),
    ("number percent", "pct", _number),
    ("number cmp (month|year)", "duration", _more_months),  # seven more months
    ("number and fraction (month|year)", "duration", _months),
    ("fraction of? (article year|article month)", "duration", _months),
    ("(number|article) (month|year)", "duration", _months),
    ("span (month|year)", "lapse", _months),
    ("duration and duration", "duration", _sum),
    ("span duration", "lapse", _second),
    ("year (to|until)(?=date)", "lapse", _months),
    ("duration (to|until)(?=date)", "lapse", _first),
    ("duration ago", "agodur", _first),
    ("agodur J newest", "agodur", _first),
    ("(span? number span? seasons|number season1|both (seasons|season1))", "nseasons", _seasons),
    ("span seasons", "recent", _nothing),
    ("metres|number metre", "height_m", _number),
    ("number cm", "height_cm", _number),
    ("number day", "days", _number),
)
