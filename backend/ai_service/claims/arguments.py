"""Arguments over claims: what a verdict comes down to, and what to ask about an anomaly."""

from collections.abc import Iterator, Sequence
from itertools import islice

from ai_service.claims.brief import result
from ai_service.claims.facts import Facts
from ai_service.claims.model import Claim, Claims, evidence_of
from ai_service.claims.verdicts import is_core_rank, is_item, item_name
from ai_service.claims.weighing import PLAY, TERMS, by_weight, distinct, strongest
from ai_service.schemas import Verdict


def thesis(found: Claims, *, is_thin: bool) -> Iterator[Claim]:
    """The strongest claim for the player, and the strongest against or unknown."""
    ordered = by_weight(found.values())
    strong = strongest(ordered, "for", PLAY) or strongest(ordered, "for", TERMS)
    missed = next((c for c in ordered if c.topic == "brief" and c.type.endswith("missed")), None)
    weak = (
        missed
        or strongest(ordered, "against", (*PLAY, *TERMS))
        or strongest(ordered, "against", ("data",))
    )
    if is_thin:
        thin = next((c for c in ordered if c.topic == "data" and c.required), None)
        leverage = found.get("leverage")
        strong, weak = thin, leverage if leverage and leverage.polarity == "for" else None
    grounds = [claim for claim in (strong, weak) if claim]
    if grounds:
        yield Claim(
            "thesis", "thesis", "advice", {},
            evidence_of(grounds),
            weight=100, grounds=tuple(claim.id for claim in grounds),
        )  # fmt: skip


def judgement(facts: Facts, found: Claims, decision: Verdict) -> Iterator[Claim]:
    """What the verdict comes down to: the thing that limits it, or what a buyer would get."""
    few = few_minutes(found)
    buy = found.get("buy")
    core = [c for c in found.values() if is_core_rank(facts, c)]
    tops = by_weight(c for c in found.values() if c.type == "rank.top" and c.polarity == "for")
    good = [c for c in tops if c in core] or tops
    bad = low_ranks(facts, found)
    items = [c for c in found.values() if is_item(c)]
    missed = [c for c in items if result(c) == "missed"]
    grounds: Sequence[Claim | None]
    if missed:
        kind, grounds = "judgement.missed", missed
    elif decision in ("follow_up", "sign"):
        name = buy.type.partition(".")[2] if buy else "prime"
        kind, grounds = f"judgement.buy_{name}", [*good[:2], buy]
    elif few and good:
        kind, grounds = "judgement.minutes", [few[0], *good[:1]]
    elif good and bad:
        kind, grounds = "judgement.mixed", [good[0], bad[0]]
    elif good:
        kind, grounds = "judgement.good", good[:2]
    elif bad:
        is_met = bool(items) and not [c for c in items if result(c) != "met"]
        kind, grounds = "judgement.weak_met" if is_met else "judgement.weak", bad[:2]
    elif buy and buy.type in ("buy.short", "buy.late_high"):
        kind, grounds = "judgement.late", [buy]
    else:
        kind, grounds = "judgement.ordinary", core[:2]
    known = [c for c in grounds if c]
    yield Claim(
        "judgement", kind, "advice",
        {"metrics": [c.about for c in islice(distinct(good), 2)],
         "weak": [c.about for c in islice(distinct(by_weight(bad)), 2)],
         "missed": [item_name(c) for c in missed],
         "position": facts.position_name,
         "age": facts.number("age"), "value": facts.number("value.now")},
        evidence_of(known),
        weight=95, grounds=tuple(c.id for c in known),
    )  # fmt: skip


def low_ranks(facts: Facts, found: Claims) -> list[Claim]:
    """The low places of core metrics."""
    return [c for c in found.values() if is_core_rank(facts, c) and c.polarity == "against"]


def few_minutes(found: Claims) -> list[Claim]:
    """The claims that the player played little, or that figures rest on little."""
    small = [found[name] for name in ("sample", "share") if name in found]
    return [
        *(c for c in small if c.polarity == "against"),
        *(c for c in found.values() if c.type == "minutes.bottom"),
    ]


def nothing(facts: Facts, found: Claims) -> Iterator[Claim]:
    """That the figures show no strength, or no weakness."""
    core = [c for c in found.values() if is_core_rank(facts, c)]
    if not core or not facts.is_fresh:
        if facts.items:
            yield Claim("none.strengths", "none.known", "advice", {}, (), weight=60)
        return
    args, evidence = {"position": facts.position_name}, evidence_of(core)
    play = [c for c in found.values() if c.topic in ("performance", "playing_time")]
    if not any(c.polarity == "for" for c in play):
        best = next(iter(by_weight(c for c in core if c.type == "rank.middle")), None)
        if best:
            args |= {name: best.args[name] for name in ("figure", "period", "size", "place")}
        yield Claim(
            "none.strengths", "none.strengths" if best else "none.strengths.any", "advice", args,
            evidence, weight=60,
        )  # fmt: skip
    if not any(c.polarity == "against" for c in play):
        yield Claim("none.weaknesses", "none.weaknesses", "advice", args, evidence, weight=60)


def questions(found: Claims) -> Iterator[Claim]:
    """What to ask about an anomaly; the causes are a closed list, not a finding."""
    asked: set[str] = set()
    for claim in by_weight(found.values()):
        kind = _QUESTIONS.get(claim.type)
        if kind is None or kind in asked:
            continue
        asked.add(kind)
        yield Claim(
            f"question.{claim.id}", f"question.{kind}", "advice", claim.args, claim.evidence,
            weight=claim.weight - 5, about=claim.about, grounds=(claim.id,),
        )  # fmt: skip


def level(facts: Facts, found: Claims) -> Iterator[Claim]:
    """Which of two seasons shows the level, where one has twice the goals of the other."""
    before, judged = found.get("before"), facts.judged
    if before is None or judged is None or not judged.is_full or not facts.is_core("goals"):
        return
    season = next(
        (
            s
            for s in facts.seasons
            if (s.provider, s.period) == (before.args["provider"], before.args["period"])
        ),
        None,
    )
    then, now = season.value("goals") if season else None, judged.value("goals")
    if season is None or then is None or now is None or max(then, now) < _LEVEL_GOALS:
        return
    rates = sorted((then / season.minutes, now / judged.minutes))
    if rates[0] * 2 <= rates[1]:
        yield Claim(
            "question.level", "question.level", "advice",
            {"then": int(then), "now": int(now), "earlier": season.period,
             "period": judged.period},
            (season.values["goals"].id, judged.values["goals"].id), weight=80, about="goals",
            grounds=("before",),
        )  # fmt: skip


_LEVEL_GOALS = 6
_QUESTIONS = {
    "sample.tiny": "minutes", "sample.small": "minutes", "share.low": "minutes",
    "minutes.bottom": "minutes", "gap.drop": "gap_drop", "gap.few": "gap_few",
    "gap.missing": "gap_missing", "one_off.latest": "one_off_latest",
    "one_off.past": "one_off_past", "trend.falling": "trend_falling",
}  # fmt: skip
