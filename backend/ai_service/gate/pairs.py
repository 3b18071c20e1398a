"""The two periods that a comparison is between, and the figures of both."""

from ai_service.gate import subjects
from ai_service.gate.binding import nearest
from ai_service.gate.claims import Anchor
from ai_service.gate.parsed import Match, Parsed

_PERIODS = ("season", "calendar", "period")


def figures(match: Match, metric: str) -> list[tuple[float, float]]:
    """What was and what is, of a metric: one pair, or one for each period that may be meant."""
    season = match.sentence.cited.season
    found = [(season(metric, then), season(metric, now)) for then, now in _years(match, metric)]
    return [(then, now) for then, now in found if then is not None and now is not None]


def metrics(match: Match) -> list[str]:
    """The metrics that are compared: named inside, nearest, or counted last before."""
    sentence = match.sentence
    inside = subjects.inside(match)
    found = [inside] if inside else subjects.nearest(sentence, match.start)
    found = [metric for metric in found if metric != subjects.VALUE]
    found = found or subjects.before(sentence, match.start)[-1:]
    sentence.compared.update(found)
    return [metric for metric in found if metric != subjects.VALUE]


def take(match: Match) -> None:
    """Keep the periods inside a comparison from being those of any other figure."""
    for anchor in _inside(match):
        anchor.taken = True


def _inside(match: Match) -> list[Anchor]:
    return [a for a in match.sentence.anchors if match.start <= a.start < match.end]


def _years(match: Match, metric: str) -> list[tuple[int, int]]:
    """The earlier and the later year, or several where the sentence leaves one of them open."""
    sentence, inside = match.sentence, _inside(match)
    named = sum(item.kind in _PERIODS for item in match.items)
    if named > sum(anchor.end - anchor.start for anchor in inside):
        return []  # a period that is not on record
    spans = [anchor.years for anchor in inside if anchor.years]
    if len(spans) > 1:
        return [(spans[-1][0], spans[0][0])]  # more in 2025/26 than in 2024/25
    if not spans:
        return _outside(sentence, metric)
    if len(spans[0]) > 1:
        return [(spans[0][0], spans[0][-1])]  # from 2024/25 to 2025/26
    then = spans[0][0]
    outer = [a for a in sentence.anchors if a not in inside and not a.taken]
    near = nearest(sentence, match.start, outer, [match.start])
    years = [year for anchor in near for year in anchor.years if year != then]
    return [(then, now) for now in years or sentence.cited.years if now != then]


def _outside(sentence: Parsed, metric: str) -> list[tuple[int, int]]:
    """A range named elsewhere, else the two seasons that are cited."""
    for anchor in sentence.anchors:
        if len(anchor.years) > 1 and not anchor.taken:
            sentence.use(anchor.start, anchor.end)
            return [(anchor.years[0], anchor.years[-1])]
    cited = sentence.cited
    years = [year for year in cited.years if cited.season(metric, year) is not None]
    return [(years[0], years[1])] if len(years) == 2 else []  # noqa: PLR2004
