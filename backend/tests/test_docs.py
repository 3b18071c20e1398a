"""What the documents say is so: links, paths, commands and their options."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from football_player_service.app.settings import BACKEND_DIR, PROJECT_DIR
from tests import servers
from tests.test_compose import SERVICES

DOCUMENTS = sorted(
    [*PROJECT_DIR.glob("*.md"), *(PROJECT_DIR / "docs").rglob("*.md")],
    key=lambda path: path.as_posix(),
)
MAKEFILE = (PROJECT_DIR / "Makefile").read_text()


def commands(path: Path) -> list[str]:
    """The lines of a document's bash blocks."""
    blocks = re.findall(r"```bash\n(.*?)```", path.read_text(), re.DOTALL)
    lines = [line.split("    #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


def quoted(path: Path) -> list[str]:
    """What stands in backticks in a document, outside its blocks."""
    prose = re.sub(r"```.*?```", "", path.read_text(), flags=re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


@every_document
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text()):
        assert (path.parent / target).exists(), target


@every_document
def test_named_paths_exist(path: Path) -> None:
    for word in quoted(path):
        if re.fullmatch(r"(backend|frontend|docs|\.ci)/[\w./-]+", word):
            made = word.startswith(("backend/.venv", "backend/data/"))
            assert made or (PROJECT_DIR / word).exists(), word


@every_document
def test_make_targets_exist(path: Path) -> None:
    named = re.findall(r"\bmake ([a-z-]+)\b", "\n".join([*quoted(path), *commands(path)]))
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@every_document
def test_services_and_scripts_of_commands_exist(path: Path) -> None:
    for line in commands(path):
        if found := re.match(r"docker compose exec (\S+) (.*)", line):
            assert found[1] in SERVICES, line
            check_script(found[2], BACKEND_DIR)
        elif "backend/scripts/" in line:
            check_script(line, PROJECT_DIR)


def check_script(line: str, folder: Path) -> None:
    """Every script of the line exists and knows the options it is given."""
    for script in re.findall(r"\S*scripts/\w+\.py", line):
        path = folder / script
        assert path.is_file(), script
        run = [str(servers.BIN / "python"), str(path), "--help"]
        text = subprocess.check_output(run, text=True, cwd=BACKEND_DIR)
        for option in re.findall(r"(--[a-z-]+)", line.split(script)[1]):
            assert option in text, f"{script} has no {option}"


def test_pytest_commands_name_tests_that_exist() -> None:
    for path in DOCUMENTS:
        for line in commands(path):
            for name in re.findall(r"(\S*tests/\w+\.py)(?:::(\w+))?", line):
                file = BACKEND_DIR / name[0]
                assert file.is_file(), line
                assert not name[1] or f"def {name[1]}(" in file.read_text()


def test_the_readme_begins_with_the_two_commands() -> None:
    first_screen = (PROJECT_DIR / "README.md").read_text().splitlines()[:24]
    assert any(line.startswith("make run") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)


def test_every_public_target_is_in_the_readme() -> None:
    readme = (PROJECT_DIR / "README.md").read_text()
    for target in ("run", "down", "demo", "test", "bench"):
        assert f"`make {target}`" in readme


def run_notes(ports: dict[str, str]) -> str:
    """What the commands of the notes print, against a stack on these ports."""
    if not shutil.which("jq"):
        if os.environ.get("CI"):
            pytest.fail("jq is not installed, and CI needs it")
        pytest.skip("jq is not installed (Debian: apt-get install jq)")
    lines = [line for line in commands(PROJECT_DIR / "docs/EX3-notes.md") if "scripts/" not in line]
    script = "\n".join(["set -euo pipefail", *lines])
    for name, port in ports.items():
        script = script.replace(f"localhost:{name}", f"127.0.0.1:{port}")
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
