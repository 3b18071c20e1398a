"""Settings: read from the environment, refused where they would do harm."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from football_player_service.app.settings import Settings, readable

GOOD = {"SECRET_KEY": "s" * 32, "ADMIN_PASSWORD": "not the default"}


def problems(monkeypatch: pytest.MonkeyPatch, **values: str) -> str:
    """Why these settings are refused; the empty string when they are not."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    try:
        Settings()
    except ValidationError as error:
        return "\n".join(readable(error))
    return ""


def test_production_refuses_every_default_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = {"SECRET_KEY": "", "ADMIN_PASSWORD": ""}
    found = problems(monkeypatch, ENVIRONMENT="production", **defaults)
    assert "SECRET_KEY is the public default" in found
    assert "ADMIN_PASSWORD is the public default" in found


def test_production_refuses_a_short_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    short = GOOD | {"SECRET_KEY": "s" * 31}
    assert "shorter than 32 bytes" in problems(monkeypatch, ENVIRONMENT="production", **short)


def test_production_starts_with_its_own_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(monkeypatch, ENVIRONMENT="production", **GOOD) == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RATE_LIMIT", "many"),
        ("API_PORT", "70000"),
        ("API_PORT", "http"),
        ("ENVIRONMENT", "prod"),
        ("TASK_LEASE_SECONDS", "0"),
    ],
)
def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert problems(monkeypatch, **{name: value}).startswith(f"{name}: ")


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_ORIGINS", "http://a.example, http://b.example")
    assert Settings().allowed_origins == ["http://a.example", "http://b.example"]


@pytest.mark.parametrize(
    "url",
    ["postgresql://u:p@h:5432/d", "postgres://u:p@h:5432/d", "postgresql+psycopg://u:p@h:5432/d"],
)
def test_every_postgresql_address_uses_the_one_driver(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert Settings().database == "postgresql+psycopg://u:p@h:5432/d"


def test_defaults_follow_the_ports_and_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REDIS_URL", "DATABASE_URL"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("DATA_DIR", "/srv/desk")
    monkeypatch.setenv("AI_PORT", "9001")
    monkeypatch.setenv("REDIS_PORT", "9379")
    settings = Settings()
    assert settings.database == "sqlite:////srv/desk/players.db"
    assert settings.redis == "redis://127.0.0.1:9379/0"
    assert settings.ai_service == "http://127.0.0.1:9001"
    assert settings.data_dir == Path("/srv/desk")


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", GOOD["SECRET_KEY"])
    assert GOOD["SECRET_KEY"] not in repr(Settings())
