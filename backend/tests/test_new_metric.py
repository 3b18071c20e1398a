"""A new metric is one entry of the catalogue: nothing else changes to import, show and rank it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests import servers

ENTRY = """
[crossbar_hits]
label = "Crossbar hits"
short_label = "Crossbar"
group = "shooting"
storage = "total"
denominator = "minutes"
better = "higher"
positions = ["Midfielder", "Attack"]
range = [0, 3]
decimals = 0
words = { singular = "shot on the bar", plural = "shots on the bar", verb = "hit" }
headers.fbref = { value = ["XBar"] }
"""


def test_a_metric_needs_one_entry_of_the_catalogue(tmp_path: Path) -> None:
    code = tmp_path / "code"
    for name in ("football_player_service", "ai_service", "scripts", "migrations", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "sample", "rawData")
        shutil.copytree(servers.BACKEND_DIR / name, code / name, ignore=ignored)
    shutil.copy(servers.BACKEND_DIR / "alembic.ini", code)
    catalogue = code / "football_player_service" / "app" / "metrics" / "catalogue.toml"
    with catalogue.open("a") as file:
        file.write(ENTRY)
    environment = os.environ | {
        "PYTHONPATH": str(code),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'players.db'}",
        "DATA_DIR": str(tmp_path),
    }
    names = ["crossbar_hits", "Crossbar hits", "XBar", "fbref"]
    command: list[str | Path] = [servers.BIN / "python", "-m", "tests.new_metric", *names]
    output = subprocess.run(
        command, cwd=code, env=environment, check=True, capture_output=True, text=True
    ).stdout
    found = json.loads(output.splitlines()[-1])
    assert found["import"] == 0
    assert found["catalogue"] == ["Crossbar hits"]
    assert found["player page"] == {"value": 34, "per_90": 1.7, "derived": "per_90"}
    assert found["percentile"] == [100 * 34.5 / 35]
    assert (found["column"], found["sort"], found["filter"]) == (34, True, 5)
    assert found["dossier"] == [
        "career.crossbar_hits",
        "season.2025.crossbar_hits",
        "season.2025.crossbar_hits_per_90",
        "season.2025.crossbar_hits_per_90.league",
        "season.2025.crossbar_hits_per_90.position",
    ]
    assert found["words"] == "shots on the bar"
    assert "Crossbar hits per 90" in found["report"]
    assert found["pdf"]
