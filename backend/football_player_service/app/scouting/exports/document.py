"""The content of an exported report, whatever the format."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count

from football_player_service.app import formats
from football_player_service.app.ai_client import Content
from football_player_service.app.scouting import changes
from football_player_service.app.scouting.exports.evidence_text import (
    SOURCES,
    comparison_text,
    format_item,
    format_value,
)
from football_player_service.app.scouting.schemas import Change, Claim, Evidence, ReportOut

# Of reports of earlier versions: others name their recommendation themselves.
VERDICTS = {
    "sign": "Sign",
    "monitor": "Monitor",
    "reject": "Reject",
    "insufficient_evidence": "Insufficient evidence",
}
SECTIONS = ("summary", "strengths", "weaknesses", "risks", "recommendation")
_METHOD = (
    "A percentile is the share of the cohort below the player plus half of those level with the "
    "player."
)
_CHECKED_AGAINST = "[n] after a sentence refers to the rows it was checked against."
_BASED_ON = "[n] after a sentence refers to the rows it is based on."
_PROVIDERS = {
    "gemini": "Gemini", "openai": "OpenAI", "anthropic": "Anthropic", "local": "local server",
}  # fmt: skip
# A label, and the evidence it shows: the first that is known.
_PROFILE = (
    ("Position", ("sub_position", "position")),
    ("Age", ("age",)),
    ("Nationality", ("country",)),
    ("Height", ("height",)),
    ("Foot", ("foot",)),
    ("Contract until", ("contract.until",)),
    ("Market value", ("value.now", "value.latest")),
)
_DATED_BY_DATA = ("country", "position", "club", "height", "value.now")


@dataclass(frozen=True)
class Citation:
    """One evidence row, or a run of three or more; `row` is the first."""

    text: str
    row: int


@dataclass(frozen=True)
class Sentence:
    """A sentence with its citations."""

    text: str
    citations: list[Citation]


@dataclass(frozen=True)
class ReportSection:
    """A section of the report."""

    title: str
    paragraphs: list[list[Sentence]]

    @property
    def sentences(self) -> list[Sentence]:
        """Those of all paragraphs."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True)
class EvidenceRow:
    """A cited piece of evidence."""

    number: int
    label: str
    value: str
    as_of: str
    source: str
    comparison: str


@dataclass(frozen=True)
class Document:
    """What every export contains. `evidence` and `sections` are empty for unchecked reports.

    `checked` and `cut` are about the claims of reports of earlier versions, and empty for others.
    """

    player: str
    club: str
    league: str
    date: str
    written_by: str
    verdict: str
    confidence: str
    requested_by: str  # empty for anonymous readers
    checked: str
    profile: list[tuple[str, str]]
    sections: list[ReportSection]
    evidence: list[EvidenceRow]
    evidence_note: str
    cut: list[tuple[str, str, list[str]]]  # section, sentence, reasons
    changes: list[tuple[str, str, str]]  # label, previous and current value
    details: list[tuple[str, str]]


def build(report: ReportOut) -> Document:
    """The content of a report."""
    known = {item.id: item for item in report.dossier.evidence}
    content = report.content
    numbers = row_numbers(report)
    return Document(
        player=report.dossier.player,
        club=first_known(known, "club"),
        league=first_known(known, "league"),
        date=formats.long_date(report.created_at.date()),
        written_by=written_by(report),
        verdict=content.answer.title if content else VERDICTS[report.verdict],
        confidence=report.confidence.title(),
        requested_by=report.requested_by or "",
        checked=_checked(report),
        profile=[(name, text) for name, ids in _PROFILE if (text := first_known(known, *ids))],
        sections=_sections(content, numbers) if content else _old(report.claims, numbers),
        evidence=[
            _evidence_row(known[id], number, report.dossier.providers if content else {})
            for id, number in numbers.items()
        ],
        evidence_note=f"{_BASED_ON if content else _CHECKED_AGAINST} {_METHOD}",
        cut=[(c.section.title(), c.text, c.reasons) for c in report.claims if c.status == "cut"],
        changes=[_change(change) for change in report.changes],
        details=_details(report, known),
    )


