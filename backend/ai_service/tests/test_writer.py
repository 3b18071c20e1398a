"""The built-in writer: true to the evidence, plain, deterministic."""

import re
from collections.abc import Iterator
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ai_service.schemas import SECTIONS, Dossier, Draft, Sentence
from ai_service.tests.dossiers import AS_OF, item, profile
from ai_service.tests.strategies import PLACES, dossiers, wild_dossiers
from ai_service.writer import write

NOT_SAID = re.compile(
    r"\b(excellent|outstanding|talent(ed)?|strong(er|est)?|great|gifted|promising|superb|brilliant"
    r"|impressive|skil(l|ful)|elite|world-class|quality|weak|bad|slow|quick|none|null|nan"
    r"|considerabl[ey]|decent|significant(ly)?|solid|consistent(ly)?|he|his|him|she|her|they)\b",
    re.IGNORECASE,
)


def sentences(draft: Draft) -> Iterator[tuple[str, Sentence]]:
    """Every sentence with its section."""
    for section in SECTIONS:
        for sentence in getattr(draft, section):
            yield section, sentence


def texts(draft: Draft) -> str:
    return "\n".join(sentence.text for _, sentence in sentences(draft))


def without_names(text: str, dossier: Dossier) -> str:
    """The text without names from the dossier."""
    names = {dossier.player, *PLACES}
    names |= {piece.cohort.definition for piece in dossier.evidence if piece.cohort}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    return text


@given(dossiers())
def test_any_report_is_plain_and_whole(dossier: Dossier) -> None:
    draft = write(dossier)
    known = {piece.id for piece in dossier.evidence}
    assert draft == write(dossier)
    assert draft.summary
    assert draft.recommendation
    for _, sentence in sentences(draft):
        said = without_names(sentence.text, dossier)
        assert set(sentence.evidence) <= known
        assert len(set(sentence.evidence)) == len(sentence.evidence)
        assert not NOT_SAID.search(said)
        assert sentence.text[-1] == "."
        assert len(said.split()) <= 50
        assert "  " not in said
    lines = [sentence.text for _, sentence in sentences(draft)]
    assert len(set(lines)) == len(lines)


@given(dossiers())
def test_every_figure_is_that_of_the_evidence_cited(dossier: Dossier) -> None:
    by_id = {piece.id: piece for piece in dossier.evidence}
    for _, sentence in sentences(write(dossier)):
        cited = [by_id[identity] for identity in sentence.evidence]
        allowed: set[float] = {90}  # per 90
        # A change in percent is computed from the two values that the sentence gives.
        euros = [float(piece.value or 0) for piece in cited if piece.unit == "eur"]
        allowed |= {100 * abs(now - then) / then for now, then in permutations(euros, 2) if then}
        days = []
        for piece in cited:
            words = [str(piece.value), piece.period or "", str(piece.as_of or "")]
            words += [piece.cohort.definition, str(piece.cohort.size)] if piece.cohort else []
            allowed |= {abs(float(n)) for word in words for n in re.findall(r"-?\d+\.?\d*", word)}
            days += [words[2]] if piece.as_of else []
        text = sentence.text
        for piece in cited:
            if isinstance(piece.value, str):
                text = text.replace(piece.value, "")
        text = text.replace("more than 99%", "").replace("less than 1%", "")
        for number, unit in re.findall(r"(\d[\d,]*\.?\d*)(bn|m\b|k|%)?", text.replace(",", "")):
            size = {"bn": 1e9, "m": 1e6, "k": 1e3}.get(unit, 1)
            value, step = float(number), 10 ** -len(number.partition(".")[2]) * size
            metres = {figure / 100 for figure in allowed}
            assert (
                any(abs(value * size - figure) <= step / 2 + 1e-9 for figure in allowed)
                or value in metres
            ), (sentence, number)


@given(wild_dossiers())
def test_any_valid_dossier_is_handled(dossier: Dossier) -> None:
    known = {piece.id for piece in dossier.evidence}
    for _, sentence in sentences(write(dossier)):
        assert set(sentence.evidence) <= known


def test_the_longest_names_are_handled() -> None:
    long = profile(club="ﬃ" * 200, league="W" * 200, country="W" * 200, second_country="w" * 200)
    draft = write(Dossier(player="N" * 120, as_of=AS_OF, evidence=long))
    assert draft.verdict == "insufficient_evidence"


@given(dossiers(), st.sampled_from(["Norway", "Ghana"]), st.sampled_from(["Ghana", "Peru"]))
def test_name_and_nationality_do_not_change_the_wording(
    dossier: Dossier, one: str, other: str
) -> None:
    def of(name: str, country: str) -> Draft:
        kept = [piece for piece in dossier.evidence if "country" not in piece.id]
        evidence = [*kept, item("country", country, "text")]
        return write(Dossier(player=name, as_of=dossier.as_of, evidence=evidence))

    first, second = of("Aster Quillon", one), of("Wen Zhaolingen", other)
    assert first.verdict == second.verdict
    assert texts(second) == (
        texts(first)
        .replace("Aster Quillon", "Wen Zhaolingen")
        .replace(f"country on record is {one}", f"country on record is {other}")
        .replace(f"gives {one} as", f"gives {other} as")
    )


def test_a_past_club_is_called_the_club_on_record() -> None:
    """AS_OF lies in the season 2026/27."""

    def opening(last: str) -> str:
        club = item("club", "Heronmoor Rovers", "text", period=last)
        evidence = [*profile(age=39, last_season=last), club]
        return (
            write(Dossier(player="Ivo Testarossa", as_of=AS_OF, evidence=evidence)).summary[0].text
        )

    assert ", on record at Heronmoor Rovers" in opening("2022/23")
    assert "on record at" not in opening("2026/27")
