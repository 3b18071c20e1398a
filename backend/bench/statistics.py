"""Wide statistics: percentiles, dossiers, lists by metric, and the import of a wide file.

The figures are fictional: 20,000 players, 10 seasons, 100 metrics. The values of one season are
stored and its percentiles computed; the other seasons are copies of what that gives.
"""

import csv
import json
import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.imports import seconds, source_database
from bench.measure import Row, row
from tests import servers

PROVIDER = "wyscout"  # any provider that the other files of the benchmark do not have
PLAYERS, SEASONS, METRICS, LATEST = 20_000, 10, 100, 2025
DRAWN, ROUNDS = 200, 40
WIDE_LINES = 2_683
PLAYERS_PER_COPY = 500


def measure(folder: Path, environment: dict[str, str]) -> list[Row]:
    """Adds the statistics to the database of the environment, which has players and careers."""
    ranked = _run("percentiles", environment)
    found = _run("dossier", environment) | _run("lists", environment)
    wide = _run("wide", environment, str(folder / "fbref-2025-26.csv"))
    of = f"{PLAYERS:,} x {METRICS}"
    return [
        row(f"percentiles of a season of {of} / 60 s", ours=ranked["seconds"], reference=60,
            unit="s", at_most=1),
        row(f"percentiles of a season of {of}, memory / 500 MB", ours=ranked["memory"],
            reference=500, unit="MB", at_most=1),
        row(f"dossier of {SEASONS} seasons x {METRICS} metrics, median / 20 ms",
            ours=found["dossier"], reference=20, unit="ms", at_most=1),
        row("list by two metrics of a season, page 1, median / 10 ms", ours=found["page 1"],
            reference=10, unit="ms", at_most=1),
        row("list by two metrics of a season, page 100, median / 10 ms", ours=found["page 100"],
            reference=10, unit="ms", at_most=1),
        row(f"import, match and rank a file of {WIDE_LINES:,} x 102 / 15 s", ours=wide["seconds"],
            reference=15, unit="s", at_most=1),
        row(f"import, match and rank a file of {WIDE_LINES:,} x 102, memory / 300 MB",
            ours=wide["memory"], reference=300, unit="MB", at_most=1),
    ]  # fmt: skip


def _run(what: str, environment: dict[str, str], *arguments: str) -> dict[str, float]:
    command: list[str | Path] = [servers.BIN / "python", "-m", "bench.statistics", what, *arguments]
    output = subprocess.check_output(command, cwd=servers.BACKEND_DIR, env=environment, text=True)
    figures: dict[str, float] = json.loads(output.splitlines()[-1])
    return figures


def _metrics() -> list[str]:
    from football_player_service.app.metrics.catalogue import Storage, catalogue  # noqa: PLC0415

    totals = [m.key for m in catalogue().values() if m.storage is Storage.TOTAL and m.has_rate]
    return totals[: METRICS - 1]  # and the minutes


def percentiles() -> dict[str, float]:
    """Store a season and compute it; then copy it to the other seasons."""
    from football_player_service.app.db import session_scope  # noqa: PLC0415 - reads the settings
    from football_player_service.app.record import seasons  # noqa: PLC0415

    with session_scope(writes=False) as session:
        of_careers = seasons.stale(session)
    for id_ in of_careers:  # as after any import
        seasons.recompute(season_id=id_)
    season_id = _store_season()
    found = seconds(lambda: seasons.recompute(season_id=season_id))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _copy_season(season_id)
    return {"seconds": found, "memory": memory}


