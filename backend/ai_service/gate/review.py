"""A whole draft through the gate: what stands, what is cut, and why."""

from dataclasses import dataclass

from ai_service import assessment
from ai_service.gate import sections
from ai_service.gate.atoms import normalise
from ai_service.gate.check import Gate
from ai_service.schemas import SECTIONS, Claim, Dossier, Draft, SectionName, Sentence, Verdict


@dataclass(frozen=True)
class Review:
    """`draft` is what stands; `claims` are all sentences in order, checked or cut."""

    draft: Draft
    claims: list[Claim]

    @property
    def core_holds(self) -> bool:
        """Whether a report is left: something in the summary, and grounds for the verdict."""
        return bool(self.draft.summary and self.draft.recommendation)

    @property
    def cut(self) -> list[Claim]:
        return [claim for claim in self.claims if claim.status == "cut"]


def review(dossier: Dossier, draft: Draft) -> Review:
    """Check every sentence. A verdict the evidence does not support becomes
    `insufficient_evidence`, and grounds that argue for it fall with it."""
    gate = Gate(dossier)
    verdict, refused = _verdict(dossier, draft.verdict)
    claims: list[Claim] = []
    standing: dict[SectionName, list[Sentence]] = {name: [] for name in SECTIONS}
    seen: set[str] = set()
    for section in SECTIONS:
        if section == "recommendation" and refused:
            claims.append(refused)
        for sentence in getattr(draft, section):
            why = _reasons(gate, section, sentence, verdict=verdict, seen=seen)
            claims.append(
                Claim(
                    section=section,
                    text=sentence.text,
                    evidence=list(sentence.evidence),
                    status="cut" if why else "checked",
                    reasons=why,
                )
            )
            if not why:
                standing[section].append(sentence)
    return Review(Draft(**standing, verdict=verdict), claims)


def _reasons(
    gate: Gate, section: SectionName, sentence: Sentence, *, verdict: Verdict, seen: set[str]
) -> list[str]:
    text = normalise(sentence.text).casefold().strip(" .")
    if not any(char.isalnum() for char in text):
        return ["it says nothing"]
    if text in seen:
        return ["it has been said before"]
    why = gate.reasons(sentence, verdict=verdict)
    if not why:
        why = sections.reasons(section, gate.cited(sentence))
    if not why:
        seen.add(text)
    return why


def _verdict(dossier: Dossier, given: Verdict) -> tuple[Verdict, Claim | None]:
    supported = assessment.supported(dossier)
    if given in supported:
        return given, None
    allowed = " or ".join(sorted(name.replace("_", " ") for name in supported))
    return "insufficient_evidence", Claim(
        section="recommendation",
        text=f"Verdict: {given.replace('_', ' ')}",
        evidence=[],
        status="cut",
        reasons=[f"the evidence supports {allowed}"],
    )
