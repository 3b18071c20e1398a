"""The built-in writer's reports pass the gate."""

from collections.abc import Callable

import pytest
from hypothesis import given

from ai_service import assessment, gate
from ai_service.gate import Gate
from ai_service.schemas import SECTIONS, Dossier
from ai_service.tests.dossiers import ALL
from ai_service.tests.strategies import PLAIN_PLACES, dossiers
from ai_service.writer import write


def refused(dossier: Dossier) -> list[tuple[str, list[str]]]:
    """The sentences the gate rejects, with its reasons."""
    draft, checks = write(dossier), Gate(dossier)
    sentences = [sentence for section in SECTIONS for sentence in getattr(draft, section)]
    found = [(each.text, checks.reasons(each, verdict=draft.verdict)) for each in sentences]
    return [(text, reasons) for text, reasons in found if reasons]


@pytest.mark.parametrize("make", ALL)
def test_reports_on_sample_players_pass_the_gate(make: Callable[[], Dossier]) -> None:
    assert refused(make()) == []


@given(dossiers(PLAIN_PLACES))
def test_any_report_passes_the_gate(dossier: Dossier) -> None:
    assert refused(dossier) == []


@pytest.mark.parametrize("make", ALL)
def test_nothing_is_cut_and_the_verdict_is_kept(make: Callable[[], Dossier]) -> None:
    dossier = make()
    reviewed = gate.review(dossier, write(dossier))
    assert {claim.status for claim in reviewed.claims} == {"checked"}
    assert reviewed.draft.verdict == assessment.verdict(dossier)
