"""Reports as PDF, typeset by Typst; templates get all texts as data, never as markup."""

import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import typst
from anyascii import anyascii

from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.exports import earlier_report, report_pages
from football_player_service.app.scouting.schemas import ReportOut
from football_player_service.app.settings import get_settings

_FOLDER = Path(__file__).parent
FONTS = _FOLDER / "fonts"
PRODUCT = "Scouting Desk"  # the document's author
# Not in the bundled fonts: all but Latin, Greek, Cyrillic, punctuation and currency signs.
_UNCOMMON = re.compile("[^\\u0000-\\u024f\\u0370-\\u052f\\u1e00-\\u206f\\u20a0-\\u20bf\\u2212]+")
# One thread, because Typst keeps a cache per thread.
_TYPESETTER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typesetter")


def export(report: ReportOut, *, valuations: Iterable[Valuation]) -> bytes:
    """The PDF; the same bytes for the same input on the same machine.

    Characters that no font has are transliterated: first the uncommon ones, then all.
    """
    kind = report_pages if report.content else earlier_report
    data = kind.data(report, valuations=valuations) | {
        "author": PRODUCT,
        "club_name": get_settings().club_name,
    }
    for transliterate in (str, _transliterate_uncommon):
        with suppress(typst.TypstError):
            return _compile(_map_texts(data, transliterate), report=report)
    return _compile(_map_texts(data, anyascii), report=report)


def _compile(data: Any, *, report: ReportOut) -> bytes:
    """`data` as a PDF; `TypstError` for a character without a font, which PDF/UA forbids."""
    template = "report.typ" if report.content else "earlier_report.typ"
    compiled = _TYPESETTER.submit(
        typst.compile,
        _FOLDER / template,
        root=_FOLDER,
        font_paths=_fonts(),
        sys_inputs={"report": orjson.dumps(data).decode(), "crest": _crest()},
        timestamp=report.created_at.replace(microsecond=0),
        pdf_standards="ua-1",
        format="pdf",
    ).result()
    assert isinstance(compiled, bytes)
    return compiled


def _crest() -> str:
    """The crest of the club as JSON, the bytes as numbers; null without one."""
    path = get_settings().club_crest
    if path is None:
        return "null"
    kind = path.suffix.removeprefix(".").lower()
    return orjson.dumps({"data": list(path.read_bytes()), "format": kind}).decode()


def _transliterate_uncommon(text: str) -> str:
    return _UNCOMMON.sub(lambda found: anyascii(found[0]), text)


def _map_texts(data: Any, change: Callable[[str], str]) -> Any:
    """`data` with `change` applied to every text."""
    if isinstance(data, dict):
        return {key: _map_texts(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_map_texts(value, change) for value in data]
    return change(data) if isinstance(data, str) else data


@lru_cache
def _fonts() -> typst.Fonts:
    # System fonts are used as well, for characters missing from the bundled ones.
    return typst.Fonts(font_paths=[FONTS])
