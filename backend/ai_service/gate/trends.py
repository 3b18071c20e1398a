"""Directions: rising and falling, more and fewer than before, at or below the highest."""

from typing import Final

from ai_service.gate import counts, dates, differences, evidence, subjects
from ai_service.gate.dates import Period
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import sign_of
from ai_service.gate.parsed import Match, Parsed
from ai_service.words import METRICS

_WHOLE: Final = 100
_TENTH: Final = 10
_SHARP: Final = 50
_ENOUGH: Final = 2
_LEAST_MINUTES: Final = 900
_GOOD: Final = {"better": "rising", "worse": "falling"}
_OPPOSITE: Final = {"rising": "falling", "falling": "rising"}


def check(sentence: Parsed) -> None:
    """Check every direction; figures and sums of money have been read before."""
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)


def _counted(sentence: Parsed, match: Match) -> None:
    """All three trends."""
    number, fact = match.first("number"), match.first("fact")
    assert number and fact
    if fact.value == "trend":
        known = sum(name.startswith("trend.") for name in sentence.cited.items)
        sentence.check(known == number.value.value, f"“{match.text}”: {known} are cited")
        match.use()


def _than_period(sentence: Parsed, match: Match) -> None:
    """More goals than in 2024/25; fewer minutes than the season before; the same as in 2024/25."""
    word = match.first("cmp", "hedge", "equal", "cmpprep")
    assert word
    if not subjects.inside(match) and "value" in subjects.nearest(sentence, match.start):
        _value_than(sentence, match, sign_of([word]))
        return
    pairs = differences.pair(sentence, match)
    metrics = differences.metrics_of(sentence, match) or subjects.before(sentence, match.start)[-1:]
    sign = sign_of([word])
    denied = sentence.is_denied(match.start)
    found = [(metric, pair) for metric in metrics for pair in pairs(metric)]
    if word.value in ("good", "bad"):
        holds = any(_is_better(m, then, now) == (word.value == "good") and then != now
                    for m, (then, now) in found)  # fmt: skip
    else:
        holds = any((now > then) - (now < then) == sign for _, (then, now) in found)
    sentence.check(
        bool(found) and holds != denied, f"“{match.text}” does not follow from the evidence cited"
    )
    match.use()


def _value_than(sentence: Parsed, match: Match, sign: int) -> None:
    """Higher than a year earlier."""
    ids = differences.value_changes(sentence, match)
    denied = sentence.is_denied(match.start)
    known = [n for name in ids if (n := sentence.cited.number(name)) is not None]
    holds = bool(known) and all((n > 0) - (n < 0) == sign for n in known)
    sentence.check(holds != denied, evidence.has(sentence, match.text, ids))
    match.use()


def _is_better(metric: str, then: float, now: float) -> bool:
    good_high = metric not in METRICS or METRICS[metric].good == "high"
    return now > then if good_high else now < then


def _moves(sentence: Parsed, match: Match) -> None:
    """Rising; fell from 24 to 12; up from €30m."""
    at = match.at("trend")
    word = sentence.items[at]
    strength = match.first("strength") or next(
        (sentence.items[i] for i in sentence.near(at, "strength") if abs(i - at) <= 1), None
    )
    denied = sentence.is_denied(match.start)
    reason = f"“{match.text}” does not follow from the evidence cited"
    outcome = _between(sentence, at, word.value)
    if outcome is None:
        outcome, why = _by_evidence(sentence, at, word.value, strength.value if strength else "")
        reason = why or reason
    elif strength is not None:
        outcome = outcome and _is_strong(sentence, at, strength.value)
    sentence.check(outcome != denied, reason)
    match.use()
    if strength is not None:
        strength.used = True


def _between(sentence: Parsed, at: int, direction: str) -> bool | None:
    """The direction from one figure of the sentence to another; None where it names none."""
    first, second = _ends(sentence, at)
    if first is None:
        return None
    if second is None:
        return None
    if direction in ("better", "worse"):
        direction = _GOOD[direction]
    step = (second > first) - (second < first)
    if direction in ("level", "little"):
        return abs(second - first) * _TENTH <= abs(first)
    return step == {"rising": 1, "falling": -1}.get(direction, 2)


