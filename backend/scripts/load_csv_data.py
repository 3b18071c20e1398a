"""Load players from CSV files in the schema of the published Transfermarkt data.

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
from football_player_service.app.imports import service, transfermarkt
from football_player_service.app.imports.reader import Unusable
from football_player_service.app.imports.service import BatchFailed
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import PLAYERS, Source
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
    gc.disable()  # it would look through a growing heap again and again, and find nothing
    try:
        return _load(wanted)
    finally:
        gc.enable()


def _load(wanted: argparse.Namespace) -> int:
    began = time.monotonic()
    summary = Summary()
    try:
        source = transfermarkt.open_source(_folder(wanted.dir), limit=wanted.limit, summary=summary)
        present = _players_present()
        if wanted.reset:
            _confirm(present, sure=wanted.yes)
            print(f"Deleted {service.delete_all_players():,} players.")
        with _progress(len(source.rows)) as show:
            service.load(source, summary=summary, on_progress=show)
    except (Unusable, Refused, BatchFailed) as reason:
        print(reason, file=sys.stderr)
        return 1
    for line in summary.lines():
        print(line)
    _say_what_was_read(source, seconds=time.monotonic() - began)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dir", type=Path, help="the folder with the CSV files")
    parser.add_argument(
        "--limit",
        type=_not_negative,
        default=DEFAULT_LIMIT,
        help="so many rows of players.csv; 0: all (default: %(default)s)",
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
    print(f"This deletes all {present:,} players with their reports.")
    if input('Type "yes" to go on: ') != "yes":
        raise Refused("Nothing was deleted, nothing loaded.")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A function to tell how many rows are done: a bar on a terminal, else a line at times."""
    if sys.stdout.isatty():
        from rich.progress import Progress  # noqa: PLC0415 - slow to import, seldom needed

        with Progress() as bar:
            task = bar.add_task("Players", total=total)
            yield lambda done: bar.update(task, completed=done)
        return
    said = time.monotonic()

    def show(done: int) -> None:
        nonlocal said
        if time.monotonic() - said >= SECONDS_A_LINE:
            said = time.monotonic()
            print(f"{done:,} of {total:,} rows", flush=True)

    yield show


def _say_what_was_read(source: Source, *, seconds: float) -> None:
    print(f"{source.folder / PLAYERS}, {seconds:.1f} seconds.")
    if len(source.rows) < source.total:
        print(
            f"These were the first {len(source.rows):,} of {source.total:,} rows; "
            "--limit 0 loads all."
        )


if __name__ == "__main__":
    sys.exit(main())
