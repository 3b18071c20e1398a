"""Settings, from the environment or a `.env` file in the working directory."""

from typing import Annotated

from limits import RateLimitItem, parse_many
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

# The newest generally available Flash model; it has no announced end.
DEFAULT_GEMINI_MODEL = "gemini-3.8-flash"


class Settings(BaseSettings):
    """Read once, when the application is made. An empty variable counts as not set."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    gemini_api_key: SecretStr | None = None
    gemini_model: Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w.\-/]*$")] = DEFAULT_GEMINI_MODEL
    gemini_base_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    ai_timeout_seconds: Annotated[float, Field(gt=0, le=600)] = 30.0
    ai_rate_limit: str = "10/minute"
    ai_max_output_tokens: Annotated[int, Field(ge=256, le=65_536)] = 2048

    @field_validator("gemini_api_key")
    @classmethod
    def _blank_key_is_no_key(cls, key: SecretStr | None) -> SecretStr | None:
        if key is None or not key.get_secret_value().strip():
            return None
        return SecretStr(key.get_secret_value().strip())

    @field_validator("ai_rate_limit")
    @classmethod
    def _limit_can_be_read(cls, text: str) -> str:
        parse_many(text)
        return text

    @property
    def rate_limits(self) -> list[RateLimitItem]:
        """The quota's limits, such as `10/minute` or `10/minute;250/day`."""
        return parse_many(self.ai_rate_limit)
