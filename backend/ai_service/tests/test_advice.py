"""The verdict by each rule, the confidence, and the arguments over claims."""

from datetime import date
from typing import Any

import pytest

from ai_service.claims import verdicts, weighing
from ai_service.claims.facts import Facts, index
from ai_service.claims.model import Claims
from ai_service.schemas import Confidence, Dossier, Verdict
from ai_service.tests.dossiers import (
    ALL,
    Places,
    claims_of,
    dossier,
    empty,
    free_agent,
    goalkeeper,
    last_of_all,
    person,
    profile,
    replacement,
    retired,
    season,
    striker,
    unranked,
    with_brief,
    youngster,
)

FIRST, TENTH, QUARTER = (0, 1, 99), (9, 1, 90), (20, 1, 79)
MIDDLE, WORST = (50, 1, 49), (90, 1, 9)
FIGURES = {"games": 30, "minutes": 2400, "goals": 14, "assists": 9, "shots": 60, "key_passes": 40}


def a_player(places: Places, *, year: int = 2025, **facts: Any) -> Dossier:
    """A centre-forward with one season and these places."""
    return dossier(person(**facts), season(year, FIGURES, places))


def case(given: Dossier) -> tuple[Facts, Claims]:
    return index(given), claims_of(given)


def verdict(given: Dossier) -> Verdict:
    facts, found = case(given)
    decision = verdicts.verdict(facts, found)
    assert found["recommendation"].args["verdict"] == decision
    return decision


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (a_player({"goals": TENTH}, status="retired"), "not_applicable"),
        (dossier(person()), "insufficient_evidence"),
        (dossier(person(), season(2025, FIGURES | {"minutes": 899})), "insufficient_evidence"),
        (a_player({"goals": FIRST}, year=2023), "insufficient_evidence"),
        (a_player({"minutes": FIRST}), "insufficient_evidence"),
        (
            dossier(person(), season(2025, FIGURES), [unranked(2025, "goals", size=12)]),
            "insufficient_evidence",
        ),
        (a_player({"goals": FIRST}, position=None, sub_position=None), "insufficient_evidence"),
        (a_player({"goals": TENTH}), "follow_up"),
        (a_player({"goals": QUARTER}), "keep_watching"),
        (a_player({"goals": QUARTER, "assists": QUARTER}), "follow_up"),
        (a_player({"goals": TENTH, "assists": WORST}), "keep_watching"),
        (a_player({"goals": TENTH, "shots": QUARTER, "assists": WORST}), "follow_up"),
        (a_player({"goals": TENTH, "minutes": WORST}), "keep_watching"),
        (a_player({"goals": TENTH}, peak__distance=2), "follow_up"),
        (a_player({"goals": TENTH}, peak__distance=3), "keep_watching"),
        (a_player({"goals": MIDDLE}), "keep_watching"),
        (a_player({"goals": WORST}), "keep_watching"),
    ],
)
def test_without_a_brief_the_first_rule_that_applies_decides(
    given: Dossier, wanted: Verdict
) -> None:
    assert verdict(given) == wanted


GOOD, OTHERS, OLD = {"goals": TENTH}, {"goals": MIDDLE}, {"goals": TENTH}


@pytest.mark.parametrize(
    ("places", "facts", "brief", "wanted"),
    [
        (GOOD, {}, {"age_max": 24}, "sign"),
        (GOOD, {}, {}, "monitor"),  # a brief without items
        (GOOD, {}, {"question": "Is he quick?"}, "monitor"),
        (OTHERS, {}, {"age_max": 24}, "monitor"),
        (GOOD, {}, {"age_max": 23}, "monitor"),  # partly met
        (GOOD, {}, {"age_max": 20}, "monitor"),  # missed
        (GOOD, {"age": None}, {"age_max": 20}, "monitor"),  # not known
        (GOOD, {}, {"age_max": 20, "budget": 1}, "reject"),
        (GOOD, {}, {"position": "Centre-Back"}, "reject"),
        (GOOD, {}, {"position": "Left Winger"}, "monitor"),
        ({}, {}, {"age_max": 24}, "insufficient_evidence"),
        ({}, {}, {"age_max": 20}, "insufficient_evidence"),
        ({}, {}, {"age_max": 20, "budget": 1}, "reject"),
        (GOOD, {"status": "retired"}, {"age_max": 24}, "not_applicable"),
        (GOOD, {"status": "retired"}, {"position": "Centre-Back"}, "not_applicable"),
    ],
)
def test_with_a_brief_its_items_decide_too(
    places: Places, facts: dict[str, Any], brief: dict[str, Any], wanted: Verdict
) -> None:
    assert verdict(with_brief(a_player(places, **facts), **brief)) == wanted


def test_the_verdicts_of_the_sample_players() -> None:
    assert {make.__name__: verdict(make()) for make in ALL} == {
        "striker": "follow_up",
        "goalkeeper": "follow_up",
        "last_of_all": "keep_watching",
        "youngster": "insufficient_evidence",
        "free_agent": "keep_watching",
        "retired": "not_applicable",
        "empty": "insufficient_evidence",
        "replacement": "monitor",
    }


def test_name_and_nationality_change_nothing_else() -> None:
    for make in ALL:
        given = make()
        other = [
            piece.model_copy(update={"value": "Fictland"}) if piece.id == "country" else piece
            for piece in given.evidence
        ]
        swapped = given.model_copy(update={"player": "Ama Dorsvik", "evidence": other})
        assert claims_of(swapped) == claims_of(given)


