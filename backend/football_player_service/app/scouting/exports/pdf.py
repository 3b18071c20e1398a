"""A report as PDF, set by Typst: `report.typ` gets what it shows as data, never as markup."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import typst
from anyascii import anyascii
from markdown_it import MarkdownIt

from football_player_service.app.scouting.exports import bars, course, seasons
from football_player_service.app.scouting.exports.sheet import lay_out
from football_player_service.app.scouting.schemas import ReportOut

_FOLDER = Path(__file__).parent
FONTS = _FOLDER / "fonts"
# What the fonts beside this file and those of Typst have no letters for: all but Latin, Greek,
# Cyrillic, punctuation, and the signs of currencies.
_UNCOMMON = re.compile("[^\\u0000-\\u024f\\u0370-\\u052f\\u1e00-\\u206f\\u20a0-\\u20bf\\u2212]+")
# One thread: every thread that sets type keeps its own memory for it.
_TYPESETTER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typesetter")
_BREAKS = {"softbreak": " ", "hardbreak": " "}
_KINDS = {"heading_open": "heading", "paragraph_open": "paragraph"}


def export(report: ReportOut) -> bytes:
    """The PDF; the same bytes for the same report on the same machine."""
    data = content(report)
    for spell in (str, _in_common_letters):
        with suppress(typst.TypstError):
            return _set(_spelt(data, spell), report=report)
    return _set(_spelt(data, anyascii), report=report)


def _set(data: Any, *, report: ReportOut) -> bytes:
    """`data` as a PDF; `TypstError` where no font has a letter of it: PDF/UA leaves none out."""
    compiled = _TYPESETTER.submit(
        typst.compile,
        _FOLDER / "report.typ",
        root=_FOLDER,
        font_paths=_fonts(),
        sys_inputs={"report": orjson.dumps(data).decode()},
        timestamp=report.created_at.replace(microsecond=0),
        pdf_standards="ua-1",
        format="pdf",
    ).result()
    assert isinstance(compiled, bytes)
    return compiled


def _in_common_letters(text: str) -> str:
    return _UNCOMMON.sub(lambda found: anyascii(found[0]), text)


def _spelt(data: Any, spell: Callable[[str], str]) -> Any:
    """The same data with every text spelt another way."""
    if isinstance(data, dict):
        return {key: _spelt(value, spell) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_spelt(value, spell) for value in data]
    return spell(data) if isinstance(data, str) else data


def content(report: ReportOut) -> dict[str, Any]:
    """What `report.typ` shows."""
    sheet = lay_out(report)
    return asdict(sheet) | {
        "id": str(report.id),
        "hash": report.dossier_hash,
        "model": report.model,
        "prompt": report.prompt_version,
        "verdict_key": report.verdict,
        "blocks": [] if sheet.parts else blocks(report.report),
        "percentiles": [asdict(found) for found in bars.percentiles(report.dossier)],
        "values": asdict(found) if (found := course.values(report.dossier)) else None,
        "seasons": seasons.table(report.dossier),
    }


def blocks(text: str) -> list[dict[str, str]]:
    """Markdown as headings, paragraphs and points of plain text, in their order."""
    found: list[dict[str, str]] = []
    kind, points = "paragraph", 0
    for token in MarkdownIt("commonmark", {"html": False}).parse(text):
        if token.type in ("list_item_open", "list_item_close"):
            points += 1 if token.type == "list_item_open" else -1
        kind = _KINDS.get(token.type, kind)
        if token.type == "inline":
            plain = "".join(_BREAKS.get(c.type, c.content) for c in token.children or [])
            shown = "point" if points and kind == "paragraph" else kind
            found.append({"kind": shown, "text": plain})
    return found


@lru_cache
def _fonts() -> typst.Fonts:
    # Those of the machine are there for letters that ours lack.
    return typst.Fonts(font_paths=[FONTS])
