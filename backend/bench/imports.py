"""Players by `load_csv_data.py` beside csv.DictReader and executemany of the same file.

Both are timed in turns inside one process, so that neither counts the start of Python.
"""

import csv
import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.measure import Row, row
from tests import servers

# Loads of an empty database, each in a process of its own, so that nothing is warm.
LOADS = 5


def measure(source: Path, environment: dict[str, str]) -> list[Row]:
    """First load, repeated load, and the memory at its highest; leaves the players loaded."""
    command: list[str | Path] = [servers.BIN / "python", "-m", "bench.imports", source]
    rounds = []
    for _ in range(LOADS):
        output = subprocess.check_output(
            command, cwd=servers.BACKEND_DIR, env=environment, text=True
        )
        rounds.append(json.loads(output.splitlines()[-1]))
    middle = {name: median(r[name] for r in rounds) for name in rounds[0]}
    return [
        row("players by load_csv_data / DictReader + executemany", ours=middle["first"],
            reference=middle["bare"], unit="s", at_most=4),
        row("the same again, all unchanged / the same reference", ours=middle["again"],
            reference=middle["bare"], unit="s", at_most=4),
        row("memory of the load / 300 MB", ours=middle["memory"], reference=300, unit="MB",
            at_most=1),
    ]  # fmt: skip


def _bare(source: Path) -> None:
    database = source_database().with_name("bare.db")
    bare_load(source / "players.csv", database)
    database.unlink()


def bare_load(path: Path, database: Path) -> None:
    """Every column of the file as text into a table of its own."""
    with path.open(encoding="utf-8", newline="") as file:
        connection = sqlite3.connect(database)
        rows = csv.DictReader(file)
        names = rows.fieldnames or []
        connection.execute(f"CREATE TABLE {path.stem} ({', '.join(names)})")
        values = ", ".join(f":{name}" for name in names)
        connection.executemany(f"INSERT INTO {path.stem} VALUES ({values})", rows)  # noqa: S608
        connection.commit()
        connection.close()


def source_database() -> Path:
    """The SQLite file that the environment names."""
    return Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(source: Path) -> None:
    """One round on an empty database; its figures as a line of JSON."""
    from bench import empty_database  # noqa: PLC0415 - read the settings when imported
    from scripts import load_csv_data  # noqa: PLC0415

    empty_database.main()
    arguments = ["--dir", str(source), "--limit", "0", "--players-only"]
    figures = {
        "bare": median(seconds(lambda: _bare(source)) for _ in range(3)),
        "first": seconds(lambda: load_csv_data.main(arguments)),
        "again": seconds(lambda: load_csv_data.main(arguments)),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(figures))


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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
