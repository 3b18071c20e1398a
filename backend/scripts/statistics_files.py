"""The part of `load_csv_data.py` that imports files of statistics: options, questions, output."""

import argparse
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from football_player_service.app.imports import (
    file_names,
    opening,
    review,
    statistics,
    wide_file,
)
from football_player_service.app.imports.columns import DateOrder, DecimalMark, Options
from football_player_service.app.imports.file_names import SeasonName
from football_player_service.app.imports.opening import Opened
from football_player_service.app.imports.recognise import Use
from football_player_service.app.imports.report import Report
from football_player_service.app.imports.tables import ENCODINGS, UnusableFile
from football_player_service.app.imports.wide_file import Given
from football_player_service.app.metrics.providers import Field, label
from football_player_service.app.players.ages import today

UNKNOWN = "unknown"
FOLDER_FILES = "statistics.toml"
Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options about files of statistics."""
    files = parser.add_argument_group("files of statistics; some options are for folders too")
    files.add_argument(
        "files", type=Path, nargs="*", metavar="FILE",
        help="statistics of any provider (csv, xlsx, ods, gz or zip), instead of a folder",
    )  # fmt: skip
    files.add_argument("--map", type=Path, metavar="FILE", help="TOML with meanings of columns")
    files.add_argument("--provider", help="where the figures are from (default: recognised)")
    files.add_argument(
        "--season", type=_season, metavar="SEASON", help="2025/26, or 2025 for a calendar year"
    )
    files.add_argument(
        "--competition", metavar="NAME", help=f'of all rows without one; "{UNKNOWN}" if not known'
    )
    files.add_argument(
        "--as-of", type=_day, metavar="DATE", help="the day of the data (2026-04-30)"
    )
    files.add_argument(
        "--older", action="store_true",
        help="allow data older than the record's, which then only fills gaps",
    )  # fmt: skip
    files.add_argument("--dry-run", action="store_true", help="report everything, store nothing")
    files.add_argument(
        "--review", type=Path, metavar="FILE",
        help="carry out the decisions in this CSV file, then write the lines that wait to it",
    )  # fmt: skip
    files.add_argument("--encoding", choices=ENCODINGS, help="of text that is not UTF-8")
    files.add_argument("--repair", action="store_true", help="decode text again that was twice")
    files.add_argument("--decimal", choices=list(DecimalMark), help="the decimal mark")
    files.add_argument(
        "--dates", choices=["dmy", "mdy"], help="the order of dates such as 03/04/2001"
    )


def _season(text: str) -> SeasonName:
    if found := file_names.season(text):
        return found
    raise argparse.ArgumentTypeError(f"{text!r} is not a season, such as 2025/26 or 2025")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date, such as 2026-04-30") from None
    if day > today():
        raise argparse.ArgumentTypeError(f"{text} is in the future")
    return day


class FolderFile(BaseModel):
    """A file of statistics in a folder of players, as the folder's `statistics.toml` describes it.

    `as_of` is the day of its data.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    provider: str
    as_of: date


