"""Figures of a season or a career, compared with the evidence of the period they are said of."""

from dataclasses import replace
from typing import Final

from ai_service.gate import counted, ellipsis, evidence, figures, periods
from ai_service.gate.binding import joint
from ai_service.gate.claims import Anchor, Count
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Parsed

_PLAYED: Final = ("games", "minutes")
_ROUND: Final = 5  # only round numbers are gone beyond: "over 20 goals"


def check(sentence: Parsed) -> None:
    """Bind every count and rate to its metric and its period, and compare it."""
    sentence.apply(counted.RULES)
    ellipsis.find(sentence)
    sentence.counts.sort(key=lambda count: count.at)
    places = [count.at for count in sentence.counts]
    loose: list[Count] = []
    for count in sentence.counts:
        anchors = periods.may_be(sentence, count.at, places)
        if _is_end(sentence, count.at, places) and not _has_own(sentence, count.at, anchors):
            _check_end(sentence, count)
        elif anchors:
            _check_in(sentence, count, anchors)
        else:
            loose.append(count)
    if not sentence.counts:
        return
    if loose:
        _check_loose(sentence, loose)
    said = {metric for count in sentence.counts for metric in count.metrics}
    for item in sentence.items:  # playing time was 527 minutes
        item.used = item.used or (item.kind == "metric" and item.value in said)


def check_seasons(sentence: Parsed) -> None:
    """Two seasons are on record: a number of seasons that no figure is said of."""
    for item in sentence.items:
        if item.kind == "nseasons" and not item.used:
            known = _seasons_on_record(sentence)
            reason = evidence.has(sentence, item.text, ["career.seasons"])
            sentence.check(known == item.value, reason)
            item.used = True


def _seasons_on_record(sentence: Parsed) -> float | None:
    """How many there are, by the career cited, or where every one of them is cited."""
    cited, on_record = sentence.cited, sentence.index.years
    known = cited.number("career.seasons")
    return len(on_record) if known is None and cited.years == on_record else known


def _has_own(sentence: Parsed, at: int, anchors: list[Anchor]) -> bool:
    """Whether a season is named in the figure's own part of the sentence."""
    part = sentence.part
    return any(a.scope == "season" and part[a.start] == part[at] for a in anchors)


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
    """A figure with its period, or one of two where that is left open."""
    if "respectively" in sentence.lead_words:
        anchors = [_respective(sentence, count, anchor) for anchor in anchors]
    fitting = [anchor for anchor in anchors if _fits(sentence, count, anchor)]
    holds = bool(fitting)
    for metric in count.metrics:
        years = {year for anchor in fitting for year in anchor.years}
        sentence.counted_in.setdefault(metric, set()).update(years)
    periods.use(sentence, fitting or anchors)
    first = anchors[0]
    where = f" in {first.text}" if first.scope == "season" else f" ({first.text})"
    sentence.check(holds, evidence.not_there(sentence, count.text + where, count.metrics, anchors))


def _respective(sentence: Parsed, count: Count, anchor: Anchor) -> Anchor:
    """The season that is meant for a figure of a list, where each has its own."""
    if len(anchor.years) != len(sentence.counts) or anchor.scope == "season":
        return anchor
    years = (anchor.years[sentence.counts.index(count)],)
    return replace(anchor, scope="season", years=years)


def _check_end(sentence: Parsed, count: Count) -> None:
    """From 12, to 24, without their seasons: the first and the last of those named or cited."""
    named = [year for anchor in sentence.anchors for year in anchor.years]
    years = named if len(set(named)) > 1 else sentence.cited.years
    periods.use(sentence, sentence.anchors)
    is_last = joint(sentence, count.at) == "to"
    holds = False
    for metric in count.metrics:
        known = [f for y in years if (f := sentence.cited.season(metric, y)) is not None]
        ends = known[-1:] if is_last else known[:-1]
        holds = holds or any(_agrees(figure, metric, count) for figure in ends)
    sentence.check(holds, evidence.not_there(sentence, count.text, count.metrics, []))


def _check_loose(sentence: Parsed, counts: list[Count]) -> None:
    """Figures without a period have to hold together: all of one season, or all of the whole."""
    for count in counts:
        if not count.number.value and _ever(sentence, count):
            sentence.problem(f"“{count.text}”: in which season is that so?")
        if "never" in count.text.lower() and "record" not in sentence.lead_words:
            sentence.problem(f"“{count.text}”: say that none is on record")
    years = sentence.cited.years
    scopes = [Anchor(0, 0, "season", (year,)) for year in years]
    scopes += [Anchor(0, 0, "career"), Anchor(0, 0, "sum", tuple(years))]
    if any(all(_fits(sentence, count, scope) for count in counts) for scope in scopes):
        sentence.check(True, "")
        return
    for count in counts:
        if not _fits(sentence, count, None) or len(counts) == 1:
            reason = evidence.not_there(sentence, count.text, count.metrics, [])
            sentence.check(_fits(sentence, count, None), reason)
            return
    texts = " and ".join(f"“{count.text}”" for count in counts)
    sentence.check(False, f"{texts} are not of one period: say which season each is of")


def _ever(sentence: Parsed, count: Count) -> bool:
    """Whether the career on record has what is said not to be: no period is the whole of it."""
    known = [sentence.index.items.get(f"career.{metric}") for metric in count.metrics]
    return any(item is not None and item.value for item in known)


def _fits(sentence: Parsed, count: Count, anchor: Anchor | None) -> bool:
    return any(
        _agrees(figure, metric, count)
        for metric in count.metrics
        for figure in figures.of(sentence.cited, metric, anchor)
    )


def _agrees(figure: float, metric: str, count: Count) -> bool:
    if count.is_prep and metric in _PLAYED and figure == count.number.value:
        return True
    if count.is_prep and count.number.value % _ROUND:
        return False
    return agrees(figure, count.number, count.hedge, rounds=metric.endswith("_per_90"))
