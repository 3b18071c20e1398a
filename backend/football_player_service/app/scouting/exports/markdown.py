"""A report as Markdown: every text in it is shown as it is, none of it is markup."""

import re

from football_player_service.app.scouting.exports.sheet import Part, Sheet, lay_out
from football_player_service.app.scouting.schemas import ReportOut

_PROSE = {"Summary", "Recommendation"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&^$@])")
_LINK = re.compile(r"(?i)(?<=\bwww)\.|:(?=//)")
# What would begin a list, a line below a heading, or a rule.
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)|^()([-+=])")


def export(report: ReportOut) -> bytes:
    """The report with its evidence, what was cut, and where it comes from."""
    sheet = lay_out(report)
    blocks = [*_head(sheet), *_out_of_date(sheet)]
    # Before claims were checked a report was its text alone, as Markdown already.
    blocks += [block for part in sheet.parts for block in _part(part)] or [report.report.strip()]
    blocks += [*_evidence(sheet), *_cut(sheet), *_origin(sheet)]
    return ("\n\n".join(blocks) + "\n").encode()


def escape(text: str) -> str:
    """`text` so that Markdown shows it as it is: no emphasis, link, HTML, list or table in it."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    text = _LINK.sub(lambda found: f"\\{found[0]}", text)
    return _LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[4]}", text)


def _head(sheet: Sheet) -> list[str]:
    club = [escape(text) for text in (sheet.club, sheet.league) if text]
    facts = [f"{name} {escape(text)}" for name, text in sheet.facts]
    return [
        f"# Scouting report: {escape(sheet.player)}",
        " · ".join([*club, *facts, sheet.date]),
        f"**Verdict: {sheet.verdict}** · confidence {sheet.confidence.lower()} · {sheet.checked}",
        f"{escape(sheet.written)}.",
    ]


def _out_of_date(sheet: Sheet) -> list[str]:
    if not sheet.changes:
        return []
    lines = [
        f"- {escape(label)}: was {escape(was)}, now {escape(now)}"
        for label, was, now in sheet.changes
    ]
    return ["**Out of date.** Evidence it cites has changed since:", "\n".join(lines)]


def _part(part: Part) -> list[str]:
    lines = [
        escape(sentence.text) + "".join(f" \\[{mark.text}\\]" for mark in sentence.marks)
        for sentence in part.sentences
    ]
    prose = part.title in _PROSE
    return [f"## {part.title}", " ".join(lines) if prose else "- " + "\n- ".join(lines)]


def _evidence(sheet: Sheet) -> list[str]:
    if not sheet.rows:
        return []
    lines = ["| | evidence | value | as of | source | compared with |", "|---|---|---|---|---|---|"]
    for row in sheet.rows:
        cells = (row.label, row.value, row.as_of, row.source, row.compared)
        lines.append(f"| {row.number} | " + " | ".join(escape(cell) for cell in cells) + " |")
    return ["## Evidence", "\n".join(lines)]


def _cut(sheet: Sheet) -> list[str]:
    if not sheet.cut:
        return []
    lines = [
        f"- {section}: “{escape(text)}” ({escape('; '.join(reasons))})"
        for section, text, reasons in sheet.cut
    ]
    return ["## What was cut", "\n".join(lines)]


def _origin(sheet: Sheet) -> list[str]:
    return ["## Where it comes from", "\n".join(f"- {n}: {escape(v)}" for n, v in sheet.origin)]
