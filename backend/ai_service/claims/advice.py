"""The recommendation: the verdict, what has to be confirmed first, and the next step."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from ai_service.claims import arguments
from ai_service.claims.brief import result
from ai_service.claims.facts import (
    ESTABLISHED_MINUTES,
    MIN_MINUTES,
    Facts,
)
from ai_service.claims.model import Claim, Claims, evidence_of
from ai_service.claims.verdicts import is_item, item_name, verdict
from ai_service.claims.weighing import by_weight, distinct, reasons
from ai_service.schemas import Verdict


def claims(facts: Facts, found: Claims) -> Iterator[Claim]:
    """The recommendation and the arguments over the claims `found`."""
    decision = verdict(facts, found)
    if decision != "not_applicable":
        yield from arguments.thesis(found, is_thin=decision == "insufficient_evidence")
        yield from arguments.nothing(facts, found)
    if decision not in ("not_applicable", "insufficient_evidence"):
        yield from arguments.judgement(facts, found, decision)
        yield from _conditions(facts, found)
        yield from arguments.questions(found)
        yield from arguments.level(facts, found)
    yield from _recommendation(facts, found, decision)


def _conditions(facts: Facts, found: Claims) -> Iterator[Claim]:
    """What must be confirmed first, from what is old or missing."""
    what, grounds = [], []
    identity = found.get("identity")
    for name, id_ in (("club", "club"), ("contract", "contract.until"), ("fee", "value.now")):
        if facts.is_free and name != "fee":
            continue
        is_past = name == "club" and identity and identity.type == "identity.last_seen"
        if id_ not in facts.items or is_past:
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
        evidence = evidence_of(found[g] for g in grounds)
        yield Claim("condition", "condition", "advice", {"what": what}, evidence, weight=70,
                    grounds=tuple(dict.fromkeys(grounds)))  # fmt: skip


def _recommendation(facts: Facts, found: Claims, decision: Verdict) -> Iterator[Claim]:
    grounds = reasons(found, decision)
    open_items = [c for c in found.values() if is_item(c) and result(c) != "met"]
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
        {"verdict": decision, "position": facts.position_name,
         "value": facts.number("value.now"),
         "key": facts.profile.key if facts.profile else None},
        evidence_of(grounds),
        weight=100, required=True, grounds=tuple(c.id for c in grounds),
    )  # fmt: skip
    yield from _met(found)
    yield from _next(facts, found, decision)


def _met(found: Claims) -> Iterator[Claim]:
    """The items of the brief that are met, in one sentence."""
    met = [c for c in found.values() if is_item(c) and result(c) == "met"]
    if met:
        yield Claim(
            "met", "met", "brief",
            {"items": [item_name(c) for c in met]},
            evidence_of(met), polarity="for",
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
        kind = "current_minutes" if arguments.few_minutes(found) else "current"
        args |= {
            "season": _current_season(facts.as_of, is_year=judged.is_year),
            "weak": [
                c.about for c in islice(distinct(by_weight(arguments.low_ranks(facts, found))), 2)
            ],
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


def _current_season(day: date, *, is_year: bool) -> str:
    """The season in progress: 2026/27, or 2026 where seasons are calendar years."""
    if is_year:
        return str(day.year)
    first = day.year if day.month > 6 else day.year - 1  # noqa: PLR2004
    return f"{first}/{(first + 1) % 100:02}"
