"""Load players and their careers from CSV files in the published Transfermarkt schema.

Reads data_scraper/rawData/, or the fictional data_scraper/sample/ while that is empty; with FILE,
statistics of any provider for the players in the database. Running it again changes only what has
changed in the files.
"""

import argparse
import gc
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers, columns, folder, folder_import
from football_player_service.app.imports.columns import DateOrder, DecimalMark
from football_player_service.app.imports.folder import Source, provider_mapping
from football_player_service.app.imports.folder_import import FolderImport, PreparedImport
from football_player_service.app.imports.service import BatchFailed
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.logs import configure_logging
from football_player_service.app.players import service as players
from football_player_service.app.record import seasons
from football_player_service.app.settings import BACKEND_DIR, readable
from scripts import statistics_files

PLAYERS = "players.csv"
RAW = BACKEND_DIR / "data_scraper" / "rawData"
SAMPLE = BACKEND_DIR / "data_scraper" / "sample"
DEFAULT_LIMIT = 100
SECONDS_PER_LINE = 5.0


class Refused(Exception):
    """Why nothing was loaded, in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0, or 1 if not everything could be loaded."""
    options = _parser().parse_args(arguments)
    configure_logging(logging.ERROR)  # it works without Redis, so no warnings about it
    # Searching for garbage less often, and not in the modules loaded by now, takes a quarter off
    # the time of an import, which is the margin for the bound in bench/imports.py.
    gc.freeze()
    gc.set_threshold(100_000)
    if options.files or options.review:
        return _load_statistics(options)
    return _load(options)


def _load_statistics(options: argparse.Namespace) -> int:
    if options.dir or options.reset:
        print("--dir and --reset are for folders, not for files.", file=sys.stderr)
        return 1
    try:
        is_complete = statistics_files.load(options, progress=_progress)
        if not options.dry_run:
            _compute_percentiles()
    except (UnusableFile, Refused, BatchFailed) as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0 if is_complete else 1


def _load(options: argparse.Namespace) -> int:
    try:
        source = Source(_folder(options.dir), provider_mapping("transfermarkt"), _options(options))
        parts = [] if options.players_only else careers.present(source)
        folder = FolderImport(source, limit=options.limit, parts=parts, progress=_progress)
        prepared = folder.prepare()
        present = _players_present()
        statistics = [] if options.players_only else statistics_files.open_folder(source.folder)
        if options.reset:
            prepared.check_careers()
            if not (options.yes or options.dry_run):
                _confirm(present)
        is_complete = _import(prepared, options)
        if options.dry_run:
            names = [opened.path.name for opened, _ in statistics]
            if names:  # their players may be among those that would be added
                print(f"Not part of a dry run: {', '.join(names)}.")
            print("Dry run: nothing was stored.")
        else:
            statistics_files.load_folder(
                statistics,
                all_players=prepared.players.count == prepared.players.total,
                fill_gaps=options.older,
                progress=_progress,
            )
            _compute_percentiles()
    except (UnusableFile, Refused, BatchFailed) as reason:
        print(reason, file=sys.stderr)
        return 1
    absent = [part.file for name in careers.PARTS
              if name not in parts and (part := source.mapping.part(name))]  # fmt: skip
    if absent and not options.players_only:
        print(f"Not loaded, as not in {source.folder}: {', '.join(absent)}.")
    return 0 if is_complete else 1


def _import(prepared: PreparedImport, options: argparse.Namespace) -> bool:
    """Import the folder and print what was done; whether every file could be used."""
    if options.dry_run:
        with folder_import.rolled_back() as session:
            if options.reset:
                return _replace(prepared, session)
            return _print_all(prepared, prepared.apply(scope=lambda: nullcontext(session)))
    if options.reset:
        with session_scope() as session:
            return _replace(prepared, session)
    return _print_all(prepared, prepared.apply())


def _replace(prepared: PreparedImport, session: Session) -> bool:
    deleted, summaries = folder_import.replace(prepared, session=session)
    print(f"Deleted {deleted:,} players, their careers and reports.")
    return _print_all(prepared, summaries)