def row_numbers(report: ReportOut) -> dict[str, int]:
    """The row of each piece of evidence that the report cites, by its id; the first is 1."""
    known = {item.id for item in report.dossier.evidence}
    ids = [id for id in changes.cited(report.content, report.claims) if id in known]
    return {id: number for number, id in enumerate(ids, start=1)}


def written_by(report: ReportOut) -> str:
    """The author, as a sentence without its full stop."""
    verb, built_in = ("Planned", "planner") if report.content else ("Written", "writer")
    if report.source == "simulated":
        return f"{verb} by the built-in {built_in}, without a language model"
    provider = _PROVIDERS.get(report.source, report.source)
    return f"{verb} by the language model {report.model} ({provider})"


def _checked(report: ReportOut) -> str:
    if report.content:
        return ""
    total = report.checked + report.cut
    if not total:
        return "Not checked: this report is from before claims were checked"
    cut = f", {report.cut} cut" if report.cut else ""
    return f"{report.checked} of {total} claims checked{cut}"


def _details(report: ReportOut, known: dict[str, Evidence]) -> list[tuple[str, str]]:
    data_as_of = _data_as_of(known)
    details = [
        ("Report", str(report.id)),
        ("Data as of", formats.short_date(data_as_of) if data_as_of else ""),
        ("Evidence as of", formats.short_date(report.dossier.as_of)),
        ("Evidence SHA-256", report.dossier_hash),
        ("Model", report.model),
        ("Prompt", report.prompt_version),
        ("Requested by", report.requested_by or ""),
    ]
    return [(name, text) for name, text in details if text]


def _data_as_of(known: dict[str, Evidence]) -> date | None:
    return next((known[id].as_of for id in _DATED_BY_DATA if id in known), None)


def first_known(known: dict[str, Evidence], *ids: str) -> str:
    """The first of these with a value, as text; empty if none has one."""
    found = [known[id] for id in ids if id in known and known[id].value is not None]
    return format_item(found[0]) if found else ""


def sentence(text: str, evidence: Iterable[str], numbers: dict[str, int]) -> Sentence:
    """A sentence with the rows of its evidence; `numbers` are those by id."""
    return Sentence(text, _citations({numbers[id] for id in evidence if id in numbers}))


def _sections(content: Content, numbers: dict[str, int]) -> list[ReportSection]:
    return [
        ReportSection(
            section.title,
            [[sentence(s.text, s.evidence, numbers) for s in p] for p in section.paragraphs],
        )
        for section in content.sections
        if section.paragraphs
    ]


def _old(claims: list[Claim], numbers: dict[str, int]) -> list[ReportSection]:
    """The sections of a report of an earlier version, a paragraph per claim."""
    checked = changes.checked(claims)
    sections = []
    for section in SECTIONS:
        sentences = [
            sentence(claim.text, claim.evidence, numbers)
            for claim in checked
            if claim.section == section
        ]
        if sentences:
            paragraphs = [[sentence] for sentence in sentences]
            sections.append(ReportSection(section.title(), paragraphs))
    return sections


def _citations(numbers: set[int]) -> list[Citation]:
    citations: list[Citation] = []
    for first in sorted(n for n in numbers if n - 1 not in numbers):
        last = next(n for n in count(first) if n + 1 not in numbers)
        if last - first > 1:
            citations.append(Citation(f"{first}–{last}", first))
        else:
            citations += [Citation(str(n), n) for n in range(first, last + 1)]
    return citations


def _evidence_row(item: Evidence, number: int, providers: dict[str, str]) -> EvidenceRow:
    key = item.provider or ""
    label = item.label.replace(f"({key})", f"({providers.get(key, key)})")
    as_of = item.period or (formats.short_date(item.as_of) if item.as_of else "")
    return EvidenceRow(
        number, label, format_item(item), as_of, SOURCES[item.source], comparison_text(item)
    )


def _change(change: Change) -> tuple[str, str, str]:
    was, now = (format_value(change.id, value, change.unit) for value in (change.was, change.now))
    return change.label, was, now