def _store_season() -> int:
    draw = random.Random(7)  # noqa: S311 - no secret
    metrics = _metrics()
    with sqlite3.connect(source_database()) as connection:
        ids = [id_ for (id_,) in connection.execute("SELECT id FROM players ORDER BY id")]
        connection.execute(
            "INSERT INTO seasons (provider, span, year, is_stale) VALUES (?, 'season', ?, 1)",
            (PROVIDER, LATEST),
        )
        (season_id,) = connection.execute("SELECT max(id) FROM seasons").fetchone()
        (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM stat_lines").fetchone()
        chosen = list(enumerate(draw.sample(ids, min(PLAYERS, len(ids))), first))
        connection.executemany(
            "INSERT INTO stat_lines (id, player_id, season_id, games, minutes) "
            "VALUES (?, ?, ?, 30, ?)",
            ((line, player, season_id, draw.randint(200, 3_000)) for line, player in chosen),
        )
        connection.executemany(
            "INSERT INTO stat_values (line_id, metric, value) VALUES (?, ?, ?)",
            (
                (line, metric, float(draw.randint(0, 90)))
                for line, _ in chosen
                for metric in metrics
            ),
        )
    connection.close()
    return int(season_id)


def _copy_season(season_id: int) -> None:
    """Copy a season's figures, with their cohorts, to the years before it."""
    with sqlite3.connect(source_database()) as connection:
        (most,) = connection.execute("SELECT max(id) FROM cohorts").fetchone()
        connection.execute("CREATE TEMP TABLE copies (season_id INTEGER, shift INTEGER)")
        for copy, year in enumerate(range(LATEST - SEASONS + 1, LATEST), 1):
            added = connection.execute(
                "INSERT INTO seasons (provider, span, year, is_stale) VALUES (?, 'season', ?, 0)",
                (PROVIDER, year),
            )
            connection.execute(
                "INSERT INTO copies VALUES (?, ?)", (added.lastrowid, copy * (most or 0))
            )
        for statement in _COPIES:
            connection.execute(statement, (season_id,))
        # In parts: SQLite keeps all rows of an INSERT that reads the same table in a temporary one.
        (last,) = connection.execute("SELECT max(id) FROM players").fetchone()
        for first in range(1, last + 1, PLAYERS_PER_COPY):
            connection.execute(_COPY_STATS, (season_id, first, first + PLAYERS_PER_COPY - 1))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # as the service does between writes
    connection.close()


_ARRAYS = "metric, size, players, value, per_90, percentile, league_percentile"
_COPIES = (
    "INSERT INTO cohorts (id, season_id, metric, position, competition_id, size, excluded) "
    "SELECT id + shift, copies.season_id, metric, position, competition_id, size, excluded "
    "FROM copies CROSS JOIN cohorts ON cohorts.season_id = ?",
    f"INSERT INTO season_columns (season_id, {_ARRAYS}) "  # noqa: S608 - constants
    f"SELECT copies.season_id, {_ARRAYS} "
    "FROM copies CROSS JOIN season_columns AS c ON c.season_id = ?",
)
_COPY_STATS = (
    "INSERT INTO season_stats (player_id, season_id, metric, value, per_90, derived, percentile, "
    "rank, cohort_id, league_percentile, league_rank, league_cohort_id) "
    "SELECT player_id, copies.season_id, metric, value, per_90, derived, percentile, "
    "rank, cohort_id + shift, league_percentile, league_rank, league_cohort_id + shift "
    "FROM copies CROSS JOIN season_stats AS s ON s.season_id = ? AND player_id BETWEEN ? AND ?"
)


def dossier() -> dict[str, float]:
    """The median over players with these statistics, in milliseconds."""
    from football_player_service.app.db import session_scope  # noqa: PLC0415 - reads the settings
    from football_player_service.app.scouting import dossier as dossiers  # noqa: PLC0415

    with sqlite3.connect(source_database()) as connection:
        found = connection.execute(
            "SELECT player_id FROM stat_lines JOIN seasons ON seasons.id = season_id "
            "WHERE provider = ? ORDER BY player_id",
            (PROVIDER,),
        ).fetchall()
    draw = random.Random(3)  # noqa: S311 - no secret
    ids = [id_ for (id_,) in draw.sample(found, DRAWN)]

    def build(player_id: int) -> None:
        with session_scope(writes=False) as session:
            dossiers.build(session, player_id=player_id)

    build(ids[0])
    return {"dossier": median(seconds(lambda i=id_: build(i)) * 1000 for id_ in ids)}  # type: ignore[misc]


def lists() -> dict[str, float]:
    """The median of a page sorted and filtered by two metrics, in milliseconds."""
    from football_player_service.app.db import session_scope  # noqa: PLC0415 - reads the settings
    from football_player_service.app.search import service  # noqa: PLC0415
    from football_player_service.app.search.schemas import PlayerQuery  # noqa: PLC0415

    with sqlite3.connect(source_database()) as connection:
        (season_id,) = connection.execute(
            "SELECT id FROM seasons WHERE provider = ? AND year = ?", (PROVIDER, LATEST)
        ).fetchone()
    first, second, *_ = _metrics()

    def page(number: int) -> None:
        query = PlayerQuery(
            season=season_id,
            column=[first, second],
            stat=[f"{first}.per_90:0.5..", f"{second}.percentile:20.."],
            minutes_min=900,
            sort=f"-{second}.per_90",
            page=number,
        )
        with session_scope(writes=False) as session:
            found = service.page(session, query=query)
        assert len(found.players) == query.limit, found.total

    times: dict[str, float] = {}
    for number in (1, 100):
        page(number)
        rounds = [seconds(lambda n=number: page(n)) for _ in range(ROUNDS)]  # type: ignore[misc]
        times[f"page {number}"] = median(rounds) * 1000
    return times


def wide() -> dict[str, float]:
    """Import a file with the columns of FBref about known players."""
    from scripts import load_csv_data  # noqa: PLC0415 - reads the settings

    path = Path(sys.argv[2])
    _write_wide(path)
    options = ["--provider", "fbref", "--season", "2025/26", "--as-of", "2026-05-31", "--yes"]
    found = seconds(lambda: load_csv_data.main([str(path), *options]))
    return {
        "seconds": found,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _write_wide(path: Path) -> None:
    from football_player_service.app.metrics.catalogue import Storage, catalogue  # noqa: PLC0415

    draw = random.Random(5)  # noqa: S311 - no secret
    names = [
        metric.headers["fbref"].value[0]
        for metric in catalogue().values()
        if "fbref" in metric.headers and metric.headers["fbref"].value
        and metric.storage is Storage.TOTAL and metric.key not in ("games", "minutes")
    ]  # fmt: skip
    with sqlite3.connect(source_database()) as connection:
        players = connection.execute(
            "SELECT full_name, strftime('%Y', date_of_birth), current_team, country FROM players "
            "WHERE date_of_birth IS NOT NULL AND current_team IS NOT NULL ORDER BY id DESC LIMIT ?",
            (WIDE_LINES,),
        ).fetchall()
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Player", "Born", "Squad", "Nation", "Comp", "MP", "Min", *names[:95]])
        for name, born, club, country in players:
            figures: list[Any] = [draw.randint(0, 24) for _ in names[:95]]  # plausible for each
            rows.writerow([name, born, club, country, "Example League", 30, 2_400, *figures])


def main() -> None:
    """Print the figures of one measurement as a line of JSON."""
    run: dict[str, Callable[[], dict[str, float]]] = {
        "percentiles": percentiles,
        "dossier": dossier,
        "lists": lists,
        "wide": wide,
    }
    print(json.dumps(run[sys.argv[1]]()))


if __name__ == "__main__":
    main()
