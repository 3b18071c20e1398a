"""The PDF of a report: what it says, what its charts show, and names that try to be markup."""

import io
import re
import unicodedata
from typing import Any
from uuid import UUID

import pytest
import typst
from fastapi.testclient import TestClient
from pypdf import PdfReader

from football_player_service.app.scouting.exports import bars, course, figures, pdf, seasons
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.tests import careers
from football_player_service.tests.reports import CLAIMS, claim, store, striker, whole


def export(client: TestClient, report: UUID) -> bytes:
    """The file."""
    answer = client.get(f"/reports/{report}/export?format=pdf")
    assert answer.status_code == 200, answer.text
    return answer.content


def text_of(content: bytes) -> str:
    """The words of a PDF, on one line; hyphens that end lines stay."""
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def shown(content: bytes) -> str:
    """The same without any space, however its lines break."""
    return re.sub(r"[\s\u200b\u2060]", "", text_of(content))


def test_a_pdf_holds_the_report(client: TestClient) -> None:
    report = store(striker(), *CLAIMS, model="a-model-3")
    content = export(client, report)
    assert content == export(client, report), "the same bytes for the same report"
    document = PdfReader(io.BytesIO(content))
    assert len(document.pages) <= 2
    record = whole(report)
    assert document.metadata is not None
    assert document.metadata.title == "Scouting report: Ivo Testarossa"
    assert document.metadata.creation_date == record.created_at.replace(microsecond=0)
    text = shown(content)
    ranked = [i.cohort for i in record.dossier.evidence if i.cohort and i.value is not None]
    assert {cohort.size for cohort in ranked} == {31}
    assert {cohort.scope for cohort in ranked} == {"position", "league"}
    expected = [
        "Ivo Testarossa", "Heronmoor Rovers · Granit Liga (Norway)", "24 years", "€45,000,000",
        "Monitor", "Medium", "4 of 5 claims checked, 1 cut", "2025/26", "3,105", "€30m",
        "Written by the built-in writer, without a language model", "percentile 98.4",
        "there is no evidence on technique", str(report), record.dossier_hash, "model a-model-3",
        "Page 1 of", *(f"among 31 {cohort.definition}" for cohort in ranked),
        *(c.text for c in record.claims),
    ]  # fmt: skip
    for words in expected:
        assert words.replace(" ", "") in text, words
    assert "Outofdate" not in text


def test_an_outdated_pdf_says_what_changed(signed_in: TestClient) -> None:
    player = striker()
    report = store(player, *CLAIMS)
    signed_in.patch(f"/players/{player}", json={"market_value": 40_000_000})
    text = text_of(export(signed_in, report))
    assert "Out of date" in text
    assert "Market value: was €45,000,000, now €40,000,000." in text


def test_the_pdf_of_an_empty_record_is_one_page(client: TestClient) -> None:
    report = store(
        careers.player(full_name="Nemo Nobody"),
        claim("summary", "Nothing but his name is on record."),
        verdict="insufficient_evidence",
        confidence="low",
    )
    content = export(client, report)
    assert len(PdfReader(io.BytesIO(content)).pages) == 1
    text = text_of(content)
    for words in ("Nemo Nobody", "Insufficient evidence", "1 of 1 claims checked"):
        assert words in text


@pytest.mark.parametrize(
    "name",
    [
        "#sys.inputs", "*bold* _it_", "<img src=x>", "#read(\"/etc/passwd\")", "$x^2$ `raw`",
        "\\\" ] } // /* */", "@label <label> = Head", "https://evil.example", "Ångström Čučak",
        "Владимир Дмитриевич", "Ελευθερία", "x" * 100,
    ],
)  # fmt: skip
def test_a_name_is_shown_as_text_in_a_pdf(client: TestClient, name: str) -> None:
    player = careers.player(full_name=name, current_team=name)
    report = store(player, claim("summary", f"{name} is a player.", "club"))
    content = export(client, report)
    assert shown(content).count(name.replace(" ", "")) >= 3
    links = [
        link for page in PdfReader(io.BytesIO(content)).pages for link in page.get("/Annots") or []
    ]
    assert all("/URI" not in str(link.get_object()) for link in links), "no link out of the file"


