"""When a figure is said to hold: a season, two of them, a career; and which figure has which."""

from dataclasses import dataclass
from typing import Literal

from ai_service.gate.cited import Cited
from ai_service.gate.dates import Period
from ai_service.gate.parsed import Parsed

Scope = Literal["season", "sum", "career", "last"]


@dataclass(slots=True)
class Anchor:
    """A mention of a period. `years`: the seasons meant; `count`: so many, the latest."""

    start: int
    end: int
    scope: Scope
    years: tuple[int, ...] = ()
    count: int = 0
    taken: bool = False  # by a comparison, which says for itself which period is which
    text: str = ""

    def use(self, sentence: Parsed) -> None:
        """Account for the words of the period: a figure is said of it."""
        for item in sentence.items[self.start : self.end]:
            item.used = True


def check(sentence: Parsed) -> None:
    """Find the periods a sentence names; what is not on record is a problem."""
    anchors: list[Anchor] = []
    for match in sentence.matches("cmpprep all? (nseasons|lapse|recent|career|PERIOD|days)"):
        word = sentence.items[match.start]
        word.used = word.value == "over"  # "over two seasons" is no comparison
    for match in sentence.matches("PERIOD ((to|and|comma|comma and)? PERIOD)+"):
        years = [_year(sentence, i, anchors) for i in range(match.start, match.end)
                 if sentence.items[i].kind in ("season", "period", "calendar")]  # fmt: skip
        known = [year for year in years if year is not None]
        if len(known) == len(years):
            if any(item.kind == "to" for item in match.items()) or len(match.items()) == len(years):
                known = [y for y in sentence.index.years if known[0] <= y <= known[-1]]
            anchors.append(Anchor(match.start, match.end, "sum", tuple(known), text=match.text))
        match.use()
    for at, item in enumerate(sentence.items):
        if item.used:
            continue
        if item.kind in ("season", "period", "calendar"):
            year = _year(sentence, at, anchors)
            lead = sentence.items[at - 1].kind if at else ""
            if year is not None and lead == "since":
                years = tuple(y for y in sentence.index.years if y >= year)
                anchors.append(Anchor(at, at + 1, "sum", years, text=item.text))
            elif year is not None and lead == "after":
                sentence.problem(f"“after {item.text}” cannot be checked: name the season")
            elif year is not None:
                anchors.append(Anchor(at, at + 1, "season", (year,), text=item.text))
        elif item.kind == "nseasons":
            anchors.append(Anchor(at, at + 1, "last", count=item.value, text=item.text))
        elif item.kind == "career" or (item.kind == "total" and not _has_season(sentence, at)):
            anchors.append(Anchor(at, at + 1, "career", text=item.text))
    anchors.sort(key=lambda anchor: anchor.start)
    sentence.notes["periods"] = anchors


def _year(sentence: Parsed, at: int, anchors: list[Anchor]) -> int | None:
    """The first year of the period an item names; a problem, and None, where there is none."""
    item, index = sentence.items[at], sentence.index
    if item.kind == "season":
        period = item.value
        if isinstance(period, Period) and index.periods.get(period.year) == period.text:
            return period.year
        if isinstance(period, Period) and not _is_last_season(sentence, period):
            sentence.problem(f"there is no evidence for the season “{item.text}”")
        elif period is None:
            sentence.problem(f"“{item.text}” is no season")
        return None
    if item.kind == "calendar":
        return item.value if index.periods.get(item.value) == str(item.value) else None
    year = _relative(sentence, item.value, at, anchors)
    if year is None and not sentence.has("money", "value", "percentile"):
        sentence.problem(f"“{item.text}” is no season on record")
    return year


def _has_season(sentence: Parsed, at: int) -> bool:
    """Whether "in total" is said of a period named beside it."""
    return bool(sentence.near(at, "season", "period", "calendar", "nseasons"))


def _is_last_season(sentence: Parsed, period: Period) -> bool:
    return sentence.cited.text("last_season") == period.text


def _relative(sentence: Parsed, which: str, at: int, anchors: list[Anchor]) -> int | None:
    years = sentence.index.years
    if not years:
        return None
    if which in ("latest", "current"):
        return years[-1]
    if which == "first":
        return years[0]
    named = [
        (abs(other - at), item.value.year)
        for other, item in enumerate(sentence.items)
        if item.kind == "season" and item.value
    ]
    if named:
        from_year = min(named)[1]
    else:
        cited = sentence.cited.years
        from_year = cited[-1] if cited else years[-1]
    year = from_year + (-1 if which == "before" else 1)
    return year if year in years else None


def bound(sentence: Parsed, at: int, values: list[int]) -> list[Anchor]:
    """The periods that a figure may be meant for; more than one where the sentence leaves it open.

    A figure's own part of the sentence comes first, and there the order that it keeps to ("in
    2024/25 12 goals" or "12 goals in 2024/25"); else the nearest period before or behind it.
    """
    anchors = [a for a in sentence.notes["periods"] if not a.taken]
    found = nearest(sentence, at, anchors, values)
    for anchor in found:
        anchor.use(sentence)
    return found


def nearest(sentence: Parsed, at: int, anchors: list[Anchor], values: list[int]) -> list[Anchor]:
    """The rule of `bound` for mentions of any sort."""
    part = sentence.part
    own = [a for a in anchors if part[a.start] == part[at]]
    if len(own) > 1:
        first_value = min([v for v in values if part[v] == part[at]], default=at)
        if own[0].start < first_value:
            before = [a for a in own if a.start < at]
            return [before[-1]] if before else [own[0]]
        after = [a for a in own if a.start > at]
        return [after[0]] if after else [own[-1]]
    if own:
        return own
    before = [a for a in anchors if part[a.start] < part[at]]
    after = [a for a in anchors if part[a.start] > part[at]]
    return before[-1:] + after[:1]


def figures(cited: Cited, metric: str, anchor: Anchor | None) -> list[float]:
    """What the evidence gives for a metric in a period; for none, each that is cited."""
    if anchor is None:
        found = [cited.season(metric, year) for year in cited.years]
        found += [cited.career(metric), cited.total(metric, cited.years)]
    elif anchor.scope == "season":
        found = [cited.season(metric, anchor.years[0])]
    elif anchor.scope == "sum":
        found = [cited.total(metric, anchor.years)]
    elif anchor.scope == "career":
        found = [cited.career(metric)]
    else:
        found = _over_last(cited, metric, anchor.count)
    return [figure for figure in found if figure is not None]


def _over_last(cited: Cited, metric: str, count: int) -> list[float | None]:
    last = cited.index.years[-count:]
    if len(last) != count:
        return []
    found = [cited.total(metric, last)]
    if len(cited.years) == count:
        found.append(cited.total(metric, cited.years))
    if count == len(cited.index.years) or cited.number("career.seasons") == count:
        found.append(cited.career(metric))
    return found
