"""Which figure something is said of: the metric named inside, right behind, or nearest."""

from typing import Final

from ai_service.gate import periods
from ai_service.gate.parsed import Match, Parsed

_SUBJECTS: Final = ("metric", "metric1", "rate", "value", "verb", "scoring", "newest")
_LINKS: Final = frozenset("of in at for with and from by on close among amongst all".split())
_VALUE: Final = "value"


def key(sentence: Parsed, at: int) -> str:
    """The metric that an item names: `goals_per_90`, `goals`, `value`."""
    item = sentence.items[at]
    if item.kind in ("value", "newest"):
        return _VALUE
    item.used = item.used or item.kind not in ("verb", "scoring")
    if str(item.value).startswith("goals") and item.kind != "verb" and _is_assisted(sentence, at):
        return str(item.value).replace("goals", "assists")
    often = bool(sentence.near(at, "often"))
    if item.kind == "scoring":
        return "goals_per_90"
    return f"{item.value}_per_90" if item.kind == "verb" and often else str(item.value)


def _is_assisted(sentence: Parsed, at: int) -> bool:
    """Whether goals are those of others: "he assisted seven goals"."""
    verbs = [sentence.items[i].value for i in sentence.near(at, "verb") if i < at]
    return verbs[-1:] == ["assists"]


def inside(match: Match) -> str | None:
    """The metric named within a comparison: "more goals per 90 than"."""
    found = [at for at in range(match.start, match.end)
             if match.sentence.items[at].kind in _SUBJECTS]  # fmt: skip
    found.sort(key=lambda at: match.sentence.items[at].kind in ("verb", "scoring"))
    return key(match.sentence, found[0]) if found else None


def of_rank(sentence: Parsed, match: Match, at: int, places: list[int]) -> list[str]:
    """The metrics that a rank is said of; an empty name where none is to be found."""
    behind = _behind(sentence, match.end)
    if behind is not None:
        return _listed(sentence, behind, at, places)
    anchors = _anchors(sentence)
    own = [a for a in anchors if sentence.part[a.start] == sentence.part[at]]
    if own and not _counts(sentence, own[0].start):
        return _listed(sentence, periods.nearest(sentence, at, own, places)[0].start, at, places)
    # Named elsewhere, or only counted: the nearest of which there is a rank.
    before = [i for i in range(at - 1, -1, -1) if sentence.items[i].kind in _SUBJECTS]
    after = [i for i in range(at, len(sentence.items)) if sentence.items[i].kind in _SUBJECTS]
    ranked = [i for i in before + after if sentence.cited.ranks(key(sentence, i))]
    if ranked:
        return _listed(sentence, ranked[0], at, places)
    return [key(sentence, (before + after)[0])] if before or after else [""]


def groups(sentence: Parsed, at: int) -> list[list[str]]:
    """The metrics that a trend is said of: lists of those named together, the likeliest first."""
    behind = _behind(sentence, at + 1)
    if behind is not None:
        return [_listed(sentence, behind, at, [at])]
    near = periods.nearest(sentence, at, _anchors(sentence), [at])
    return [_listed(sentence, anchor.start, at, [at]) for anchor in near]


def nearest(sentence: Parsed, at: int) -> list[str]:
    """The metrics that a comparison is said of, the likeliest first."""
    return [metric for group in groups(sentence, at) for metric in group]


def _behind(sentence: Parsed, at: int) -> int | None:
    """A metric that follows, behind the cohort perhaps: "of attacking players for goals per 90"."""
    seen_link = False
    while at < len(sentence.items):
        item = sentence.items[at]
        if item.kind in _SUBJECTS:
            counted = sentence.items[at - 1].kind in ("number", "article")
            return at if seen_link and not counted else None
        if item.kind in ("for", "by", "in", "on"):
            seen_link = True
        elif item.kind in _LINKS:
            pass
        elif item.kind in ("number", "positions", "peers", "cohortword", "position_cohort",
                           "league", "name", "threshold", "season", "period", "age_cohort"):  # fmt: skip
            seen_link = False
        else:
            return None
        at += 1
    return None


def _counts(sentence: Parsed, at: int) -> bool:
    """Whether a metric is there as what a number counts: "24 goals"."""
    return at > 0 and sentence.items[at - 1].kind in ("number", "article", "neg")


def _anchors(sentence: Parsed) -> list[periods.Anchor]:
    """Where figures are named; those that only count something ("24 goals") where no other is."""
    found = [i for i, item in enumerate(sentence.items) if item.kind in _SUBJECTS]
    pure = [
        i for i in found
        if not _counts(sentence, i)
        and sentence.items[i].kind != "verb"
    ]  # fmt: skip
    by_part: dict[int, list[int]] = {}
    for i in found:
        by_part.setdefault(sentence.part[i], []).append(i)
    kept = []
    for indexes in by_part.values():
        here = [i for i in indexes if i in pure]
        kept += here or indexes
    return [periods.Anchor(i, i + 1, "season") for i in sorted(kept)]


def _listed(sentence: Parsed, at: int, rank: int, places: list[int]) -> list[str]:
    """All metrics of a list that share a rank: "goals per 90 and assists per 90 are in …"."""
    run = [at]
    for step in (-1, 1):
        index = at + step
        while 0 <= index < len(sentence.items):
            kind = sentence.items[index].kind
            if kind in _SUBJECTS and kind != "verb":
                run.append(index)
            elif kind not in ("and", "comma", "or", "both", "for", "by", "in", "on", "all"):
                break
            index += step
    run.sort()
    here = [place for place in places if abs(sentence.part[place] - sentence.part[rank]) <= 1]
    if len(run) > 1 and len(here) == len(run):
        return [key(sentence, run[here.index(rank)])]
    found = [key(sentence, index) for index in run]
    if len(run) > 1 and sentence.items[run[-1]].kind == "rate":
        # "goals and assists per 90" may be two rates.
        ranks = sentence.cited.ranks
        found = [f"{m}_per_90" if not ranks(m) and ranks(f"{m}_per_90") else m for m in found]
    return found


def before(sentence: Parsed, at: int) -> list[str]:
    """The metrics named before an item, in order."""
    return [key(sentence, i) for i in range(at) if sentence.items[i].kind in _SUBJECTS]
