"""Figures of a season: how many, how often per 90, in which period; and sums and differences."""

from dataclasses import dataclass
from typing import Final

from ai_service.gate import evidence, periods, subjects
from ai_service.gate.grammar import Table
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Hedge, Number, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.gate.periods import Anchor

_RATEABLE: Final = ("goals", "assists", "yellow_cards", "red_cards")
_LEAST_MINUTES: Final = 900
_PLAYED: Final = ("games", "minutes")
_ROUND: Final = 5  # only round numbers are gone beyond: "over 20 goals"
_LEFT: Final = frozenset("name club league from to for in at stop comma".split())
_VERBS: Final = {"played": "games", "scoring": "goals"}


@dataclass(slots=True)
class Count:
    """A figure said of one of several metrics (one, unless left out); `at`: its number's place."""

    at: int
    metrics: list[str]
    number: Number
    hedge: Hedge | None
    text: str
    is_prep: bool = False  # "over 38 games" may mean "in 38 games"


def check(sentence: Parsed) -> None:
    """Bind every count and rate to its metric and period, and compare it with the evidence."""
    sentence.notes["counts"] = []
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)
    _bare(sentence)
    counts: list[Count] = sorted(sentence.notes["counts"], key=lambda count: count.at)
    sentence.notes["counts"] = counts
    places = [count.at for count in counts]
    loose: list[Count] = []
    for count in counts:
        anchors = periods.bound(sentence, count.at, places)
        own = [a for a in anchors if sentence.part[a.start] == sentence.part[count.at]]
        if _is_end(sentence, count.at, places) and not any(a.scope == "season" for a in own):
            _check_end(sentence, count)
        elif anchors:
            _check_in(sentence, count, anchors)
        else:
            loose.append(count)
    _check_loose(sentence, loose)


def check_seasons(sentence: Parsed) -> None:
    """Two seasons are on record: a number of seasons that no figure is said of."""
    for item in sentence.items:
        if item.kind == "nseasons" and not item.used:
            known = sentence.cited.number("career.seasons")
            item.used = True
            sentence.check(
                known == item.value, evidence.has(sentence, item.text, ["career.seasons"])
            )


def _is_end(sentence: Parsed, at: int, places: list[int]) -> bool:
    """Whether a figure is the "from" or "to" of a change, not "24 goals from 38 games"."""
    lead = joint(sentence, at)
    if lead not in ("from", "to"):
        return False
    moved = any(item.kind in ("trend", "ratio") for item in sentence.items[:at])
    other = "to" if lead == "from" else "from"
    return moved or any(
        joint(sentence, place) == other and (place > at) == (lead == "from") for place in places
    )


def _check_in(sentence: Parsed, count: Count, anchors: list[Anchor]) -> None:
    cited = sentence.cited
    holds = any(
        _agrees(figure, metric, count)
        for metric in count.metrics
        for anchor in anchors
        for figure in periods.figures(cited, metric, anchor)
    )
    where = f" in {anchors[0].text}" if anchors[0].scope == "season" else f" ({anchors[0].text})"
    sentence.check(holds, evidence.not_there(sentence, count.text, count.metrics, where, anchors))


def _check_end(sentence: Parsed, count: Count) -> None:
    """From 12, to 24, without their seasons: the first and the last of those named or cited."""
    cited = sentence.cited
    named = sorted({y for a in sentence.notes["periods"] for y in a.years})
    years = named if len(named) > 1 else cited.years
    holds = False
    for metric in count.metrics:
        known = [f for y in years if (f := cited.season(metric, y)) is not None]
        ends = known[-1:] if joint(sentence, count.at) == "to" else known[:-1]
        holds = holds or any(_agrees(figure, metric, count) for figure in ends)
    sentence.check(holds, evidence.not_there(sentence, count.text, count.metrics, "", []))


def _check_loose(sentence: Parsed, counts: list[Count]) -> None:
    """Figures without a period have to hold together: all of one season, or all of the whole."""
    if not counts:
        return
    cited = sentence.cited
    scopes: list[Anchor] = [Anchor(0, 0, "season", (year,)) for year in cited.years]
    scopes += [Anchor(0, 0, "career"), Anchor(0, 0, "sum", tuple(cited.years))]
    for scope in scopes:
        if all(
            any(
                _agrees(figure, metric, count)
                for metric in count.metrics
                for figure in periods.figures(cited, metric, scope)
            )
            for count in counts
        ):
            sentence.check(True, "")
            return
    for count in counts:
        alone = any(
            _agrees(figure, metric, count)
            for metric in count.metrics
            for figure in periods.figures(cited, metric, None)
        )
        if not alone or len(counts) == 1:
            sentence.check(alone, evidence.not_there(sentence, count.text, count.metrics, "", []))
            return
    texts = " and ".join(f"“{count.text}”" for count in counts)
    sentence.check(False, f"{texts} are not of one period: say which season each is of")


