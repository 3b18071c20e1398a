"""Opens a file of statistics and finds out what its columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, select

from football_player_service.app.clubs.models import CompetitionAlias
from football_player_service.app.db import session_scope
from football_player_service.app.imports import file_names, mapping, recognise, tables
from football_player_service.app.imports.file_names import Suggestion
from football_player_service.app.imports.recognise import Metrics, Recognised
from football_player_service.app.imports.tables import Table, UnusableFile
from football_player_service.app.metrics import service as metrics_service
from football_player_service.app.metrics.providers import Field


@dataclass(frozen=True)
class Opened:
    """A file whose columns are recognised; `is_confirmed` if a person said what they mean."""

    table: Table
    recognised: Recognised
    metrics: Metrics
    fingerprint: str
    is_confirmed: bool
    suggestion: Suggestion

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path

    def lacks(self, name: Field) -> bool:
        """Whether no column has this field."""
        return self.recognised.field(name) is None


def open_file(
    path: Path,
    *,
    provider: str | None = None,
    mapping_file: Path | None = None,
    encoding: str | None = None,
    repair: bool = False,
) -> Opened:
    """Open a file and recognise its columns, by what was confirmed before or by their names.

    Raises `UnusableFile`, with every column that is missing.
    """
    table = tables.open_table(path, encoding=encoding, repair=repair)
    fingerprint = recognise.fingerprint(table.header)
    given = mapping.read(mapping_file) if mapping_file else None
    with session_scope(writes=False) as session:
        metrics = metrics_service.all_metrics(session)
        suggestion = file_names.suggest(path, competitions=_competition_names(session))
        provider = provider or (given.provider if given else None)
        provider = provider or recognise.find_provider(
            table.header, metrics, suggested=suggestion.provider
        )
        confirmed = mapping.confirmed(
            session, provider=provider, fingerprint=fingerprint, metrics=metrics
        )
    recognised = recognise.recognise(
        table.header,
        provider=provider,
        metrics=metrics,
        mapping={**(confirmed or {}), **(given.columns if given else {})},
    )
    if missing := recognise.missing_columns(recognised):
        raise UnusableFile(
            f"{path.name} lacks {' and '.join(missing)}. "
            f"Map one with --map. The header has: {', '.join(table.header)}."
        )
    is_confirmed = given is not None or confirmed is not None
    return Opened(table, recognised, metrics, fingerprint, is_confirmed, suggestion)


def _competition_names(session: Session) -> Sequence[str]:
    return session.exec(select(CompetitionAlias.spelling).distinct()).all()
