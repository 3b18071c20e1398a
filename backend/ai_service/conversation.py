"""The requests to a language model for one report: a plan, and at most one revision.

Neither the SDKs nor pydantic-ai retry or continue a truncated answer. Only the caller retries,
since it knows how many attempts a report has left.
"""

from contextvars import ContextVar
from typing import Any

import httpx2
import structlog
from pydantic import ValidationError
from pydantic_ai import (
    Agent,
    ModelMessage,
    ModelResponse,
    NativeOutput,
    RunContext,
    StructuredDict,
)
from pydantic_ai.capabilities import Hooks
from pydantic_ai.exceptions import ContentFilterError, UnexpectedModelBehavior
from pydantic_ai.models import Model, ModelRequestContext, create_async_httpx2_client
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from ai_service import errors
from ai_service.failures import FAILURES, service_error
from ai_service.plan import Plan, schema
from ai_service.prompt import instructions
from ai_service.quota import Quota
from ai_service.schemas import Usage
from ai_service.settings import Settings

CONNECT_SECONDS = 5

_requests_sent: ContextVar[list[str]] = ContextVar("requests_sent")

_log = structlog.get_logger(__name__)

Planner = Agent[None, str]


def make_client(settings: Settings) -> httpx2.AsyncClient:
    """The HTTP client for the model, limited to one request per answer; the caller closes it."""
    # The agent enforces the deadline of a whole answer; these bound the single connection.
    timeout = httpx2.Timeout(settings.ai_timeout_seconds + CONNECT_SECONDS, connect=CONNECT_SECONDS)
    client = create_async_httpx2_client(timeout=timeout)
    client.event_hooks["request"].append(_once)
    return client


def make_agent(settings: Settings, model: Model) -> Planner:
    """The agent that plans reports with `model`; each request has a schema of its own."""
    return Agent(
        model,
        name="scout",
        instructions=instructions(),
        retries=0,
        model_settings=ModelSettings(
            max_tokens=settings.ai_max_output_tokens,
            # Thinking counts as output. Conclusions are computed before the request, so as many
            # tokens as possible are left to the plan.
            thinking=False,
            max_retries=0,
            request_timeout=settings.ai_timeout_seconds,
        ),
        capabilities=[Hooks(after_model_request=_refuse_unfinished)],
    )


class Conversation:
    """The messages so far and their usage. Each request counts against `quota`."""

    def __init__(self, agent: Planner, quota: Quota, ids: list[str]) -> None:
        self._agent = agent
        self._quota = quota
        self._output = NativeOutput(StructuredDict(schema(ids), name="plan"))
        self._messages: list[ModelMessage] = []
        self._requests = 0
        self._answers: list[RunUsage] = []

    async def ask(self, message: str) -> Plan:
        """The model's answer to one more message. Raises a ServiceError if it gives none."""
        self._quota.take()
        self._requests += 1
        _requests_sent.set([])
        try:
            result = await self._agent.run(
                message, message_history=self._messages, output_type=self._output
            )
        except FAILURES as error:
            failure = service_error(error)
            _log.warning(
                "model failed",
                code=failure.code,
                error=type(error).__name__,
                upstream_status=getattr(error, "status_code", None),
            )
            raise failure from error
        self._messages = result.all_messages()
        self._answers.append(result.usage)
        _log.info(
            "model answered",
            input_tokens=result.usage.input_tokens,
            output_tokens=result.usage.output_tokens,
        )
        return self._plan(result.output)

    def _plan(self, answer: dict[str, Any]) -> Plan:
        """The answer as a plan. Raises `BadAnswerError` if it does not have the shape of one."""
        try:
            return Plan.model_validate(answer)
        except ValidationError as error:
            failure = errors.BadAnswerError()
            _log.warning("model failed", code=failure.code, problems=error.error_count())
            raise failure from error

    @property
    def usage(self) -> Usage:
        """Requests sent, tokens, and the cost if that of every answer is known."""
        # pydantic-ai reports zero tokens if the server does not send the usage.
        counted = [usage for usage in self._answers if usage.total_tokens]
        costs = [usage.cost for usage in counted if usage.cost is not None]
        return Usage(
            requests=self._requests,
            input_tokens=sum(usage.input_tokens for usage in counted) if counted else None,
            output_tokens=sum(usage.output_tokens for usage in counted) if counted else None,
            cost_usd=float(sum(costs)) if len(costs) == self._requests else None,
        )


async def _once(request: httpx2.Request) -> None:
    """Stop the SDK from fetching the rest of a long answer with further requests."""
    sent = _requests_sent.get()
    if sent:
        raise httpx2.RequestError("more than one request for an answer", request=request)
    sent.append(request.method)


async def _refuse_unfinished(
    _: RunContext[Any], *, request_context: ModelRequestContext, response: ModelResponse
) -> ModelResponse:
    """Refuse an answer cut by a safety filter or the token limit, even if it can be parsed."""
    del request_context
    if response.finish_reason == "content_filter":
        raise ContentFilterError("the answer was filtered")
    if response.finish_reason == "length":
        raise UnexpectedModelBehavior("the answer was cut off")
    return response
