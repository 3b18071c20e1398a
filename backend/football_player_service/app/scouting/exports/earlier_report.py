"""Reports of earlier versions for `earlier_report.typ`: claims, or before that Markdown.

A stored report never changes, and neither does its PDF.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from markdown_it import MarkdownIt

from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.exports import document
from football_player_service.app.scouting.exports.percentile_bars import percentile_charts
from football_player_service.app.scouting.exports.season_table import season_table
from football_player_service.app.scouting.exports.statistics_table import statistics_table
from football_player_service.app.scouting.exports.value_chart import value_chart
from football_player_service.app.scouting.schemas import ReportOut

_BREAKS = {"softbreak": " ", "hardbreak": " "}
_KINDS = {"heading_open": "heading", "paragraph_open": "paragraph"}


def data(report: ReportOut, *, valuations: Iterable[Valuation]) -> dict[str, Any]:
    """The data for `earlier_report.typ`."""
    content = document.build(report)
    chart = value_chart(report.dossier, valuations)
    return asdict(content) | {
        "id": str(report.id),
        "hash": report.dossier_hash,
        "model": report.model,
        "prompt": report.prompt_version,
        "verdict_key": report.verdict,
        "blocks": [] if content.sections else blocks(report.report),
        "percentiles": [asdict(bars) for bars in percentile_charts(report.dossier)],
        "value_chart": asdict(chart) if chart else None,
        "seasons": season_table(report.dossier),
        "statistics": statistics_table(report.dossier),
    }


def blocks(text: str) -> list[dict[str, str]]:
    """Markdown as headings, paragraphs and list items of plain text, in order."""
    found: list[dict[str, str]] = []
    kind, depth = "paragraph", 0
    for token in MarkdownIt("commonmark", {"html": False}).parse(text):
        if token.type in ("list_item_open", "list_item_close"):
            depth += 1 if token.type == "list_item_open" else -1
        kind = _KINDS.get(token.type, kind)
        if token.type == "inline":
            plain = "".join(_BREAKS.get(c.type, c.content) for c in token.children or [])
            shown = "item" if depth and kind == "paragraph" else kind
            found.append({"kind": shown, "text": plain})
    return found