@pytest.mark.parametrize("name", ["יוסי כהן", "محمد صلاح"])
def test_letters_from_right_to_left_are_shown(client: TestClient, name: str) -> None:
    report = store(careers.player(full_name=name), claim("summary", "Nothing."))
    normal = unicodedata.normalize("NFKC", text_of(export(client, report)))
    assert set(name) <= set(normal)


@pytest.mark.parametrize("name", ["王小明", "김민재", "\u0378 odd", "⚽ Ball 🏆"])
def test_letters_that_no_font_has_are_spelt_otherwise(
    client: TestClient, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine of this test may have fonts for them: here only our own are used."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[pdf.FONTS])
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    report = store(careers.player(full_name=f"{name} Öberg"), claim("summary", "Nothing."))
    text = text_of(export(client, report))
    assert re.search(r"(Wang|Gim|odd|Ball).* (Öberg|Oberg)", text), text


def test_a_report_from_before_claims_were_checked_keeps_its_words(client: TestClient) -> None:
    empty = Dossier(player="Ivo Testarossa", as_of=careers.DAY, evidence=[])
    old = "*Simulated report.*\n\n## Strengths\n\nPoints:\n\n- A \\*good\\* age\n- **Cheap**\n"
    report = store(careers.player(), report=old, dossier=empty.model_dump_json())
    text = text_of(export(client, report))
    for words in ("Not checked", "Simulated report.", "Points:", "A *good* age", "Cheap"):
        assert words in text


def test_the_charts_draw_from_the_evidence_alone(client: TestClient) -> None:
    player = striker()
    dossier = whole(store(player, *CLAIMS)).dossier
    age, season = bars.percentiles(dossier)
    assert (age.bars, len(age.notes)) == ([], 1)
    assert (season.title, [bar.label for bar in season.bars]) == (
        "Season 2025/26", ["Minutes", "Goals per 90", "Assists per 90",
        "Yellow cards per 90 (fewer is better)", "Red cards per 90 (fewer is better)"],
    )  # fmt: skip
    assert [bar.value for bar in season.bars[:2]] == [98.4, 98.4]
    values = course.values(dossier)
    assert values is not None
    assert [(p.value, p.month, p.year) for p in values.points] == [
        ("€12m", "Jun", "2024"), ("€30m", "Jun", "2025"), ("€45m", "Jun", "2026"),
    ]  # fmt: skip
    assert [round(p.y, 2) for p in values.points] == [0.24, 0.6, 0.9]
    assert [row[:4] for row in seasons.table(dossier)] == [
        ["Season", "Games", "Minutes", "Goals"],
        ["2025/26", "38", "3,105", "24"],
        ["2024/25", "31", "2,310", "12"],
        ["All on record", "69", "5,415", "36"],
    ]
    nothing = Dossier(player="Nemo", as_of=careers.DAY, evidence=[])
    assert (bars.percentiles(nothing), course.values(nothing), seasons.table(nothing)) == (
        [], None, [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (45_000_000, "eur", "€45,000,000"), (-12.5, "percent", "−12.5%"), (1, "years", "1 year"),
        (-7, "years", "−7 years"), (0.6957, "per 90", "0.70 per 90"), (3105, "minutes",
        "3,105 minutes"), ("2027-06-30", "date", "30 June 2027"), ("rising", "trend", "rising"),
        (92.0, "percentile", "percentile 92"), (None, "percentile", "none"), (187, "cm", "187 cm"),
        (-0.04, "percent", "0%"), (24, "count", "24"),
    ],
)  # fmt: skip
def test_values_are_written_for_people(value: Any, unit: Any, expected: str) -> None:
    assert figures.shown(value, unit) == expected


@pytest.mark.parametrize(
    ("euros", "expected"),
    [(45e6, "€45m"), (1.25e6, "€1.25m"), (600e3, "€600k"), (0, "€0"), (1.2e9, "€1.2bn")],
)
def test_euros_in_a_chart_are_short(euros: float, expected: str) -> None:
    assert course.short_euros(euros) == expected
