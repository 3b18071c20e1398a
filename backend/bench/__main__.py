"""Measure everything and print the table; exit 1 where a bound does not hold."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import careers, dossier, imports, lists, scouting
from bench.measure import Row, wrk_program
from tests import servers

PLAYERS = 32_601


def _source(folder: Path) -> Path:
    """The CSV files to load: DATASET_DIR, or fictional ones of the same size."""
    if given := os.environ.get("DATASET_DIR"):
        return Path(given).resolve()
    made = folder / "sample"
    maker = servers.BACKEND_DIR / "data_scraper" / "make_sample.py"
    command: list[str | Path] = [
        servers.BIN / "python",
        maker,
        "--players",
        str(PLAYERS),
        "--out",
        made,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


def _copy(database: Path) -> Path:
    """The players as they are now, before their careers are loaded."""
    copy = database.with_name("players_alone.db")
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    return copy


def _table(rows: list[Row]) -> Table:
    table = Table(title="Ratios of one run, each of medians")
    for heading in ("what", "ours", "reference", "ratio", "bound", ""):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for r in rows:
        mark = "ok" if r.holds else "TOO SLOW"
        table.add_row(r.what, r.ours, r.reference, f"{r.ratio:.2f}", r.bound, mark)
    return table


def main() -> int:
    """0 where every bound holds."""
    wrk_program()
    with tempfile.TemporaryDirectory(prefix="scouting-desk-bench-") as name:
        folder = Path(name)
        source = _source(folder)
        print(f"Players from {'DATASET_DIR' if 'DATASET_DIR' in os.environ else 'fictional data'}")
        with servers.redis(folder) as redis:
            os.environ["REDIS_URL"] = f"{redis}/0"
            environment = imports.environment_of(folder / "players.db", f"{redis}/0")
            os.environ |= environment
            rows = imports.measure(source, environment)
            players = imports.environment_of(_copy(folder / "players.db"), f"{redis}/0")
            rows += careers.measure(source, folder, environment, f"{redis}/0")
            rows += dossier.measure(environment)
            rows += lists.measure(folder, environment)
            for of, database, at_least in (
                ("players alone", players, 0.08),
                ("whole careers", environment, 0.04),  # longer dossiers
            ):
                rows += scouting.measure(folder, database, f"{redis}/2", of=of, at_least=at_least)
    Console(width=110).print(_table(rows))
    return 0 if all(r.holds for r in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
