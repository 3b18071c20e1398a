"""Every setting of the backend, read from the environment or the `.env` file of the project."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from limits import RateLimitItem, parse
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from football_player_service.app.text import Clean, normalise

BACKEND_DIR = Path(__file__).resolve().parents[2]
PROJECT_DIR = BACKEND_DIR.parent

DEFAULT_SECRET_KEY = "insecure-secret-key-for-dev"  # noqa: S105
DEFAULT_ADMIN_PASSWORD = "admin123"  # noqa: S105
MIN_SECRET_BYTES = 32
MIN_ADMIN_PASSWORD_LENGTH = 12
# What a file of that kind has near its start.
_CRESTS = {".png": b"\x89PNG\r\n\x1a\n", ".svg": b"<svg"}
_DATABASES = frozenset({"sqlite", "postgresql", "postgres"})


class Settings(BaseSettings):
    """Read once at start; an invalid value stops the process with a message that names it."""

    model_config = SettingsConfigDict(
        env_file=os.environ.get("ENV_FILE", PROJECT_DIR / ".env"),
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    environment: Literal["development", "test", "production"] = "development"
    data_dir: Path = BACKEND_DIR / "data"
    club_name: Annotated[str, Field(max_length=100), Clean] = ""
    club_crest: Path | None = None
    database_url: str = ""
    redis_url: str = ""
    host: str = "127.0.0.1"
    api_port: int = Field(default=8000, ge=1, le=65535)
    ai_port: int = Field(default=8001, ge=1, le=65535)
    web_port: int = Field(default=3000, ge=1, le=65535)
    redis_port: int = Field(default=6379, ge=1, le=65535)
    worker_concurrency: int = Field(default=4, ge=1)
    ai_service_url: str = ""
    ai_service_timeout_seconds: float = Field(default=75, gt=0)
    secret_key: SecretStr = SecretStr(DEFAULT_SECRET_KEY)
    admin_password: SecretStr = SecretStr(DEFAULT_ADMIN_PASSWORD)
    token_minutes: int = Field(default=30, ge=1)
    allowed_origins: Annotated[list[str], NoDecode] = ["http://localhost:3000"]
    allowed_hosts: Annotated[list[str], NoDecode] = []
    trusted_proxies: Annotated[list[str], NoDecode] = []
    docs_enabled: bool | None = None
    rate_limit: str = "100/minute"
    max_body_bytes: int = Field(default=1024 * 1024, ge=1)
    header_timeout_seconds: float = Field(default=10, gt=0)
    body_timeout_seconds: float = Field(default=30, gt=0)
    page_cache_seconds: int = Field(default=60, ge=0)
    task_lease_seconds: int = Field(default=30, ge=1)
    task_sweep_seconds: float = Field(default=10, gt=0)
    watchdog_seconds: float = Field(default=30, gt=0)

    @field_validator("allowed_origins", "allowed_hosts", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("rate_limit")
    @classmethod
    def _rate(cls, value: str) -> str:
        try:
            parse(value)
        except ValueError:
            raise ValueError("write it like 100/minute") from None
        return value

    @field_validator("data_dir", "club_crest")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return PROJECT_DIR / value if value else None  # an absolute path stays as it is

    @field_validator("club_crest")
    @classmethod
    def _is_image(cls, value: Path | None) -> Path | None:
        if value is None:
            return None
        mark = _CRESTS.get(value.suffix.lower())
        if mark is None or not value.is_file() or mark not in value.read_bytes()[:4096]:
            raise ValueError("write the path of a PNG or SVG file")
        return value

    @field_validator("allowed_hosts")
    @classmethod
    def _host_patterns(cls, value: list[str]) -> list[str]:
        if any("*" in host.removeprefix("*.") for host in value):
            raise ValueError("write host names like scout.example.org or *.example.org")
        return [host.lower() for host in value]

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str) -> str:
        try:
            known = not value or make_url(value).get_backend_name() in _DATABASES
        except (ArgumentError, ValueError):
            known = False
        if not known:
            raise ValueError("write it like postgresql://user:password@host:5432/database")
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_url(cls, value: str) -> str:
        if value and not value.startswith(("redis://", "rediss://")):
            raise ValueError("write it like redis://host:6379/0")
        return value

    @field_validator("secret_key", "admin_password")
    @classmethod
    def _encodable(cls, value: SecretStr) -> SecretStr:
        try:
            value.get_secret_value().encode()
        except UnicodeEncodeError:
            raise ValueError("has a character that is not valid Unicode") from None
        return value

    @model_validator(mode="after")
    def _refuse_in_production(self) -> Self:
        if self.environment == "production" and (problems := self.production_problems()):
            raise ValueError("ENVIRONMENT=production: " + "; ".join(problems))
        return self

    def production_problems(self) -> list[str]:
        """What must be changed before this configuration is used in production, if anything."""
        secret = self.secret_key.get_secret_value()
        password = self.admin_password.get_secret_value()
        problems = []
        if self.has_default_secret_key:
            problems.append("SECRET_KEY is the public default (make one: openssl rand -hex 32)")
        elif len(secret.encode()) < MIN_SECRET_BYTES:
            problems.append(f"SECRET_KEY is shorter than {MIN_SECRET_BYTES} bytes")
        if password == DEFAULT_ADMIN_PASSWORD:
            problems.append("ADMIN_PASSWORD is the public default")
        elif len(normalise(password)) < MIN_ADMIN_PASSWORD_LENGTH:
            problems.append(
                f"ADMIN_PASSWORD is shorter than {MIN_ADMIN_PASSWORD_LENGTH} characters"
            )
        return problems

    @property
    def production(self) -> bool:
        """Whether real users depend on this process."""
        return self.environment == "production"

    @property
    def has_default_secret_key(self) -> bool:
        """Whether tokens are signed with the key that everybody knows."""
        return self.secret_key.get_secret_value() == DEFAULT_SECRET_KEY

    @property
    def shows_docs(self) -> bool:
        """Whether `/docs` and `/openapi.json` are served: by default not in production."""
        return not self.production if self.docs_enabled is None else self.docs_enabled

    @property
    def database(self) -> str:
        """The SQLAlchemy URL: `DATABASE_URL`, or the SQLite file in the data directory."""
        url = self.database_url or f"sqlite:///{self.data_dir / 'players.db'}"
        # The spec writes postgresql://; the one driver here is psycopg 3.
        for prefix in ("postgresql://", "postgres://"):
            if url.startswith(prefix):
                return "postgresql+psycopg://" + url.removeprefix(prefix)
        return url

    @property
    def redis(self) -> str:
        """The Redis URL: `REDIS_URL`, or the embedded server's with its password."""
        if self.redis_url:
            return self.redis_url
        password_file = self.data_dir / "redis_password"
        password = f":{password_file.read_text().strip()}@" if password_file.is_file() else ""
        return f"redis://{password}127.0.0.1:{self.redis_port}/0"

    @property
    def ai_service(self) -> str:
        """The base address of the AI service."""
        return (self.ai_service_url or f"http://127.0.0.1:{self.ai_port}").rstrip("/")

    @property
    def rate(self) -> RateLimitItem:
        """How many requests one address may make."""
        return parse(self.rate_limit)


@lru_cache
def get_settings() -> Settings:
    """The settings of this process."""
    return Settings()


def readable(error: ValidationError) -> list[str]:
    """One line per invalid setting: its name in the environment and the reason, never its value."""
    lines = []
    for problem in error.errors(include_input=False, include_context=False, include_url=False):
        name = "_".join(str(part) for part in problem["loc"]).upper()
        message = problem["msg"].removeprefix("Value error, ")
        lines.append(f"{name}: {message}" if name else message)
    return lines
