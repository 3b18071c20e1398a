"""Reports by Gemini: one request to the model for each report, and its failures told apart.

Neither the SDK nor pydantic-ai tries again here, or goes on where an answer stopped. The caller
does, and it alone knows how often a report may be attempted.
"""

import math
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any, Literal

import httpx2
import structlog
from pydantic_ai import Agent, ModelResponse, NativeOutput, RunContext
from pydantic_ai.capabilities import Hooks
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelConnectionError,
    ModelHTTPError,
    ModelRequestTimeout,
    ModelTimeoutError,
    UnexpectedModelBehavior,
)
from pydantic_ai.models import ModelRequestContext, create_async_httpx2_client
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.providers.google import GoogleProvider
from pydantic_ai.settings import ModelSettings

from ai_service import errors
from ai_service.prompt import facts, instructions
from ai_service.schemas import Player, Recommendation, Sections
from ai_service.settings import Settings

# Seconds to wait after a 429 that does not say how long: Gemini counts by the minute.
WAIT_WHEN_NOT_TOLD = 30

CONNECT_SECONDS = 5

_SERVER_ERRORS = 500

# What the SDK and its HTTP client stumble with when a 200 is not of the protocol: they look into
# the answer before they know that it has the right shape.
_NOT_OF_THE_PROTOCOL = (
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    httpx2.HTTPError,
)

_requests_sent: ContextVar[list[str]] = ContextVar("requests_sent")

_log = structlog.get_logger(__name__)


class ProfileRecommendation(Recommendation):
    """A verdict on a profile. Nobody is signed on a profile alone, so "sign" is not among them."""

    verdict: Literal["monitor", "reject", "insufficient_evidence"]


class ProfileSections(Sections):
    """The sections of a scouting report."""

    recommendation: ProfileRecommendation


Writer = Agent[None, ProfileSections]


def make_client(settings: Settings) -> httpx2.AsyncClient:
    """The HTTP client for the model. It lets one request through for each report; close it."""
    # The deadline of a report is the agent's; this is only what bounds a connection behind it.
    timeout = httpx2.Timeout(settings.ai_timeout_seconds + CONNECT_SECONDS, connect=CONNECT_SECONDS)
    client = create_async_httpx2_client(timeout=timeout)
    client.event_hooks["request"].append(_once)
    return client


def make_agent(settings: Settings, client: httpx2.AsyncClient) -> Writer:
    """The agent that writes, over `client`."""
    assert settings.gemini_api_key is not None
    provider = GoogleProvider(
        api_key=settings.gemini_api_key.get_secret_value(),
        base_url=settings.gemini_base_url,
        http_client=client,
    )
    return Agent(
        GoogleModel(settings.gemini_model, provider=provider),
        name="scout",
        output_type=NativeOutput(ProfileSections),
        instructions=instructions(),
        retries=0,
        model_settings=ModelSettings(
            max_tokens=settings.ai_max_output_tokens,
            # Thinking counts as output. Off, or as little as the model can do, leaves the tokens
            # to the report; there is little to think about in a profile.
            thinking=False,
            max_retries=0,
            request_timeout=settings.ai_timeout_seconds,
        ),
        capabilities=[Hooks(after_model_request=_refuse_filtered)],
    )


async def write(agent: Writer, player: Player) -> Sections:
    """Ask the model once for the sections of a report. Raises a ServiceError when it fails."""
    message = facts(player)
    _requests_sent.set([])
    try:
        result = await agent.run(message)
    except (ModelAPIError, UnexpectedModelBehavior, *_NOT_OF_THE_PROTOCOL) as error:
        failure = _failure(error)
        _log.warning(
            "model failed",
            code=failure.code,
            error=type(error).__name__,
            upstream_status=getattr(error, "status_code", None),
            upstream_code=getattr(error, "provider_error_code", None),
        )
        raise failure from error
    _log.info(
        "model answered",
        input_tokens=result.usage.input_tokens,
        output_tokens=result.usage.output_tokens,
    )
    return Sections.model_validate(result.output.model_dump())


async def _once(request: httpx2.Request) -> None:
    """Stop the SDK where it would fetch the rest of a long answer with requests of its own."""
    sent = _requests_sent.get()
    if sent:
        raise httpx2.RequestError("more than one request for a report", request=request)
    sent.append(request.method)


async def _refuse_filtered(
    _: RunContext[Any], *, request_context: ModelRequestContext, response: ModelResponse
) -> ModelResponse:
    """Stop at an answer that a safety filter cut, also when what is left of it could be read."""
    del request_context
    if response.finish_reason == "content_filter":
        raise ContentFilterError("the answer was filtered")
    return response


def _failure(error: Exception) -> errors.ServiceError:
    """Which of our errors a failed model request is."""
    match error:
        case ContentFilterError():
            return errors.BlockedError()
        case ModelRequestTimeout() | ModelTimeoutError():
            return errors.TimedOutError()
        case ModelConnectionError():
            return errors.UnavailableError()
        case ModelHTTPError():
            return _refusal(error)
        case _:
            return errors.BadAnswerError()


def _refusal(error: ModelHTTPError) -> errors.ServiceError:
    """Which of our errors an error status of the provider is."""
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        wait = WAIT_WHEN_NOT_TOLD if error.retry_after is None else error.retry_after
        return errors.RateLimitedError(retry_after=max(1, math.ceil(wait)))
    if error.status_code == HTTPStatus.REQUEST_TIMEOUT or error.status_code >= _SERVER_ERRORS:
        return errors.UnavailableError()
    return errors.MisconfiguredError()
