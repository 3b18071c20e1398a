"""When a figure is said to hold: a season, two of them, a career."""

from ai_service.gate.binding import nearest
from ai_service.gate.claims import Anchor, Scope
from ai_service.gate.dates import Period
from ai_service.gate.parsed import Match, Parsed

# Two seasons without a word between them have a dash: 2024/25-2025/26.
_LISTS = "PERIOD ((to|and|or|comma|comma and|comma or) PERIOD)+|season season|calendar calendar"
_LAST = "period (on|of|in|colon|comma|open)* season"
_FIGURES = ("metric", "metric1", "rate", "verb", "percentile", "band")
_DATING = ("in", "of", "for", "on", "open", "comma")
_PERIODS = ("season", "period", "calendar")
_NAMING = frozenset({*_PERIODS, "nseasons", "career", "total"})


def check(sentence: Parsed) -> None:
    """Find the periods a sentence names; one that is not on record is a problem."""
    for match in sentence.matches("cmpprep all? (nseasons|lapse|recent|career|PERIOD|days)"):
        word = sentence.items[match.start]
        word.used = word.value == "over"  # "over two seasons" compares nothing
    for match in sentence.matches(_LAST):
        _last(sentence, match)
    for match in sentence.matches(_LISTS):
        _range(sentence, match)
    for at, item in enumerate(sentence.items):
        if not item.used:
            _single(sentence, at)
    sentence.anchors.sort(key=lambda anchor: anchor.start)


def _last(sentence: Parsed, match: Match) -> None:
    """The last season on record is 2026/27: the one that the record names, with figures or not."""
    named = sentence.items[match.end - 1].value
    is_named = named is not None and sentence.cited.text("last_season") == named.text
    is_latest = sentence.items[match.start].value == "latest"
    if is_named and is_latest and not sentence.has(*_FIGURES):
        sentence.check(True, "")
        match.use()


def _range(sentence: Parsed, match: Match) -> None:
    """2024/25 and 2025/26; from 2023/24 to 2025/26."""
    places = [i for i in range(match.start, match.end) if sentence.kind(i) in _PERIODS]
    years = [year for i in places if (year := _year(sentence, i)) is not None]
    if len(years) == len(places):
        if match.first("to") or len(match.items) == len(places):
            if years[0] >= years[-1]:
                sentence.problem(f"“{match.text}” runs backwards")
            years = [y for y in sentence.index.years if years[0] <= y <= years[-1]]
        scope: Scope = "each" if sentence.kind(match.start - 1) == "both" else "sum"
        anchor = Anchor(match.start, match.end, scope, tuple(years), text=match.text)
        sentence.anchors.append(anchor)
        match.use()


def _single(sentence: Parsed, at: int) -> None:
    item = sentence.items[at]
    if item.kind not in _NAMING:
        return
    around = (sentence.kind(at - 1), item.kind, sentence.kind(at + 1))
    if around == ("neg", "period", "season"):
        return  # no season after 2022/23
    anchor = Anchor(at, at + 1, text=item.text)
    if item.kind in _PERIODS:
        year = _year(sentence, at)
        if year is None:
            return
        anchor.years = (year,)
        if sentence.kind(at - 1) == "since":
            anchor.scope = "sum"
            anchor.years = tuple(y for y in sentence.index.years if y >= year)
        elif sentence.kind(at - 1) == "after":
            sentence.problem(f"“after {item.text}” cannot be checked: name the season")
            return
    elif item.kind == "nseasons":
        anchor.scope, anchor.count = "last", item.value
    elif item.kind == "career" or (item.kind == "total" and not _names_period(sentence, at)):
        anchor.scope = "career"
    else:
        return
    sentence.anchors.append(anchor)


def _names_period(sentence: Parsed, at: int) -> bool:
    """Whether "in total" is said of a period named beside it, or "a total of" of one anywhere."""
    if sentence.items[at].text.lower().startswith("total"):
        return sentence.has(*_PERIODS, "nseasons")
    return bool(sentence.near(at, *_PERIODS, "nseasons"))


def _year(sentence: Parsed, at: int) -> int | None:
    """The first year of the period an item names; a problem, and None, where there is none."""
    item, index = sentence.items[at], sentence.index
    if item.kind == "calendar":
        return item.value if index.periods.get(item.value) == str(item.value) else None
    if item.kind == "season":
        return _season(sentence, at)
    year = _relative(sentence, item.value, at)
    if year is None and not sentence.has("money", "value", "percentile"):
        sentence.problem(f"“{item.text}” is no season on record")
    return year


def _season(sentence: Parsed, at: int) -> int | None:
    item = sentence.items[at]
    period: Period | None = item.value
    if period is None:
        sentence.problem(f"“{item.text}” is no season")
        return None
    if sentence.index.periods.get(period.year) == period.text:
        return period.year
    if _is_of_club(sentence, period.text):
        item.used = sentence.kind(at - 1) in _DATING
    elif sentence.cited.text("last_season") != period.text:
        sentence.problem(f"there is no evidence for the season “{item.text}”")
    return None


def _is_of_club(sentence: Parsed, written: str) -> bool:
    """Whether a season is that of the club on record, and no figure can be meant to be of it."""
    items = sentence.cited.items
    of_record = any(items[name].period == written for name in ("club", "league") if name in items)
    return of_record and not sentence.has(*_FIGURES)


def _relative(sentence: Parsed, which: str, at: int) -> int | None:
    """The latest season, or the one before or after the season named nearest."""
    years = sentence.index.years
    if not years:
        return None
    if which in ("latest", "current", "first"):
        return years[0] if which == "first" else years[-1]
    named = [
        (abs(other - at), item.value.year)
        for other, item in enumerate(sentence.items)
        if item.kind == "season" and item.value
    ]
    cited = sentence.cited.years or years
    start: int = min(named)[1] if named else cited[-1]
    year = start + (-1 if which == "before" else 1)
    return year if year in years else None


def bound(sentence: Parsed, at: int, values: list[int]) -> list[Anchor]:
    """The periods that a figure may be meant for; more than one where the sentence leaves it open.

    `values` are the places of all figures. The words of the periods are accounted for.
    """
    free = [anchor for anchor in sentence.anchors if not anchor.taken]
    found = nearest(sentence, at, free, values)
    use(sentence, found)
    return found


def use(sentence: Parsed, anchors: list[Anchor]) -> None:
    """Account for the words of periods, once a figure was said of them."""
    for anchor in anchors:
        sentence.use(anchor.start, anchor.end)


def may_be(sentence: Parsed, at: int, values: list[int]) -> list[Anchor]:
    """The same as `bound`, but whoever asks accounts for the one that it was."""
    free = [anchor for anchor in sentence.anchors if not anchor.taken]
    return nearest(sentence, at, free, values)


def years_named(sentence: Parsed) -> list[int]:
    """All seasons that the sentence names, in order."""
    return sorted({year for anchor in sentence.anchors for year in anchor.years})
