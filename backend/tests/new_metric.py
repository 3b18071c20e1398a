"""Finds a metric everywhere, in a copy of the code whose catalogue has one entry more.

Run by `test_new_metric.py`; writes what it found as JSON. All players and figures are fictional.
"""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

from fastapi.testclient import TestClient
from pypdf import PdfReader

from ai_service import main as ai_main
from ai_service.settings import Settings as AiSettings
from football_player_service.app import ai_client
from football_player_service.app.db import session_scope
from football_player_service.app.main import app
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.scouting import dossier
from football_player_service.app.scouting import service as scouting
from football_player_service.app.scouting.exports import files
from football_player_service.app.scouting.exports.statistics_table import statistics_table
from football_player_service.app.scouting.models import Report
from scripts import load_csv_data
from scripts.preflight import migrate

METRIC, LABEL, HEADER, PROVIDER = sys.argv[1:5]
PLAYERS = 35


def main() -> None:
    """Import, then look at every place."""
    migrate()
    ids = [add(number) for number in range(PLAYERS)]
    path = Path("statistics.csv")
    write(path)
    options = ["--provider", PROVIDER, "--season", "2025/26", "--as-of", "2026-05-31", "--yes"]
    status = load_csv_data.main([str(path), *options])
    with TestClient(app) as client:
        found = {"import": status, **pages(client, ids[-1]), **report(ids[-1])}
    sys.stdout.write(json.dumps(found))


def add(number: int) -> int:
    """A fictional attacker; the id."""
    fields = PlayerFields(
        full_name=f"{_letters(number)} Example",
        position="Attack",
        date_of_birth=f"2000-01-{number % 28 + 1:02}",
        current_team="Example Rovers",
    )
    with session_scope() as session:
        player = players.create(session, fields=fields)
        assert player.id is not None
        return player.id


def _letters(number: int) -> str:
    return chr(65 + number // 26) + chr(97 + number % 26) + "o"


def write(path: Path) -> None:
    """A wide file with the metric's column; each player has one more than the player before."""
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Player", "Date of birth", "Club", "Competition", "Minutes", HEADER])
        for number in range(PLAYERS):
            born = f"2000-01-{number % 28 + 1:02}"
            name = f"{_letters(number)} Example"
            rows.writerow([name, born, "Example Rovers", "Example League", 1800, number])


def pages(client: TestClient, player_id: int) -> dict[str, Any]:
    """The metric on the player page and in the list."""

    def read(path: str, **params: Any) -> Any:
        answer = client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    (season,) = read("/seasons")
    on_page = read(f"/players/{player_id}/seasons")[0]["stats"][METRIC]
    percentiles = read(f"/players/{player_id}/seasons/{season['id']}/percentiles")["metrics"]
    of_season = {"season": season["id"], "column": METRIC}
    best = read("/players", **of_season, sort=f"-{METRIC}.per_90", limit=1)["players"][0]
    some = read("/players", **of_season, stat=f"{METRIC}.value:30..")
    return {
        "catalogue": [m["label"] for m in read("/metrics") if m["key"] == METRIC],
        "player page": on_page,
        "percentile": [row["percentile"] for row in percentiles if row["metric"] == METRIC],
        "column": best["stats"][METRIC]["value"],
        "sort": best["id"] == player_id,
        "filter": some["total"],
    }


def report(player_id: int) -> dict[str, Any]:
    """The metric in the dossier, and in a report's statistics."""
    with session_scope(writes=False) as session:
        evidence = dossier.build(session, player_id=player_id)
    body = evidence.model_dump_json()
    settings = AiSettings(_env_file=None, ai_provider="built-in")
    with TestClient(ai_main.create_app(settings)) as ai:
        answer = ai.post("/generate", content=body, headers={"Content-Type": "application/json"})
    written = ai_client.AiReport.model_validate_json(answer.content)
    stored = Report(
        player_id=player_id,
        task_id=uuid4(),
        requested_by="admin",
        content=written.content.model_dump_json(),
        dossier=body,
        dossier_hash=dossier.fingerprint(evidence),
        usage=written.usage.model_dump_json(),
        **written.model_dump(
            include={"source", "model", "prompt_version", "verdict", "confidence", "report"}
        ),
    )
    with session_scope() as session:
        session.add(stored)
    with session_scope(writes=False) as session:
        read = scouting.get(session, report_id=stored.id, reader=None)
    return {
        "dossier": sorted(item.id for item in evidence.evidence if item.metric == METRIC),
        "words": evidence.metrics[METRIC].plural,
        "report": [row[0] for row in statistics_table(read.dossier)],
        "pdf": LABEL in _text(files.body(read, "pdf", valuations=[])),
    }


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


if __name__ == "__main__":
    main()
