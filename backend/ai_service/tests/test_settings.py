"""The provider that the settings choose, and invalid settings."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ai_service.settings import (
    DEFAULT_ANTHROPIC_MODEL,
    DEFAULT_GEMINI_MODEL,
    DEFAULT_OPENAI_MODEL,
    Settings,
    load,
)

GEMINI = {"gemini_api_key": "of-gemini"}
OPENAI = {"openai_api_key": "of-openai"}
ANTHROPIC = {"anthropic_api_key": "of-anthropic"}
LOCAL = {"local_base_url": "http://127.0.0.1:11434/v1", "local_model": "llama3.2:3b"}


def settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)


@pytest.mark.parametrize(
    ("values", "provider"),
    [
        ({}, None),
        (LOCAL | ANTHROPIC | OPENAI | GEMINI, "gemini"),
        (LOCAL | ANTHROPIC | OPENAI, "openai"),
        (LOCAL | ANTHROPIC, "anthropic"),
        (LOCAL, "local"),
        (GEMINI | OPENAI | {"ai_provider": "openai"}, "openai"),
        (GEMINI | ANTHROPIC | {"ai_provider": "anthropic"}, "anthropic"),
        (GEMINI | LOCAL | {"ai_provider": "local"}, "local"),
        (GEMINI | {"ai_provider": "built-in"}, None),
        ({"local_model": "llama3.2:3b"}, None),
    ],
)
def test_the_provider_follows_from_the_settings(
    values: dict[str, Any], provider: str | None
) -> None:
    assert settings(**values).provider == provider


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"ai_provider": "gemini"}, "GEMINI_API_KEY"),
        ({"ai_provider": "openai"} | GEMINI, "OPENAI_API_KEY"),
        ({"ai_provider": "anthropic", "anthropic_api_key": "  "}, "ANTHROPIC_API_KEY"),
        ({"ai_provider": "local", "local_model": "llama3.2:3b"}, "LOCAL_BASE_URL"),
        ({"ai_provider": "local", "local_base_url": "http://127.0.0.1:1/v1"}, "LOCAL_MODEL"),
        ({"local_base_url": "http://127.0.0.1:1/v1"}, "LOCAL_MODEL"),
    ],
)
def test_a_provider_without_its_required_settings_is_invalid(
    values: dict[str, Any], missing: str
) -> None:
    with pytest.raises(ValidationError, match=f"needs {missing}"):
        settings(**values)


def test_invalid_settings_stop_the_start_with_one_line(tmp_path: Path) -> None:
    environment = os.environ | {
        "AI_PROVIDER": "openai",
        "ANTHROPIC_API_KEY": "secret-of-anthropic",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "uvicorn", "ai_service.main:app", "--port", "0"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr == "Not started: the provider openai needs OPENAI_API_KEY\n"


def test_a_start_without_a_model_loads_no_sdk(tmp_path: Path) -> None:
    code = (
        "import sys, ai_service.main; "
        "heavy = {'pydantic_ai', 'google.genai', 'openai', 'anthropic'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_empty_variables_count_as_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "")
    found = Settings()
    assert found == settings()
    assert found.provider is None
    models = (found.gemini_model, found.openai_model, found.anthropic_model)
    assert models == (DEFAULT_GEMINI_MODEL, DEFAULT_OPENAI_MODEL, DEFAULT_ANTHROPIC_MODEL)


def test_a_blank_key_counts_as_not_set() -> None:
    assert settings(gemini_api_key="   ").gemini_api_key is None
    assert settings(gemini_api_key=" k \n").provider == "gemini"


def test_settings_come_from_a_dotenv_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GEMINI_API_KEY", raising=False)
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("GEMINI_API_KEY=abc123\nSECRET_KEY=of-another-service\n")
    found = Settings()
    assert found.provider == "gemini"
    assert "abc123" not in repr(found)


INVALID: list[tuple[str, str]] = [
    ("environment", "prod"),
    ("docs_enabled", "perhaps"),
    ("ai_provider", "mistral"),
    ("ai_rate_limit", "often"),
    ("ai_timeout_seconds", "0"),
    ("ai_timeout_seconds", "soon"),
    ("ai_max_output_tokens", "1"),
    ("gemini_api_key", "café-{secret}"),
    ("gemini_base_url", "localhost:1"),
    ("gemini_model", "a:model"),
    ("openai_api_key", "two {secret}s"),
    ("openai_base_url", "localhost:1"),
    ("openai_model", "a model"),
    ("anthropic_api_key", "tab\t{secret}"),
    ("anthropic_base_url", "localhost:1"),
    ("anthropic_model", "../model"),
    ("local_api_key", "{secret}\u2028{secret}"),
    ("local_base_url", "127.0.0.1:11434"),
    ("local_model", "a model"),
]
SECRETS = {name: f"secret-of-{name}" for name in Settings.model_fields if name.endswith("_api_key")}


def test_every_setting_has_an_invalid_value_here() -> None:
    assert {name for name, _ in INVALID} == set(Settings.model_fields)
    assert len(SECRETS) == 4


@pytest.mark.parametrize(("name", "value"), INVALID)
def test_an_invalid_setting_is_named_and_no_secret_shown(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given = SECRETS | {"local_base_url": "http://127.0.0.1:1/v1", "local_model": "a-model"}
    for variable, text in (given | {name: value.format(secret="secret-of-a-key")}).items():
        monkeypatch.setenv(variable.upper(), text)
    with pytest.raises(SystemExit) as stopped:
        load()
    lines = str(stopped.value).splitlines()
    assert [line.split(": ")[:2] for line in lines] == [["Not started", name.upper()]]
    with pytest.raises(ValidationError) as refused:
        Settings()
    for output in (str(stopped.value), str(refused.value), repr(refused.value)):
        assert "secret-of" not in output


def test_a_missing_setting_shows_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The input of the model validator contains every key."""
    monkeypatch.chdir(tmp_path)
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name.upper(), secret)
    monkeypatch.setenv("AI_PROVIDER", "local")
    with pytest.raises(SystemExit) as stopped:
        load()
    assert str(stopped.value) == "Not started: the provider local needs LOCAL_BASE_URL"
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "input_value" not in str(refused.value)
