"""Each item of a brief (met, partly met, missed, unknown), and the player to replace."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from ai_service.claims.brief import result
from ai_service.schemas import Dossier, Evidence
from ai_service.tests.dossiers import (
    AS_OF,
    Places,
    claims_of,
    dossier,
    item,
    person,
    profile,
    season,
    with_brief,
)

Figures = Mapping[str, float]


def a_player(*evidence: list[Evidence], **facts: Any) -> Dossier:
    places: Places = {"goals": (10, 1, 89)}
    figures = {"games": 25, "minutes": 2000, "goals": 12, "assists": 6}
    return dossier(person(**facts), season(2025, figures, places), *evidence)


def outcome(given: Dossier, id_: str, **brief: Any) -> str:
    """How the player stands to the one item of the brief."""
    found = claims_of(with_brief(given, **brief))
    (claim,) = [c for c in found.values() if c.type.startswith("brief.")]
    assert claim.id == id_
    assert claim.required is (result(claim) != "met")
    polarity = {"met": "for", "missed": "against"}.get(result(claim), "neutral")
    assert claim.polarity == polarity
    return result(claim)


@pytest.mark.parametrize(
    ("wanted", "facts", "found"),
    [
        ("Centre-Forward", {}, "met"),
        ("Attack", {}, "met"),
        ("Left Winger", {}, "partly_met"),
        ("Centre-Back", {}, "missed"),
        ("Goalkeeper", {}, "missed"),
        ("Centre-Forward", {"sub_position": None}, "partly_met"),
        ("Centre-Forward", {"sub_position": None, "position": None}, "unknown"),
    ],
)
def test_position(wanted: str, facts: dict[str, Any], found: str) -> None:
    assert outcome(a_player(**facts), "brief.position", position=wanted) == found


@pytest.mark.parametrize(
    ("brief", "age", "found"),
    [
        ({"age_max": 24}, 24, "met"),
        ({"age_min": 24}, 24, "met"),
        ({"age_max": 23}, 24, "partly_met"),
        ({"age_max": 22}, 24, "missed"),
        ({"age_min": 25, "age_max": 27}, 24, "partly_met"),
        ({"age_min": 26}, 24, "missed"),
        ({"age_max": 23}, None, "unknown"),
    ],
)
def test_age(brief: dict[str, int], age: int | None, found: str) -> None:
    assert outcome(a_player(age=age), "brief.age", **brief) == found


@pytest.mark.parametrize(
    ("budget", "value", "found"),
    [
        (40_000_000, 40_000_000, "met"),
        (40_000_000, 44_000_000, "partly_met"),
        (40_000_000, 44_000_001, "missed"),
        (0, 1, "missed"),
        (40_000_000, None, "unknown"),
    ],
)
def test_budget(budget: int, value: int | None, found: str) -> None:
    assert outcome(a_player(value__now=value), "brief.budget", budget=budget) == found


@pytest.mark.parametrize(
    ("until", "status", "found"),
    [
        ("2028-06-30", "active", "met"),
        ("2028-12-31", "active", "partly_met"),
        ("2029-01-01", "active", "missed"),
        ("2026-10-31", "active", "unknown"),  # it ended; whether it was extended is not known
        (None, "active", "unknown"),
        ("2035-06-30", "free_agent", "met"),
    ],
)
def test_contract(until: str | None, status: str, found: str) -> None:
    player = a_player(contract__until=until, status=status)
    assert outcome(player, "brief.contract", contract_until=date(2028, 6, 30)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(2000, "met"), (2001, "partly_met"), (2500, "partly_met"), (2501, "missed"), (0, "met")],
)
def test_minutes(wanted: int, found: str) -> None:
    assert outcome(a_player(), "brief.minutes", minutes_min=wanted) == found


def test_minutes_without_a_season_are_unknown() -> None:
    assert outcome(dossier(person()), "brief.minutes", minutes_min=900) == "unknown"


@pytest.mark.parametrize(
    ("floor", "found"),
    [(89, "met"), (90, "partly_met"), (94, "partly_met"), (95, "missed")],
)
def test_metric(floor: int, found: str) -> None:
    """The percentile is 89.5, and is not rounded before it is compared."""
    player = a_player()
    assert outcome(player, "brief.metric.goals", metrics=[("goals", floor)]) == found
    assert outcome(player, "brief.metric.tackles", metrics=[("tackles", floor)]) == "unknown"


def test_a_metric_where_lower_is_better_is_met_by_few() -> None:
    few: Places = {"goals_conceded": (57, 1, 2)}
    years = season(2025, {"minutes": 2700, "goals_conceded": 20}, few, position="Goalkeeper")
    keeper = dossier(profile(position="Goalkeeper"), years)
    floor = [("goals_conceded", 90)]
    assert outcome(keeper, "brief.metric.goals_conceded", metrics=floor) == "met"


# The player to replace.


def replacing(own: Figures, other: Figures, *, year: int = 2025) -> dict[str, str]:
    """The types of the claims that compare, by metric."""
    middling = (50, 1, 49)
    places: Places = dict.fromkeys((m for m in own if m != "minutes"), middling)
    theirs = season(year, other, places, start="replaced.")
    given = dossier(person(), season(2025, own, places), theirs)
    found = claims_of(with_brief(given, replaces="Petter Vinterhav"))
    for claim in found.values():
        assert set(claim.evidence) <= {piece.id for piece in given.evidence}
    return {c.about: c.type for c in found.values() if c.type.startswith("replace.")}


def test_figures_that_differ_by_a_tenth_are_compared() -> None:
    figures = {"minutes": 1800, "goals": 10, "assists": 10, "shots": 20, "tackles": 40}
    other = {"minutes": 1800, "goals": 8.9, "assists": 11.2, "shots": 19, "tackles": 10}
    assert replacing(figures, other) == {"goals": "replace.better", "assists": "replace.worse"}


def test_a_comparison_needs_the_same_full_season() -> None:
    figures, half = {"minutes": 1800, "goals": 10}, {"minutes": 899, "goals": 10}
    assert replacing(figures, figures, year=2024) == {"": "replace.unknown"}
    assert replacing(figures, half) == {"": "replace.unknown"}
    assert replacing(half, figures) == {"": "replace.unknown"}


def test_lower_is_better_in_a_comparison_too() -> None:
    places: Places = {"goals_conceded": (30, 1, 29)}
    figures = [{"minutes": 2700, "goals_conceded": count} for count in (20, 30)]
    keeper = profile(position="Goalkeeper")
    own = season(2025, figures[0], places, position="Goalkeeper")
    theirs = season(2025, figures[1], places, position="Goalkeeper", start="replaced.")
    found = claims_of(with_brief(dossier(keeper, own, theirs), replaces="Petter Vinterhav"))
    assert found["replace.goals_conceded"].type == "replace.better"


def test_nothing_to_compare_with_is_no_claim_about_the_other() -> None:
    found = claims_of(with_brief(a_player(), replaces="Petter Vinterhav"))
    assert not [c for c in found if c.startswith("replace")]
    assert not [c for c in claims_of(a_player()) if c.startswith(("brief", "replace"))]


def test_the_evidence_of_the_other_says_nothing_about_the_player() -> None:
    other = [item("replaced.value.now", 1, "eur", as_of=AS_OF)]
    other += season(2025, {"minutes": 3000, "goals": 40}, {"goals": (0, 1, 99)}, start="replaced.")
    alone, both = (claims_of(a_player(*more)) for more in ((), (other,)))
    assert both == alone
