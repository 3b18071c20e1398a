"""Which module may import which (`.importlinter`)."""

import subprocess

from football_player_service.app.settings import BACKEND_DIR
from tests import servers


def test_imports_keep_to_the_layers() -> None:
    done = subprocess.run(
        [servers.BIN / "lint-imports"], cwd=BACKEND_DIR, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_core_module_is_listed() -> None:
    core = BACKEND_DIR / "football_player_service" / "app"
    listed = (BACKEND_DIR / ".importlinter").read_text()
    entry_points = {"__init__", "health", "main", "models", "worker"}
    for path in core.glob("*.py"):
        assert path.stem in entry_points or f".app.{path.stem}\n" in listed, path.name
