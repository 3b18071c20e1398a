"""Every setting of the backend, read from the environment or the `.env` file of the project."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from limits import RateLimitItem, parse
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BACKEND_DIR = Path(__file__).resolve().parents[2]
PROJECT_DIR = BACKEND_DIR.parent

DEFAULT_SECRET_KEY = "insecure-secret-key-for-dev"  # noqa: S105
DEFAULT_ADMIN_PASSWORD = "admin123"  # noqa: S105
MIN_SECRET_BYTES = 32


class Settings(BaseSettings):
    """Read once at start; a bad value stops the process with a message that names the setting."""

    model_config = SettingsConfigDict(
        env_file=os.environ.get("ENV_FILE", PROJECT_DIR / ".env"),
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    environment: Literal["development", "test", "production"] = "development"
    data_dir: Path = BACKEND_DIR / "data"
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
    trusted_proxies: Annotated[list[str], NoDecode] = []
    rate_limit: str = "100/minute"
    max_body_bytes: int = 1024 * 1024
    page_cache_seconds: int = Field(default=60, ge=0)
    task_lease_seconds: int = Field(default=30, ge=1)
    task_sweep_seconds: float = Field(default=10, gt=0)

    @field_validator("allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("rate_limit")
    @classmethod
    def _readable_rate(cls, value: str) -> str:
        try:
            parse(value)
        except ValueError:
            raise ValueError("write it like 100/minute") from None
        return value

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value if value.is_absolute() else PROJECT_DIR / value

    @model_validator(mode="after")
    def _refuse_defaults_in_production(self) -> Self:
        if self.environment == "production" and (problems := self.production_problems()):
            raise ValueError("ENVIRONMENT=production: " + "; ".join(problems))
        return self

    def production_problems(self) -> list[str]:
        """What must be set before this configuration may face real users; empty when nothing."""
        secret = self.secret_key.get_secret_value()
        problems = []
        if secret == DEFAULT_SECRET_KEY:
            problems.append("SECRET_KEY is the public default (make one: openssl rand -hex 32)")
        elif len(secret.encode()) < MIN_SECRET_BYTES:
            problems.append(f"SECRET_KEY is shorter than {MIN_SECRET_BYTES} bytes")
        if self.admin_password.get_secret_value() == DEFAULT_ADMIN_PASSWORD:
            problems.append("ADMIN_PASSWORD is the public default")
        return problems

    @property
    def database(self) -> str:
        """The SQLAlchemy URL: `DATABASE_URL`, or the SQLite file in the data folder."""
        url = self.database_url or f"sqlite:///{self.data_dir / 'players.db'}"
        # The spec writes postgresql://; the one driver here is psycopg 3.
        for prefix in ("postgresql://", "postgres://"):
            if url.startswith(prefix):
                return "postgresql+psycopg://" + url.removeprefix(prefix)
        return url

    @property
    def redis(self) -> str:
        """The Redis URL: `REDIS_URL`, or the embedded server's."""
        return self.redis_url or f"redis://127.0.0.1:{self.redis_port}/0"

    @property
    def ai_service(self) -> str:
        """The base address of the AI service."""
        return (self.ai_service_url or f"http://127.0.0.1:{self.ai_port}").rstrip("/")

    @property
    def rate(self) -> RateLimitItem:
        """The request budget of one address."""
        return parse(self.rate_limit)


@lru_cache
def get_settings() -> Settings:
    """The settings of this process."""
    return Settings()


def readable(error: ValidationError) -> list[str]:
    """One line a bad setting: its name as in the environment, and what is wrong with it."""
    lines = []
    for problem in error.errors():
        name = "_".join(str(part) for part in problem["loc"]).upper()
        message = problem["msg"].removeprefix("Value error, ")
        lines.append(f"{name}: {message}" if name else message)
    return lines
