"""Careers of all players, loaded beside csv.DictReader and executemany of the same files.

And 1.7 million appearances, made up, by the memory that their load takes at its highest.
"""

import csv
import json
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

from bench import appearances_file, imports
from bench.measure import Row, row
from tests import servers

FILES = ("transfers.csv", "player_valuations.csv", "player_seasons.csv")
PLAYERS = ("players.csv", "clubs.csv", "competitions.csv")
MEGABYTES = 300


def measure(source: Path, folder: Path, environment: dict[str, str], redis: str) -> list[Row]:
    """Leaves the careers loaded; the appearances go into a database of their own."""
    loaded = _figures("load", source, environment)
    games = folder / "appearances"
    games.mkdir()
    for name in PLAYERS:
        (games / name).symlink_to(source / name)
    many = _figures("appearances", games, imports.environment_of(folder / "games.db", redis))
    return [
        row("careers / DictReader + executemany", ours=loaded["first"],
            reference=loaded["bare"], unit="s", at_most=4),
        row("the same again, all unchanged / the same reference", ours=loaded["again"],
            reference=loaded["bare"], unit="s", at_most=4),
        row("1.7 million appearances / DictReader alone", ours=many["seconds"],
            reference=many["bare"], unit="s", at_most=4),
        row(f"memory of that load / {MEGABYTES} MB", ours=many["memory"], reference=MEGABYTES,
            unit="MB", at_most=1),
    ]  # fmt: skip


def _figures(what: str, source: Path, environment: dict[str, str]) -> dict[str, float]:
    command: list[str | Path] = [servers.BIN / "python", "-m", "bench.careers", what, source]
    output = subprocess.check_output(command, cwd=servers.BACKEND_DIR, env=environment, text=True)
    figures: dict[str, float] = json.loads(output.splitlines()[-1])
    return figures


def load(source: Path) -> dict[str, float]:
    """Twice into the database with the players, and the bare reference."""
    return {
        "bare": imports.seconds(lambda: _bare(source)),
        "first": imports.seconds(lambda: _load(source)),
        "again": imports.seconds(lambda: _load(source)),
    }


def appearances(folder: Path) -> dict[str, float]:
    """Into an empty database, players first; every appearance must be counted once."""
    from bench import empty_database  # noqa: PLC0415 - reads the settings when imported
    from scripts import load_csv_data  # noqa: PLC0415

    empty_database.main()
    different = appearances_file.write(folder)
    ours = imports.seconds(lambda: load_csv_data.main(["--dir", str(folder), "--limit", "0"]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with sqlite3.connect(imports.source_database()) as connection:
        (counted,) = connection.execute("SELECT sum(games) FROM player_seasons").fetchone()
    if counted != different:
        raise RuntimeError(f"{counted:,} appearances counted, and there are {different:,}")
    return {"seconds": ours, "bare": imports.seconds(lambda: _read(folder)), "memory": memory}


def _load(source: Path) -> None:
    from football_player_service.app.imports import careers  # noqa: PLC0415

    for file in careers.present(source):
        if file.name in FILES:
            careers.load(file, source)


def _bare(source: Path) -> None:
    """Every column of the three files as text into tables of their own."""
    database = imports.source_database().with_name("bare.db")
    for name in FILES:
        imports.bare_load(source / name, database)
    database.unlink()


def _read(folder: Path) -> None:
    with (folder / "appearances.csv").open(encoding="utf-8", newline="") as file:
        for _ in csv.DictReader(file):
            pass


if __name__ == "__main__":
    work = {"load": load, "appearances": appearances}[sys.argv[1]]
    print(json.dumps(work(Path(sys.argv[2]))))
