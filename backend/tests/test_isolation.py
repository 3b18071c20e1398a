"""No test reads the user's ports, files, `.env` or environment."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from football_player_service.app.settings import PROJECT_DIR, get_settings
from tests import servers

DEFAULT_PORTS = {8000, 8001, 3000, 6379}
# What a user may have exported or written into `.env`.
OF_THE_USER = {
    "ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://scout:secret@127.0.0.1:5432/club",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "AI_SERVICE_URL": "http://127.0.0.1:8001",
    "SECRET_KEY": "the-key-of-the-club-which-is-long-enough",
    "GEMINI_API_KEY": "the-gemini-key-of-the-club",
    "DATA_DIR": "/var/lib/scouting",
}
PRINT_SETTINGS = """
import json, os
import tests.environment
from football_player_service.app.settings import get_settings
from ai_service.settings import Settings as AiSettings
print(json.dumps([get_settings().model_dump(mode="json"), AiSettings(_env_file=None).model_dump(mode="json")]))
print(os.environ.get("REDIS_URL"), get_settings().secret_key.get_secret_value())
"""  # noqa: E501


@pytest.mark.parametrize("origin", ["environment", "file"])
def test_settings_of_the_user_do_not_reach_tests(origin: str, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    if origin == "environment":
        environment |= OF_THE_USER
    else:
        written = tmp_path / "user.env"
        written.write_text("".join(f"{name}={value}\n" for name, value in OF_THE_USER.items()))
        environment["ENV_FILE"] = str(written)
    printed = subprocess.check_output(
        [servers.BIN / "python", "-c", PRINT_SETTINGS],
        cwd=servers.BACKEND_DIR,
        env=environment,
        text=True,
    )
    for value in OF_THE_USER.values():
        assert value not in printed
    backend, ai_service = json.loads(printed.splitlines()[0])
    assert backend["environment"] == "test"
    assert ai_service["gemini_api_key"] is None


def test_settings_name_no_port_or_folder_of_the_user() -> None:
    settings = get_settings()
    assert settings.model_config["env_file"] == os.devnull
    assert not Path(settings.data_dir).is_relative_to(PROJECT_DIR)
    ports = {settings.api_port, settings.ai_port, settings.web_port, settings.redis_port}
    assert ports.isdisjoint(DEFAULT_PORTS)
    for url in (settings.ai_service, settings.redis, settings.database):
        assert not any(f":{port}" in url for port in DEFAULT_PORTS), url
