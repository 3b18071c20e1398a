"""What a valid plan is, and how any other is repaired."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_service import planner
from ai_service.claims.model import Claim, Claims
from ai_service.plan import (
    MAX_SENTENCES,
    Plan,
    PlannedSentence,
    Relation,
    Sections,
    joins_badly,
    problems,
    repaired,
    schema,
    stated,
)
from ai_service.schemas import SECTIONS, Dossier, Polarity
from ai_service.tests.dossiers import ALL, claims_of, replacement, striker
from ai_service.tests.strategies import dossiers


def claim(id_: str, kind: str = "rank.top", polarity: Polarity = "neutral", **more: Any) -> Claim:
    """A claim of performance, unless changed."""
    values = {"topic": "performance", "args": {}, "evidence": ()} | more
    return Claim(id=id_, type=kind, polarity=polarity, **values)


def by_id(*found: Claim) -> Claims:
    return {each.id: each for each in found}


def a_plan(headline: tuple[str, ...] = (), **sections: list[Any]) -> Plan:
    """A plan of sentences as dicts, or of single claims as ids."""
    made = {
        name: [{"claims": [one]} if isinstance(one, str) else one for one in sentences]
        for name, sentences in sections.items()
    }
    return Plan.model_validate({"headline": list(headline), "sections": made})


PRO, CON, MIDDLE = claim("pro", polarity="for"), claim("con", polarity="against"), claim("mid")
GROUNDED = claim("recommendation", "recommend.follow_up", topic="advice", grounds=("pro",))
TOTALS = [
    claim(f"totals.{n}", "totals", topic="playing_time",
          args={"provider": provider, "incomplete": incomplete})
    for n, (provider, incomplete) in enumerate([("a", False), ("a", False), ("a", True),
                                                ("b", False)])
]  # fmt: skip
RUN = claim("run", "run.top", polarity="for", about="goals")
RANK = claim("rank", "rank.top", polarity="for", about="goals")
OTHER_RUN = claim("other", "run.top", polarity="for", about="assists")


@pytest.mark.parametrize(
    ("relation", "found", "fits"),
    [
        ("none", [PRO], True),
        ("none", [PRO, MIDDLE], False),
        ("and", [PRO], False),
        ("and", [PRO, MIDDLE], True),
        ("and", [PRO, MIDDLE, RUN, RANK], True),
        ("and", [PRO, CON], False),
        ("and", [PRO, MIDDLE, CON], False),
        ("and", [MIDDLE, claim("contract", "contract.until", topic="contract")], False),
        ("but", [PRO, CON], True),
        ("but", [CON, PRO], True),
        ("but", [PRO, MIDDLE], False),
        ("but", [PRO, CON, MIDDLE], False),
        ("because", [GROUNDED, PRO], True),
        ("because", [PRO, GROUNDED], False),
        ("because", [GROUNDED, CON], False),
        ("which", [RANK, RUN], True),
        ("which", [RUN, RANK], False),
        ("which", [RANK, OTHER_RUN], False),  # of another metric
        ("which", [claim("value", "value.now"), claim("high", "high.at")], True),
        ("which", [claim("value", "value.now"), claim("fee", "fee.above")], False),
        ("compare", [TOTALS[0], TOTALS[1]], True),
        ("compare", [TOTALS[0], TOTALS[2]], False),  # incomplete
        ("compare", [TOTALS[0], TOTALS[3]], False),  # of two providers
        ("compare", [RANK, RUN], False),
    ],
)
def test_relations(relation: Relation, found: list[Claim], fits: bool) -> None:
    assert (joins_badly(found, relation) is None) is fits


KNOWN = by_id(PRO, CON, MIDDLE, claim("price", "price.low", "for", topic="market"))


@pytest.mark.parametrize(
    ("plan", "wrong"),
    [
        (a_plan(("pro",), strengths=["pro"]), []),
        (a_plan(("nobody",)), ["headline: there is no claim `nobody`"]),
        (a_plan(("pro", "pro")), ["headline: `pro` was stated before"]),
        (a_plan(summary=["nobody"]), ["summary, sentence 1: there is no claim `nobody`"]),
        (
            a_plan(summary=["pro"], strengths=["pro"]),
            ["strengths, sentence 1: `pro` was stated before"],
        ),
        (
            a_plan(summary=[{"claims": ["mid", "mid"], "relation": "and"}]),
            ["summary, sentence 1: `mid` was stated before"],
        ),
        (a_plan(strengths=["con"]), ["strengths, sentence 1: `con` is no strength"]),
        (a_plan(weaknesses=["pro"]), ["weaknesses, sentence 1: `pro` is no weakness"]),
        (a_plan(strengths=["mid"], weaknesses=["con"]), []),
        (a_plan(strengths=["price"]), ["strengths, sentence 1: `price` belongs in market"]),
        (
            a_plan(summary=["mid", {"claims": ["pro", "con"], "relation": "and"}]),
            ["summary, sentence 2: 'and' joins no opposites"],
        ),
        (
            a_plan(summary=[{"claims": ["mid"], "lead": "also"}]),
            ["summary, sentence 1: 'also' cannot open a section"],
        ),
        (a_plan(summary=["mid", {"claims": ["pro"], "lead": "also"}]), []),
        (
            a_plan(summary=[{"claims": ["mid"], "lead": "above_all"}]),
            ["summary, sentence 1: 'above_all' does not fit `mid`"],
        ),
    ],
)  # fmt: skip
def test_problems_name_the_sentence_and_the_reason(plan: Plan, wrong: list[str]) -> None:
    assert problems(plan, KNOWN) == wrong
    fixed, changes = repaired(plan, KNOWN)
    assert problems(fixed, KNOWN) == []
    assert bool(changes) == bool(wrong)
    assert (fixed == plan) is (not wrong)


def test_the_thesis_is_only_for_the_headline() -> None:
    found = by_id(claim("thesis", "thesis", topic="advice", grounds=("pro", "con")), PRO, CON)
    plan = a_plan(summary=["thesis"])
    assert problems(plan, found) == ["summary, sentence 1: `thesis` is for the headline"]


def test_required_claims_are_added_where_they_belong() -> None:
    found = by_id(
        claim("stale", "data.stale", "against", topic="data", required=True),
        claim("brief.age", "brief.age.missed", "against", topic="brief", required=True),
        claim("recommendation", "recommend.monitor", topic="advice", required=True),
    )
    plan, changes = repaired(a_plan(), found)
    assert [s.claims for s in plan.sections.weaknesses] == [["stale"]]
    assert [s.claims for s in plan.sections.recommendation] == [["recommendation"], ["brief.age"]]
    assert len(changes) == 3


def test_praise_brings_in_the_weakness_of_the_same_metric() -> None:
    weakness = claim("falling", "trend.falling", "against", about="goals")
    other = claim("elsewhere", "trend.falling", "against", about="assists")
    priced = claim("dear", "price.high", "against", topic="market", about="goals")
    found = by_id(RANK, RUN, weakness, other, priced)
    plan = a_plan(strengths=["rank"])
    assert problems(plan, found) == ["`falling` must be stated"]
    assert stated(repaired(plan, found)[0]) == ["rank", "falling"]
    assert problems(a_plan(), found) == [], "without the praise it may be left out"


def test_a_long_section_is_cut_but_not_by_what_must_be_stated() -> None:
    needed = [claim(f"data.{n}", "data.stale", topic="data", required=True) for n in range(6)]
    others = [claim(f"other.{n}", polarity="against") for n in range(MAX_SENTENCES)]
    full = [other.id for other in others]
    plan, changes = repaired(a_plan(weaknesses=full), by_id(*needed, *others))
    kept = [sentence.claims[0] for sentence in plan.sections.weaknesses]
    assert kept == ["other.0", *(each.id for each in needed)]
    assert sum(change.startswith("weaknesses: cut") for change in changes) == 6


def test_a_cut_first_sentence_leaves_no_lead_that_cannot_open() -> None:
    needed = [claim(f"data.{n}", "data.stale", "against", topic="data", required=True)
              for n in range(MAX_SENTENCES)]  # fmt: skip
    plan = a_plan(weaknesses=["mid", {"claims": ["data.0"], "lead": "also"}])
    found = by_id(MIDDLE, *needed)
    fixed, _ = repaired(plan, found)
    assert problems(fixed, found) == []
    assert fixed.sections.weaknesses[0].claims == ["data.0"]


def test_the_schema_allows_the_given_ids_only() -> None:
    made = schema(["c1", "c2"])
    assert made["$defs"]["claim"]["enum"] == ["c1", "c2"]
    (section,) = {str(value) for value in made["properties"]["sections"]["properties"].values()}
    assert f"'maxItems': {MAX_SENTENCES}" in section
    assert list(made["properties"]["sections"]["properties"]) == list(SECTIONS)


# Any plan over real claims.

SAMPLES = [claims_of(make()) for make in ALL]


@st.composite
def plans(draw: st.DrawFn, found: Claims) -> Plan:
    """Any plan of the right shape: known and unknown ids, any relation and lead."""
    ids = st.sampled_from([*found, "c999", "rank", "Sign him!"])
    relations = st.sampled_from(["none", "and", "but", "because", "which", "compare"])
    leads = st.sampled_from(["none", "above_all", "also"])
    sentences = st.builds(
        PlannedSentence, claims=st.lists(ids, min_size=1, max_size=4), relation=relations,
        lead=leads,
    )  # fmt: skip
    sections = {name: draw(st.lists(sentences, max_size=MAX_SENTENCES)) for name in SECTIONS}
    return Plan(headline=draw(st.lists(ids, max_size=2)), sections=Sections(**sections))


def check_repair(plan: Plan, found: Claims) -> None:
    fixed, changes = repaired(plan, found)
    assert problems(fixed, found) == []
    assert set(stated(fixed)) <= set(found)
    if not problems(plan, found):
        assert (fixed, changes) == (plan, [])
    again, more = repaired(fixed, found)
    assert (again, more) == (fixed, [])
    for name in SECTIONS:
        sentences = fixed.sections.of(name)
        if len(sentences) > MAX_SENTENCES:
            for sentence in sentences:
                assert len(sentence.claims) == 1 or any(found[i].required for i in sentence.claims)


@given(st.data())
def test_any_plan_becomes_valid_and_stays_so(data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(SAMPLES))
    check_repair(data.draw(plans(found)), found)


@given(st.data(), dossiers())
def test_any_plan_over_any_dossier_becomes_valid(data: st.DataObject, given: Dossier) -> None:
    found = claims_of(given)
    check_repair(data.draw(plans(found)), found)


# The built-in planner.


@given(dossiers())
def test_the_planner_makes_valid_plans_that_state_nothing_twice(given: Dossier) -> None:
    found = claims_of(given)
    plan = planner.plan(found)
    assert problems(plan, found) == []
    assert len(stated(plan)) == len(set(stated(plan)))
    assert repaired(plan, found) == (plan, [])
    assert planner.plan(found) == plan


def test_the_planner_argues_from_the_strongest_claims() -> None:
    found = claims_of(striker())
    plan = planner.plan(found)
    assert plan.headline
    assert set(plan.headline) <= set(found)
    strengths = [id_ for s in plan.sections.strengths for id_ in s.claims]
    best = max((c for c in found.values() if c.polarity == "for" and c.topic == "performance"),
               key=lambda c: c.weight)  # fmt: skip
    assert strengths[0] == best.id
    assert plan.sections.recommendation[0].claims == ["recommendation"]
    assert 8 <= sum(len(plan.sections.of(name)) for name in SECTIONS) <= 22


def test_the_planner_states_every_item_that_is_not_met() -> None:
    found = claims_of(replacement())
    open_items = {c.id for c in found.values() if c.type.startswith("brief.") and c.required}
    assert open_items == {"brief.budget", "brief.metric.tackles", "brief.question"}
    assert open_items <= set(stated(planner.plan(found)))
