"""Creates the model of each provider; the only module that differs between providers.

The SDKs take seconds to import, so only that of the provider in use is imported.
"""

from collections.abc import Callable

import httpx2
from pydantic import SecretStr
from pydantic_ai.models import Model

from ai_service.settings import Provider, Settings


def model_name(settings: Settings, provider: Provider) -> str:
    """The configured name of the provider's model."""
    name = getattr(settings, f"{provider}_model")
    assert isinstance(name, str)
    return name


def make_model(settings: Settings, provider: Provider, client: httpx2.AsyncClient) -> Model:
    """The provider's model, over `client`."""
    return _MAKERS[provider](settings, client)


def _gemini(settings: Settings, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.google import GoogleModel  # noqa: PLC0415
    from pydantic_ai.providers.google import GoogleProvider  # noqa: PLC0415

    provider = GoogleProvider(
        api_key=_secret(settings.gemini_api_key),
        base_url=settings.gemini_base_url,
        http_client=client,
    )
    return GoogleModel(settings.gemini_model, provider=provider)


def _openai(settings: Settings, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
    from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415

    # Chat Completions instead of Responses: local servers support it too.
    # Always with an address: the SDK uses an empty OPENAI_BASE_URL, which compose sets, as one.
    provider = OpenAIProvider(
        base_url=settings.openai_base_url or "https://api.openai.com/v1",
        api_key=_secret(settings.openai_api_key),
        http_client=client,
    )
    return OpenAIChatModel(settings.openai_model, provider=provider)


def _anthropic(settings: Settings, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415
    from pydantic_ai.providers.anthropic import AnthropicProvider  # noqa: PLC0415

    provider = AnthropicProvider(
        base_url=settings.anthropic_base_url or "https://api.anthropic.com",
        api_key=_secret(settings.anthropic_api_key),
        http_client=client,
    )
    return AnthropicModel(settings.anthropic_model, provider=provider)


def _local(settings: Settings, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
    from pydantic_ai.profiles.openai import OpenAIModelProfile  # noqa: PLC0415
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider  # noqa: PLC0415

    assert settings.local_base_url
    assert settings.local_model
    key = settings.local_api_key
    provider = OpenAICompatibleProvider(
        "local",
        base_url=settings.local_base_url,
        api_key=key.get_secret_value() if key else None,
        http_client=client,
        # What Ollama, llama.cpp and vLLM have in common. They enforce the schema by masking
        # tokens, so the model sees the schema only if the instructions contain it.
        profile=OpenAIModelProfile(
            supports_json_schema_output=True,
            native_output_requires_schema_in_instructions=True,
            openai_supports_strict_tool_definition=False,
            openai_chat_supports_max_completion_tokens=False,
            openai_chat_supports_multiple_system_messages=False,
        ),
    )
    return OpenAIChatModel(settings.local_model, provider=provider)


def _secret(key: SecretStr | None) -> str:
    assert key is not None, "settings without the key are invalid"
    return key.get_secret_value()


_MAKERS: dict[Provider, Callable[[Settings, httpx2.AsyncClient], Model]] = {
    "gemini": _gemini,
    "openai": _openai,
    "anthropic": _anthropic,
    "local": _local,
}
