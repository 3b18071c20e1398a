"""Building dossiers of random players, compared with the same SQL in plain sqlite3."""

import json
import random
import sqlite3
import subprocess
from statistics import median
from typing import Any

from sqlalchemy import event

from bench.imports import seconds, source_database
from bench.measure import Row, row
from tests import servers

PLAYERS = 300
MILLISECONDS = 20

Statements = list[tuple[str, Any]]


def measure(environment: dict[str, str]) -> list[Row]:
    """The median over the players of a database with careers."""
    output = subprocess.check_output(
        [servers.BIN / "python", "-m", "bench.dossier"],
        cwd=servers.BACKEND_DIR, env=environment, text=True,
    )  # fmt: skip
    found = json.loads(output.splitlines()[-1])
    return [
        row("dossier, median / its SQL in sqlite3", ours=found["ours"], reference=found["bare"],
            unit="ms", at_most=20),
        row(f"dossier, median / {MILLISECONDS} ms", ours=found["ours"], reference=MILLISECONDS,
            unit="ms", at_most=1),
    ]  # fmt: skip


def main() -> None:
    """Print the medians in milliseconds as one line of JSON."""
    from football_player_service.app.db import get_engine, session_scope  # noqa: PLC0415 - reads the settings
    from football_player_service.app.scouting import dossier  # noqa: PLC0415

    def build(player_id: int) -> None:
        with session_scope(writes=False) as session:
            dossier.build(session, player_id=player_id)

    executed: Statements = []

    def record(*call: Any) -> None:
        statement, values = call[2:4]
        if statement.startswith("SELECT"):  # and not BEGIN
            executed.append((statement, values))

    event.listen(get_engine(), "before_cursor_execute", record)
    bare = sqlite3.connect(source_database())
    bare.execute("PRAGMA cache_size=-32000")
    ids = [number for (number,) in bare.execute("SELECT id FROM players")]
    drawn = random.Random(1).sample(ids, PLAYERS)  # noqa: S311 - no secret
    for player_id in drawn:  # warm up the caches
        build(player_id)
    figures: list[tuple[float, float]] = []
    for player_id in drawn:
        executed.clear()
        ours = seconds(lambda id=player_id: build(id))  # type: ignore[misc]
        figures.append((ours * 1000, seconds(lambda: _run(bare, executed)) * 1000))
    middle = [median(column) for column in zip(*figures, strict=True)]
    print(json.dumps({"ours": middle[0], "bare": middle[1]}))


def _run(connection: sqlite3.Connection, statements: Statements) -> None:
    for statement, values in statements:
        connection.execute(statement, values).fetchall()


if __name__ == "__main__":
    main()
