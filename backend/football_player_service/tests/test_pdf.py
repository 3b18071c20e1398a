"""The PDF of a report: its text, its charts, and names that look like markup."""

import base64
import hashlib
import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
import typst
from fastapi.testclient import TestClient
from pypdf import PdfReader

from football_player_service.app import ai_client
from football_player_service.app.db import session_scope
from football_player_service.app.formats import short_date
from football_player_service.app.players.ages import today
from football_player_service.app.record import service
from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting import dossier as dossiers
from football_player_service.app.scouting.exports import pdf
from football_player_service.app.scouting.exports.evidence_text import cohort_text, format_value
from football_player_service.app.scouting.exports.percentile_bars import percentile_charts
from football_player_service.app.scouting.exports.season_table import season_table
from football_player_service.app.scouting.exports.value_chart import value_chart
from football_player_service.app.scouting.schemas import Dossier, ReportOut
from football_player_service.app.settings import get_settings
from football_player_service.tests import careers
from football_player_service.tests.reports import (
    CLAIMS,
    claim,
    fact,
    store,
    striker,
    whole,
    write,
)


def export(client: TestClient, report: UUID) -> bytes:
    """The file."""
    answer = client.get(f"/reports/{report}/export?format=pdf")
    assert answer.status_code == 200, answer.text
    return answer.content


def evidence_of(player_id: int) -> Dossier:
    """The player's evidence today."""
    with session_scope(writes=False) as session:
        return dossiers.build(session, player_id=player_id)


def stored_valuations(player_id: int, *, until: date) -> Sequence[Valuation]:
    """The player's stored valuations."""
    with session_scope(writes=False) as session:
        return service.valuations(session, player_id=player_id, until=until)


def text_of(content: bytes) -> str:
    """The text of a PDF on one line; hyphens at line ends stay."""
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def shown(content: bytes) -> str:
    """The text without spaces, so that line breaks do not matter."""
    return re.sub(r"[\s\u200b\u2060]", "", text_of(content))


def test_a_pdf_contains_the_report(client: TestClient) -> None:
    report = store(striker(), *CLAIMS, model="a-model-3")
    content = export(client, report)
    assert content == export(client, report), "not the same bytes for the same report"
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
        "Ivo Testarossa", "Heronmoor Rovers · Granit Liga (Norway)", "24 years", "€45m",
        "Monitor", "Medium", "4 of 5 claims checked, 1 cut", "2025/26", "3,105", "€12m",
        "Written by the built-in writer, without a language model", "98th percentile",
        "there is no evidence on technique", str(report), record.dossier_hash, "model a-model-3",
        "Page 1 of", *(cohort_text(cohort) for cohort in ranked),
        *(c.text for c in record.claims),
    ]  # fmt: skip
    for words in expected:
        assert words.replace(" ", "") in text, words
    assert "Outofdate" not in text


