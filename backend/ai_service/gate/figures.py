"""What the evidence cited gives for a metric in a period."""

from collections.abc import Iterable

from ai_service.gate import periods
from ai_service.gate.cited import Cited
from ai_service.gate.claims import Anchor
from ai_service.gate.parsed import Parsed


def of(cited: Cited, metric: str, anchor: Anchor | None) -> list[float]:
    """The figures that may be meant; without a period, every one that is cited."""
    found: Iterable[float | None]
    if anchor is None:
        seasons = [cited.season(metric, year) for year in cited.years]
        found = [*seasons, cited.career(metric), cited.total(metric, cited.years)]
    elif anchor.scope == "season":
        found = [cited.season(metric, anchor.years[0])]
    elif anchor.scope == "sum":
        found = [cited.total(metric, anchor.years)]
    elif anchor.scope == "each":
        figures = {cited.season(metric, year) for year in anchor.years}
        found = figures if len(figures) == 1 else ()
    elif anchor.scope == "career":
        found = [cited.career(metric)]
    else:
        found = _over_last(cited, metric, anchor.count)
    return [figure for figure in found if figure is not None]


def at(sentence: Parsed, metric: str, place: int) -> list[float]:
    """The figures of the period that is named nearest to a place in the sentence."""
    anchors: list[Anchor | None] = [*periods.bound(sentence, place, [place])]
    return [f for anchor in anchors or [None] for f in of(sentence.cited, metric, anchor)]


def _over_last(cited: Cited, metric: str, count: int) -> list[float | None]:
    """Sums over so many seasons: the last on record, those cited, or all there are."""
    on_record = cited.index.years
    found = [cited.total(metric, on_record[-count:])] if 0 < count <= len(on_record) else []
    if len(cited.years) == count:
        found.append(cited.total(metric, cited.years))
    if count == len(on_record) or cited.number("career.seasons") == count:
        found.append(cited.career(metric))
    return found
