"""Reports as files: content, media type and name."""

import re
from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import quote

from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.exports import markdown, pdf
from football_player_service.app.scouting.schemas import ReportOut
from football_player_service.app.text import fold

Format = Literal["markdown", "json", "pdf"]

MEDIA_TYPES: dict[Format, str] = {
    "markdown": "text/markdown; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}
_ENDINGS: dict[Format, str] = {"markdown": "md", "json": "json", "pdf": "pdf"}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report as a file.",
        "content": {
            "text/markdown": {"schema": {"type": "string"}},
            "application/json": {"schema": {"$ref": "#/components/schemas/ReportOut"}},
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


def body(report: ReportOut, wanted: Format, *, valuations: Iterable[Valuation]) -> bytes:
    """The content of the file; `valuations` are those up to the day of the report's evidence."""
    if wanted == "pdf":
        return pdf.export(report, valuations=valuations)
    if wanted == "markdown":
        return markdown.export(report)
    return report.model_dump_json(indent=2).encode()


def disposition(report: ReportOut, wanted: Format) -> str:
    """`Content-Disposition` with the player's name, in ASCII and as written."""
    end = f"{report.created_at.date()}.{_ENDINGS[wanted]}"
    name = report.dossier.player
    ascii_name = _joined(r"[^a-z0-9]+", fold(name))
    own_name = quote(_joined(r"[\W_]+", name.lower()), safe="")
    return (
        f'attachment; filename="{ascii_name or "report"}-{end}"; '
        f"filename*=UTF-8''{own_name or 'report'}-{end}"
    )


def _joined(between: str, name: str) -> str:
    # Short enough for every file system, however many bytes a letter takes.
    return re.sub(between, "-", name).strip("-")[:60].strip("-")
