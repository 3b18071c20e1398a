"""Imports a wide file of any provider: lines of statistics for the players it is about."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from football_player_service.app import pagecache
from football_player_service.app.clubs import service as clubs
from football_player_service.app.db import (
    after_commit,
    open_session,
    session_scope,
    utc_now,
)
from football_player_service.app.imports import (
    arithmetic,
    freshness,
    mapping,
    match_rows,
    waiting,
    wide_file,
)
from football_player_service.app.imports.figures import StoredFigures
from football_player_service.app.imports.file_names import SeasonName
from football_player_service.app.imports.matching import Match, Matcher, MatchRule, Undecided
from football_player_service.app.imports.models import Import
from football_player_service.app.imports.opening import Opened
from football_player_service.app.imports.recognise import Use
from football_player_service.app.imports.report import Report
from football_player_service.app.imports.service import BatchFailed, cause
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.imports.waiting import Placed
from football_player_service.app.imports.wide_file import Given, WideFile
from football_player_service.app.metrics.providers import providers
from football_player_service.app.record import lines as record_lines
from football_player_service.app.record.lines import Key, NewLine
from football_player_service.app.record.models import PlayerId, Season, Span, StatLine

BATCH_LINES = 500
CONTENT = "statistics"  # of the imports


class Begin(Protocol):
    """Begins a transaction."""

    def __call__(self, *, writes: bool = True) -> AbstractContextManager[Session]: ...


def load(
    opened: Opened,
    *,
    given: Given,
    dry_run: bool = False,
    fill_gaps: bool = False,
    known_players_only: bool = False,
    username: str | None = None,
    on_progress: Callable[[int], None] = lambda _done: None,
) -> Report:
    """Import the file, in a transaction per `BATCH_LINES` lines.

    With `dry_run` nothing is stored. `fill_gaps` allows a file that is older than the record, which
    then only adds what is missing. With `known_players_only` a line whose player no rule finds is
    rejected and does not wait for a decision. Raises `UnusableFile`, `BatchFailed`.
    """
    file = wide_file.read(
        opened.table, recognised=opened.recognised, metrics=opened.metrics, given=given
    )
    provider = providers().get(opened.recognised.provider)
    if provider and provider.rows == "match":
        file = match_rows.summed(file, opened.metrics)
    arithmetic.scale_shares(file.figures)
    importer = _Importer(
        opened,
        file,
        given=given,
        fill_gaps=fill_gaps,
        known_players_only=known_players_only,
        username=username,
        on_progress=on_progress,
    )
    if not dry_run:
        return importer.run(session_scope)
    with open_session(writes=True) as session:
        report = importer.run(lambda writes=True: nullcontext(session))  # noqa: ARG005
        session.rollback()
    return report


class _Importer:
    """The state of importing one file."""

    def __init__(
        self,
        opened: Opened,
        file: WideFile,
        *,
        given: Given,
        fill_gaps: bool,
        known_players_only: bool,
        username: str | None,
        on_progress: Callable[[int], None],
    ) -> None:
        self.opened, self.file, self.given = opened, file, given
        self.fill_gaps, self.known_players_only = fill_gaps, known_players_only
        self.username, self.on_progress = username, on_progress
        self.provider = opened.recognised.provider
        self.report = Report(opened.path.name, read=file.read, rejected=file.rejected)
        self.report.checks = arithmetic.verify(file.figures)
        self.report.unreadable = file.unreadable
        self.figures = StoredFigures(file.figures, arithmetic.failed_metrics(self.report.checks))
        self.season_ids: dict[SeasonName, int] = {}
        self.import_id: UUID | None = None
        self.remembered: set[str] = set()  # keys of players

    def run(self, begin: Begin) -> Report:
        self._describe_columns()
        with begin() as session:
            self._check_age(session)
            places = self._resolve_places(session)
        with begin(writes=False) as session:
            placed = self._match(session, places)
        placed = self._without_repetitions(placed)
        for start in range(0, len(placed), BATCH_LINES):
            batch = placed[start : start + BATCH_LINES]
            try:
                with begin() as session:
                    self._store(session, batch)
            except DBAPIError as error:
                raise BatchFailed(
                    f"{self.opened.path.name}: lines {batch[0].line.number} to "
                    f"{batch[-1].line.number} were not stored ({cause(error)}). The lines before "
                    "them were; import the file again to continue."
                ) from error
            self.on_progress(start + len(batch))
        with begin() as session:
            self._finish(session)
        return self.report

    def _describe_columns(self) -> None:
        report, failed = self.report, self.figures.failed
        for column in self.opened.recognised.columns:
            meaning = column.meaning
            if meaning.use in (Use.IGNORED, Use.CHECK):
                report.not_taken[column.name or f"column {column.position + 1}"] = meaning.reason
            elif column.name in self.file.unreadable:
                report.not_taken[column.name] = "no cell can be read"
            elif meaning.metric in failed:
                report.not_taken[column.name] = "the arithmetic does not agree"
            elif meaning.field in wide_file.NOT_STORED:
                report.not_taken[column.name] = "a fact about the player, not a statistic"
            else:
                report.taken.append(column.name)
        if not self.figures.metrics:
            problems = "\n".join(str(check) for check in report.checks if not check.passed)
            raise UnusableFile(
                f"{self.opened.path.name}: the arithmetic agrees with no metric.\n{problems}\n"
                "Nothing was changed. Map the columns with --map."
            )
        report.notes += [f"{what}: {tally}" for what, tally in sorted(self.file.notes.items())]
        report.notes += self.file.figures.notes + self.opened.table.notes

    def _check_age(self, session: Session) -> None:
        """Refuse a file that is older than the record, unless it may fill gaps."""
        seasons = {line.season for line in self.file.lines}
        statement = (
            select(func.max(Import.as_of), Season.span, Season.year)
            .join(StatLine, col(StatLine.import_id) == Import.id)
            .join(Season, col(Season.id) == StatLine.season_id)
            .where(Season.provider == self.provider)
            .group_by(Season.span, col(Season.year))
        )
        newest = max(
            (
                as_of
                for as_of, span, year in session.exec(statement)
                if as_of and SeasonName(Span(span), year) in seasons
            ),
            default=None,
        )
        if newest and newest > self.given.as_of and not self.fill_gaps:
            raise UnusableFile(
                f"{self.opened.path.name} has data of {self.given.as_of}, and the record already "
                f"has data of {newest}. Add --older to fill gaps only, or correct --as-of."
            )

    def _resolve_places(self, session: Session) -> list[tuple[int | None, int | None]]:
        """The competition and club of each line; new ones are added."""
        competition_index = clubs.competition_index(session)
        club_index = clubs.club_index(session)
        competitions = {
            named: competition_index.resolve(
                name=named.name, country=named.country, provider=self.provider
            )
            for named in dict.fromkeys(line.competition for line in self.file.lines)
            if named
        }
        of_lines = [
            (
                competitions[line.competition] if line.competition else None,
                club_index.resolve(
                    name=line.club,
                    country=competitions[line.competition].country if line.competition else None,
                    provider=self.provider,
                )
                if line.club
                else None,
            )
            for line in self.file.lines
        ]
        competition_index.save(session)
        club_index.save(session)
        return [(c.id if c else None, club.id if club else None) for c, club in of_lines]

    def _match(
        self, session: Session, places: Sequence[tuple[int | None, int | None]]
    ) -> list[Placed]:
        matcher = Matcher(session)
        found: dict[str, Match | Undecided] = {}
        placed = []
        for line, (competition_id, club_id) in zip(self.file.lines, places, strict=True):
            key = line.person.key
            if key not in found:
                found[key] = matcher.match(line.person)
                if isinstance(match := found[key], Match):
                    matcher.learn(line.person, match.player_id)
            placed.append(Placed(line, competition_id, club_id, found[key]))
        return placed

    def _without_repetitions(self, placed: Sequence[Placed]) -> list[Placed]:
        """The lines without those that repeat the player, season, competition and club of one."""
        first: dict[tuple[object, ...], int] = {}
        kept = []
        for one in placed:
            who = one.found.player_id if isinstance(one.found, Match) else one.line.person.key
            key = (who, one.line.season, one.competition_id, one.club_id)
            if key in first:
                reason = "repeats the player, season, competition and club of another line"
                which = f"line {first[key]}"
                self.file.reject(reason, one.line.number, which, rows=one.line.rows)
            else:
                first[key] = one.line.number
                kept.append(one)
        return kept

    def _store(self, session: Session, batch: Sequence[Placed]) -> None:
        is_new_import = self.import_id is None
        import_id = self._start_import(session)
        keys = {one.line.person.key for one in batch}
        queue = waiting.Queue(session, provider=self.provider, keys=keys, import_id=import_id)
        new_lines: list[NewLine] = []
        rows: dict[Key, int] = {}
        changes = self._remember(session, batch)
        for one in self._with_figures(batch):
            if isinstance(one.found, Match):
                changes += queue.settle(one)
                new_line = self._new_line(session, one, one.found.player_id)
                new_lines.append(new_line)
                rows[new_line.key] = one.line.rows
                self.report.rules[one.found.rule.value] += one.line.rows
            elif queue.is_skipped(one.line.person.key):
                self.file.reject("skipped, as decided", one.line.number, rows=one.line.rows)
            elif self.known_players_only:
                self.file.reject("player is not in the record", one.line.number, rows=one.line.rows)
            else:
                self.report.waiting += one.line.rows
                changes += queue.put(one, one.found.candidates)
        if self._store_lines(session, new_lines, rows, import_id):
            after_commit(session, pagecache.invalidate)
            changes += 1
        if is_new_import and not changes:  # importing a file again leaves no trace
            session.delete(session.get_one(Import, import_id))
            session.flush()
            self.import_id = None

    def _with_figures(self, batch: Sequence[Placed]) -> list[Placed]:
        """The same with their figures; only a batch of lines has them, as they need much memory."""
        indices = [one.line.index for one in batch]
        of_lines = zip(
            batch,
            self.figures.games(indices),
            self.figures.minutes(indices),
            self.figures.of(indices),
            strict=True,
        )
        return [replace(one, games=g, minutes=m, figures=f) for one, g, m, f in of_lines]

    def _store_lines(
        self,
        session: Session,
        new_lines: Sequence[NewLine],
        rows: Mapping[Key, int],
        import_id: UUID,
    ) -> bool:
        """Store lines, each of so many rows of the file; whether that changes anything."""
        known = _dated_lines(session, new_lines)
        as_of = self.given.as_of
        newer = {key for key, (_, day) in known.items() if day and day > as_of}
        stored = record_lines.store(session, new_lines, import_id=import_id, fill_gaps=newer)
        self.report.inserted += sum(rows[key] for key in stored.inserted)
        self.report.updated += sum(rows[key] for key in stored.updated)
        self.report.unchanged += sum(rows[key] for key in stored.unchanged)
        # Their data is as of a later day now.
        confirmed = [
            known[key][0] for key in stored.unchanged if (day := known[key][1]) and day < as_of
        ]
        if confirmed:
            statement = update(StatLine).where(col(StatLine.id).in_(confirmed))
            session.exec(statement.values(import_id=import_id))
        return bool(stored.inserted or stored.updated or confirmed)

    def _start_import(self, session: Session) -> UUID:
        if self.import_id is None:
            self.import_id = freshness.start_import(
                session,
                provider=self.provider,
                content=CONTENT,
                path=self.opened.path,
                dated=freshness.Dated(self.given.as_of, None),
                username=self.username,
            )
        return self.import_id

    def _remember(self, session: Session, batch: Sequence[Placed]) -> int:
        """Store how players were found; how many were not known before."""
        found = {
            one.line.person.key: one.found
            for one in batch
            if isinstance(one.found, Match) and one.found.rule is not MatchRule.PROVIDER_ID
        }
        rows = [
            {
                "provider": self.provider,
                "provider_id": key,
                "player_id": match.player_id,
                "rule": match.rule.value,
                "decided_at": utc_now(),
            }
            for key, match in found.items()
            if key not in self.remembered
        ]
        self.remembered |= found.keys()
        if rows:
            session.exec(insert(PlayerId), params=rows)
        return len(rows)

    def _new_line(self, session: Session, one: Placed, player_id: int) -> NewLine:
        season = one.line.season
        if season not in self.season_ids:
            self.season_ids[season] = record_lines.season_id(
                session, provider=self.provider, span=season.span, year=season.year
            )
        return NewLine(
            player_id=player_id,
            season_id=self.season_ids[season],
            competition_id=one.competition_id,
            club_id=one.club_id,
            provider_id=one.line.person.key,
            position=one.line.position,
            games=one.games,
            minutes=one.minutes,
            figures=one.figures,
        )

    def _finish(self, session: Session) -> None:
        if self.import_id is None:
            return
        freshness.finish_import(session, self.import_id, counts=self.report.counts())
        mapping.confirm(
            session,
            recognised=self.opened.recognised,
            fingerprint=self.opened.fingerprint,
            username=self.username,
        )


def _dated_lines(session: Session, lines: Sequence[NewLine]) -> dict[Key, tuple[int, date | None]]:
    """The stored lines of these players and seasons: their ids, and the days of their data."""
    columns: list[Any] = [StatLine.id, StatLine.player_id, StatLine.season_id,
                          StatLine.competition_id, StatLine.club_id, Import.as_of]  # fmt: skip
    statement = (
        select(*columns)
        .outerjoin(Import, col(Import.id) == StatLine.import_id)
        .where(col(StatLine.player_id).in_({line.player_id for line in lines}))
        .where(col(StatLine.season_id).in_({line.season_id for line in lines}))
    )
    return {
        (player, season, competition or 0, club or 0): (id_, as_of)
        for id_, player, season, competition, club, as_of in session.exec(statement)
    }
