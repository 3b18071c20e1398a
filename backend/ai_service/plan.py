"""The plan of a report: which claims it states, in what order, and how they are joined.

An author (a model or the built-in planner) chooses; `problems` says what is wrong with a plan, and
`repaired` makes it valid by rule: unknown ids are dropped, sentences that join what does not belong
together are split, and required claims are added.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from ai_service.claims.model import Claim, Claims, Topic
from ai_service.schemas import SECTIONS, SectionName

Relation = Literal["none", "and", "but", "because", "which", "compare"]
Lead = Literal["none", "above_all", "also"]

MAX_HEADLINE = 2
MAX_SENTENCES = 7  # of a section
MAX_CLAIMS = 4  # of a sentence

# What may follow with "which": a detail of the same thing.
_DETAILS: frozenset[tuple[str, str]] = frozenset({
    ("totals", "every"), ("totals", "penalties"), ("rank", "league"), ("rank", "run"),
    ("rank", "steady"),
    ("value", "high"), ("value", "price"), ("contract", "leverage"), ("transfer", "fee"),
    ("run", "steady"), ("rank", "trend"),
})  # fmt: skip
# Topics whose claims may stand in one sentence.
_TOGETHER: dict[Topic, str] = {"performance": "pitch", "playing_time": "pitch"}
# What "because" may follow.
_ARGUED = ("recommend.follow_up", "recommend.keep_watching")
# Leads that only fit what they announce.
_LEAD_NEEDS: dict[str, frozenset[str]] = {
    "above_all": frozenset({"for", "against"}),
}
_NEVER_FIRST: frozenset[Lead] = frozenset({"also"})
_SECTION_OF: dict[Topic, SectionName] = {
    "person": "summary", "contract": "market", "playing_time": "summary",
    "performance": "summary", "market": "market", "data": "weaknesses",
    "brief": "recommendation", "advice": "recommendation",
}  # fmt: skip


class PlannedSentence(BaseModel):
    """One to four claims and how they are joined; `lead` opens the sentence."""

    model_config = ConfigDict(extra="forbid")

    claims: Annotated[list[str], Field(min_length=1, max_length=MAX_CLAIMS)]
    relation: Relation = "none"
    lead: Lead = "none"


PlannedSection = Annotated[list[PlannedSentence], Field(max_length=MAX_SENTENCES)]


class Sections(BaseModel):
    """The sentences of each section."""

    model_config = ConfigDict(extra="forbid")

    summary: PlannedSection = []
    strengths: PlannedSection = []
    weaknesses: PlannedSection = []
    market: PlannedSection = []
    recommendation: PlannedSection = []

    def of(self, name: SectionName) -> list[PlannedSentence]:
        """The sentences of a section."""
        found: list[PlannedSentence] = getattr(self, name)
        return found


class Plan(BaseModel):
    """What a report states."""

    model_config = ConfigDict(extra="forbid")

    headline: Annotated[list[str], Field(max_length=MAX_HEADLINE)] = []
    sections: Sections = Sections()


def schema(ids: list[str]) -> dict[str, Any]:
    """The JSON schema of a plan whose ids are an enum, so that none can be invented."""
    ref = {"$ref": "#/$defs/sentence"}
    section = {"type": "array", "items": ref, "maxItems": MAX_SENTENCES}
    claim = {"$ref": "#/$defs/claim"}
    return {
        "$defs": {
            "claim": {"type": "string", "enum": ids},
            "sentence": {
                "type": "object",
                "properties": {
                    "claims": {
                        "type": "array", "items": claim, "minItems": 1, "maxItems": MAX_CLAIMS,
                    },
                    "relation": {"type": "string", "enum": list(get_args(Relation))},
                    "lead": {"type": "string", "enum": list(get_args(Lead))},
                },
                "required": ["claims", "relation", "lead"],
                "additionalProperties": False,
            },
        },
        "type": "object",
        "properties": {
            "headline": {"type": "array", "items": claim, "maxItems": MAX_HEADLINE},
            "sections": {
                "type": "object",
                "properties": dict.fromkeys(SECTIONS, section),
                "required": list(SECTIONS),
                "additionalProperties": False,
            },
        },
        "required": ["headline", "sections"],
        "additionalProperties": False,
    }  # fmt: skip


def problems(plan: Plan, claims: Claims) -> list[str]:
    """What is wrong with a plan, a line each, with ids in backticks; empty if it is valid."""
    return [
        *_in_headline(plan, claims),
        *_in_sections(plan, claims),
        *(f"`{claim.id}` must be stated" for claim in missing(plan, claims)),
    ]


def _in_headline(plan: Plan, claims: Claims) -> Iterator[str]:
    for number, id_ in enumerate(plan.headline):
        if id_ not in claims:
            yield f"headline: there is no claim `{id_}`"
        elif id_ in plan.headline[:number]:
            yield f"headline: `{id_}` was stated before"


def _in_sections(plan: Plan, claims: Claims) -> Iterator[str]:
    used: set[str] = set()
    for name in SECTIONS:
        for number, sentence in enumerate(plan.sections.of(name), 1):
            where = f"{name}, sentence {number}"
            for id_ in sentence.claims:
                if id_ not in claims:
                    yield f"{where}: there is no claim `{id_}`"
                elif id_ in used:
                    yield f"{where}: `{id_}` was stated before"
                elif reason := _misplaced(claims[id_], name):
                    yield f"{where}: {reason}"
                used.add(id_)
            if all(id_ in claims for id_ in sentence.claims):
                found = [claims[id_] for id_ in sentence.claims]
                if reason := joins_badly(found, sentence.relation):
                    yield f"{where}: {reason}"
                if reason := _bad_lead(found[0], sentence.lead, is_first=number == 1):
                    yield f"{where}: {reason}"


def missing(plan: Plan, claims: Claims) -> list[Claim]:
    """The claims that a report must state and the plan does not.

    Besides the required ones: a weakness of each metric that the report praises.
    """
    used = set(stated(plan))
    return [claim for claim in _needed(plan, claims) if claim.id not in used]


def _needed(plan: Plan, claims: Claims) -> list[Claim]:
    used = [claims[id_] for id_ in stated(plan) if id_ in claims]
    found = {claim.id: claim for claim in claims.values() if claim.required}
    for about in {claim.about for claim in used if claim.polarity == "for" and claim.about}:
        weaknesses = [c for c in claims.values() if c.about == about and _is_weakness(c)]
        if weaknesses:
            admitted = [claim for claim in used if claim in weaknesses]
            weakness = admitted[0] if admitted else max(weaknesses, key=lambda c: c.weight)
            found[weakness.id] = weakness
    return [claim for claim in claims.values() if claim.id in found]


def _is_weakness(claim: Claim) -> bool:
    return claim.polarity == "against" and claim.topic in ("performance", "playing_time", "data")


def stated(plan: Plan) -> list[str]:
    """The ids of the claims in the sections, in order."""
    return [
        id_ for name in SECTIONS for sentence in plan.sections.of(name) for id_ in sentence.claims
    ]


def joins_badly(found: list[Claim], relation: Relation) -> str | None:
    """Why the claims may not be joined in this way; None if they may."""
    if len(found) == 1:
        return None if relation == "none" else f"{relation!r} needs two claims"
    if relation == "none":
        return "several claims need a relation"
    if relation == "and":
        return _not_together(found)
    if len(found) > 2:  # noqa: PLR2004
        return f"{relation!r} joins two claims"
    first, second = found
    return None if _FITS[relation](first, second) else _NEEDS[relation].format(first.id, second.id)


def _not_together(found: list[Claim]) -> str | None:
    """Why "and" does not fit: opposites, or topics that have nothing to do with each other."""
    if {"for", "against"} <= {claim.polarity for claim in found}:
        return "'and' joins no opposites"
    if len({_TOGETHER.get(claim.topic, claim.topic) for claim in found}) > 1:
        return "'and' joins claims of one topic"
    return None


def _is_opposite(first: Claim, second: Claim) -> bool:
    return {first.polarity, second.polarity} == {"for", "against"}


def _is_ground(first: Claim, second: Claim) -> bool:
    return first.type in _ARGUED and second.id in first.grounds


def _is_detail(first: Claim, second: Claim) -> bool:
    pair = first.type.partition(".")[0], second.type.partition(".")[0]
    same = first.about == second.about or not (first.about and second.about)
    return pair in _DETAILS and same


def _is_comparable(first: Claim, second: Claim) -> bool:
    complete = not (first.args.get("incomplete") or second.args.get("incomplete"))
    one_provider = first.args.get("provider") == second.args.get("provider")
    return first.type == second.type == "totals" and complete and one_provider


_FITS: dict[Relation, Callable[[Claim, Claim], bool]] = {
    "but": _is_opposite, "because": _is_ground, "which": _is_detail, "compare": _is_comparable,
}  # fmt: skip
_NEEDS: dict[Relation, str] = {
    "but": "'but' needs a claim for and one against, not `{0}` and `{1}`",
    "because": "`{1}` is no ground of `{0}`",
    "which": "`{1}` is no detail of `{0}`",
    "compare": "'compare' needs the totals of two complete seasons, not `{0}` and `{1}`",
}


def _misplaced(claim: Claim, section: SectionName) -> str | None:
    return next((text.format(claim.id) for test, text in _MISPLACED if test(claim, section)), None)


_ON_THE_PITCH: tuple[SectionName, ...] = ("strengths", "weaknesses")
_MISPLACED: tuple[tuple[Callable[[Claim, SectionName], bool], str], ...] = (
    (lambda c, s: s == "strengths" and c.polarity == "against", "`{}` is no strength"),
    (lambda c, s: s == "weaknesses" and c.polarity == "for", "`{}` is no weakness"),
    (lambda c, s: s in _ON_THE_PITCH and c.type == "rank.middle",
     "`{}` is neither a strength nor a weakness"),
    (lambda c, s: s in _ON_THE_PITCH and c.id == "met", "`{}` belongs in recommendation"),
    (lambda c, s: s == "strengths" and c.topic in ("market", "contract"), "`{}` belongs in market"),
    (lambda c, _: c.type == "thesis", "`{}` is for the headline"),
)  # fmt: skip


def _bad_lead(first: Claim, lead: Lead, *, is_first: bool) -> str | None:
    if lead in _NEVER_FIRST and is_first:
        return f"{lead!r} cannot open a section"
    needed = _LEAD_NEEDS.get(lead)
    if needed and first.polarity not in needed:
        return f"{lead!r} does not fit `{first.id}`"
    return None


def repaired(plan: Plan, claims: Claims) -> tuple[Plan, list[str]]:
    """A valid plan and what was changed, a line each."""
    changes: list[str] = []
    used: set[str] = set()
    sections: dict[str, list[PlannedSentence]] = {}
    for name in SECTIONS:
        sections[name] = []
        for sentence in plan.sections.of(name):
            kept = [
                id_ for id_ in dict.fromkeys(sentence.claims)
                if id_ in claims and id_ not in used and not _misplaced(claims[id_], name)
            ]  # fmt: skip
            if kept != sentence.claims:
                # An unknown id may be any text, which has no place in a report.
                known = [id_ for id_ in sentence.claims if id_ in claims and id_ not in kept]
                unknown = any(id_ not in claims for id_ in sentence.claims)
                dropped = [*known, *(["an unknown claim"] if unknown else [])]
                changes.append(f"{name}: dropped {', '.join(dropped) or 'a repetition'}")
            if not kept:
                continue
            used.update(kept)
            found = [claims[id_] for id_ in kept]
            relation: Relation = sentence.relation if len(kept) > 1 else "none"
            if joins_badly(found, relation):
                changes.append(f"{name}: {', '.join(kept)} are sentences of their own")
                sections[name] += [PlannedSentence(claims=[id_]) for id_ in kept]
                continue
            lead = sentence.lead
            if _bad_lead(found[0], lead, is_first=not sections[name]):
                changes.append(f"{name}: dropped the lead {lead!r}")
                lead = "none"
            sections[name].append(PlannedSentence(claims=kept, relation=relation, lead=lead))
    headline = [id_ for id_ in dict.fromkeys(plan.headline) if id_ in claims][:MAX_HEADLINE]
    if headline != plan.headline:
        changes.append("headline: dropped unknown or repeated claims")
    found_plan = Plan.model_construct(
        headline=headline, sections=Sections.model_construct(None, **sections)
    )
    _add_missing(found_plan, claims, changes)
    while any(_shorten(found_plan, name, claims, changes) for name in SECTIONS):
        pass  # a praise that is cut no longer needs its weakness
    return found_plan, changes


def _shorten(plan: Plan, name: SectionName, claims: Claims, changes: list[str]) -> bool:
    """Cut the last sentence of a section that is too long, of those that need not be stated."""
    sentences = plan.sections.of(name)
    needed = {claim.id for claim in _needed(plan, claims)}
    if len(sentences) <= MAX_SENTENCES:
        return False
    for at in range(len(sentences) - 1, -1, -1):
        if needed.isdisjoint(sentences[at].claims):
            changes.append(f"{name}: cut {', '.join(sentences[at].claims)}")
            del sentences[at]
            if sentences[0].lead in _NEVER_FIRST:
                sentences[0].lead = "none"
            return True
    return False


def _add_missing(plan: Plan, claims: Claims, changes: list[str]) -> None:
    """Add what must be stated; each addition may require another."""
    while found := missing(plan, claims):
        for claim in found:
            name = _SECTION_OF[claim.topic]
            if claim.polarity == "against" and claim.topic in ("performance", "playing_time"):
                name = "weaknesses"
            sentences = plan.sections.of(name)
            if claim.type.startswith("recommend."):
                sentences.insert(0, PlannedSentence(claims=[claim.id]))
            else:
                sentences.append(PlannedSentence(claims=[claim.id]))
            changes.append(f"{name}: added {claim.id}")
