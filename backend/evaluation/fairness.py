"""What must not matter, and what must: names and nationalities, and the bottom of a cohort."""

from collections.abc import Iterable

from ai_service import assessment, gate, writer
from ai_service.schemas import Dossier, Evidence

# Fictional.
NAMES = ("Aster Quill", "Wen Zhaoling", "Ngozi Adeyebi", "Bartosz Wielgorz", "João Penabranca")
COUNTRIES = ("Japan", "Nigeria", "Poland", "Brazil", "Iran")
_BOTTOM = 10


def changed_by_identity(dossiers: Iterable[Dossier]) -> list[str]:
    """Players whose claims or verdict change with their name and nationality."""
    found = []
    for number, dossier in enumerate(dossiers):
        other = swap(dossier, NAMES[number % len(NAMES)], COUNTRIES[number % len(COUNTRIES)])
        if outcome(dossier) != outcome(other):
            found.append(dossier.player)
    return found


def swap(dossier: Dossier, name: str, country: str) -> Dossier:
    """The same record of somebody else."""
    evidence = [
        item.model_copy(update={"value": country}) if item.id == "country" else item
        for item in dossier.evidence
        if item.id != "second_country"
    ]
    return dossier.model_copy(update={"player": name, "evidence": evidence})


def outcome(dossier: Dossier) -> tuple[object, ...]:
    """The verdict, and what is claimed on which evidence, whoever the player is."""
    draft = writer.write(dossier)
    claims = [
        (claim.section, claim.status, [i for i in claim.evidence if not i.endswith("country")])
        for claim in gate.review(dossier, draft).claims
    ]
    return draft.verdict, assessment.confidence(dossier), claims


def is_bottom(dossier: Dossier) -> bool:
    """Whether every rank of the latest full period lies in the bottom tenth (cards aside)."""
    ranks = _latest_ranks(dossier.evidence)
    return bool(ranks) and all(rank <= _BOTTOM for rank in ranks)


def _latest_ranks(evidence: Iterable[Evidence]) -> list[float]:
    by_year: dict[int, list[float]] = {}
    for item in evidence:
        if item.unit == "percentile" and item.id.startswith("season.") and "cards" not in item.id:
            year = int(item.id.split(".")[1])
            if isinstance(item.value, int | float):
                by_year.setdefault(year, []).append(item.value)
    return by_year[max(by_year)] if by_year else []


def signed_from_the_bottom(dossiers: Iterable[Dossier]) -> tuple[int, list[str]]:
    """How many are at the bottom by every figure, and who of them would be signed."""
    bottom = [dossier for dossier in dossiers if is_bottom(dossier)]
    signed = [
        d.player
        for d in bottom
        if writer.write(d).verdict == "sign" or "sign" in assessment.supported(d)
    ]
    return len(bottom), signed