def test_the_pdf_of_an_earlier_report_never_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hash is that of the first release whose reports are built from claims.

    It may change with the version of Typst only.
    """
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[pdf.FONTS])
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    earlier = ReportOut.model_validate_json(
        (Path(__file__).parent / "earlier_report.json").read_text()
    )
    valuation = Valuation(player_id=1, day=date(2024, 6, 5), value=12_000_000)
    made = pdf.export(earlier, valuations=[valuation])
    found = hashlib.sha256(made).hexdigest()
    assert found == "33d4554e2d4b57ca50669cef613b8b1de884563b0f134599b39e9040459e07e1"


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'


@pytest.mark.parametrize("crest", ["crest.png", "crest.svg", None])
def test_a_pdf_has_the_name_and_the_crest_of_the_club(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, crest: str | None
) -> None:
    report = write(careers.player(), fact("value", "Worth €1m."))
    without = export(client, report)
    (tmp_path / "crest.png").write_bytes(base64.b64decode(PNG))
    (tmp_path / "crest.svg").write_text(SVG)
    monkeypatch.setenv("CLUB_NAME", "Scouts of Žižkov")
    monkeypatch.setenv("CLUB_CREST", str(tmp_path / crest) if crest else "")
    get_settings.cache_clear()
    content = export(client, report)
    monkeypatch.undo()
    get_settings.cache_clear()
    assert "Scouts of Žižkov" in text_of(content)
    assert ("Crest of" in figures(content)) == (crest is not None)
    assert "Crest of" not in figures(without)


def figures(content: bytes) -> str:
    """The text alternatives of the figures."""
    reader: Any = PdfReader(io.BytesIO(content))
    numbers = range(1, int(reader.trailer["/Size"]))
    objects = [reader.get_object(number) for number in numbers]
    return " ".join(str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one)


@pytest.mark.parametrize("verdict", get_args(ai_client.Verdict))
def test_every_verdict_can_be_exported(client: TestClient, verdict: str) -> None:
    player = careers.player(market_value=1_000_000)
    report = write(player, fact("value", "Worth €1m.", "value.now"), verdict=verdict)
    assert export(client, report).startswith(b"%PDF-")


def test_an_outdated_pdf_lists_the_changes(signed_in: TestClient) -> None:
    player = striker()
    report = store(player, *CLAIMS)
    signed_in.patch(f"/players/{player}", json={"market_value": 40_000_000})
    text = text_of(export(signed_in, report))
    assert "Out of date" in text
    assert "Market value: €45m → €40m" in text


def test_the_pdf_of_a_player_without_data_is_one_page(client: TestClient) -> None:
    report = store(
        careers.player(full_name="Nemo Nobody"),
        claim("summary", "Only the name is known."),
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
    assert all("/URI" not in str(link.get_object()) for link in links), "no external links"


@pytest.mark.parametrize("name", ["יוסי כהן", "محمد صلاح"])
def test_letters_from_right_to_left_are_shown(client: TestClient, name: str) -> None:
    report = store(careers.player(full_name=name), claim("summary", "Nothing."))
    normal = unicodedata.normalize("NFKC", text_of(export(client, report)))
    assert set(name) <= set(normal)


@pytest.mark.parametrize("name", ["王小明", "김민재", "\u0378 odd", "⚽ Ball 🏆"])
def test_characters_without_a_font_are_transliterated(
    client: TestClient, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the bundled fonts only, as the system may have others."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[pdf.FONTS])
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    report = store(careers.player(full_name=f"{name} Öberg"), claim("summary", "Nothing."))
    text = text_of(export(client, report))
    assert re.search(r"(Wang|Gim|odd|Ball).* (Öberg|Oberg)", text), text


def test_a_report_from_before_claims_were_checked_keeps_its_text(client: TestClient) -> None:
    empty = Dossier(player="Ivo Testarossa", as_of=careers.DAY, evidence=[])
    old = "*Simulated report.*\n\n## Strengths\n\nPoints:\n\n- A \\*good\\* age\n- **Cheap**\n"
    report = store(careers.player(), report=old, dossier=empty.model_dump_json())
    text = text_of(export(client, report))
    for words in ("Not checked", "Simulated report.", "Points:", "A *good* age", "Cheap"):
        assert words in text


def test_charts_show_the_evidence(client: TestClient) -> None:
    dossier = whole(store(striker(), *CLAIMS)).dossier
    value, season = percentile_charts(dossier)
    assert (value.bars, len(value.notes)) == ([], 1)
    assert (season.title, [bar.label for bar in season.bars]) == (
        "2025/26", ["Games", "Minutes", "Goals per 90", "Assists per 90",
        "Yellow cards per 90 (fewer is better)", "Red cards per 90 (fewer is better)"],
    )  # fmt: skip
    assert [(bar.value, bar.text) for bar in season.bars[:2]] == [(98.4, "98th"), (98.4, "98th")]
    assert season.cohort == "vs 31 attackers, 2025/26, 900+ minutes"
    assert season.league_cohort == "vs 31 attackers, Granit Liga (Norway), 2025/26, 900+ minutes"
    assert [row[:4] for row in season_table(dossier)] == [
        ["Season", "Games", "Minutes", "Goals"],
        ["2025/26", "38", "3,105", "24"],
        ["2024/25", "31", "2,310", "12"],
        ["Total", "69", "5,415", "36"],
    ]
    nothing = Dossier(player="Nemo", as_of=careers.DAY, evidence=[])
    assert (percentile_charts(nothing), value_chart(nothing, []), season_table(nothing)) == (
        [], None, [],
    )  # fmt: skip


def test_the_value_chart_has_every_valuation_and_the_current_value(client: TestClient) -> None:
    player = careers.player(market_value=40_000_000, data_as_of="2026-10-15")
    days = [f"20{year}-{month}-10" for year in range(17, 26) for month in ("06", "12")]
    values = {day: 1_000_000 * (number + 1) for number, day in enumerate(days)}
    careers.valuations(player, values | {"2026-06-10": 50_000_000})
    text = text_of(export(client, store(player)))
    assert "Current value (15 Oct 2026): €40m" in text
    assert "€17m (10 Jun 2025) to €50m (10 Jun 2026): +194.1%" in text
    dossier = evidence_of(player)
    chart = value_chart(dossier, stored_valuations(player, until=dossier.as_of))
    assert chart is not None
    assert len(chart.points) == len(days) + 2
    assert [round(point.y * 60) for point in chart.points] == [*range(1, 19), 50, 40]
    assert [point.label for point in chart.points if point.label] == ["€1m", "€40m"]
    assert (chart.points[0].x, chart.points[-1].x) == (0, 1)
    assert "€1m on 10 Jun 2017, €2m on 10 Dec 2017," in chart.alt
    assert chart.alt.endswith("€50m on 10 Jun 2026, €40m on 15 Oct 2026.")


@pytest.mark.usefixtures("database")
def test_the_value_chart_of_a_single_value() -> None:
    current = careers.player(market_value=700_000)
    chart = value_chart(evidence_of(current), [])
    assert chart is not None
    assert [(point.x, point.label) for point in chart.points] == [(0.5, "€700k")]
    assert chart.current == f"Current value ({short_date(today())}): €700k"
    assert chart.changes == []


@pytest.mark.usefixtures("database")
def test_an_old_report_keeps_its_valuations_in_the_chart() -> None:
    player = striker()
    old = evidence_of(player)
    changed = [Valuation(player_id=player, day=date(2026, 6, 10), value=1)]
    chart = value_chart(old, changed)
    assert chart is not None
    assert "€12m on 5 Jun 2024, €30m on 8 Jun 2025, €45m on 10 Jun 2026" in chart.alt


def test_every_season_is_in_the_pdf(client: TestClient) -> None:
    player = careers.player(full_name="Long Career", position="Attack")
    for year in range(1990, 2026):
        careers.season(player, year, games=year - 1980, minutes=year, goals=year - 1990)
    text = text_of(export(client, store(player)))
    for year in range(1990, 2026):
        period = f"{year}/{(year + 1) % 100:02}"
        assert f"{period} {year - 1980} {year:,} {year - 1990} " in text
    assert "Total" in text


def test_the_author_is_the_product(client: TestClient) -> None:
    metadata = PdfReader(io.BytesIO(export(client, store(careers.player())))).metadata
    assert metadata is not None
    assert metadata.author == "Scouting Desk"


@pytest.mark.parametrize(
    ("id", "value", "unit", "expected"),
    [
        ("value.now", 45_000_000, "eur", "€45m"),
        ("value.change_12m", -12.5, "percent", "−12.5%"),
        ("value.change_12m", 50.0, "percent", "+50%"),
        ("value.share_of_highest", 75.0, "percent", "75%"),
        ("age", 1, "years", "1 year"),
        ("peak.distance", -7, "years", "7 years before peak age"),
        ("peak.distance", 0, "years", "at peak age"),
        ("peak.distance", 1, "years", "1 year after peak age"),
        ("contract.months_left", -3, "months", "expired 3 months ago"),
        ("contract.months_left", 7, "months", "7 months"),
        ("season.2025.goals_per_90", 0.6957, "per 90", "0.70 per 90"),
        ("season.2025.minutes", 3105, "minutes", "3,105 minutes"),
        ("contract.until", "2027-06-30", "date", "30 Jun 2027"),
        ("trend.minutes", "rising", "trend", "Rising"),
        ("status", "free_agent", "text", "Free agent"),
        ("foot", "left", "text", "Left"),
        ("club", "FC fictional", "text", "FC fictional"),
        ("value.percentile", 92.0, "percentile", "92nd percentile"),
        ("value.percentile", None, "percentile", "–"),
        ("height", 187, "cm", "1.87 m"),
        ("career.goals", 24, "count", "24"),
    ],
)
def test_values_are_formatted_with_their_units(
    id: str, value: Any, unit: Any, expected: str
) -> None:
    assert format_value(id, value, unit) == expected
