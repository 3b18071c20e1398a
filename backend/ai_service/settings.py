"""Settings, from the environment or a `.env` file in the working directory."""

import re
from typing import Annotated, Literal, Self

from limits import RateLimitItem, parse_many
from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Provider = Literal["gemini", "openai", "anthropic", "local"]
Choice = Literal["auto", "built-in", "gemini", "openai", "anthropic", "local"]

# Required settings of each provider. `auto` chooses the first with its first setting present.
NEEDS: dict[Provider, tuple[str, ...]] = {
    "gemini": ("gemini_api_key",),
    "openai": ("openai_api_key",),
    "anthropic": ("anthropic_api_key",),
    "local": ("local_base_url", "local_model"),
}

# A mid-range model of each provider.
DEFAULT_GEMINI_MODEL = "gemini-3.8-flash"
DEFAULT_OPENAI_MODEL = "gpt-6.1-terra"
DEFAULT_ANTHROPIC_MODEL = "claude-sonnet-5-5"


def _blank_is_none(key: SecretStr | None) -> SecretStr | None:
    text = key.get_secret_value().strip() if key else ""
    return SecretStr(text) if text else None


def _is_printable(key: SecretStr | None) -> SecretStr | None:
    if key and not re.fullmatch(r"[!-~]+", key.get_secret_value()):
        raise ValueError("must consist of printable ASCII characters without spaces")
    return key


def _is_rate_limit(text: str) -> str:
    try:
        parse_many(text)
    except ValueError:
        raise ValueError("must look like 10/minute or 10/minute;250/day") from None
    return text


Key = Annotated[SecretStr | None, AfterValidator(_blank_is_none), AfterValidator(_is_printable)]
Url = Annotated[str, Field(pattern=r"^https?://\S+$")]
Model = Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w.:@/\-]*$")]
# Gemini's is part of the URL: no colon.
GeminiModel = Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w.\-/]*$")]


class Settings(BaseSettings):
    """Read once, when the application is created. An empty variable counts as not set."""

    # Inputs are hidden in errors: the input of a model validator holds every key.
    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    environment: Literal["development", "test", "production"] = "development"
    docs_enabled: bool | None = None

    ai_provider: Choice = "auto"
    gemini_api_key: Key = None
    gemini_model: GeminiModel = DEFAULT_GEMINI_MODEL
    gemini_base_url: Url | None = None
    openai_api_key: Key = None
    openai_model: Model = DEFAULT_OPENAI_MODEL
    openai_base_url: Url | None = None
    anthropic_api_key: Key = None
    anthropic_model: Model = DEFAULT_ANTHROPIC_MODEL
    anthropic_base_url: Url | None = None
    local_base_url: Url | None = None
    local_model: Model | None = None
    local_api_key: Key = None
    ai_timeout_seconds: Annotated[float, Field(gt=0, le=600)] = 30.0
    ai_rate_limit: Annotated[str, AfterValidator(_is_rate_limit)] = "10/minute"
    ai_max_output_tokens: Annotated[int, Field(ge=256, le=65_536)] = 4096

    @model_validator(mode="after")
    def _chosen_has_what_it_needs(self) -> Self:
        provider = self.provider
        for name in NEEDS[provider] if provider else ():
            if getattr(self, name) is None:
                raise ValueError(f"the provider {provider} needs {name.upper()}")
        return self

    @property
    def shows_docs(self) -> bool:
        """Whether `/docs` and `/openapi.json` are served: by default not in production."""
        return self.environment != "production" if self.docs_enabled is None else self.docs_enabled

    @property
    def provider(self) -> Provider | None:
        """The provider of the model; None for the built-in planner."""
        if self.ai_provider == "auto":
            return next((p for p, names in NEEDS.items() if getattr(self, names[0])), None)
        return None if self.ai_provider == "built-in" else self.ai_provider

    @property
    def rate_limits(self) -> list[RateLimitItem]:
        """The parsed limits of `ai_rate_limit`."""
        return parse_many(self.ai_rate_limit)


def load() -> Settings:
    """The settings of this process; raises SystemExit with one line for each invalid setting."""
    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"]).upper()
            message = problem["msg"].removeprefix("Value error, ")
            lines.append(f"Not started: {name}: {message}" if name else f"Not started: {message}")
        raise SystemExit("\n".join(lines)) from None