class FolderFiles(BaseModel):
    """What a `statistics.toml` holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: list[FolderFile]


def open_folder(folder: Path) -> list[tuple[Opened, Given]]:
    """The files of statistics that a folder's `statistics.toml` names, read and checked.

    Raises `UnusableFile`.
    """
    path = folder / FOLDER_FILES
    if not path.exists():
        return []
    try:
        content = FolderFiles.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValueError, OSError) as error:
        raise UnusableFile(f"{path} cannot be used: {error}") from None
    found = []
    for file in content.files:
        opened = opening.open_file(folder / file.name, provider=file.provider)
        given = Given(as_of=file.as_of)
        wide_file.read(
            opened.table, recognised=opened.recognised, metrics=opened.metrics, given=given
        )
        found.append((opened, given))
    return found


def load_folder(
    files: Sequence[tuple[Opened, Given]], *, all_players: bool, fill_gaps: bool, progress: Progress
) -> None:
    """Import the files of a folder after its players.

    Unless all players of the folder are in the record, lines of others are left out. Raises
    `UnusableFile`, `BatchFailed`.
    """
    for opened, given in files:
        began = time.monotonic()
        with progress(opened.path.name, 0) as show:
            report = statistics.load(
                opened,
                given=given,
                fill_gaps=fill_gaps,
                known_players_only=not all_players,
                on_progress=show,
            )
        _print(opened, report, seconds=time.monotonic() - began)


def _print(opened: Opened, report: Report, *, seconds: float) -> None:
    print(f"{opened.path}: {label(opened.recognised.provider)}, {seconds:.1f} s.")
    print("\n".join(report.lines()))


def load(options: argparse.Namespace, *, progress: Progress) -> bool:
    """Import the files and decisions; whether each file added to the record.

    Raises `UnusableFile`, `BatchFailed`.
    """
    if options.review and options.review.exists():
        _decide(options)
    is_complete = True
    for path in options.files:
        began = time.monotonic()
        opened = opening.open_file(
            path,
            provider=options.provider,
            mapping_file=options.map,
            encoding=options.encoding,
            repair=options.repair,
        )
        given = _given(opened, options)
        rows = sum(1 for _ in opened.table.rows())
        with progress(path.name, rows) as show:
            report = statistics.load(
                opened,
                given=given,
                dry_run=options.dry_run,
                fill_gaps=options.older,
                on_progress=show,
            )
        _print(opened, report, seconds=time.monotonic() - began)
        if options.dry_run:
            print("Nothing was stored (--dry-run).")
        is_complete &= report.is_success
    if options.review and not options.dry_run:
        waiting = review.write(options.review)
        print(f"{waiting:,} players wait for a decision in {options.review}.")
    return is_complete


def _decide(options: argparse.Namespace) -> None:
    decisions = review.read(options.review)
    if options.dry_run:
        print(f"{len(decisions):,} decisions in {options.review}, not carried out (--dry-run).")
        return
    count = review.apply(options.review, decisions)
    print(f"{count:,} new decisions of {options.review} carried out.")


@dataclass(frozen=True)
class _Question:
    """Something that the user must say about a file, and what its name suggests."""

    option: str
    example: str
    suggested: str | None


def _given(opened: Opened, options: argparse.Namespace) -> Given:
    """What the user says about the file, in options or confirmed. Raises `UnusableFile`."""
    known = opened.suggestion
    season, competition, as_of = options.season, options.competition, options.as_of
    open_questions = []
    if not season and opened.lacks(Field.SEASON):
        season = known.season
        open_questions.append(_Question("--season", "2025/26", str(season) if season else None))
    if not competition and opened.lacks(Field.COMPETITION):
        competition = known.competition
        open_questions.append(_Question("--competition", f"NAME (or {UNKNOWN})", competition))
    if not as_of:
        as_of = known.as_of
        open_questions.append(_Question("--as-of", "2026-04-30", str(as_of) if as_of else None))
    _confirm(opened, open_questions, options)
    assert as_of is not None
    return Given(
        as_of=as_of,
        season=season,
        competition=None if competition == UNKNOWN else competition,
        cells=Options(
            decimal_mark=DecimalMark(options.decimal) if options.decimal else None,
            date_order=DateOrder(options.dates) if options.dates else None,
        ),
    )


def _confirm(opened: Opened, questions: list[_Question], options: argparse.Namespace) -> None:
    name = opened.path.name
    unanswered = [q for q in questions if q.suggested is None]
    if unanswered:
        advice = [f"{q.option} {q.suggested or q.example}" for q in questions]
        raise UnusableFile(f"{name} does not say everything. Add {', '.join(advice)}.")
    if opened.is_confirmed and not questions:
        return
    if not opened.is_confirmed:
        print(f"Columns of {name} as {label(opened.recognised.provider)}:")
        for column in opened.recognised.columns:
            check = column.meaning.use is Use.CHECK
            reason = f", {column.meaning.reason}" if check else ""
            print(f"  {column.name} = {column.meaning}{reason}")
    for question in questions:
        print(f"{question.option} {question.suggested}, as the name of the file suggests.")
    if options.yes or options.dry_run:
        return
    if not sys.stdin.isatty():
        raise UnusableFile(f"{name} was not imported. If this is right, add --yes.")
    if input('Type "yes" if this is right: ') != "yes":
        raise UnusableFile(f"{name} was not imported.")
