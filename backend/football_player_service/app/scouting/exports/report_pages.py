"""The pages of a report for `report.typ`: the answer and its reasons, then method and evidence."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from football_player_service.app import formats
from football_player_service.app.ai_client import BriefResult, Content, Fact
from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.exports import document
from football_player_service.app.scouting.exports.document import Sentence, first_known
from football_player_service.app.scouting.exports.evidence_text import format_item
from football_player_service.app.scouting.exports.pizza import pizza
from football_player_service.app.scouting.exports.ranked_metrics import ranked_season
from football_player_service.app.scouting.exports.season_table import season_tables
from football_player_service.app.scouting.exports.statistics_table import percentile_table
from football_player_service.app.scouting.exports.value_chart import value_chart
from football_player_service.app.scouting.schemas import Evidence, ReportOut

RESULTS: dict[BriefResult, str] = {
    "met": "Met", "partly_met": "Partly met", "missed": "Missed", "unknown": "Unknown",
}  # fmt: skip
_REFERENCE_LENGTH = 8  # characters: enough to find a report, and to compare two dossiers
_STATUSES = ("free_agent", "retired")
_TODAY = ("age", "contract.months_left")  # counted on the day of the report


@dataclass(frozen=True)
class BriefRow:
    """A requirement of the brief, and whether the player meets it."""

    label: str
    result: BriefResult
    result_text: str
    sentence: Sentence


@dataclass(frozen=True)
class Topic:
    """Facts that the report leaves out."""

    title: str
    facts: list[str]


def data(report: ReportOut, *, valuations: Iterable[Valuation]) -> dict[str, Any]:
    """The data for `report.typ`, of a report with content."""
    content = report.content
    assert content is not None
    common = document.build(report)
    numbers = document.row_numbers(report)
    known = {item.id: item for item in report.dossier.evidence}
    season = ranked_season(report.dossier)
    pie = pizza(report.dossier, season)
    chart = value_chart(report.dossier, valuations)
    answer = content.answer
    return asdict(common) | {
        "verdict_key": report.verdict,
        "identity": _identity(known),
        "headline": _closed(answer.headline),
        "reasons": [
            asdict(document.sentence(one.text, one.evidence, numbers)) for one in answer.reasons
        ],
        "brief": [
            asdict(
                BriefRow(
                    item.label,
                    item.result,
                    RESULTS[item.result],
                    document.sentence(item.text, item.evidence, numbers),
                )
            )
            for item in content.brief
        ],
        "question": (report.brief and report.brief.question) or "",
        "key_facts": _key_facts(known),
        "pizza": asdict(pie) if pie else None,
        # The current value, and one without others to draw a line to, is among the key facts.
        "value_chart": asdict(chart) | {"current": ""} if chart and chart.points[1:] else None,
        "method": " ".join(sentence.text for sentence in content.method),
        "sources": _sources(report),
        "topics": [asdict(topic) for topic in _topics(content)],
        "seasons": [asdict(table) for table in season_tables(report.dossier)],
        "statistics": percentile_table(report.dossier, season),
        "statistics_of": season.provider if season else "",
        "reference": _reference(report),
    }


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _identity(known: dict[str, Evidence]) -> list[str]:
    """Position, club, league and age, those that are known."""
    status = known.get("status")
    texts = [
        first_known(known, "sub_position", "position"),
        first_known(known, "status") if status and status.value in _STATUSES else "",
        first_known(known, "club"),
        first_known(known, "league"),
        first_known(known, "age"),
    ]
    return [text for text in texts if text]


def _key_facts(known: dict[str, Evidence]) -> list[tuple[str, str]]:
    """Labels and values, those that are known."""
    facts = [
        ("Born", first_known(known, "date_of_birth")),
        ("Nationality", first_known(known, "country")),
        ("Height", first_known(known, "height")),
        ("Preferred foot", first_known(known, "foot")),
        ("Contract until", first_known(known, "contract.until")),
        ("Market value", _dated(known, "value.now", "value.latest")),
        ("Career-high value", first_known(known, "value.highest")),
        ("Latest transfer", _transfer(known)),
        ("Agent", first_known(known, "agent")),
    ]
    return [(label, text) for label, text in facts if text]


def _dated(known: dict[str, Evidence], *ids: str) -> str:
    """The first of these with a value, and its date."""
    item = next((known[id] for id in ids if id in known and known[id].value is not None), None)
    if item is None:
        return ""
    day = f" ({formats.short_date(item.as_of)})" if item.as_of else ""
    return f"{format_item(item)}{day}"


def _transfer(known: dict[str, Evidence]) -> str:
    """From where, when, and the fee if there was one."""
    fee = known.get("transfer.1.fee")
    origin = first_known(known, "transfer.1.from")
    parts = [
        f"from {origin}" if origin else "",
        first_known(known, "transfer.1.day"),
        format_item(fee) if fee and fee.value else "",
    ]
    return ", ".join(part for part in parts if part)


def _topics(content: Content) -> list[Topic]:
    """What the report does not state, by topic in the order of the most important fact."""
    stated = {id for reason in content.answer.reasons for id in reason.claims}
    stated |= {item.claim for item in content.brief}
    topics: dict[str, list[Fact]] = {}
    for fact in content.facts:
        if not fact.used and fact.id not in stated:
            topics.setdefault(fact.topic, []).append(fact)
    return [
        Topic(name.replace("_", " ").capitalize(), [fact.text for fact in facts])
        for name, facts in topics.items()
    ]


def _sources(report: ReportOut) -> list[tuple[str, str]]:
    """Where the evidence is from and of which day, and how the report was made."""
    items = [item for item in report.dossier.evidence if not item.id.startswith("replaced.")]
    valuation = [item.as_of for item in items if item.source == "valuations" and item.as_of]
    transfers = [item.as_of for item in items if item.source == "transfers" and item.as_of]
    of_providers: dict[str, list[Evidence]] = {}
    for item in items:
        if item.provider and item.period:
            of_providers.setdefault(item.provider, []).append(item)
    record = [item.as_of for item in items if item.source == "record" and item.id not in _TODAY]
    sources = [
        ("Player data", _latest(record)),
        ("Valuations", f"latest of {_latest(valuation)}" if valuation else ""),
        ("Transfers", f"latest of {_latest(transfers)}" if transfers else ""),
        *(
            (report.dossier.providers.get(key, key), _coverage(found))
            for key, found in of_providers.items()
        ),
        ("Evidence collected", formats.short_date(report.dossier.as_of)),
        ("Requested by", report.requested_by or ""),
        ("Planning", f"{document.written_by(report)} (prompt {report.prompt_version})"),
        ("Reference", _reference(report)),
    ]
    return [(name, text) for name, text in sources if text]


def _coverage(items: Iterable[Evidence]) -> str:
    """The latest season of a provider, and the day of its figures."""
    found = list(items)
    day = _latest(item.as_of for item in found)
    period = max(item.period or "" for item in found)
    return f"to {period}, {day}" if day else f"to {period}"


def _latest(days: Iterable[date | None]) -> str:
    found = [day for day in days if day]
    return formats.short_date(max(found)) if found else ""


def _reference(report: ReportOut) -> str:
    """What identifies the report and its evidence."""
    return (
        f"report {str(report.id)[:_REFERENCE_LENGTH]}, "
        f"evidence {report.dossier_hash[:_REFERENCE_LENGTH]}"
    )