def _agrees(figure: float, metric: str, count: Count) -> bool:
    rounds = metric.endswith("_per_90")
    if count.is_prep and metric in _PLAYED and figure == count.number.value:
        return True
    if count.is_prep and count.number.value % _ROUND:
        return False
    return agrees(figure, count.number, count.hedge, rounds=rounds)


def _plain(sentence: Parsed, match: Match) -> None:
    """24 goals; about 0.70 goals per 90."""
    unit = match.last("metric", "metric1", "rate")
    number = match.last("number", "article")
    assert unit and number
    metric = subjects.key(sentence, match.last_at("metric", "metric1", "rate"))
    _add(sentence, match, [metric], number.value)


def _paired(sentence: Parsed, match: Match) -> None:
    """12 and 24 goals."""
    unit = match.last("metric", "rate")
    assert unit
    for at in range(match.start, match.end):
        item = sentence.items[at]
        if item.kind == "number":
            sentence.notes["counts"].append(
                Count(at, [unit.value], item.value, None, f"{item.text} {unit.text}")
            )
    match.use()


def _rate_alone(sentence: Parsed, match: Match) -> None:
    """0.70 per 90: of a metric named before, or after."""
    at = match.at("number")
    subjects = [i for i in subjects_before(sentence, at) if _key(sentence, i) in _RATEABLE]
    metrics = [f"{_key(sentence, index)}_per_90" for index in reversed(subjects)]
    rates = [item.value for item in sentence.items[:at] if item.kind == "rate"]
    number = match.first("number")
    assert number
    if found := list(dict.fromkeys(rates[::-1] + metrics)):
        _add(sentence, match, found, number.value)


def _times(sentence: Parsed, match: Match) -> None:
    """booked nine times; sent off once; scored 24."""
    verb, number = match.first("verb", "played", "scoring"), match.first("number")
    assert verb and number
    _add(sentence, match, [_VERBS.get(verb.kind, verb.value)], number.value)


def _none(sentence: Parsed, match: Match) -> None:
    """no goals; without a red card."""
    for at in range(match.start, match.end):
        unit = sentence.items[at]
        if unit.kind in ("metric", "metric1"):
            count = Count(at, [unit.value], Number(0), None, match.text)
            sentence.notes["counts"].append(count)
    match.use()


def _never(sentence: Parsed, match: Match) -> None:
    """did not score; was never booked; nor was he sent off."""
    for at in range(match.start, match.end):
        verb = sentence.items[at]
        if verb.kind == "verb":
            count = Count(at, [verb.value], Number(0), None, match.text)
            sentence.notes["counts"].append(count)
            sentence.notes.setdefault("verbs", []).append(at)
    match.use()


def _threshold(sentence: Parsed, match: Match) -> None:
    """At least 900 minutes, said of the player himself."""
    anchors = periods.bound(sentence, match.start, [match.start]) or [None]
    found = [f for a in anchors for f in periods.figures(sentence.cited, "minutes", a)]
    is_enough = bool(found) and max(found) >= _LEAST_MINUTES
    holds = bool(found) and is_enough != (match.first("neg") is not None)
    sentence.check(holds, evidence.not_there(sentence, match.text, ["minutes"], "", []))
    match.use()


def _all(sentence: Parsed, match: Match) -> None:
    """All 38 games: how many there were, nobody says."""
    first, unit = match.items()[0], match.last("metric")
    is_all = first.kind == "all" or first.text.lower() == "in all"
    if is_all and unit and unit.value in _PLAYED:
        sentence.problem(f"“{match.text}”: how many there were in all is not on record")


def _scored_in(sentence: Parsed, match: Match) -> None:
    """Scored in 38 games: in each of them, says this, and that is not on record."""
    unit = match.last("metric", "metric1")
    counted = {c.metrics[0] for c in sentence.notes["counts"]}
    if unit and unit.value == "games" and not counted & {"goals"}:
        sentence.problem(f"“{match.text}”: in how many games is not on record")


def _leaves(sentence: Parsed, match: Match) -> None:
    """Which leaves seven months; leaving a club would be something else."""
    if match.end < len(sentence.items) and sentence.items[match.end].kind not in _LEFT:
        sentence.items[match.start].used = True


def _twice_denied(sentence: Parsed, match: Match) -> None:
    """Did not score no goals."""
    sentence.problem(f"“{match.text}” is denied twice: say it plainly")


def _not_reached(sentence: Parsed, match: Match) -> None:
    """Has not reached 900 minutes."""
    unit, number = match.last("metric", "rate"), match.first("number", "article")
    assert unit and number
    if match.first("reached") is None:
        return
    cited = sentence.cited
    anchors = periods.bound(sentence, match.end - 1, [match.end - 1]) or [None]
    found = [f for anchor in anchors for f in periods.figures(cited, unit.value, anchor)]
    holds = bool(found) and max(found) < number.value.value == _LEAST_MINUTES
    sentence.check(holds, evidence.not_there(sentence, match.text, [unit.value], "", []))
    match.use()


