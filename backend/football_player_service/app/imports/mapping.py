"""Mappings: what a person said the columns of a file mean, from a file or confirmed before.

A mapping file is TOML, with the meanings of single columns; the others are recognised:

    provider = "our_scouts"

    [columns]
    "Player" = "name"
    "Scans" = "scanning"
    "Scans/90" = "scanning per 90"
    "Remark" = "ignore"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson
from sqlmodel import Session

from football_player_service.app.db import utc_now
from football_player_service.app.imports import models
from football_player_service.app.imports.recognise import Metrics, Recognised, parse_meaning
from football_player_service.app.imports.tables import UnusableFile


@dataclass(frozen=True)
class MappingFile:
    """Meanings by column name; the provider if the file names it."""

    provider: str | None
    columns: Mapping[str, str]


def read(path: Path) -> MappingFile:
    """Read a mapping file. Raises `UnusableFile`."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnusableFile(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableFile(f"{path.name} is not TOML ({error}).") from None
    provider, columns = content.pop("provider", None), content.pop("columns", {})
    problems = [f"{name!r} is not expected" for name in content]
    if provider is not None and not isinstance(provider, str):
        problems.append("provider must be text")
    if not isinstance(columns, dict):
        problems.append("columns must be a table")
    else:
        problems += [
            f"{name!r}: the meaning must be text"
            for name, meaning in columns.items()
            if not isinstance(meaning, str)
        ]
    if problems:
        raise UnusableFile(f"{path.name} cannot be used: {'; '.join(problems)}.")
    return MappingFile(provider, columns)


def confirmed(
    session: Session, *, provider: str, fingerprint: str, metrics: Metrics
) -> dict[str, str] | None:
    """The meanings that were confirmed for this header; None if there are none.

    Columns of metrics that were deleted since are left out, and so recognised again.
    """
    stored = session.get(models.Mapping, (provider, fingerprint))
    if stored is None:
        return None
    columns: dict[str, str] = orjson.loads(stored.columns)
    return {
        name: meaning
        for name, meaning in columns.items()
        if not isinstance(parse_meaning(meaning, metrics), str)
    }


def confirm(
    session: Session, *, recognised: Recognised, fingerprint: str, username: str | None = None
) -> None:
    """Remember the meaning of every column for files with the same header."""
    columns = {c.name: str(c.meaning) for c in recognised.columns if c.name}
    key = (recognised.provider, fingerprint)
    text = orjson.dumps(columns).decode()
    if (stored := session.get(models.Mapping, key)) is None:
        stored = models.Mapping(
            provider=key[0], fingerprint=key[1], columns=text, confirmed_by=username
        )
        session.add(stored)
    elif stored.columns != text:
        stored.columns, stored.confirmed_by, stored.confirmed_at = text, username, utc_now()
    session.flush()
