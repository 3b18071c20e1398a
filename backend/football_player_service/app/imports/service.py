"""Imports: a published data set into the players table, as often as one likes."""

from collections.abc import Callable, Sequence

from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError

from football_player_service.app import pagecache
from football_player_service.app.db import after_commit, session_scope
from football_player_service.app.imports import batch, store, transfermarkt
from football_player_service.app.imports.reader import Row
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import Source

BATCH_ROWS = 2000


class BatchFailed(Exception):
    """A batch was rolled back; the message names its rows. Those before it are stored."""


def load(
    source: Source, *, summary: Summary, on_progress: Callable[[int], None] = lambda _read: None
) -> None:
    """Insert, update or leave each player of `source`; `summary` says what was done.

    A batch of rows is one transaction. Raises `BatchFailed`.
    """
    first_lines: dict[str, int] = {}
    for start in range(0, len(source.rows), BATCH_ROWS):
        rows = source.rows[start : start + BATCH_ROWS]
        try:
            with session_scope() as session:
                plan = batch.plan(session, source, rows, first_lines=first_lines)
                batch.write(session, plan)
        except DBAPIError as error:
            raise BatchFailed(_reason(rows, error)) from error
        summary.absorb(plan.summary)
        on_progress(summary.read)


def _reason(rows: Sequence[Row], error: Exception) -> str:
    cause = str(getattr(error, "orig", error)).strip().splitlines()[0]
    return (
        f"Lines {rows[0][0]} to {rows[-1][0]} of {transfermarkt.PLAYERS} were not stored "
        f"({cause}). The rows before them were; run it again to go on."
    )


def delete_all_players() -> int:
    """Delete every player with his reports and records; how many there were."""
    with session_scope() as session:
        deleted = session.connection().execute(delete(store.PLAYERS)).rowcount
        after_commit(session, pagecache.invalidate)
    return deleted
