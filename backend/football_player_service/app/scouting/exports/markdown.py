"""Reports as Markdown; texts are escaped, so that none of them is markup."""

import re

from football_player_service.app.scouting.exports.document import Document, ReportSection, build
from football_player_service.app.scouting.schemas import ReportOut

_PROSE = {"Summary", "Recommendation"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&^$@])")
_LINK = re.compile(r"(?i)(?<=\bwww)\.|:(?=//)")
# What could start a list, underline a heading, or draw a rule.
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)|^()([-+=])")


def export(report: ReportOut) -> bytes:
    """The report with its evidence and details, and the cut claims of one of an earlier version."""
    document = build(report)
    blocks = [*_title(document), *([] if report.content else _verdict(document))]
    blocks += _out_of_date(document)
    sections = [block for section in document.sections for block in _section(section)]
    # The text is Markdown, with the answer and its author. That of a report with claims is put
    # together from them.
    blocks += sections if report.claims and sections else [report.report.strip()]
    blocks += [*_evidence(document), *_cut(document), *_details(document)]
    return ("\n\n".join(blocks) + "\n").encode()


def escape(text: str) -> str:
    """`text` escaped: no emphasis, link, HTML, list or table."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    text = _LINK.sub(lambda found: f"\\{found[0]}", text)
    return _LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[4]}", text)


def _title(document: Document) -> list[str]:
    club = [escape(text) for text in (document.club, document.league) if text]
    profile = [f"{name} {escape(text)}" for name, text in document.profile]
    return [
        f"# Scouting report: {escape(document.player)}",
        " · ".join([*club, *profile, document.date]),
    ]


def _verdict(document: Document) -> list[str]:
    return [
        f"**Verdict: {document.verdict}** · Confidence: {document.confidence} · {document.checked}",
        f"{escape(document.written_by)}.",
    ]


def _out_of_date(document: Document) -> list[str]:
    if not document.changes:
        return []
    lines = [
        f"- {escape(label)}: {escape(was)} → {escape(now)}" for label, was, now in document.changes
    ]
    return ["**Out of date.** Cited evidence has changed:", "\n".join(lines)]


def _section(section: ReportSection) -> list[str]:
    lines = [
        escape(sentence.text) + "".join(f" \\[{mark.text}\\]" for mark in sentence.citations)
        for sentence in section.sentences
    ]
    prose = section.title in _PROSE
    return [f"## {section.title}", " ".join(lines) if prose else "- " + "\n- ".join(lines)]


def _evidence(document: Document) -> list[str]:
    if not document.evidence:
        return []
    lines = ["| | Evidence | Value | As of | Source | Comparison |", "|---|---|---|---|---|---|"]
    for row in document.evidence:
        cells = (row.label, row.value, row.as_of, row.source, row.comparison)
        lines.append(f"| {row.number} | " + " | ".join(escape(cell) for cell in cells) + " |")
    return ["## Evidence", "\n".join(lines)]


def _cut(document: Document) -> list[str]:
    if not document.cut:
        return []
    lines = [
        f"- {section}: “{escape(text)}” ({escape('; '.join(reasons))})"
        for section, text, reasons in document.cut
    ]
    return ["## Cut claims", "\n".join(lines)]


def _details(document: Document) -> list[str]:
    return ["## Details", "\n".join(f"- {n}: {escape(v)}" for n, v in document.details)]
