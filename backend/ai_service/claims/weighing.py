"""Claims by weight: the strongest, those that differ, and the reasons for a verdict."""

from collections.abc import Iterable, Iterator
from itertools import islice

from ai_service.claims.model import Claim, Claims
from ai_service.schemas import Polarity, Verdict

_REASONS = 3
_BARE = ("value.now", "value.now.undated", "contract.until", "price.high", "high.at")
_NOTABLE = 45  # weight of a reason about money or time
PLAY, TERMS = ("performance", "playing_time"), ("market", "contract")


def reasons(found: Claims, decision: Verdict) -> list[Claim]:
    """What the verdict rests on: the case for, the main doubt, and money or time; at most three."""
    ordered = by_weight(found.values())
    if decision == "not_applicable":
        return [c for c in ordered if c.type.startswith("identity")]
    missed = [c for c in ordered if c.topic == "brief" and c.type.endswith("missed")]
    strong = strongest(ordered, "for", PLAY)
    doubt = (
        strongest(ordered, "against", PLAY)
        or strongest(ordered, "against", TERMS)
        or found.get("aspects")
    )
    terms = next((c for c in ordered if c.topic in TERMS and _is_telling(c, doubt)), None)
    if decision == "insufficient_evidence":
        thin = [c for c in ordered if c.topic == "data" and c.required and c.id != "stale"]
        chosen: list[Claim | None] = [*missed, *thin[:2], terms]
    else:
        more = (c for c in ordered if c.polarity == "for" and c.topic in PLAY)
        chosen = [*missed, strong, doubt, terms, *more]
    usable = (c for c in chosen if c and not c.type.endswith(".met"))
    return list(islice(distinct(usable), _REASONS))


def _is_telling(claim: Claim, doubt: Claim | None) -> bool:
    """Whether a claim about money or time says more than a bare value or date."""
    is_bare = claim.type in _BARE
    return claim.weight >= _NOTABLE and not is_bare and claim is not doubt


def distinct(found: Iterable[Claim]) -> Iterator[Claim]:
    """One claim per metric, and not two of minutes."""
    seen: set[str] = set()
    for claim in found:
        stem = claim.about or claim.id
        if seen.isdisjoint(stems(stem)):
            seen |= stems(stem)
            yield claim


_COMMON = frozenset({
    "per", "pct", "completed", "won", "on", "target", "non", "penalty", "open", "play", "minus",
    "of", "to", "plus", "taken", "rate", "success", "padj",
})  # fmt: skip


def stems(metric: str) -> set[str]:
    """The words that show that two metrics measure much the same: goals, goals_per_shot."""
    return set(metric.replace(".", "_").split("_")) - _COMMON or {metric}


def by_weight(found: Iterable[Claim]) -> list[Claim]:
    """The weightiest first."""
    return sorted(found, key=lambda c: -c.weight)


def strongest(ordered: list[Claim], polarity: Polarity, topics: tuple[str, ...]) -> Claim | None:
    """The first of a polarity in some topics."""
    fits = (c for c in ordered if c.polarity == polarity and c.topic in topics)
    return next(fits, None)
