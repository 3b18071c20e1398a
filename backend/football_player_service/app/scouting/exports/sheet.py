"""A report laid out for people, whatever it is exported as: its words, in their order."""

from dataclasses import dataclass
from itertools import count

from football_player_service.app.ai_client import Claim, Section
from football_player_service.app.scouting import changes
from football_player_service.app.scouting.exports import figures
from football_player_service.app.scouting.schemas import Change, Evidence, ReportOut

VERDICTS = {
    "sign": "Sign",
    "monitor": "Monitor",
    "reject": "Reject",
    "insufficient_evidence": "Insufficient evidence",
}
SECTIONS: tuple[Section, ...] = (
    "summary", "strengths", "weaknesses", "risks", "recommendation",
)  # fmt: skip
_WRITERS = {
    "gemini": "Gemini", "openai": "OpenAI", "anthropic": "Anthropic", "local": "a local server",
}  # fmt: skip
_FACTS = (
    ("Position", ("sub_position", "position")),
    ("Age", ("age",)),
    ("Nationality", ("country",)),
    ("Height", ("height",)),
    ("Foot", ("foot",)),
    ("Contract until", ("contract.until",)),
    ("Market value", ("value.now", "value.latest")),
)


@dataclass(frozen=True)
class Mark:
    """A number, or a run of three and more, of the rows a sentence rests on; its first row."""

    text: str
    row: int


@dataclass(frozen=True)
class Sentence:
    """A sentence that stands, and its marks."""

    text: str
    marks: list[Mark]


@dataclass(frozen=True)
class Part:
    """A section of the report."""

    title: str
    sentences: list[Sentence]


@dataclass(frozen=True)
class Row:
    """A piece of evidence that is cited."""

    number: int
    label: str
    value: str
    as_of: str
    source: str
    compared: str


@dataclass(frozen=True)
class Sheet:
    """What every export says. `rows` and `parts` are empty where nothing was checked."""

    player: str
    club: str
    league: str
    date: str
    written: str
    verdict: str
    confidence: str
    requested_by: str  # empty for anonymous readers
    checked: str
    facts: list[tuple[str, str]]
    parts: list[Part]
    rows: list[Row]
    cut: list[tuple[str, str, list[str]]]  # section, sentence, reasons
    changes: list[tuple[str, str, str]]  # label, was, now
    origin: list[tuple[str, str]]


def lay_out(report: ReportOut) -> Sheet:
    """The report as a sheet."""
    known = {item.id: item for item in report.dossier.evidence}
    ids = [id for id in changes.cited(report.claims) if id in known]
    numbers = {id: number for number, id in enumerate(ids, start=1)}
    return Sheet(
        player=report.dossier.player,
        club=_fact(known, "club"),
        league=_fact(known, "league"),
        date=figures.day(report.created_at.date()),
        written=written_by(report),
        verdict=VERDICTS[report.verdict],
        confidence=report.confidence.title(),
        requested_by=report.requested_by or "",
        checked=_checked(report),
        facts=[(name, text) for name, ids in _FACTS if (text := _fact(known, *ids))],
        parts=_parts(report.claims, numbers),
        rows=[_row(known[id], number) for id, number in numbers.items()],
        cut=[(c.section.title(), c.text, c.reasons) for c in report.claims if c.status == "cut"],
        changes=[_change(change) for change in report.changes],
        origin=[
            ("Report", str(report.id)),
            ("Evidence of", figures.day(report.dossier.as_of)),
            ("SHA-256 of the evidence", report.dossier_hash),
            ("Model", report.model),
            ("Prompt", report.prompt_version),
            *([("Requested by", report.requested_by)] if report.requested_by else []),
        ],
    )


def written_by(report: ReportOut) -> str:
    """Who wrote it, as a sentence without its full stop."""
    if report.source == "simulated":
        return "Written by the built-in writer, without a language model"
    service = _WRITERS.get(report.source, report.source)
    return f"Written by the language model {report.model} ({service})"


def _checked(report: ReportOut) -> str:
    total = report.checked + report.cut
    if not total:
        return "Not checked: written before claims were checked against the record"
    cut = f", {report.cut} cut" if report.cut else ""
    return f"{report.checked} of {total} claims checked{cut}"


def _fact(known: dict[str, Evidence], *ids: str) -> str:
    """The first of these that is on record, as text; empty where none is."""
    found = [known[id] for id in ids if id in known and known[id].value is not None]
    return figures.shown(found[0].value, found[0].unit) if found else ""


def _parts(claims: list[Claim], numbers: dict[str, int]) -> list[Part]:
    stands = changes.checked(claims)
    parts = []
    for section in SECTIONS:
        sentences = [
            Sentence(claim.text, _marks({numbers[id] for id in claim.evidence if id in numbers}))
            for claim in stands
            if claim.section == section
        ]
        if sentences:
            parts.append(Part(section.title(), sentences))
    return parts


def _marks(numbers: set[int]) -> list[Mark]:
    marks: list[Mark] = []
    for first in sorted(n for n in numbers if n - 1 not in numbers):
        last = next(n for n in count(first) if n + 1 not in numbers)
        if last - first > 1:
            marks.append(Mark(f"{first}–{last}", first))
        else:
            marks += [Mark(str(n), n) for n in range(first, last + 1)]
    return marks


def _row(item: Evidence, number: int) -> Row:
    when = item.period or (figures.day(item.as_of) if item.as_of else "")
    value = figures.shown(item.value, item.unit)
    return Row(number, item.label, value, when, item.source, figures.compared(item))


def _change(change: Change) -> tuple[str, str, str]:
    was, now = (figures.shown(value, change.unit) for value in (change.was, change.now))
    return change.label, was, now
