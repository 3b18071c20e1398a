"""Who may import whom (`.importlinter`), and how large a file may be."""

import subprocess
from pathlib import Path
from statistics import median

from football_player_service.app.settings import BACKEND_DIR
from tests import servers

OWN = (
    "football_player_service", "ai_service", "scripts", "data_scraper", "tests", "bench",
    "evaluation",
)  # fmt: skip


def sources() -> dict[Path, int]:
    """Every Python file of ours and its lines."""
    files = [path for folder in OWN for path in (BACKEND_DIR / folder).rglob("*.py")]
    return {path: len(path.read_text().splitlines()) for path in files}


def test_imports_keep_to_the_layers() -> None:
    done = subprocess.run(
        [servers.BIN / "lint-imports"], cwd=BACKEND_DIR, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_core_is_listed_whole() -> None:
    core = BACKEND_DIR / "football_player_service" / "app"
    listed = (BACKEND_DIR / ".importlinter").read_text()
    together = {"__init__", "main", "models", "worker"}
    for path in core.glob("*.py"):
        assert path.stem in together or f".app.{path.stem}\n" in listed, path.name


def test_files_are_short() -> None:
    lines = {path: n for path, n in sources().items() if not path.name.startswith("test_")}
    too_long = {str(path): n for path, n in lines.items() if n > 250}
    assert too_long == {}
    assert median(lines.values()) <= 80
