"""Imports a folder: players first, then what belongs to them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import update
from sqlmodel import Session, col

from football_player_service.app.db import open_session, session_scope
from football_player_service.app.imports import careers, freshness, service
from football_player_service.app.imports.career_file import StoredPlayer
from football_player_service.app.imports.careers import CareerImport
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.freshness import Dated
from football_player_service.app.imports.models import Import, ImportState
from football_player_service.app.imports.player_facts import PlayersFile, open_players
from football_player_service.app.imports.service import PlayerImport, Scope
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import line_count

# Shows the rows done of a file: its name and number of rows go in, a function to call comes out.
Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


@contextmanager
def no_progress(_name: str, _total: int) -> Iterator[Callable[[int], None]]:
    """Show nothing."""
    yield lambda _done: None


@dataclass
class FolderImport:
    """The files of a folder that are imported together."""

    source: Source
    limit: int = 0  # rows of the file of players; 0: all
    parts: Sequence[str] = field(default_factory=tuple)
    progress: Progress = no_progress

    def prepare(self) -> "PreparedImport":
        """Read and check the file of players, and the headers of the others.

        Raises `UnusableFile`.
        """
        summary = Summary()
        for part in self.parts:
            self.source.open(part)
        return PreparedImport(
            self, open_players(self.source, limit=self.limit, summary=summary), summary
        )


@dataclass
class PreparedImport:
    """A folder whose file of players was checked."""

    folder: FolderImport
    players: PlayersFile
    summary: Summary  # of the players

    @property
    def source(self) -> Source:
        """The folder's files."""
        return self.folder.source

    @property
    def dated(self) -> Dated:
        """The date of the players' data."""
        path = self.players.file.table.path
        newest = self.players.newest_season
        return Dated(
            self.source.options.as_of or freshness.date_in_name(path),
            freshness.season_start(newest) if newest else None,
        )

    def check_careers(self) -> None:
        """Read every other file completely, as if only the players of the folder were stored.

        Raises `UnusableFile`.
        """
        players = {row[0]: StoredPlayer(0, None, None) for _, row in self.players.rows() if row}
        for part in self.folder.parts:
            CareerImport(part, self.source, players)

    def apply(self, *, scope: Scope = session_scope) -> Iterator[tuple[Path, Summary]]:
        """Import file by file; the summary of each.

        Raises `UnusableFile` if data is older than the record and may not fill its gaps, and
        `BatchFailed`.
        """
        yield self._apply_players(scope)
        for part in self.folder.parts:
            with scope() as session:
                players = careers.stored_players(session, self.source.provider)
            path = self.source.path(part) or self.source.folder
            with self.folder.progress(path.name, line_count(path) - 1) as show:
                career = CareerImport(part, self.source, players, on_progress=show)
                career.store(scope=scope)
            yield path, career.summary

    def _apply_players(self, scope: Scope) -> tuple[Path, Summary]:
        file, path = self.players.file, self.players.file.table.path
        with scope() as session:
            record = freshness.of_record(session, content="players")
            is_older = freshness.check(
                self.dated, record, name=file.name, fill_gaps=self.source.options.fill_gaps
            )
            import_id = freshness.start_import(
                session,
                provider=self.source.provider,
                content="players",
                path=path,
                dated=self.dated,
            )
        players = PlayerImport(self.players, self.summary, self.dated.as_of, fill_gaps=is_older)
        with self.folder.progress(file.name, self.players.count) as show:
            service.load(players, scope=scope, on_progress=show)
        with scope() as session:
            freshness.finish_import(session, import_id, counts=self.summary.counts())
        return path, self.summary


def replace(
    prepared: PreparedImport, *, session: Session
) -> tuple[int, Iterator[tuple[Path, Summary]]]:
    """Delete every player and import the folder, within the session's transaction.

    Returns the number of players deleted and the summaries, as `apply`.
    """
    deleted = service.delete_all_players(session)
    session.exec(
        update(Import)
        .where(col(Import.state) == ImportState.FINISHED)
        .values(state=ImportState.REPLACED)
    )
    return deleted, prepared.apply(scope=lambda: nullcontext(session))


@contextmanager
def rolled_back() -> Iterator[Session]:
    """A session whose changes are undone at the end, to see what an import would do."""
    with open_session(writes=True) as session:
        yield session
        session.rollback()
