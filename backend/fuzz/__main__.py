"""Fuzz both services with Schemathesis; exits 1 on a 500 or an undocumented answer.

Needs nothing running: it starts its own stack with its own data. `--examples` scales the run.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tests.environment  # isort: skip  # noqa: F401 - before anything reads the settings

from football_player_service.app.settings import get_settings
from scripts.seed_data import seed
from tests import servers, stack
from tests.databases import migrated

# A schema cannot express every rule of a body (a last season that exists, two fields that must
# agree), so some of what it allows is refused with 422.
NOT_CHECKED = "positive_data_acceptance"


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--examples", type=int, default=1200, help="per operation and phase")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="football-player-service-fuzz-"))
    with servers.redis(folder) as redis:
        os.environ["REDIS_URL"] = f"{redis}/0"
        url = migrated(f"sqlite:///{folder / 'players.db'}")
        seed(get_settings())
        with stack.running(folder=folder, database_url=url) as running:
            bearer = running.api.headers["Authorization"]
            backend = str(running.api.base_url).rstrip("/")
            results = {
                "backend": _fuzz(backend, folder / "backend.json", arguments,
                                 "-H", f"Authorization:{bearer}"),
                "AI service": _fuzz(running.ai_url, folder / "ai-service.json", arguments),
            }  # fmt: skip
    for name, (status, cases, failures) in results.items():
        verdict = "ok" if status == 0 else "FAILED"
        print(f"{name}: {cases:,} requests, {failures} failures, {verdict}")
    print(f"Total: {sum(cases for _, cases, _ in results.values()):,} requests")
    shutil.rmtree(folder, ignore_errors=True)
    return max(status for status, _, _ in results.values())


def _fuzz(
    url: str, report: Path, arguments: argparse.Namespace, *options: str
) -> tuple[int, int, int]:
    """Exit status, requests sent and failures of one run of Schemathesis."""
    command: list[str | Path] = [
        servers.BIN / "schemathesis", "run", f"{url}/openapi.json", *options,
        "--phases", "coverage,fuzzing,stateful", "--mode", "all",
        "--checks", "all", "--exclude-checks", NOT_CHECKED,
        "--max-examples", str(arguments.examples), "--seed", str(arguments.seed),
        "--suppress-health-check", "all", "--workers", "2", "--continue-on-failure",
        "--report", "json", "--report-json-path", str(report),
    ]  # fmt: skip
    print(f"Fuzzing {url}", flush=True)
    hooks = {"SCHEMATHESIS_HOOKS": "fuzz.hooks"}
    done = subprocess.run(
        command, cwd=Path(__file__).parents[1], env=os.environ | hooks, check=False
    )
    cases = json.loads(report.read_text())["test_cases"]
    return done.returncode, cases["generated"], cases["unique_failures"]


if __name__ == "__main__":
    sys.exit(main())
