"""The recommendation, the confidence in it, and the arguments over other claims.

Without a brief a statistic does not know what the club needs: the first rule that applies gives

| rule                                                                         | verdict        |
|---|---|
| retired                                                                      | not_applicable |
| no full season, the newest ended two years ago, or no core metric has a rank | insufficient   |
| a core metric in the best tenth, or two in the best quarter; fewer core      | follow_up      |
| metrics in the worst quarter than in the best; minutes not in the worst      |                |
| quarter; at most two years past the usual peak                               |                |
| anything else                                                                | keep_watching  |

With a brief, `follow_up` that meets every item is `sign`; a missed item, one not known, or one only
partly met leaves `monitor`; two missed items or a missed position are `reject`. "Core" metrics are
those of the position (`positions.toml`). Name and nationality are not used.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from ai_service.claims.brief import result
from ai_service.claims.facts import (
    ESTABLISHED_MINUTES,
    MIN_MINUTES,
    Facts,
    months_between,
)
from ai_service.claims.model import Claim, Claims
from ai_service.schemas import Confidence, Polarity, Verdict

_BEST = frozenset({"first", "top_1", "top_5", "top_10"})
_LONG_PAST = 2  # years
_MUCH_PLAY, _LARGE_COHORT, _RECENT_MONTHS = 1_800, 60, 6
_REASONS = 3
_BARE = ("value.now", "value.now.undated", "contract.until", "price.high", "high.at")
_NOTABLE = 45  # weight of a reason about money or time
_PLAY, _TERMS = ("performance", "playing_time"), ("market", "contract")


def claims(facts: Facts, found: Claims) -> Iterator[Claim]:
    """The arguments over the claims `found`."""
    decision = verdict(facts, found)
    if decision != "not_applicable":
        yield from _thesis(found, is_thin=decision == "insufficient_evidence")
        yield from _nothing(facts, found)
    if decision not in ("not_applicable", "insufficient_evidence"):
        yield from _judgement(facts, found, decision)
    if decision not in ("not_applicable", "insufficient_evidence"):
        yield from _conditions(facts, found)
        yield from _questions(found)
        yield from _level(facts, found)
    yield from _recommendation(facts, found, decision)


def verdict(facts: Facts, found: Claims) -> Verdict:
    """The verdict by the first rule that applies."""
    base = _base(facts, found)
    if facts.brief is None or base == "not_applicable":
        return base
    items = [c for c in found.values() if _is_item(c)]
    missed = [c for c in items if result(c) == "missed"]
    if len(missed) > 1 or any(c.id == "brief.position" for c in missed):
        return "reject"
    if base == "insufficient_evidence":
        return base
    open_items = [c for c in items if result(c) != "met"]
    return "sign" if base == "follow_up" and items and not open_items else "monitor"


def _is_item(claim: Claim) -> bool:
    """Whether it is an item of the brief with a result; the question is answered by people."""
    return claim.type.startswith("brief.") and claim.id != "brief.question"


def _item_name(claim: Claim) -> str:
    """The item of the brief: its name, or the metric."""
    return claim.about if claim.type.startswith("brief.metric") else claim.id.split(".")[1]


def _base(facts: Facts, found: Claims) -> Verdict:
    if facts.is_retired:
        return "not_applicable"
    core = [c for c in found.values() if _is_core_rank(facts, c)]
    if not facts.is_fresh or not core:
        return "insufficient_evidence"
    best = {c.about for c in core if c.args["band"] in _BEST and c.polarity == "for"}
    good = {c.about for c in core if c.polarity == "for"}
    bad = {c.about for c in core if c.polarity == "against"}
    past = facts.number("peak.distance") or 0
    plays = not any(c.type == "minutes.bottom" for c in found.values())
    if (best or len(good) > 1) and len(good) > len(bad) and plays and past <= _LONG_PAST:
        return "follow_up"
    return "keep_watching"


def confidence(facts: Facts, found: Claims) -> Confidence:
    """How much evidence there is and how recent it is; it says nothing about the verdict.

    `high`: a complete judged season of 1,800 minutes that ended at most a year ago, ranked among at
    least 60 players, another such season, and club, contract and value of the last six months.
    `medium`: a fresh judged season with ranks of core metrics. `low`: everything else.
    """
    season = facts.judged
    if facts.is_retired:
        return "high"
    core = [c for c in found.values() if _is_core_rank(facts, c)]
    if season is None or not facts.is_fresh or not core:
        return "low"
    day = facts.oldest_day
    plenty = (
        not season.is_incomplete
        and months_between(season.end, facts.as_of) <= 12  # noqa: PLR2004
        and season.minutes >= _MUCH_PLAY
        and len({s.year for s in facts.seasons if s.minutes >= _MUCH_PLAY}) > 1
        and min(c.args["size"] for c in core) >= _LARGE_COHORT
        and day is not None
        and months_between(day, facts.as_of) < _RECENT_MONTHS
    )
    return "high" if plenty else "medium"


def reasons(found: Claims, decision: Verdict) -> list[Claim]:
    """What the verdict rests on: the case for, the main doubt, and money or time; at most three."""
    ordered = sorted(found.values(), key=lambda c: -c.weight)
    if decision == "not_applicable":
        return [c for c in ordered if c.type.startswith("identity")]
    missed = [c for c in ordered if c.topic == "brief" and c.type.endswith("missed")]
    strong = _strongest(ordered, "for", _PLAY)
    doubt = (
        _strongest(ordered, "against", _PLAY)
        or _strongest(ordered, "against", _TERMS)
        or found.get("aspects")
    )
    terms = next((c for c in ordered if c.topic in _TERMS and _is_telling(c, doubt)), None)
    if decision == "insufficient_evidence":
        thin = [c for c in ordered if c.topic == "data" and c.required and c.id != "stale"]
        chosen: list[Claim | None] = [*missed, *thin[:2], terms]
    else:
        more = (c for c in ordered if c.polarity == "for" and c.topic in _PLAY)
        chosen = [*missed, strong, doubt, terms, *more]
    usable = (c for c in chosen if c and not c.type.endswith(".met"))
    return list(islice(_distinct(usable), _REASONS))


def _is_telling(claim: Claim, doubt: Claim | None) -> bool:
    """Whether a claim about money or time says more than a bare value or date."""
    is_bare = claim.type in _BARE
    return claim.weight >= _NOTABLE and not is_bare and claim is not doubt


def _distinct(found: Iterable[Claim]) -> Iterator[Claim]:
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


def _is_core_rank(facts: Facts, claim: Claim) -> bool:
    """Whether it is the place of a core metric that says whether a player is good."""
    return (
        claim.type in ("rank.top", "rank.bottom", "rank.middle")
        and facts.profile is not None
        and facts.profile.is_core(claim.about, facts.words(claim.about).group)
    )


def _thesis(found: Claims, *, is_thin: bool) -> Iterator[Claim]:
    """The strongest claim for the player, and the strongest against or unknown."""
    ordered = sorted(found.values(), key=lambda c: -c.weight)
    strong = _strongest(ordered, "for", _PLAY) or _strongest(ordered, "for", _TERMS)
    missed = next((c for c in ordered if c.topic == "brief" and c.type.endswith("missed")), None)
    weak = (
        missed
        or _strongest(ordered, "against", (*_PLAY, *_TERMS))
        or _strongest(ordered, "against", ("data",))
    )
    if is_thin:
        thin = next((c for c in ordered if c.topic == "data" and c.required), None)
        leverage = found.get("leverage")
        strong, weak = thin, leverage if leverage and leverage.polarity == "for" else None
    grounds = [claim for claim in (strong, weak) if claim]
    if grounds:
        yield Claim(
            "thesis", "thesis", "advice", {},
            tuple(id_ for claim in grounds for id_ in claim.evidence),
            weight=100, grounds=tuple(claim.id for claim in grounds),
        )  # fmt: skip


def _judgement(facts: Facts, found: Claims, decision: Verdict) -> Iterator[Claim]:
    """What the verdict comes down to: the thing that limits it, or what a buyer would get."""
    small = [found[name] for name in ("sample", "share") if name in found]
    few = [c for c in small if c.polarity == "against"]
    few += [c for c in found.values() if c.type == "minutes.bottom"]
    buy, fee = found.get("buy"), found.get("fee")
    core = [c for c in found.values() if _is_core_rank(facts, c)]
    good = [c for c in found.values() if c.type == "rank.top" and c.polarity == "for"]
    bad = _bad(facts, found)
    items = [c for c in found.values() if _is_item(c)]
    missed = [c for c in items if result(c) == "missed"]
    grounds: Sequence[Claim | None]
    if missed:
        kind, grounds = "judgement.missed", missed
    elif decision in ("follow_up", "sign"):
        name = buy.type.partition(".")[2] if buy else "prime"
        kind, grounds = f"judgement.buy_{name}", [*_by_weight(good)[:2], buy]
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
    known = [c for c in (*grounds, fee if decision == "sign" else None) if c]
    yield Claim(
        "judgement", kind, "advice",
        {"metrics": [c.about for c in islice(_distinct(_by_weight(good)), 2)],
         "weak": [c.about for c in islice(_distinct(_by_weight(bad)), 2)],
         "missed": [_item_name(c) for c in missed],
         "position": facts.text("sub_position") or facts.text("position"),
         "age": facts.number("age"), "value": facts.number("value.now")},
        tuple(dict.fromkeys(id_ for c in known for id_ in c.evidence)),
        weight=95, grounds=tuple(c.id for c in known),
    )  # fmt: skip


def _bad(facts: Facts, found: Claims) -> list[Claim]:
    """The low places of core metrics."""
    return [c for c in found.values() if _is_core_rank(facts, c) and c.polarity == "against"]


def _few_minutes(found: Claims) -> bool:
    small = [found[name] for name in ("sample", "share") if name in found]
    return any(c.polarity == "against" for c in small) or any(
        c.type == "minutes.bottom" for c in found.values()
    )


def _current_season(day: date, *, is_year: bool) -> str:
    """The season in progress: 2026/27, or 2026 where seasons are calendar years."""
    if is_year:
        return str(day.year)
    first = day.year if day.month > 6 else day.year - 1  # noqa: PLR2004
    return f"{first}/{(first + 1) % 100:02}"


def _by_weight(found: Iterable[Claim]) -> list[Claim]:
    return sorted(found, key=lambda c: -c.weight)


def _strongest(ordered: list[Claim], polarity: Polarity, topics: tuple[str, ...]) -> Claim | None:
    fits = (c for c in ordered if c.polarity == polarity and c.topic in topics)
    return next(fits, None)


def _nothing(facts: Facts, found: Claims) -> Iterator[Claim]:
    """That the figures show no strength, or no weakness."""
    core = [c for c in found.values() if _is_core_rank(facts, c)]
    if not core or not facts.is_fresh:
        if facts.items:
            yield Claim("none.strengths", "none.known", "advice", {}, (), weight=60)
        return
    args, evidence = {"position": facts.text("sub_position") or facts.text("position")}, tuple(
        dict.fromkeys(id_ for c in core for id_ in c.evidence)
    )  # fmt: skip
    play = [c for c in found.values() if c.topic in ("performance", "playing_time")]
    if not any(c.polarity == "for" for c in play):
        best = next(iter(_by_weight(c for c in core if c.type == "rank.middle")), None)
        if best:
            args |= {name: best.args[name] for name in ("figure", "period", "size", "place")}
        yield Claim(
            "none.strengths", "none.strengths" if best else "none.strengths.any", "advice", args,
            evidence, weight=60,
        )  # fmt: skip
    if not any(c.polarity == "against" for c in play):
        yield Claim("none.weaknesses", "none.weaknesses", "advice", args, evidence, weight=60)


def _conditions(facts: Facts, found: Claims) -> Iterator[Claim]:
    """What must be confirmed first, from what is old or missing."""
    what, grounds = [], []
    for name, id_ in (("club", "club"), ("contract", "contract.until"), ("fee", "value.now")):
        if facts.is_free and name != "fee":
            continue
        if id_ not in facts.items:
            what.append(name)
        elif "stale" in found and facts.dated(id_) == facts.oldest_day:
            what.append(name)
            grounds.append("stale")
        elif name in found and found[name].type == "contract.expired":
            what.append(name)
            grounds.append("contract")
    if any(c.type in ("gap.drop", "gap.few") for c in found.values()):
        what.append("fitness")
        grounds += [c.id for c in found.values() if c.type in ("gap.drop", "gap.few")]
    if what:
        evidence = tuple(dict.fromkeys(id_ for g in grounds for id_ in found[g].evidence))
        yield Claim("condition", "condition", "advice", {"what": what}, evidence, weight=70,
                    grounds=tuple(dict.fromkeys(grounds)))  # fmt: skip


def _questions(found: Claims) -> Iterator[Claim]:
    """What to ask about an anomaly; the causes are a closed list, not a finding."""
    asked: set[str] = set()
    for claim in sorted(found.values(), key=lambda c: -c.weight):
        kind = _QUESTIONS.get(claim.type)
        if kind is None or kind in asked:
            continue
        asked.add(kind)
        yield Claim(
            f"question.{claim.id}", f"question.{kind}", "advice", claim.args, claim.evidence,
            weight=claim.weight - 5, about=claim.about, grounds=(claim.id,),
        )  # fmt: skip


def _level(facts: Facts, found: Claims) -> Iterator[Claim]:
    """Which of two seasons shows the level, where one has twice the goals of the other."""
    before, judged = found.get("before"), facts.judged
    if before is None or judged is None or facts.profile is None or not judged.is_full:
        return
    if not facts.profile.is_core("goals", "shooting"):
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


def _recommendation(facts: Facts, found: Claims, decision: Verdict) -> Iterator[Claim]:
    grounds = reasons(found, decision)
    open_items = [c for c in found.values() if _is_item(c) and result(c) != "met"]
    buy = found["buy"].type if "buy" in found else ""
    kind: str = decision
    if decision == "monitor" and not open_items:
        kind = "monitor_met"
    elif decision == "follow_up" and buy in ("buy.short", "buy.late_high"):
        kind = "follow_up_late"
    elif decision == "follow_up" and buy.endswith("high"):
        kind = "follow_up_high"
    yield Claim(
        "recommendation", f"recommend.{kind}", "advice",
        {"verdict": decision, "position": facts.text("sub_position") or facts.text("position"),
         "value": facts.number("value.now"),
         "key": facts.profile.key if facts.profile else None},
        tuple(dict.fromkeys(id_ for c in grounds for id_ in c.evidence)),
        weight=100, required=True, grounds=tuple(c.id for c in grounds),
    )  # fmt: skip
    yield from _met(found)
    yield from _next(facts, found, decision)


def _met(found: Claims) -> Iterator[Claim]:
    """The items of the brief that are met, in one sentence."""
    met = [c for c in found.values() if _is_item(c) and result(c) == "met"]
    if met:
        yield Claim(
            "met", "met", "brief",
            {"items": [_item_name(c) for c in met]},
            tuple(dict.fromkeys(id_ for c in met for id_ in c.evidence)), polarity="for",
            weight=58, grounds=tuple(c.id for c in met),
        )  # fmt: skip


def _next(facts: Facts, found: Claims, decision: Verdict) -> Iterator[Claim]:
    """What to do next, and what would change the verdict."""
    if decision == "not_applicable" or not facts.items:
        return
    aspects, judged = found.get("aspects"), facts.judged
    wanted = aspects.args["aspects"][:3] if aspects else []  # no figure covers these
    args: dict[str, object] = {"aspects": wanted}
    grounds = ("aspects",) if aspects else ()
    if decision == "insufficient_evidence":
        unknown = [n for n in ("date_of_birth", "position", "club") if n not in facts.items]
        started = judged is None and any(s.minutes for s in facts.seasons) and facts.is_active
        kind = "identify" if len(unknown) > 1 else "more_minutes" if started else "data"
        args |= {"unknown": unknown, "minutes": MIN_MINUTES}
        if started and (talks := _talks(facts, found)):
            kind = "watch_before"
            args["talks"] = talks
    elif decision in ("follow_up", "sign"):
        late = "buy" in found and found["buy"].type in ("buy.short", "buy.late_high")
        kind = ("live_if" if late else "live") if wanted else "live_any"
    elif decision == "reject":
        kind = "none"
    elif judged and judged.end < facts.as_of:
        kind = "current_minutes" if _few_minutes(found) else "current"
        args |= {
            "season": _current_season(facts.as_of, is_year=judged.is_year),
            "weak": [c.about for c in islice(_distinct(_by_weight(_bad(facts, found))), 2)],
        }
    elif judged and judged.minutes < ESTABLISHED_MINUTES:
        kind = "minutes"
        args |= {"minutes": ESTABLISHED_MINUTES, "now": judged.minutes}
    else:
        kind = "later" if wanted else "later_any"
    yield Claim("next", f"next.{kind}", "advice", args, (), weight=68, grounds=grounds)
    talks = _talks(facts, found)
    if talks and decision not in ("reject", "insufficient_evidence"):
        yield Claim(
            "deadline", "deadline", "advice", {"talks": talks}, found["leverage"].evidence,
            weight=66, grounds=("leverage",),
        )  # fmt: skip


def _talks(facts: Facts, found: Claims) -> date | None:
    """The coming day from which the player may negotiate with other clubs."""
    leverage = found.get("leverage")
    if leverage is None or leverage.polarity != "for":
        return None
    talks: date = leverage.args["talks"]
    return talks if talks > facts.as_of else None
