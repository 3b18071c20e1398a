"""Checked claims as Markdown: the writer, the verdict, the claims and their count."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai_service.render import render
from ai_service.schemas import SECTIONS, Claim, Confidence, Dossier, SectionName, Source, Verdict
from ai_service.tests.dossiers import empty, striker
from ai_service.tests.strategies import dossiers
from ai_service.text import one_line
from ai_service.writer import write


def claim(section: SectionName, text: str, *, cut: bool = False) -> Claim:
    """A checked or a cut claim."""
    return Claim(section=section, text=text, evidence=[], status="cut" if cut else "checked",
                 reasons=["no"] if cut else [])  # fmt: skip


def claims_of(dossier: Dossier) -> list[Claim]:
    """The built-in writer's sentences, all checked."""
    draft = write(dossier)
    return [claim(name, sentence.text) for name in SECTIONS for sentence in getattr(draft, name)]


def rendered(
    claims: list[Claim],
    *,
    verdict: Verdict = "sign",
    confidence: Confidence = "high",
    source: Source = "simulated",
    model: str = "built-in writer",
) -> str:
    return render(claims, verdict=verdict, confidence=confidence, source=source, model=model)


def test_a_report() -> None:
    claims = [
        claim("summary", "A goalkeeper."),
        claim("summary", "Two metres tall."),
        claim("strengths", "In the top tenth."),
        claim("strengths", "A magician.", cut=True),
        claim("strengths", "Rising."),
        claim("recommendation", "The record supports it."),
    ]
    assert rendered(claims) == (
        "*Simulated report: made by the built-in writer, without a language model.*\n\n"
        "## Summary\n\nA goalkeeper. Two metres tall.\n\n"
        "## Strengths\n\n- In the top tenth.\n- Rising.\n\n"
        "## Weaknesses\n\nNone on record.\n\n"
        "## Risks\n\nNone on record.\n\n"
        "## Recommendation\n\n**Sign.** Confidence: high. The record supports it.\n\n"
        "*5 of 6 claims checked.*\n"
    )


@pytest.mark.parametrize(
    ("verdict", "words"),
    [("sign", "Sign"), ("monitor", "Monitor"), ("reject", "Reject"),
     ("insufficient_evidence", "Insufficient evidence")],
)  # fmt: skip
def test_the_verdict_comes_first(verdict: Verdict, words: str) -> None:
    report = rendered([], verdict=verdict, confidence="low")
    assert f"## Recommendation\n\n**{words}.** Confidence: low.\n" in report
    assert report.endswith("*0 of 0 claims checked.*\n")


def test_a_language_model_is_named() -> None:
    first, _, _ = rendered([], source="local", model="a_b*c").partition("\n")
    assert first == "*Written by the language model a\\_b\\*c, each claim checked by code.*"
    assert "imulated" not in first


def test_the_headings_are_in_order() -> None:
    headings = re.findall(r"^## (.+)$", rendered(claims_of(striker())), re.M)
    assert headings == ["Summary", "Strengths", "Weaknesses", "Risks", "Recommendation"]


def test_an_empty_record() -> None:
    report = rendered(claims_of(empty()), verdict="insufficient_evidence", confidence="low")
    assert "## Strengths\n\nNone on record.\n" in report


@given(dossiers())
def test_every_claim_is_shown_as_it_is(dossier: Dossier) -> None:
    claims = claims_of(dossier)
    assert_shown(claims)


@given(st.lists(st.text("\\`*_[]()<>~|#&;-+=1.!:/ aé", min_size=1), max_size=4))
def test_claims_contain_no_markup(texts: list[str]) -> None:
    assert_shown([claim("strengths", text) for text in texts if one_line(text)])


def assert_shown(claims: list[Claim]) -> None:
    tokens = MarkdownIt().parse(rendered(claims))
    assert not {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr"}
    inline = [token for token in tokens if token.type == "inline"]
    marks = {child.type for token in inline for child in token.children or []}
    assert marks <= {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close"}
    shown = "\n".join("".join(child.content for child in token.children or []) for token in inline)
    for each in claims:
        assert one_line(each.text) in shown
