"""Measure everything and print one table; exit with 1 if a bound is missed."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import dossier, health, imports, lists, reports, scouting, statistics
from bench.measure import Row, wrk_program
from tests import servers

PLAYERS = 32_601


def main() -> int:
    """Returns the exit status."""
    wrk_program()
    with tempfile.TemporaryDirectory(prefix="football-bench-") as name:
        folder = Path(name)
        source = _source(folder)
        with servers.redis(folder) as redis:
            environment = imports.environment_of(folder / "players.db", f"{redis}/0")
            os.environ |= environment
            rows = imports.measure(folder, source, f"{redis}/0")
            without_careers = environment | {"DATABASE_URL": _without_careers(folder)}
            rows += dossier.measure(environment)
            rows += reports.measure()
            rows += lists.measure(folder, environment)
            rows += health.measure(folder, environment)
            for data, database in (
                ("without careers", without_careers),
                ("with careers", environment),  # far longer dossiers
            ):
                rows += scouting.measure(folder, database, f"{redis}/2", of=data, at_least=0.08)
            rows += statistics.measure(folder, environment)  # last: adds 20,000 long careers
    Console(width=120).print(_table(rows))
    failed = [r.name for r in rows if not r.ok]
    print(f"FAILED: {'; '.join(failed)}" if failed else "All bounds hold.")
    return 1 if failed else 0


def _source(folder: Path) -> Path:
    """The CSV files to import: those of DATASET_DIR, or fictional ones of the same size."""
    if given := os.environ.get("DATASET_DIR"):
        print(f"Importing {given}")
        return Path(given).resolve()
    print("Importing fictional players (set DATASET_DIR to import others)")
    made = folder / "sample"
    script = servers.BACKEND_DIR / "data_scraper" / "make_sample.py"
    options: list[str | Path] = ["--players", str(PLAYERS), "--out", made]
    subprocess.run(
        [servers.BIN / "python", script, *options], check=True, stdout=subprocess.DEVNULL
    )
    return made


def _without_careers(folder: Path) -> str:
    """The URL of a copy of the database without the careers."""
    copy = folder / "without_careers.db"
    with sqlite3.connect(folder / "players.db") as source, sqlite3.connect(copy) as target:
        source.backup(target)
        for table in ("transfers", "valuations", "stat_values", "stat_lines", "season_stats"):
            target.execute(f"DELETE FROM {table}")  # noqa: S608
    return f"sqlite:///{copy}"


def _table(rows: list[Row]) -> Table:
    table = Table(title="Medians of one run, and their ratios to the references")
    for heading in ("measured / reference", "figure", "reference", "ratio", "bound", ""):
        table.add_column(heading, justify="left" if heading.startswith("measured") else "right")
    for r in rows:
        mark = ("ok" if r.ok else "FAIL") if r.bound else "info"
        table.add_row(r.name, r.figure, r.reference, f"{r.ratio:.2f}", r.bound, mark)
    return table


if __name__ == "__main__":
    sys.exit(main())
