"""Settings: read from the environment, refused where they are unsafe."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from football_player_service.app.settings import BACKEND_DIR, Settings, readable

GOOD = {"SECRET_KEY": "s" * 32, "ADMIN_PASSWORD": "not the default"}
SECRETS = {
    "SECRET_KEY": "the-secret-key-of-this-test-1234567890",
    "ADMIN_PASSWORD": "the-admin-password-of-this-test",
    "DATABASE_URL": "postgresql://user:the-database-password@127.0.0.1:1/db",
    "REDIS_URL": "redis://:the-other-redis-password@127.0.0.1:1/0",
}
HIDDEN = [*SECRETS.values(), "the-database-password", "the-other-redis-password"]


def problems(monkeypatch: pytest.MonkeyPatch, **values: str) -> str:
    """Why these settings are refused; empty when they are not."""
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
        ("ALLOWED_HOSTS", "scout.*.org"),
        ("DOCS_ENABLED", "perhaps"),
        ("CLUB_CREST", "/nowhere/crest.png"),
        ("CLUB_CREST", __file__),
        ("CLUB_NAME", "x" * 101),
        ("DATABASE_URL", "mysql://user:the-database-password@host/db"),
        ("DATABASE_URL", "the-database-password"),
        ("REDIS_URL", "http://:the-other-redis-password@host"),
        ("SECRET_KEY", "\udcff"),
        ("ADMIN_PASSWORD", "\udcff"),
    ],
)
def test_an_invalid_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    found = problems(monkeypatch, **{name: value})
    assert found.startswith(f"{name}: ")


INVALID = {
    "ENVIRONMENT": "prod", "API_PORT": "http", "AI_PORT": "0", "WEB_PORT": "70000",
    "REDIS_PORT": "-1", "WORKER_CONCURRENCY": "0", "AI_SERVICE_TIMEOUT_SECONDS": "0",
    "TOKEN_MINUTES": "half", "RATE_LIMIT": "many", "MAX_BODY_BYTES": "0",
    "HEADER_TIMEOUT_SECONDS": "0", "BODY_TIMEOUT_SECONDS": "-1", "PAGE_CACHE_SECONDS": "-1",
    "TASK_LEASE_SECONDS": "0", "TASK_SWEEP_SECONDS": "0", "DOCS_ENABLED": "perhaps",
    "ALLOWED_HOSTS": "*.*", "DATABASE_URL": "mysql://user:the-database-password@host/db",
    "REDIS_URL": "ftp://:the-other-redis-password@host",
}  # fmt: skip


@pytest.mark.parametrize("name", INVALID)
def test_errors_never_show_a_secret(name: str) -> None:
    """A process starts with this one setting invalid; everything it prints is searched."""
    output = _start(SECRETS | {name: INVALID[name]})
    assert name.lower() in output.lower()
    for secret in HIDDEN:
        assert secret not in output


@pytest.mark.parametrize(
    "change", [{}, {"SECRET_KEY": "short-secret"}, {"ADMIN_PASSWORD": "short1"}]
)
def test_errors_of_several_settings_never_show_a_secret(change: dict[str, str]) -> None:
    unsafe = {"ENVIRONMENT": "production", "API_PORT": "http", "HOST": "::"}
    output = _start(SECRETS | change | unsafe)
    for secret in [*HIDDEN, *change.values()]:
        assert secret not in output


def _start(environment: dict[str, str]) -> str:
    """What a process that reads the settings, and must fail, prints."""
    script = "from football_player_service.app import settings; settings.get_settings()"
    command = [sys.executable, "-c", script]
    clean = {"ENV_FILE": "/dev/null", "PATH": "/usr/bin:/bin"} | environment
    done = subprocess.run(
        command, cwd=BACKEND_DIR, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    return done.stdout + done.stderr


def test_the_embedded_redis_has_the_password_of_the_data_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.delenv("REDIS_URL", raising=False)
    (tmp_path / "redis_password").write_text("generated\n")
    settings = Settings()
    assert settings.redis == f"redis://:generated@127.0.0.1:{settings.redis_port}/0"


@pytest.mark.parametrize("password", ["eleven-char", " " * 12, "short" + "\u200b" * 9])
def test_production_refuses_a_short_admin_password(
    monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    found = problems(monkeypatch, ENVIRONMENT="production", **GOOD | {"ADMIN_PASSWORD": password})
    assert "ADMIN_PASSWORD is shorter than 12 characters" in found


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_ORIGINS", "http://a.example, http://b.example")
    assert Settings().allowed_origins == ["http://a.example", "http://b.example"]


@pytest.mark.parametrize(
    "url",
    ["postgresql://u:p@h:5432/d", "postgres://u:p@h:5432/d", "postgresql+psycopg://u:p@h:5432/d"],
)
def test_every_postgresql_address_uses_psycopg(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert Settings().database == "postgresql+psycopg://u:p@h:5432/d"


def test_defaults_follow_the_ports_and_the_data_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REDIS_URL", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
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


@pytest.mark.parametrize("name", ["crest.png", "crest.SVG"])
def test_the_club_of_the_pdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    crest = tmp_path / name
    crest.write_bytes(b"<svg" if name.endswith("SVG") else b"\x89PNG\r\n\x1a\n")
    assert problems(monkeypatch, CLUB_NAME=" Heronmoor Rovers ", CLUB_CREST=str(crest)) == ""
    settings = Settings()
    assert (settings.club_name, settings.club_crest) == ("Heronmoor Rovers", crest)
    crest.write_bytes(b"GIF89a")
    assert "CLUB_CREST: write the path" in problems(monkeypatch, CLUB_CREST=str(crest))
    assert problems(monkeypatch, CLUB_CREST="") == ""
    assert Settings().club_crest is None