def _ends(sentence: Parsed, at: int) -> tuple[float | None, float | None]:
    """The figures after "from" and "to"; without a "to", the figure before the word of motion."""
    values = _values(sentence)
    after = sorted(i for i in values if i > at)
    before = sorted(i for i in values if i < at)
    first = next((i for i in after if counts.joint(sentence, i) == "from"), None)
    second = next((i for i in after if counts.joint(sentence, i) == "to"), None)
    if first is None and second is None:
        return None, None
    if first is None:
        previous = [i for i in before if counts.joint(sentence, i) == "from"]
        return (values[previous[-1]], values[second]) if previous and second else (None, None)
    if second is None:
        if not before:
            return values[first], None
        return values[first], values[before[-1]]
    return values[first], values[second]


def _values(sentence: Parsed) -> dict[int, float]:
    """The figures of the sentence that stand on their own, by their place."""
    found = {count.at: count.number.value for count in sentence.notes.get("counts", [])}
    found |= {at: value for at, _, value in sentence.notes.get("money", [])}
    return found


def _is_strong(sentence: Parsed, at: int, strength: str) -> bool:
    first, second = _ends(sentence, at)
    if not first or second is None:
        return False
    change = abs(second - first) * 100 / abs(first)
    return change >= _SHARP if strength == "sharply" else change < _TENTH


def _by_evidence(
    sentence: Parsed, at: int, direction: str, strength: str
) -> tuple[bool, str | None]:
    """A direction without figures: by the changes of value, the trend, or the seasons cited."""
    reasons: list[str] = []
    for group in subjects.groups(sentence, at) or [["value" if sentence.has("money") else ""]]:
        found = [_one(sentence, at, metric, direction, strength) for metric in group]
        if all(holds for holds, _ in found):
            return True, None
        reasons += [why for holds, why in found if not holds]
    return False, reasons[0]


def _one(sentence: Parsed, at: int, metric: str, direction: str, strength: str) -> tuple[bool, str]:
    wanted = _wanted(metric, direction)
    if metric == "value":
        return _value(sentence, at, wanted, strength)
    return _season(sentence, at, metric, wanted, strength)


def _wanted(metric: str, direction: str) -> str:
    found = _GOOD.get(direction, direction)
    is_low = metric in METRICS and METRICS[metric].good == "low"
    return _OPPOSITE[found] if direction in _GOOD and is_low else found


def _value(sentence: Parsed, at: int, wanted: str, strength: str) -> tuple[bool, str]:
    ids = differences.value_changes(sentence, Match(sentence, at, at + 1))
    known = [n for name in ids if (n := sentence.cited.number(name)) is not None]
    share = sentence.cited.number("value.share_of_highest")
    if not known and sentence.has("highest") and share is not None:
        known = [share - _WHOLE]
    holds = bool(known) and all(_is_change(change, wanted, strength) for change in known)
    return holds, evidence.has(sentence, sentence.items[at].text, ids or ["value.change_12m"])


def _is_change(change: float, wanted: str, strength: str) -> bool:
    if wanted == "rising":
        fits = change > 0
    elif wanted == "falling":
        fits = change < 0
    else:
        return wanted in ("level", "little") and abs(change) < _TENTH and not strength
    if strength == "sharply":
        return fits and abs(change) >= _SHARP
    return fits and (strength != "slightly" or abs(change) < _TENTH)