def _print_all(prepared: PreparedImport, summaries: Iterator[tuple[Path, Summary]]) -> bool:
    is_complete = True
    began = time.monotonic()
    for path, summary in summaries:
        _print(path, summary, seconds=time.monotonic() - began)
        if summary is prepared.summary:
            if prepared.players.count < prepared.players.total:
                print(
                    f"Loaded the first {prepared.players.count:,} of {prepared.players.total:,} "
                    "rows; --limit 0 loads all of them."
                )
            is_complete &= bool(summary.accepted)
        if not summary.is_complete:
            print(f"{path.name} could not be imported completely, see above.", file=sys.stderr)
            is_complete = False
        began = time.monotonic()
    return is_complete


def _options(options: argparse.Namespace) -> folder.Options:
    return folder.Options(
        encoding=options.encoding,
        repair_encoding=options.repair,
        cells=columns.Options(
            decimal_mark=DecimalMark(options.decimal) if options.decimal else None,
            date_order=DateOrder(options.dates) if options.dates else None,
        ),
        currency=options.currency,
        clear_if_empty=frozenset(name.casefold() for name in options.clear_if_empty),
        as_of=options.as_of,
        fill_gaps=options.older,
    )


def _compute_percentiles() -> None:
    with session_scope(writes=False) as session:
        stale = seasons.stale(session)
    if not stale:
        return
    began = time.monotonic()
    with _progress("Percentiles", len(stale), of="seasons") as show:
        for done, season_id in enumerate(stale, 1):
            seasons.recompute(season_id=season_id)
            show(done)
    seconds = time.monotonic() - began
    print(f"Percentiles of {len(stale):,} seasons computed, {seconds:.1f} seconds.")


def _print(path: Path, summary: Summary, *, seconds: float) -> None:
    print(f"{path}, {seconds:.1f} seconds.")
    for line in summary.lines():
        print(line)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dir", type=Path, help="folder with the CSV files")
    parser.add_argument(
        "--limit",
        type=_not_negative,
        default=DEFAULT_LIMIT,
        help="number of rows of players.csv, 0 for all (default: %(default)s)",
    )
    parser.add_argument(
        "--players-only", action="store_true", help="load players.csv, but no careers"
    )
    parser.add_argument(
        "--reset", action="store_true", help="delete all players first (asks for confirmation)"
    )
    parser.add_argument(
        "--yes", action="store_true", help="do not ask, neither with --reset nor about columns"
    )
    parser.add_argument(
        "--clear-if-empty",
        action="append",
        default=[],
        metavar="COLUMN",
        help="a column of players.csv whose empty cells delete the value (may be repeated)",
    )
    parser.add_argument(
        "--currency", metavar="CODE", help="of amounts without a sign; only EUR can be stored"
    )
    statistics_files.add_options(parser)
    return parser


def _not_negative(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rows")
    return int(text)


def _folder(chosen: Path | None) -> Path:
    if chosen:
        return chosen
    if (RAW / PLAYERS).exists():
        return RAW
    print(f"No {PLAYERS} in {RAW}: loading the fictional sample.")
    return SAMPLE


def _players_present() -> int:
    try:
        with session_scope(writes=False) as session:
            return players.count(session)
    except ValidationError as error:
        raise Refused("\n".join(readable(error))) from None
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise Refused(
            f"The database cannot be used ({reason}). To create its tables, run `make run` or "
            "`alembic upgrade head`."
        ) from None


def _confirm(present: int) -> None:
    if not sys.stdin.isatty():
        raise Refused("--reset deletes all players. Without a terminal to confirm it, add --yes.")
    print(f"This deletes all {present:,} players, their careers and reports.")
    if input('Type "yes" to continue: ') != "yes":
        raise Refused("Nothing was deleted or loaded.")


@contextmanager
def _progress(name: str, total: int, *, of: str = "rows") -> Iterator[Callable[[int], None]]:
    """Yields a function that shows how many are done: a bar on a terminal, otherwise lines."""
    if sys.stdout.isatty():
        from rich.progress import Progress  # noqa: PLC0415 - slow to import, and rarely needed

        with Progress() as bar:
            task = bar.add_task(name, total=total)
            yield lambda done: bar.update(task, completed=done)
        return
    printed = time.monotonic()

    def show(done: int) -> None:
        nonlocal printed
        if time.monotonic() - printed >= SECONDS_PER_LINE:
            printed = time.monotonic()
            print(f"{name}: {done:,} of {total:,} {of}", flush=True)

    yield show


if __name__ == "__main__":
    sys.exit(main())
