"""`load_csv_data.py --limit 0` beside csv.DictReader and executemany of the same file."""

import csv
import os
import resource
import sqlite3
import subprocess
import time
from pathlib import Path
from statistics import median

from bench.measure import ROUNDS, Row, row
from tests import servers

_LOADER = servers.BACKEND_DIR / "scripts" / "load_csv_data.py"


def _load(source: Path, environment: dict[str, str]) -> float:
    command: list[str | Path] = [servers.BIN / "python", _LOADER, "--dir", source, "--limit", "0"]
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _reference(source: Path, database: Path) -> float:
    """The reference as a process of its own, like the loader."""
    program = "import sys; from bench.imports import bare; bare(*sys.argv[1:])"
    command: list[str | Path] = [
        servers.BIN / "python",
        "-c",
        program,
        source / "players.csv",
        database,
    ]
    started = time.perf_counter()
    subprocess.run(command, cwd=servers.BACKEND_DIR, check=True)
    elapsed = time.perf_counter() - started
    database.unlink()
    return elapsed


def bare(source: str, database: str) -> None:
    """Every column of the file as text into a table of its own."""
    with Path(source).open(encoding="utf-8", newline="") as file, sqlite3.connect(database) as db:
        rows = csv.DictReader(file)
        names = rows.fieldnames or []
        db.execute(f"CREATE TABLE players ({', '.join(names)})")
        values = ", ".join(f":{name}" for name in names)
        db.executemany(f"INSERT INTO players VALUES ({values})", rows)  # noqa: S608


def measure(source: Path, folder: Path, environment: dict[str, str]) -> list[Row]:
    """First load, repeated load, and the memory at its highest; leaves the players loaded."""
    first, again, reference = [], [], []
    for _ in range(ROUNDS):
        reset: list[str | Path] = [servers.BIN / "python", "-m", "bench.empty_database"]
        subprocess.run(reset, cwd=servers.BACKEND_DIR, env=environment, check=True)
        first.append(_load(source, environment))
        again.append(_load(source, environment))
        reference.append(_reference(source, folder / "bare.db"))
    base = median(reference)
    highest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        row("load_csv_data --limit 0 / DictReader + executemany", ours=median(first),
            reference=base, unit="s", at_most=4),
        row("the same again, all unchanged", ours=median(again), reference=base, unit="s",
            at_most=4),
        row("memory of the load / 300 MB", ours=highest, reference=300, unit="MB", at_most=1),
    ]  # fmt: skip


def environment_of(database: Path, redis: str) -> dict[str, str]:
    """Settings of a service on a database of its own."""
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "REDIS_URL": redis,
        "RATE_LIMIT": "100000000/minute",
        "ENV_FILE": os.devnull,
        "ENVIRONMENT": "test",
        "SECRET_KEY": "a-secret-of-the-measurements-long-enough",
    }
