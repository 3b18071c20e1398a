"""Imports, compared with csv.DictReader and executemany of the same files.

Each is measured in a process of its own: `python -m bench.imports players|careers|appearances`.
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

from bench import appearances_file
from bench.measure import Row, row
from tests import servers

ROUNDS = 5
MEGABYTES = 300
CAREER_PARTS = ("transfers", "valuations", "seasons")
CAREER_FILES = ("transfers.csv", "player_valuations.csv", "player_seasons.csv")


def measure(folder: Path, source: Path, redis: str) -> list[Row]:
    """Import players and careers into `folder`/players.db, and appearances into another."""
    database = environment_of(folder / "players.db", redis)
    rounds = [_run("players", source, database) for _ in range(ROUNDS)]
    players = {name: median(figures[name] for figures in rounds) for name in rounds[0]}
    careers = _run("careers", source, database)
    games = folder / "appearances"
    games.mkdir()
    for name in ("players.csv", "clubs.csv", "competitions.csv"):
        (games / name).symlink_to(source / name)
    appearances = _run("appearances", games, environment_of(folder / "games.db", redis))
    rows = []
    # A career is a row per season, club and statistic, where the reference stores a row per line.
    for name, figures, first, again in (
        ("players", players, 5, 3),
        ("careers", careers, 10, 8),
        ("1.7 million appearances", appearances, 5, None),
    ):
        reference = figures["reference"]
        rows.append(
            row(f"import {name} / DictReader + executemany", ours=figures["first"],
                reference=reference, unit="s", at_most=first)
        )  # fmt: skip
        if again:
            rows.append(
                row(f"import {name} again, unchanged / same", ours=figures["again"],
                    reference=reference, unit="s", at_most=again)
            )  # fmt: skip
        rows.append(
            row(f"import {name}, memory / {MEGABYTES} MB", ours=figures["memory"],
                reference=MEGABYTES, unit="MB", at_most=1)
        )  # fmt: skip
    return rows


def environment_of(database: Path, redis: str) -> dict[str, str]:
    """The environment of a service with its own database."""
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "REDIS_URL": redis,
        "RATE_LIMIT": "100000000/minute",
        "ENV_FILE": os.devnull,
        "ENVIRONMENT": "test",
        "SECRET_KEY": "a-secret-of-the-measurements-long-enough",
    }


def source_database() -> Path:
    """The SQLite file in the environment."""
    return Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _run(what: str, source: Path, environment: dict[str, str]) -> dict[str, float]:
    command: list[str | Path] = [servers.BIN / "python", "-m", "bench.imports", what, source]
    output = subprocess.check_output(command, cwd=servers.BACKEND_DIR, env=environment, text=True)
    figures: dict[str, float] = json.loads(output.splitlines()[-1])
    return figures


def _players(source: Path) -> dict[str, float]:
    """Into an empty database, twice."""
    _empty_database()
    return {
        "reference": median(seconds(lambda: _reference(source, "players.csv")) for _ in range(3)),
        "first": seconds(lambda: _load(source, "--players-only")),
        "again": seconds(lambda: _load(source, "--players-only")),
    }


def _careers(source: Path) -> dict[str, float]:
    """Into the database with the players, twice."""
    from football_player_service.app.imports import careers  # noqa: PLC0415 - reads the settings
    from football_player_service.app.imports.folder import (  # noqa: PLC0415
        Source,
        provider_mapping,
    )

    folder = Source(source, provider_mapping("transfermarkt"))

    def load() -> None:
        for part in CAREER_PARTS:
            careers.load(part, folder)

    return {
        "reference": seconds(lambda: _reference(source, *CAREER_FILES)),
        "first": seconds(load),
        "again": seconds(load),
    }


def _appearances(folder: Path) -> dict[str, float]:
    """Into an empty database with the players; each appearance must be counted once."""
    from football_player_service.app.imports import careers  # noqa: PLC0415
    from football_player_service.app.imports.folder import (  # noqa: PLC0415
        Source,
        provider_mapping,
    )

    _empty_database()
    distinct = appearances_file.write(folder)
    _load(folder, "--players-only")
    games = Source(folder, provider_mapping("transfermarkt"))
    first = seconds(lambda: careers.load("appearances", games))
    with sqlite3.connect(source_database()) as connection:
        (counted,) = connection.execute("SELECT sum(games) FROM stat_lines").fetchone()
    if counted != distinct:
        raise RuntimeError(f"{counted:,} appearances were counted instead of {distinct:,}")
    return {"reference": seconds(lambda: _reference(folder, "appearances.csv")), "first": first}


def _reference(source: Path, *names: str) -> None:
    """Store every column of the files as text, in a table per file."""
    database = source_database().with_name("reference.db")
    with sqlite3.connect(database) as connection:
        for name in names:
            with (source / name).open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                columns = rows.fieldnames or []
                table = name.removesuffix(".csv")
                connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
                values = ", ".join(f":{column}" for column in columns)
                connection.executemany(f"INSERT INTO {table} VALUES ({values})", rows)  # noqa: S608
    connection.close()
    database.unlink()


def _load(source: Path, *options: str) -> None:
    from scripts import load_csv_data  # noqa: PLC0415 - reads the settings

    load_csv_data.main(["--dir", str(source), "--limit", "0", *options])


def _empty_database() -> None:
    """Replace the database by an empty one with the admin."""
    from football_player_service.app.auth import service as auth  # noqa: PLC0415
    from football_player_service.app.db import session_scope  # noqa: PLC0415
    from football_player_service.app.settings import get_settings  # noqa: PLC0415
    from scripts.preflight import migrate  # noqa: PLC0415

    database = source_database()
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    migrate()
    with session_scope() as session:
        auth.seed_admin(session, settings=get_settings())


def main() -> None:
    """Print the figures of one import as a line of JSON."""
    from scripts import load_csv_data  # noqa: F401, PLC0415 - imported before the clock starts

    run = {"players": _players, "careers": _careers, "appearances": _appearances}[sys.argv[1]]
    figures = run(Path(sys.argv[2]))
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
