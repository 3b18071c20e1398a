"""Load players and their careers from CSV files in the schema of the published Transfermarkt data.

The files lie in data_scraper/rawData/; while there are none, the fictional ones in
data_scraper/sample/ are loaded. A second run changes only what the files changed.
"""

import argparse
import gc
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers, service, transfermarkt
from football_player_service.app.imports.career_file import CareerFile
from football_player_service.app.imports.reader import UnusableFile, line_count
from football_player_service.app.imports.service import BatchFailed
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import FILE_NAME as PLAYERS
from football_player_service.app.logs import configure_logging
from football_player_service.app.players import service as players
from football_player_service.app.settings import BACKEND_DIR, readable

RAW = BACKEND_DIR / "data_scraper" / "rawData"
SAMPLE = BACKEND_DIR / "data_scraper" / "sample"
DEFAULT_LIMIT = 100
SECONDS_A_LINE = 5.0


class Refused(Exception):
    """A reason not to load, in a line for the person who asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 1 where nothing, or not everything, could be loaded."""
    wanted = _parser().parse_args(arguments)
    configure_logging(logging.ERROR)  # whether Redis runs is no matter here
    # The modules loaded by now stay: not searching them for garbage again and again takes 15 %
    # off an import.
    gc.freeze()
    return _load(wanted)


def _load(wanted: argparse.Namespace) -> int:
    folder = _folder(wanted.dir)
    try:
        files = [] if wanted.players_only else careers.present(folder)
        _load_players(folder, wanted)
        for file in files:
            _load_careers(file, folder)
    except (UnusableFile, Refused, BatchFailed) as reason:
        print(reason, file=sys.stderr)
        return 1
    absent = [file.name for file in careers.FILES if file not in files]
    if absent and not wanted.players_only:
        print(f"Not in {folder}, so not loaded: {', '.join(absent)}.")
    return 0


def _load_players(folder: Path, wanted: argparse.Namespace) -> None:
    began = time.monotonic()
    summary = Summary()
    source = transfermarkt.open_players(folder, limit=wanted.limit, summary=summary)
    present = _players_present()
    if wanted.reset:
        _confirm(present, sure=wanted.yes)
        print(f"Deleted {service.delete_all_players():,} players with their careers.")
    with _progress(PLAYERS, len(source.rows)) as show:
        service.load(source, summary=summary, on_progress=show)
    _say(folder / PLAYERS, summary, seconds=time.monotonic() - began)
    if len(source.rows) < source.total:
        print(
            f"These were the first {len(source.rows):,} of {source.total:,} rows; "
            "--limit 0 loads all."
        )


def _load_careers(file: CareerFile, folder: Path) -> None:
    began = time.monotonic()
    with _progress(file.name, line_count(folder / file.name) - 1) as show:
        summary = careers.load(file, folder, on_progress=show)
    _say(folder / file.name, summary, seconds=time.monotonic() - began)


def _say(path: Path, summary: Summary, *, seconds: float) -> None:
    print(f"{path}, {seconds:.1f} seconds.")
    for line in summary.lines():
        print(line)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dir", type=Path, help="the folder with the CSV files")
    parser.add_argument(
        "--limit",
        type=_not_negative,
        default=DEFAULT_LIMIT,
        help="so many rows of players.csv; 0: all (default: %(default)s)",
    )
    parser.add_argument(
        "--players-only", action="store_true", help="not their careers, whatever files there are"
    )
    parser.add_argument("--reset", action="store_true", help="delete all players first; asks")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    return parser


def _not_negative(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rows")
    return int(text)


def _folder(wanted: Path | None) -> Path:
    if wanted:
        return wanted
    if (RAW / PLAYERS).exists():
        return RAW
    print(f"There is no {PLAYERS} in {RAW}: loading the fictional sample.")
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
            f"The database cannot be used ({reason}). If it is new, `make run` or "
            "`alembic upgrade head` sets it up."
        ) from None


def _confirm(present: int, *, sure: bool) -> None:
    if sure:
        return
    if not sys.stdin.isatty():
        raise Refused("--reset deletes all players; without a terminal to ask on it needs --yes.")
    print(f"This deletes all {present:,} players with their careers and reports.")
    if input('Type "yes" to go on: ') != "yes":
        raise Refused("Nothing was deleted, nothing loaded.")


@contextmanager
def _progress(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function to tell how many rows are done: a bar on a terminal, else a line at times."""
    if sys.stdout.isatty():
        from rich.progress import Progress  # noqa: PLC0415 - slow to import, seldom needed

        with Progress() as bar:
            task = bar.add_task(name, total=total)
            yield lambda done: bar.update(task, completed=done)
        return
    said = time.monotonic()

    def show(done: int) -> None:
        nonlocal said
        if time.monotonic() - said >= SECONDS_A_LINE:
            said = time.monotonic()
            print(f"{name}: {done:,} of {total:,} rows", flush=True)

    yield show


if __name__ == "__main__":
    sys.exit(main())
