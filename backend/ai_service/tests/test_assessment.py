"""Verdict and confidence, by the rules in `assessment.py`."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_service import assessment
from ai_service.schemas import Dossier, Evidence, Position, Verdict
from ai_service.tests.dossiers import (
    ALL,
    AS_OF,
    empty,
    goalkeeper,
    item,
    last_of_all,
    profile,
    retired,
    season,
    striker,
    youngster,
)
from ai_service.tests.strategies import COUNTS, POSITIONS, RATES, dossiers, wild_dossiers

FIGURES = {"games": 30, "minutes": 2400, "goals": 9, "assists": 5, "yellow_cards": 3,
           "red_cards": 0}  # fmt: skip


def ranked(
    position: Position | None = "Attack",
    *,
    goals: float = 50,
    assists: float = 50,
    minutes: float = 50,
    league: dict[str, float] | None = None,
    year: int = 2025,
    played: int = 2400,
    **facts: Any,
) -> Dossier:
    """A fictional player with a season of these percentiles."""
    percentiles = {"goals_per_90.position": goals, "assists_per_90.position": assists,
                   "minutes.position": minutes}  # fmt: skip
    percentiles |= {f"{name}.league": value for name, value in (league or {}).items()}
    figures = FIGURES | {"minutes": played}
    items = season(year, position or "Attack", "Fictional League", figures=figures,
                   percentiles=percentiles)  # fmt: skip
    if position:
        facts = {"position": position} | facts
    return Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=[*profile(**facts), *items])


@pytest.mark.parametrize(
    ("dossier", "verdict", "confidence"),
    [
        (striker, "sign", "high"),
        (goalkeeper, "monitor", "medium"),
        (last_of_all, "reject", "medium"),
        (youngster, "insufficient_evidence", "low"),
        (retired, "reject", "high"),
        (empty, "insufficient_evidence", "low"),
    ],
)
def test_verdicts_of_the_sample_players(
    dossier: Callable[[], Dossier], verdict: Verdict, confidence: str
) -> None:
    assert assessment.verdict(dossier()) == verdict
    assert assessment.confidence(dossier()) == confidence


@pytest.mark.parametrize(
    ("dossier", "verdict"),
    [
        (ranked(goals=75, assists=45), "sign"),
        (ranked(goals=74.9, assists=74.9), "monitor"),
        (ranked(goals=95, assists=24), "monitor"),  # less than 60 on average
        (ranked(goals=99, assists=9.9), "monitor"),
        (ranked(goals=90, assists=60, league={"goals_per_90": 9}), "monitor"),
        (ranked(goals=90, assists=60, league={"goals_per_90": 10}), "sign"),
        (ranked(goals=90, assists=60, minutes=24.9), "monitor"),
        (ranked(goals=90, assists=60, minutes=25), "sign"),
        (ranked(goals=40, assists=0), "monitor"),
        (ranked(goals=39, assists=39), "insufficient_evidence"),
        (ranked(goals=25, assists=0), "insufficient_evidence"),
        (ranked(goals=24.9, assists=24.9), "reject"),
        (ranked(goals=90, assists=90, peak__distance=2), "sign"),
        (ranked(goals=90, assists=90, peak__distance=3), "monitor"),
        (ranked(goals=74, assists=74, peak__distance=3), "insufficient_evidence"),
        (ranked(goals=90, assists=90, played=899), "insufficient_evidence"),
        (ranked(goals=90, assists=90, status="retired"), "reject"),
        (ranked(goals=90, assists=90, status="free_agent"), "sign"),
        (ranked(None, goals=99, assists=99, minutes=99), "insufficient_evidence"),
        (ranked("Midfielder", goals=90, assists=90), "sign"),
        (ranked("Midfielder", goals=5, assists=5), "reject"),
        (ranked("Midfielder", goals=90, assists=90, minutes=59,
                sub_position="Defensive Midfield"), "insufficient_evidence"),
        (ranked("Midfielder", goals=5, assists=5, minutes=60,
                sub_position="Defensive Midfield"), "monitor"),
        (ranked("Defender", goals=99, assists=99, minutes=99), "monitor"),
        (ranked("Defender", goals=5, assists=5, minutes=5), "insufficient_evidence"),
        (ranked("Goalkeeper", goals=99, assists=99, minutes=60), "monitor"),
        (ranked("Goalkeeper", minutes=99, peak__distance=3), "insufficient_evidence"),
    ],
)  # fmt: skip
def test_the_first_rule_that_applies_decides(dossier: Dossier, verdict: Verdict) -> None:
    assert assessment.verdict(dossier) == verdict


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        (date(2025, 10, 1), "sign"),  # the season is under way
        (date(2028, 6, 30), "sign"),
        (date(2028, 7, 1), "insufficient_evidence"),
        (date(2035, 1, 1), "insufficient_evidence"),
        (date(2025, 6, 30), "insufficient_evidence"),  # the season has not begun
    ],
)
def test_a_season_is_fresh_for_two_years(today: date, verdict: Verdict) -> None:
    dossier = ranked(goals=90, assists=90).model_copy(update={"as_of": today})
    assert assessment.verdict(dossier) == verdict


def test_a_calendar_year_ends_in_december() -> None:
    percentiles = {"goals_per_90.position": 90.0, "assists_per_90.position": 90.0,
                   "minutes.position": 50.0}  # fmt: skip
    items = season(2024, "Attack", None, figures=FIGURES, percentiles=percentiles, span="year")
    evidence = [*profile(position="Attack"), *items]
    for today, verdict in ((date(2026, 12, 31), "sign"), (date(2027, 1, 1), None)):
        dossier = Dossier(player="Ilmar Testovik", as_of=today, evidence=evidence)
        assert assessment.verdict(dossier) == (verdict or "insufficient_evidence")


def test_the_newest_full_season_is_judged() -> None:
    few = season(2026, "Attack", None, figures=FIGURES | {"minutes": 300}, percentiles={})
    before = ranked(goals=5, assists=5, year=2024).evidence[1:]
    dossier = ranked(goals=90, assists=90)
    with_others = dossier.model_copy(update={"evidence": [*dossier.evidence, *few, *before]})
    assert assessment.verdict(with_others) == "sign"


def test_the_league_percentile_replaces_a_missing_one() -> None:
    dossier = ranked(goals=90, assists=90, league={"goals_per_90": 5, "assists_per_90": 5})
    evidence = [piece.model_copy(update={"value": None}) if piece.id.endswith(".position") else
                piece for piece in dossier.evidence]  # fmt: skip
    assert assessment.verdict(dossier.model_copy(update={"evidence": evidence})) == "reject"


def test_a_missing_core_percentile_prevents_sign() -> None:
    dossier = ranked(goals=90)
    left = [
        piece for piece in dossier.evidence if piece.id != "season.2025.assists_per_90.position"
    ]
    assert assessment.verdict(dossier.model_copy(update={"evidence": left})) == "monitor"


@pytest.mark.parametrize(
    ("change", "confidence"),
    [
        (lambda evidence: evidence, "high"),
        (lambda evidence: [e for e in evidence if "2024" not in e.id], "medium"),
        (lambda evidence: [_smaller(e) for e in evidence], "medium"),
        (lambda evidence: [e.model_copy(update={"as_of": date(2026, 1, 1)}) if e.id == "club"
                           else e for e in evidence], "medium"),
        (lambda evidence: [e.model_copy(update={"as_of": None}) for e in evidence], "medium"),
        (lambda evidence: [e for e in evidence if e.unit != "percentile"], "low"),
        (lambda evidence: [e for e in evidence if not e.id.startswith("season")], "low"),
    ],
)  # fmt: skip
def test_confidence(change: Callable[[list[Evidence]], list[Evidence]], confidence: str) -> None:
    dossier = striker()
    changed = dossier.model_copy(update={"evidence": change(dossier.evidence)})
    assert assessment.confidence(changed) == confidence


def _smaller(piece: Evidence) -> Evidence:
    cohort = piece.cohort and piece.cohort.model_copy(update={"size": 99})
    return piece.model_copy(update={"cohort": cohort})


@pytest.mark.parametrize("days", [0, 400])
def test_older_data_lowers_the_confidence(days: int) -> None:
    later = date.fromordinal(AS_OF.toordinal() + days)
    found = assessment.confidence(striker().model_copy(update={"as_of": later}))
    assert found == ("high" if days == 0 else "medium")


@given(dossiers())
def test_a_verdict_is_among_those_supported(dossier: Dossier) -> None:
    verdict, supported = assessment.verdict(dossier), assessment.supported(dossier)
    assert verdict in supported
    assert "sign" not in supported or verdict == "sign"
    assert "reject" not in supported or supported == {"reject"}


@given(wild_dossiers())
def test_any_valid_dossier_is_handled(dossier: Dossier) -> None:
    assert assessment.verdict(dossier) in assessment.supported(dossier)
    assert assessment.confidence(dossier) in ("low", "medium", "high")


@given(st.sampled_from(POSITIONS), st.floats(0, 10), st.integers(900, 5000), dossiers())
def test_players_in_every_bottom_tenth_are_neither_signed_nor_monitored(
    position: Position, rank: float, minutes: int, other: Dossier
) -> None:
    percentiles = {f"{name}.{scope}": rank for name in (*COUNTS, *RATES)
                   for scope in ("position", "league")}  # fmt: skip
    items = season(2025, position, "Fictional League", figures=FIGURES | {"minutes": minutes},
                   percentiles=percentiles)  # fmt: skip
    rest = [piece for piece in other.evidence
            if not piece.id.startswith(("season.", "position"))]  # fmt: skip
    evidence = [*rest, *profile(position=position), *items]
    dossier = Dossier(player=other.player, as_of=AS_OF, evidence=evidence)
    assert not assessment.supported(dossier) & {"sign", "monitor"}


@given(dossiers(), st.sampled_from(["Norway", "Ghana", None]))
def test_name_and_nationality_do_not_change_the_verdict(
    dossier: Dossier, country: str | None
) -> None:
    kept = [piece for piece in dossier.evidence if piece.id not in ("country", "second_country")]
    given = [item("country", country, "text")] if country else []
    other = Dossier(player="Another Fiction", as_of=dossier.as_of, evidence=[*kept, *given])
    assert assessment.verdict(dossier) == assessment.verdict(other)
    assert assessment.supported(dossier) == assessment.supported(other)
    assert assessment.confidence(dossier) == assessment.confidence(other)


def test_all_sample_players_are_covered() -> None:
    assert {make.__name__ for make in ALL} == {
        "striker", "goalkeeper", "last_of_all", "youngster", "retired", "empty",
    }  # fmt: skip