def _season(sentence: Parsed, at: int, metric: str, wanted: str, strength: str) -> tuple[bool, str]:
    cited = sentence.cited
    text = sentence.items[at].text
    trend = cited.text(f"trend.{metric}")
    years = _years(sentence, at, metric)
    if trend is not None and not strength and _is_trends_time(sentence, metric):
        reason = evidence.has(sentence, text, [f"trend.{metric}"])
        return trend == ("level" if wanted == "little" else wanted), reason
    figures = [f for year in years if (f := cited.season(metric, year)) is not None]
    if len(figures) < _ENOUGH:
        figures = _ranks(sentence, metric, years)
    if len(figures) < _ENOUGH:
        return False, f"“{text}” needs evidence that is not cited: trend.{metric}"
    found = _direction(figures)
    reason = f"“{text}”: {metric.replace('_', ' ')} went " + " to ".join(f"{f:g}" for f in figures)
    if strength and figures[0]:
        change = 100 * (figures[-1] - figures[0]) / figures[0]
        return _is_change(change, wanted, strength), reason
    return found == ("level" if wanted == "little" else wanted), reason


def _ranks(sentence: Parsed, metric: str, years: list[int]) -> list[float]:
    """The percentiles of a metric in the order of the seasons, where ranks are compared."""
    found = {
        (year, item.cohort.scope): float(item.value)
        for year, item in sentence.cited.ranks(metric)
        if item.cohort and isinstance(item.value, int | float) and year is not None
        and (not years or len(years) < _ENOUGH or year in years)
    }  # fmt: skip
    scopes = {scope for _, scope in found}
    return [found[key] for key in sorted(found)] if len(scopes) == 1 else []


def _is_trends_time(sentence: Parsed, metric: str) -> bool:
    """Whether the seasons named, if any, are those that the trend is over."""
    item = sentence.cited.items[f"trend.{metric}"]
    ends = [period.text for text in (item.period or "").split(" to ") if (period := _period(text))]
    index = sentence.index
    over = [y for y, text in index.periods.items() if ends and ends[0] <= text <= ends[-1]]
    for anchor in sentence.notes["periods"]:
        if anchor.scope in ("season", "sum") and len(anchor.years) >= _ENOUGH:
            if not over or (anchor.years[0], anchor.years[-1]) != (min(over), max(over)):
                return False
        elif anchor.scope == "last" and over and anchor.count not in (len(over), _full(sentence)):
            return False
        anchor.use(sentence)
    named = {y for a in sentence.notes["periods"] for y in a.years}
    return len(named) != _ENOUGH or {min(over, default=0), max(over, default=0)} == named


def _full(sentence: Parsed) -> int:
    """How many seasons on record are long enough for a trend."""
    minutes = [sentence.index.items.get(f"season.{y}.minutes") for y in sentence.index.years]
    return sum(isinstance(i.value, int | float) and i.value >= _LEAST_MINUTES for i in minutes if i)


def _period(text: str) -> Period | None:
    return (
        dates.season(text) if "/" in text else Period(int(text), text) if text.isdigit() else None
    )


def _years(sentence: Parsed, at: int, metric: str) -> list[int]:
    named = sorted({y for a in sentence.notes["periods"] for y in a.years})
    if len(named) >= _ENOUGH:
        return named
    known = [y for y in sentence.cited.years if sentence.cited.season(metric, y) is not None]
    if len(named) == 1:
        earlier = [y for y in known if y < named[0]]
        return [*earlier[-1:], named[0]]
    return known


def _direction(figures: list[float]) -> str:
    steps = [b - a for a, b in zip(figures, figures[1:], strict=False)]
    if all(step > 0 for step in steps):
        return "rising"
    if all(step < 0 for step in steps):
        return "falling"
    spread = max(figures) - min(figures)
    return "level" if spread * _TENTH <= abs(figures[0]) else "mixed"


RULES: Final[Table] = (
    ("number fact", _counted),
    ("cmp M? than J PERIOD", _than_period),
    ("cmp (M|value|often)+ (J PERIOD)? than J PERIOD", _than_period),
    ("equal M (J PERIOD)? J PERIOD", _than_period),
    ("(hedge|equal) (M|as)* J (PERIOD|agodur)", _than_period),
    ("(cmp value? than|cmpprep) J agodur", _than_period),
    ("strength? trend strength?", _moves),
)