def _add(sentence: Parsed, match: Match, metrics: list[str], number: Number) -> None:
    at = match.at("number", "article")
    is_prep = _is_prep(sentence, match)
    count = Count(at, metrics, number, hedge_in(match), match.text, is_prep)
    sentence.notes["counts"].append(count)
    match.use()


def _is_prep(sentence: Parsed, match: Match) -> bool:
    """Whether "over" may only say in how many: "24 goals over 38 games"."""
    word = match.first("cmpprep")
    if word is None or word.value != "over":
        return False
    if match.start:
        return sentence.items[match.start - 1].kind in ("metric", "metric1", "rate")
    others = [i for i in sentence.items[match.end :] if i.kind in ("metric", "metric1")]
    return not word.lead and any(item.value not in _PLAYED for item in others)


def _key(sentence: Parsed, at: int) -> str:
    item = sentence.items[at]
    if item.kind in ("metric", "metric1", "rate"):
        return subjects.key(sentence, at)
    return str(_VERBS.get(item.kind, item.value))


def subjects_before(sentence: Parsed, at: int) -> list[int]:
    """Where metrics are named before an item."""
    kinds = ("metric", "metric1", "rate", "verb")
    return [i for i in range(at) if sentence.items[i].kind in kinds]


def _bare(sentence: Parsed) -> None:
    """Numbers without a unit: after their metric ("goals: 24"), or in the order of those before."""
    counts: list[Count] = sentence.notes["counts"]
    by_part: dict[int, list[int]] = {}
    for at, item in enumerate(sentence.items):
        if item.kind == "number" and not item.used and not item.value.ordinal:
            by_part.setdefault(sentence.part[at], []).append(at)
    for numbers in by_part.values():
        named = [_named(sentence, at) for at in numbers]
        earlier = [count for count in counts if count.at < numbers[0]]
        for place, at in enumerate(numbers):
            match = Match(sentence, hedge_start(sentence, at), at + 1)
            metrics = named[place] or _elliptical(sentence, earlier, place, len(numbers))
            if place and not named[place] and (named[0] or joint(sentence, at) == "to") and counts:
                metrics = counts[-1].metrics
            if not metrics:
                continue
            item, is_prep = sentence.items[at], _is_prep(sentence, match)
            counts.append(Count(at, metrics, item.value, hedge_in(match), match.text, is_prep))
            match.use()


def _named(sentence: Parsed, at: int) -> list[str]:
    """The metric named before a number and not counted by another: goals per 90 of 0.70."""
    for index in reversed(subjects_before(sentence, at)):
        between = sentence.items[index + 1 : at]
        if any(item.kind in ("number", "pct", "money", "sep", "stop") for item in between):
            return []
        is_counted = index and sentence.items[index - 1].kind in ("number", "article")
        if sentence.part[at] - sentence.part[index] <= 1 or between[-1:] == []:
            return [] if is_counted else [_key(sentence, index)]
        return []
    return []


def _elliptical(sentence: Parsed, earlier: list[Count], place: int, length: int) -> list[str]:
    """24 goals in 38 games, and 12 in 31: each of the metric that stood in its place."""
    if not earlier:
        return []
    last_part = sentence.part[earlier[-1].at]
    row = [count for count in earlier if sentence.part[count.at] == last_part]
    if length == 1:
        return list(dict.fromkeys(row[-1].metrics + row[0].metrics + earlier[0].metrics))
    if len({count.metrics[0] for count in row}) == 1 and len(row) < length:
        return row[-1].metrics
    whole = row if len(row) >= length else earlier
    return whole[place].metrics if place < len(whole) else []


def joint(sentence: Parsed, at: int) -> str:
    """The "from" or "to" that leads to a figure, or whatever else stands before it."""
    at -= 1
    while at >= 0 and sentence.items[at].kind in ("hedge", "cmpprep", "highest", "of", "peak"):
        at -= 1
    return sentence.items[at].kind if at >= 0 else ""


def hedge_start(sentence: Parsed, at: int) -> int:
    """Where the hedge of a number begins; the number itself without one."""
    kinds = ["" if item.used else item.kind for item in sentence.items[max(0, at - 2) : at]]
    if kinds[-2:] == ["cmp", "than"]:
        return at - 2
    return at - 1 if kinds[-1:] in (["hedge"], ["cmpprep"]) else at


RULES: Final[Table] = (
    ("neg (in|at|yet)* verb neg", _twice_denied),
    ("neg of? article? (metric|metric1)((and|or|comma)+ neg? article? (metric|metric1))*", _none),
    ("(all|total) number? metric", _all),
    ("verb in H N (metric|metric1)", _scored_in),
    ("leaves", _leaves),
    ("neg? threshold", _threshold),
    ("neg (reached|played)? N (metric|rate)", _not_reached),
    ("neg (in|at|yet)* verb ((and|or|comma)+ neg? verb)*", _never),
    ("number (and|or|comma) H number (metric|rate)", _paired),
    ("H N M", _plain),
    ("H number per90", _rate_alone),
    ("(verb|played|scoring) H number times", _times),
    ("(verb|played|scoring) H number", _times),
)
