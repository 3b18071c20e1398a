"""The built-in writer: a report from a dossier, without a language model.

The same dossier always gives the same words. Each sentence says what is on record, or what follows
from it by the table of words and the rules of the verdict, and names the evidence it rests on.
"""

from collections.abc import Iterable

from ai_service import assessment
from ai_service.dossier_index import index_dossier
from ai_service.schemas import Dossier, Draft, Sentence
from ai_service.writer import recommendation, risks, strengths, summary
from ai_service.writer.case import Case, Line

NAME = "built-in writer"
PROMPT_VERSION = "built-in-v3"

_MOST_SENTENCES = 12  # of a section, as `schemas.Draft` has it
_LONGEST = 600  # characters of a sentence; only hostile names come near it


def write(dossier: Dossier) -> Draft:
    """The report as a draft. Deterministic; raises nothing for a valid dossier."""
    facts = index_dossier(dossier)
    found = assessment.assess(facts)
    case = Case(facts, found, assessment.verdict_of(facts, found))
    return Draft(
        summary=_sentences(summary.lines(case)),
        strengths=_sentences(strengths.strengths(case)),
        weaknesses=_sentences(strengths.weaknesses(case)),
        risks=_sentences(risks.lines(case)),
        recommendation=_sentences(recommendation.lines(case)),
        verdict=case.verdict,
    )


def _sentences(lines: Iterable[Line]) -> list[Sentence]:
    kept = [line for line in lines if len(line.text) <= _LONGEST]
    return [Sentence(text=line.text, evidence=line.ids) for line in kept[:_MOST_SENTENCES]]
