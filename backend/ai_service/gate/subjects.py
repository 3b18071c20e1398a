"""Which figure something is said of: the metric named inside, right behind, or nearest."""

from typing import Final

from ai_service.gate.binding import nearest as nearest_of
from ai_service.gate.claims import Anchor
from ai_service.gate.grammar import kinds
from ai_service.gate.parsed import Match, Parsed

VALUE: Final = "value"
_NAMED: Final = ("metric", "metric1", "rate", "value", "verb", "scoring", "newest")
_COUNTED: Final = ("metric", "metric1", "rate", "verb")
_VERBS: Final = {"played": "games", "scoring": "goals"}
_LINKS: Final = kinds("of in at for with and from by on close among amongst all")
_LISTING: Final = kinds("and comma or both for by in on all")
_COHORT: Final = kinds(
    "number positions peers cohortword position_cohort league name threshold season period "
    "age_cohort"
)


def key(sentence: Parsed, at: int) -> str:
    """The metric that an item names: `goals_per_90`, `goals`, `value`."""
    item = sentence.items[at]
    if item.kind in ("value", "newest"):
        return VALUE
    if item.kind == "scoring":
        return "goals_per_90"
    if item.kind == "verb":
        return f"{item.value}_per_90" if sentence.near(at, "often") else str(item.value)
    item.used = True
    if _is_assisted(sentence, at):
        return str(item.value).replace("goals", "assists")
    return str(item.value)


def counted(sentence: Parsed, at: int) -> str:
    """The metric that a number beside an item counts: goals for "scoring 24"."""
    item = sentence.items[at]
    if item.kind in ("metric", "metric1", "rate"):
        return key(sentence, at)
    return str(_VERBS.get(item.kind, item.value))


def _is_assisted(sentence: Parsed, at: int) -> bool:
    """Whether goals are those of others: "he assisted seven goals"."""
    verbs = [sentence.items[i].value for i in sentence.near(at, "verb") if i < at]
    return verbs[-1:] == ["assists"]


def places_before(sentence: Parsed, at: int) -> list[int]:
    """Where metrics of a season are named before an item."""
    return [i for i in range(at) if sentence.kind(i) in _COUNTED]


def before(sentence: Parsed, at: int) -> list[str]:
    """The metrics named before an item, in order."""
    return [key(sentence, i) for i in range(at) if sentence.kind(i) in _NAMED]


def inside(match: Match) -> str | None:
    """The metric named within a comparison, rather than a verb: "scored more goals per 90 than"."""
    sentence = match.sentence
    found = [i for i in range(match.start, match.end) if sentence.kind(i) in _NAMED]
    found.sort(key=lambda i: sentence.kind(i) in ("verb", "scoring"))
    return key(sentence, found[0]) if found else None


def of_rank(match: Match, at: int, places: list[int]) -> list[str]:
    """The metrics that a rank is said of; an empty name where none is to be found."""
    sentence = match.sentence
    behind = _behind(sentence, match.end)
    if behind is not None:
        return _listed(sentence, behind, at, places)
    own = [a for a in _anchors(sentence) if sentence.part[a.start] == sentence.part[at]]
    if own and not _is_counted(sentence, own[0].start):
        return _listed(sentence, nearest_of(sentence, at, own, places)[0].start, at, places)
    # Named elsewhere, or only counted: the nearest of which there is a rank.
    order = [*range(at - 1, -1, -1), *range(at, len(sentence.items))]
    named = [i for i in order if sentence.kind(i) in _NAMED]
    ranked = [i for i in named if sentence.cited.ranks(key(sentence, i))]
    if ranked:
        return _listed(sentence, ranked[0], at, places)
    if not named:
        return [""]
    nearest_key = key(sentence, named[0])
    rate = f"{nearest_key}_per_90"  # assists: 0.20 per 90, at percentile 55
    return [rate if sentence.has("per90") and sentence.cited.ranks(rate) else nearest_key]


def groups(sentence: Parsed, at: int) -> list[list[str]]:
    """The metrics that a trend is said of: lists of those named together, the likeliest first."""
    behind = _behind(sentence, at + 1)
    if behind is not None:
        return [_listed(sentence, behind, at, [at])]
    near = nearest_of(sentence, at, _anchors(sentence), [at])
    return [_listed(sentence, anchor.start, at, [at]) for anchor in near]


def nearest(sentence: Parsed, at: int) -> list[str]:
    """The metrics that a comparison is said of, the likeliest first."""
    return [metric for group in groups(sentence, at) for metric in group]


def _behind(sentence: Parsed, at: int) -> int | None:
    """A metric that follows, behind the cohort perhaps: "of attacking players for goals per 90"."""
    seen_link = False
    while (kind := sentence.kind(at)) in _LINKS | _COHORT:
        seen_link = kind in ("for", "by", "in", "on") or (seen_link and kind in _LINKS)
        at += 1
    is_named = kind in _NAMED and sentence.kind(at - 1) not in ("number", "article")
    return at if is_named and seen_link else None


def _is_counted(sentence: Parsed, at: int) -> bool:
    """Whether a metric is there as what a number counts: "24 goals"."""
    return sentence.kind(at - 1) in ("number", "article", "neg")


def _anchors(sentence: Parsed) -> list[Anchor]:
    """Where figures are named; those that are only counted, or a verb, where no other is."""
    by_part: dict[int, list[int]] = {}
    for i, item in enumerate(sentence.items):
        if item.kind in _NAMED:
            by_part.setdefault(sentence.part[i], []).append(i)
    kept: list[int] = []
    for places in by_part.values():
        pure = [i for i in places if sentence.kind(i) != "verb" and not _is_counted(sentence, i)]
        kept += pure or places
    return [Anchor(i, i + 1) for i in sorted(kept)]


def _listed(sentence: Parsed, at: int, rank: int, places: list[int]) -> list[str]:
    """All metrics of a list that share what is said: "goals per 90 and assists per 90 are …".

    Where as many ranks follow as there are metrics, each has its own.
    """
    run = [at]
    for step in (-1, 1):
        index = at + step
        while (kind := sentence.kind(index)) in _LISTING or (kind in _NAMED and kind != "verb"):
            run += [index] if kind in _NAMED else []
            index += step
    run.sort()
    here = [place for place in places if abs(sentence.part[place] - sentence.part[rank]) <= 1]
    if 1 < len(run) == len(here):
        return [key(sentence, run[here.index(rank)])]
    return _rates(sentence, [key(sentence, i) for i in run])


def _rates(sentence: Parsed, metrics: list[str]) -> list[str]:
    """ "Goals and assists per 90" may be two rates: where only the rate is ranked, it is one."""
    if len(metrics) == 1 or not metrics[-1].endswith("_per_90"):
        return metrics
    ranks = sentence.cited.ranks
    return [f"{m}_per_90" if not ranks(m) and ranks(f"{m}_per_90") else m for m in metrics]
