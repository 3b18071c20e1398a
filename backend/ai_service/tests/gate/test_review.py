"""Whole drafts: kept and cut sentences, their order, and the verdict."""

import pytest

from ai_service import writer
from ai_service.gate import Gate, review
from ai_service.schemas import SECTIONS, Draft, Sentence, Verdict
from ai_service.tests.dossiers import ALL, empty, last_of_all, striker

_GOALS = "season.2025.goals"
_RATE = "season.2025.goals_per_90.position"
_CARDS = "season.2025.yellow_cards_per_90.position"


def draft(verdict: Verdict = "sign", /, **sections: list[tuple[str, list[str]]]) -> Draft:
    """A draft of (text, ids) pairs by section."""
    written = {
        name: [Sentence(text=text, evidence=ids) for text, ids in sections.get(name, [])]
        for name in SECTIONS
    }
    return Draft(**written, verdict=verdict)


def test_what_is_false_is_cut_with_its_reason() -> None:
    true = ("In 2025/26 he scored 24 goals.", [_GOALS])
    false = ("In 2025/26 he scored 25 goals.", [_GOALS])
    found = review(striker(), draft(summary=[true, false]))
    assert [sentence.text for sentence in found.draft.summary] == [true[0]]
    kept, cut = found.claims
    assert (kept.section, kept.status, kept.reasons) == ("summary", "checked", [])
    assert (cut.status, cut.evidence) == ("cut", [_GOALS])
    assert cut.reasons == [
        "“25 goals in 2025/26” is not in the evidence cited: season.2025.goals is 24"
    ]


def test_the_same_sentence_stands_once() -> None:
    twice = [("In 2025/26 he scored 24 goals.", [_GOALS])] * 2
    found = review(striker(), draft(summary=twice, recommendation=twice))
    assert [claim.status for claim in found.claims] == ["checked", "cut", "cut", "cut"]
    assert found.claims[1].reasons == ["it has been said before"]


@pytest.mark.parametrize("text", ["...", "–", "“”"])
def test_sentences_without_words_are_cut(text: str) -> None:
    (claim,) = review(striker(), draft(summary=[(text, [])])).claims
    assert claim.reasons == ["it says nothing"]


@pytest.mark.parametrize(
    ("section", "text", "ids", "reason"),
    [
        ("strengths", "Goals per 90 were in the top tenth in 2025/26.", [_RATE], None),
        (
            "weaknesses",
            "Goals per 90 were in the top tenth in 2025/26.",
            [_RATE],
            "all that it cites speaks for the player, so it does not belong in weaknesses",
        ),
        (
            "strengths",
            "Yellow cards per 90 were in the highest quarter in 2025/26.",
            [_CARDS],
            "all that it cites speaks against the player, so it does not belong in strengths",
        ),
        ("weaknesses", "Yellow cards per 90 were in the highest quarter in 2025/26.", [_CARDS],
         None),
        ("strengths", "His minutes are rising.", ["trend.minutes"], None),
        (
            "weaknesses",
            "His minutes are rising.",
            ["trend.minutes"],
            "all that it cites speaks for the player, so it does not belong in weaknesses",
        ),
        ("risks", "The contract has seven months left.", ["contract.months_left"], None),
    ],
)  # fmt: skip
def test_evidence_with_a_direction_belongs_in_its_section(
    section: str, text: str, ids: list[str], reason: str | None
) -> None:
    (claim,) = review(striker(), draft("sign", **{section: [(text, ids)]})).claims
    assert claim.reasons == ([reason] if reason else [])


def test_a_bottom_tenth_is_no_strength() -> None:
    text = "Goals per 90 were in the bottom tenth in 2025/26."
    (claim,) = review(last_of_all(), draft("reject", strengths=[(text, [_RATE])])).claims
    assert claim.status == "cut"


def test_a_verdict_without_support_falls_with_its_grounds() -> None:
    grounds = [
        ("He should be signed.", [_RATE]),
        ("Goals per 90 were in the bottom tenth in 2025/26.", [_RATE]),
    ]
    found = review(last_of_all(), draft("sign", recommendation=grounds))
    assert found.draft.verdict == "insufficient_evidence"
    verdict, argues, stands = found.claims
    assert (verdict.section, verdict.text, verdict.status) == (
        "recommendation",
        "Verdict: sign",
        "cut",
    )
    assert verdict.reasons == ["the evidence supports reject"]
    assert argues.status == "cut"
    assert stands.status == "checked"


def test_the_core_is_a_summary_and_grounds() -> None:
    goals = [("In 2025/26 he scored 24 goals.", [_GOALS])]
    rank = [("Goals per 90 were in the top tenth in 2025/26.", [_RATE])]
    assert review(striker(), draft(summary=goals, recommendation=rank)).core_holds
    assert not review(striker(), draft(summary=goals)).core_holds
    assert not review(striker(), draft(recommendation=rank)).core_holds


def test_claims_keep_the_order_of_the_sections() -> None:
    found = review(
        striker(),
        draft(
            recommendation=[("Goals per 90 were in the top tenth in 2025/26.", [_RATE])],
            risks=[("The contract has seven months left.", ["contract.months_left"])],
            summary=[("In 2025/26 he scored 24 goals.", [_GOALS])],
        ),
    )
    assert [claim.section for claim in found.claims] == ["summary", "risks", "recommendation"]


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_everything_the_built_in_writer_says_holds(make) -> None:  # type: ignore[no-untyped-def]
    found = review(make(), writer.write(make()))
    assert [(claim.text, claim.reasons) for claim in found.claims if claim.reasons] == []
    assert found.core_holds


def test_ids_that_do_not_exist_are_named() -> None:
    sentence = Sentence(text="He scored 24 goals.", evidence=["season.1999.goals"])
    assert Gate(striker()).reasons(sentence, verdict="sign") == [
        "“season.1999.goals” is no evidence of this record"
    ]


def test_the_absence_of_evidence_needs_none() -> None:
    sentence = Sentence(text="There is no performance data.", evidence=[])
    assert Gate(empty()).reasons(sentence, verdict="insufficient_evidence") == []
    assert Gate(striker()).reasons(sentence, verdict="sign") != []