# Confidence.


def fresh(minutes: int = 1800, *, before: int = 1800, size: int = 60, **facts: Any) -> Dossier:
    """A player whose evidence is enough for high confidence, unless changed."""
    places: Places = {"goals": (5, 1, size - 6)}
    last = season(2025, FIGURES | {"minutes": minutes}, places)
    return dossier(person(**facts), season(2024, FIGURES | {"minutes": before}), last)


def twice() -> Dossier:
    """A player with one season, as two providers state it."""
    places: Places = {"goals": (5, 1, 94)}
    again = season(2025, FIGURES, provider="fbref", main=False)
    return dossier(person(), season(2025, FIGURES, places), again)


def aged(given: Dossier, day: date | None) -> Dossier:
    """The record as of another day."""
    facts = [
        piece.model_copy(update={"as_of": day}) if piece.source == "record" else piece
        for piece in given.evidence
    ]
    return given.model_copy(update={"evidence": facts})


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (fresh(), "high"),
        (fresh(1799), "medium"),
        (fresh(before=1799), "medium"),
        (fresh(size=59), "medium"),
        (twice(), "medium"),
        (aged(fresh(), date(2026, 5, 2)), "high"),
        (aged(fresh(), date(2026, 5, 1)), "medium"),
        (aged(fresh(), None), "medium"),
        (a_player({"goals": FIRST}, year=2024), "medium"),
        (a_player({"goals": FIRST}, year=2023), "low"),
        (a_player({"minutes": FIRST}), "low"),
        (youngster(), "low"),
        (empty(), "low"),
        (retired(), "high"),
    ],
)
def test_confidence(given: Dossier, wanted: Confidence) -> None:
    assert verdicts.confidence(*case(given)) == wanted


# Arguments.


def test_the_thesis_joins_the_strongest_for_and_against() -> None:
    found = claims_of(striker())
    strong, weak = (found[id_] for id_ in found["thesis"].grounds)
    assert (strong.polarity, weak.polarity) == ("for", "against")
    on_the_pitch = [c for c in found.values() if c.polarity == "for" and c.topic == "performance"]
    assert strong.weight == max(claim.weight for claim in on_the_pitch)
    assert "thesis" not in claims_of(retired())
    assert claims_of(empty())["thesis"].grounds == ("empty",), "there is nothing else to say"


def test_no_strength_or_weakness_is_said_only_where_places_show_none() -> None:
    middle = claims_of(a_player({"goals": MIDDLE}))
    assert {"none.strengths", "none.weaknesses"} <= set(middle)
    assert "none.strengths" not in claims_of(a_player({"goals": TENTH}))
    assert "none.weaknesses" not in claims_of(a_player({"goals": WORST}))
    for given in (retired(), empty()):
        assert not {"none.strengths", "none.weaknesses"} & set(claims_of(given))
    assert claims_of(youngster())["none.strengths"].type == "none.known"


def test_what_must_be_confirmed_follows_from_what_is_missing_or_old() -> None:
    def conditions(**facts: Any) -> list[str]:
        found = claims_of(a_player({"goals": TENTH}, **facts)).get("condition")
        return list(found.args["what"]) if found else []

    assert conditions() == []
    assert conditions(club=None) == ["club"]
    assert conditions(contract__until=None, value__now=None) == ["contract", "fee"]
    assert conditions(contract__until="2026-10-31") == ["contract"]
    assert conditions(status="free_agent", club=None, contract__until=None) == []
    assert claims_of(free_agent())["condition"].args["what"] == ["fee"]


def test_an_anomaly_raises_its_question() -> None:
    found = claims_of(last_of_all())
    anomaly = next(claim for claim in found.values() if claim.type == "gap.drop")
    question = found[f"question.{anomaly.id}"]
    assert (question.type, question.grounds) == ("question.gap_drop", (anomaly.id,))


@pytest.mark.parametrize("make", [striker, goalkeeper, last_of_all, replacement])
def test_at_most_three_reasons_that_fit_the_verdict(make: Any) -> None:
    found = claims_of(make())
    decision = found["recommendation"].args["verdict"]
    reasons = weighing.reasons(found, decision)
    assert 1 <= len(reasons) <= 3
    assert found["recommendation"].grounds == tuple(reason.id for reason in reasons)
    assert not any(reason.type.endswith(".met") for reason in reasons)
    missed = [
        c for c in found.values() if c.type.startswith("brief.") and c.type.endswith("missed")
    ]
    assert reasons[: len(missed)] == missed
    stems = [weighing.stems(reason.about or reason.id) for reason in reasons]
    assert sum(map(len, stems)) == len(set().union(*stems)), "no two measure the same"


def test_the_next_step_fits_the_verdict() -> None:
    steps = {make.__name__: claims_of(make()).get("next") for make in ALL}
    types = {name: step.type if step else None for name, step in steps.items()}
    assert types == {
        "striker": "next.live",
        "goalkeeper": "next.live_if",
        "last_of_all": "next.current_minutes",
        "youngster": "next.more_minutes",
        "free_agent": "next.current",
        "retired": None,
        "empty": None,
        "replacement": "next.current",
    }
    refused = with_brief(striker(), position="Goalkeeper")
    assert claims_of(refused)["next"].type == "next.none"
    assert claims_of(dossier(profile(age=24)))["next"].type == "next.identify"
    assert claims_of(dossier(person()))["next"].type == "next.data"
