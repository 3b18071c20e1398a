"""How counts are worded: 24 goals, booked nine times, 0.70 per 90, no goals, did not score."""

from typing import Final

from ai_service.gate import subjects
from ai_service.gate.claims import Count
from ai_service.gate.grammar import kinds
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Number
from ai_service.gate.parsed import Match, Parsed, Rules

_RATEABLE: Final = ("goals", "assists", "yellow_cards", "red_cards")
_PLAYED: Final = ("games", "minutes")
_UNITS: Final = ("metric", "metric1", "rate")
_LEFT: Final = kinds("name club league from to for in at stop comma")


def _plain(sentence: Parsed, match: Match) -> None:
    """24 goals; about 0.70 goals per 90."""
    metric = subjects.key(sentence, match.last_at(*_UNITS))
    number = match.one("number", "article").value
    if number.step < 1 and not metric.endswith("_per_90"):
        metric = _per_90(sentence, metric)
    add(sentence, match, [metric], match.last_at("number", "article"))


def _scoring(sentence: Parsed, match: Match) -> None:
    """Scoring nine goals."""
    if sentence.items[match.last_at(*_UNITS)].value == "goals":
        sentence.items[match.start].used = True


def _per_90(sentence: Parsed, metric: str) -> str:
    """Per 90 minutes he scored 0.70 goals."""
    for item in sentence.items:
        if item.kind == "per90":
            item.used = True
            return f"{metric}_per_90"
    return metric


def _paired(sentence: Parsed, match: Match) -> None:
    """12 and 24 goals."""
    unit = sentence.items[match.last_at("metric", "rate")]
    for at in range(match.start, match.end):
        item = sentence.items[at]
        if item.kind == "number":
            text = f"{item.text} {unit.text}"
            sentence.counts.append(Count(at, [unit.value], item.value, None, text))
    match.use()


def _rate_alone(sentence: Parsed, match: Match) -> None:
    """0.70 per 90: of a metric named before."""
    at = match.at("number")
    named = [subjects.counted(sentence, i) for i in reversed(subjects.places_before(sentence, at))]
    found = [item.value for item in reversed(sentence.items[:at]) if item.kind == "rate"]
    found += [f"{metric}_per_90" for metric in named if metric in _RATEABLE]
    if found:
        add(sentence, match, list(dict.fromkeys(found)), at)


def _times(sentence: Parsed, match: Match) -> None:
    """Booked nine times; sent off once; scored 24."""
    verb = match.at("verb", "played", "scoring")
    add(sentence, match, [subjects.counted(sentence, verb)], match.at("number"))


def _none(sentence: Parsed, match: Match) -> None:
    """No goals; without a red card; neither goals nor assists; no games on record at all."""
    if not sentence.index.performance and "record" in sentence.lead_words:
        sentence.claims += 1
        match.use()
        return
    _nought(sentence, match, "metric", "metric1")


def _never(sentence: Parsed, match: Match) -> None:
    """Did not score; was never booked or sent off."""
    _nought(sentence, match, "verb", "metric1")


def _nought(sentence: Parsed, match: Match, *of: str) -> None:
    for at in range(match.start, match.end):
        if sentence.kind(at) in of:
            metric = sentence.items[at].value
            sentence.counts.append(Count(at, [metric], Number(0), None, match.text))
    match.use()


def _denied_twice(sentence: Parsed, match: Match) -> None:
    """Did not score no goals; did not score 24. "Neither scored nor assisted" is denied once."""
    if sentence.items[match.end - 1].text.lower() == "nor":
        return
    sentence.problem(f"“{match.text}” is denied twice: say it plainly")


def _all(sentence: Parsed, match: Match) -> None:
    """All 38 games: how many there were, nobody says."""
    first, unit = match.items[0], sentence.items[match.last_at("metric")]
    is_all = first.kind == "all" or first.text.lower() == "in all"
    if is_all and unit.value in _PLAYED:
        _of_all(sentence, match)


def _of_all(sentence: Parsed, match: Match) -> None:
    """38 of 38 games."""
    sentence.problem(f"“{match.text}”: how many there were in all is not on record")


def _scored_in(sentence: Parsed, match: Match) -> None:
    """Scored in 38 games: that would be in each of them, which is not on record."""
    if sentence.items[match.last_at("metric", "metric1")].value == "games":
        sentence.problem(f"“{match.text}”: in how many games is not on record")


def _leaves(sentence: Parsed, match: Match) -> None:
    """Which leaves seven months; leaving a club would be something else."""
    if sentence.kind(match.end) not in _LEFT:
        sentence.items[match.start].used = True


def add(sentence: Parsed, match: Match, metrics: list[str], at: int) -> None:
    """Note the number at an index as a count of any of the metrics."""
    number = sentence.items[at].value
    is_prep = _is_prep(sentence, match)
    sentence.counts.append(Count(at, metrics, number, hedge_in(match), match.text, is_prep))
    match.use()


def _is_prep(sentence: Parsed, match: Match) -> bool:
    """Whether "over" may only say in how many: "24 goals over 38 games"."""
    word = match.first("cmpprep")
    if word is None or word.value != "over":
        return False
    if match.start:
        return sentence.kind(match.start - 1) in _UNITS
    others = [item for item in sentence.items[match.end :] if item.kind in ("metric", "metric1")]
    return not word.lead and any(item.value not in _PLAYED for item in others)


RULES: Final = Rules(
    ("neg (in|at|yet)* verb (neg|H N M)", _denied_twice),
    (
        "neg of? article? (metric|metric1) ((and|or|comma)+ neg? article? (metric|metric1))*",
        _none,
    ),
    ("(all|total) number? metric", _all),
    ("number of number (metric|metric1)", _of_all),
    ("verb in H N (metric|metric1)", _scored_in),
    ("leaves", _leaves),
    ("neg (in|at|yet)* verb ((and|or|comma)* neg? (verb|metric1))*", _never),
    ("number (and|or|comma) H number (metric|rate)", _paired),
    ("scoring H N M", _scoring),
    ("H N M", _plain),
    ("H number per90", _rate_alone),
    ("(verb|played|scoring) H number times", _times),
    ("(verb|played|scoring) H number", _times),
)
