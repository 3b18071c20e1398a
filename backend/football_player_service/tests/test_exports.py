"""Exported reports: media types, file names, JSON and Markdown."""

import re
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from markdown_it import MarkdownIt

from football_player_service.app.scouting.exports import markdown
from football_player_service.app.scouting.schemas import Dossier
from football_player_service.tests import careers
from football_player_service.tests.reports import (
    CLAIMS,
    claim,
    content,
    fact,
    store,
    striker,
    whole,
    write,
)


def export(client: TestClient, report: UUID, wanted: str) -> Any:
    """The file."""
    answer = client.get(f"/reports/{report}/export?format={wanted}")
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize(
    ("wanted", "media_type", "ending"),
    [
        ("markdown", "text/markdown; charset=utf-8", "md"),
        ("json", "application/json", "json"),
        ("pdf", "application/pdf", "pdf"),
    ],
)
def test_a_file_has_its_type_and_a_name(
    client: TestClient, wanted: str, media_type: str, ending: str
) -> None:
    report = store(careers.player(full_name="Łukasz O'Żółć-Ündér"), claim("summary", "Nothing."))
    answer = export(client, report, wanted)
    assert answer.headers["content-type"] == media_type
    day = whole(report).created_at.date()
    name = answer.headers["content-disposition"]
    ascii_name, own_name = re.fullmatch(
        r"attachment; filename=\"([a-z0-9.-]+)\"; filename\*=UTF-8''(\S+)", name
    ).groups()  # type: ignore[union-attr]
    assert ascii_name == f"lukasz-ozolc-under-{day}.{ending}"
    assert unquote(own_name) == f"łukasz-o-żółć-ündér-{day}.{ending}"


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a"; filename="b.exe', "%0d%0aX: y", "山本"])
def test_a_name_cannot_break_out_of_the_header(client: TestClient, name: str) -> None:
    report = store(careers.player(full_name=name), claim("summary", "Nothing."))
    header = export(client, report, "json").headers["content-disposition"]
    assert re.fullmatch(
        r"attachment; filename=\"[a-z0-9-]+\.json\"; filename\*=UTF-8''[\w%-]+\.json", header
    )


def test_other_formats_are_rejected(client: TestClient) -> None:
    report = store(careers.player(), claim("summary", "Nothing."))
    for query in ("", "?format=docx", "?format=pdf&colour=red"):
        assert client.get(f"/reports/{report}/export{query}").status_code == 422


def test_json_is_the_whole_report(client: TestClient) -> None:
    report = store(striker(), *CLAIMS)
    answer = export(client, report, "json")
    assert answer.json() == client.get(f"/reports/{report}").json()
    assert answer.text.startswith('{\n  "id": ')


def test_markdown_contains_the_claims_their_evidence_and_cut_claims(client: TestClient) -> None:
    text = export(client, store(striker(), *CLAIMS), "markdown").text
    rows = [
        "**Verdict: Monitor** · Confidence: Medium · 4 of 5 claims checked, 1 cut",
        r"- His 0.70 goals per 90 of 2025/26 are in the top tenth. \[3–5\]",
        r"Ivo Testarossa is a centre-forward of Heronmoor Rovers. \[1\] \[2\]",
        "- Weaknesses: “He lacks a velvet touch.” (there is no evidence on technique)",
    ]
    for row in rows:
        assert f"{row}\n" in text
    assert re.search(
        r"\| 4 \| [^|]+ \| 98th percentile \| 2025/26 \| Computed \| vs 31 attackers", text
    )


def test_markdown_of_a_report_from_claims_is_its_text_and_the_evidence(
    signed_in: TestClient,
) -> None:
    player = striker()
    text = "*Simulated report.*\n\n**Follow up.** A headline.\n\n## Summary\n\nHe is worth €45m.\n"
    facts = fact("value", "He is worth €45m.", "value.now"), fact("age", "He is 24.", "age")
    report = write(player, *facts, report=text)
    words = export(signed_in, report, "markdown").text
    assert words.startswith("# Scouting report: Ivo Testarossa\n\nHeronmoor Rovers · ")
    assert f"\n\n{text}\n## Evidence\n" in words
    assert re.search(r"\| 1 \| Market value \| €45m \| [^|]* \| Player data \|", words)
    assert re.search(r"\| 2 \| Age \| 24 years \|", words)
    assert f"- Report: {report}\n" in words
    for of_old_reports in ("Verdict:", "claims checked", "Cut claims"):
        assert of_old_reports not in words
    signed_in.patch(f"/players/{player}", json={"market_value": 40_000_000})
    changed = export(signed_in, report, "markdown").text
    assert "- Market value: €45m → €40m\n" in changed
    answer = export(signed_in, report, "json")
    assert answer.json()["content"] == content(*facts)


def test_no_text_is_markdown_markup() -> None:
    texts = [
        "*bold* _it_ `code` ~~gone~~", "<img src=x onerror=alert(1)>", "[a](https://evil.example)",
        "https://evil.example and www.evil.example", "a@evil.example", "1. FC Fictional", "- dash",
        "+ plus", "# head", "a | b", "\\*slash\\*", "&lt;b&gt; &amp;", "![x](y)", "> quote", "$x$",
        "=== ---", "12) points", "~~~", "two\nlines",
    ]  # fmt: skip
    parser = MarkdownIt("gfm-like", {"linkify": False})
    for text in texts:
        tokens = parser.parse(f"{markdown.escape(text)}\n")
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        inline = tokens[1].children or []
        assert {token.type for token in inline} <= {"text", "text_special"}, text
        assert "".join(token.content for token in inline) == " ".join(text.split())


def test_markdown_lists_changes(signed_in: TestClient) -> None:
    player = striker()
    report = store(player, *CLAIMS)
    signed_in.patch(f"/players/{player}", json={"market_value": 40_000_000})
    words = export(signed_in, report, "markdown").text
    assert "- Market value: €45m → €40m\n" in words


def test_a_report_from_before_claims_were_checked_keeps_its_text(client: TestClient) -> None:
    empty = Dossier(player="Ivo Testarossa", as_of=careers.DAY, evidence=[])
    old = "*Simulated report.*\n\n## Strengths\n\n- A \\*good\\* age\n"
    report = store(careers.player(), report=old, dossier=empty.model_dump_json())
    words = export(client, report, "markdown").text
    assert old.strip() in words
    assert "Not checked: this report is from before claims were checked" in words
