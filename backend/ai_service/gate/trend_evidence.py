"""Which way a metric went, by the evidence cited: its trend, its seasons, its ranks, the value."""

from itertools import pairwise
from typing import Final

from ai_service import evidence_values
from ai_service.gate import changes, evidence, periods, value_changes
from ai_service.gate.parsed import Parsed
from ai_service.phrasing import METRICS

_WHOLE: Final = 100
_TENTH: Final = 10
_ENOUGH: Final = 2
_LEAST_MINUTES: Final = 900
_GOOD: Final = {"better": "rising", "worse": "falling"}
_OPPOSITE: Final = {"rising": "falling", "falling": "rising"}


def holds(
    sentence: Parsed, at: int, metric: str, direction: str, strength: str
) -> tuple[bool | None, str]:
    """Whether a metric went so, None where the evidence does not say; and the reason."""
    wanted = _GOOD.get(direction, direction)
    if direction in _GOOD and metric in METRICS and METRICS[metric].good == "low":
        wanted = _OPPOSITE[wanted]
    text = sentence.items[at].text
    if metric == "value":
        return _value(sentence, text, wanted, strength)
    return _season(sentence, at, metric, wanted, strength)


def _value(sentence: Parsed, text: str, wanted: str, strength: str) -> tuple[bool | None, str]:
    ids = value_changes.meant(sentence)
    known = [n for name in ids if (n := sentence.cited.number(name)) is not None]
    share = sentence.cited.number("value.share_of_highest")
    if not known and sentence.has("highest") and share is not None:
        known = [share - _WHOLE]
    fits = (
        all(changes.may_be_called(change, wanted, strength) for change in known) if known else None
    )
    return fits, evidence.has(sentence, text, ids or ["value.change_12m"])


def _season(
    sentence: Parsed, at: int, metric: str, wanted: str, strength: str
) -> tuple[bool | None, str]:
    text = sentence.items[at].text
    if any(list(a.years) != sorted(set(a.years)) for a in sentence.anchors):
        return None, f"“{text}”: the seasons run backwards"
    cited, plain = sentence.cited, "level" if wanted == "little" else wanted
    known_trend = evidence_values.text(sentence.index.items.get(f"trend.{metric}"))
    if known_trend not in (None, plain) and "are" in sentence.items[at].lead.lower().split():
        return False, f"“{text}”: on record, {metric.replace('_', ' ')} are {known_trend}"
    trend = cited.text(f"trend.{metric}")
    if trend is not None and not strength and _is_trends_time(sentence, metric):
        return trend == plain, evidence.has(sentence, text, [f"trend.{metric}"])
    years = _years(sentence, metric)
    known = [f for year in years if (f := cited.season(metric, year)) is not None]
    if len(known) < _ENOUGH:
        known = _ranks(sentence, metric, years)
    if len(known) < _ENOUGH:
        return None, f"“{text}” needs evidence that is not cited: trend.{metric}"
    went = " to ".join(f"{figure:g}" for figure in known)
    reason = f"“{text}”: {metric.replace('_', ' ')} went {went}"
    if strength and known[0]:
        return changes.may_be_called(
            _WHOLE * (known[-1] - known[0]) / known[0], wanted, strength
        ), reason
    return _direction(known) == plain, reason


def _years(sentence: Parsed, metric: str) -> list[int]:
    """The seasons a direction is said over: those named, with the one before, or those cited."""
    named = periods.years_named(sentence)
    periods.use(sentence, sentence.anchors)
    if len(named) >= _ENOUGH:
        return named
    known = [y for y in sentence.cited.years if sentence.cited.season(metric, y) is not None]
    if not named:
        return known
    return [*[year for year in known if year < named[0]][-1:], named[0]]


def _ranks(sentence: Parsed, metric: str, years: list[int]) -> list[float]:
    """The percentiles of a metric in the order of the seasons, where ranks are compared."""
    wanted = set(years) if len(years) >= _ENOUGH else set(sentence.cited.years)
    found = {
        (year, item.cohort.scope): float(item.value)
        for year, item in sentence.cited.ranks(metric)
        if year in wanted and item.cohort and isinstance(item.value, int | float)
    }
    scopes = {scope for _, scope in found}
    return [found[key] for key in sorted(found)] if len(scopes) == 1 else []


def _direction(known: list[float]) -> str:
    steps = [after - before for before, after in pairwise(known)]
    if all(step > 0 for step in steps):
        return "rising"
    if all(step < 0 for step in steps):
        return "falling"
    return "level" if (max(known) - min(known)) * _TENTH <= abs(known[0]) else "mixed"


def _is_trends_time(sentence: Parsed, metric: str) -> bool:
    """Whether the seasons named, if any, are those that the trend is over."""
    over = _seasons_of_trend(sentence, metric)
    ends = (over[0], over[-1]) if over else None
    for anchor in sentence.anchors:
        if anchor.scope == "last" and over and anchor.count not in (len(over), _full(sentence)):
            return False
        if len(anchor.years) >= _ENOUGH and (anchor.years[0], anchor.years[-1]) != ends:
            return False
        sentence.use(anchor.start, anchor.end)
    named = periods.years_named(sentence)
    return len(named) < _ENOUGH or (named[0], named[-1]) == ends


def _seasons_of_trend(sentence: Parsed, metric: str) -> list[int]:
    """The years of the periods on record within the period of the trend."""
    first, _, last = (sentence.cited.items[f"trend.{metric}"].period or "").partition(" to ")
    index = sentence.index
    return [year for year in index.years if last and first <= index.periods[year] <= last]


def _full(sentence: Parsed) -> int:
    """How many seasons on record are long enough for a trend."""
    minutes = [sentence.index.items.get(f"season.{y}.minutes") for y in sentence.index.years]
    return sum(isinstance(i.value, int | float) and i.value >= _LEAST_MINUTES for i in minutes if i)
