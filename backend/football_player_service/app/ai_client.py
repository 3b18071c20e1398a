"""Calls the AI service: with timeouts, and again where the trouble may pass."""

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

import structlog
import urllib3
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    wait_exponential_jitter,
)

from football_player_service.app.settings import get_settings

log = structlog.get_logger()

MAX_ATTEMPTS = 3
MAX_WAIT_SECONDS = 30.0
_BACKOFF = wait_exponential_jitter(initial=1, max=10, jitter=1)
_OK, _TOO_MANY, _SERVER_ERROR = 200, 429, 500
_JSON = {"Content-Type": "application/json"}


Source = Literal["simulated", "gemini", "openai", "anthropic", "local"]
Verdict = Literal["sign", "monitor", "reject", "insufficient_evidence"]
Confidence = Literal["low", "medium", "high"]
Section = Literal["summary", "strengths", "weaknesses", "risks", "recommendation"]
_Text = Annotated[str, Field(min_length=1)]
_closed = ConfigDict(extra="forbid", frozen=True, strict=True)


class Claim(BaseModel):
    """A sentence, the ids of what it rests on, and whether the gate let it stand."""

    model_config = _closed

    section: Section
    text: _Text
    evidence: list[str]
    status: Literal["checked", "cut"]
    reasons: list[str]


CLAIMS = TypeAdapter(list[Claim])


class Usage(BaseModel):
    """What writing took; nulls where no model was asked, or its price is not known."""

    model_config = _closed

    requests: Annotated[int, Field(ge=0)]
    input_tokens: Annotated[int, Field(ge=0)] | None
    output_tokens: Annotated[int, Field(ge=0)] | None
    cost_usd: Annotated[float, Field(ge=0)] | None


class AiReport(BaseModel):
    """A checked report as the AI service answers it; `report` is Markdown."""

    model_config = _closed

    report: _Text
    source: Source
    model: _Text
    prompt_version: _Text
    verdict: Verdict
    confidence: Confidence
    claims: list[Claim]
    usage: Usage
    generated_at: AwareDatetime

    @model_validator(mode="after")
    def _something_stands(self) -> Self:
        if not any(claim.status == "checked" for claim in self.claims):
            raise ValueError("a report of which nothing stands is none")
        return self


class AiError(Exception):
    """No report. `str()` says why in words for a scout; `temporary` that it may pass."""

    def __init__(
        self, detail: str, *, code: str, temporary: bool, retry_after: float | None = None
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.temporary = temporary
        self.retry_after = retry_after


@lru_cache
def _connections() -> urllib3.HTTPConnectionPool:
    """The connections of this process: kept open, one for each thread at work.

    urllib3, as it takes half of httpx's time and a worker makes nothing but this one request.
    """
    settings = get_settings()
    timeout = urllib3.Timeout(connect=3, read=settings.ai_service_timeout_seconds)
    return urllib3.connection_from_url(
        settings.ai_service, maxsize=settings.worker_concurrency, timeout=timeout, retries=False
    )


def generate(
    dossier: bytes, *, on_attempt: Callable[[int], None] = lambda _attempt: None
) -> AiReport:
    """A report from `dossier`, a `Dossier` as JSON; `AiError` after at most three attempts."""
    for attempt in _RETRYING:
        with attempt:
            on_attempt(attempt.retry_state.attempt_number)
            return _once(dossier)
    raise AssertionError("tenacity either returns or raises")


def _once(dossier: bytes) -> AiReport:
    try:
        path = f"{urlsplit(get_settings().ai_service).path}/generate"
        answer = _connections().urlopen("POST", path, body=dossier, headers=_JSON)
    except urllib3.exceptions.ReadTimeoutError:
        raise AiError(
            "The AI service did not answer in time.", code="ai_timeout", temporary=True
        ) from None
    except urllib3.exceptions.HTTPError:
        raise AiError(
            "The AI service cannot be reached.", code="ai_unreachable", temporary=True
        ) from None
    if answer.status == _OK:
        try:
            return AiReport.model_validate_json(answer.data)
        except ValidationError:
            raise AiError(
                "The AI service gave an answer that is not a report.",
                code="ai_bad_answer",
                temporary=True,
            ) from None
    raise _refusal(answer)


def _refusal(answer: urllib3.BaseHTTPResponse) -> AiError:
    """Its problem document as an error; anything else by its status alone."""
    try:
        body = answer.json()
        detail, code = str(body["detail"]), str(body["code"])
    except (ValueError, TypeError, KeyError):
        body, detail, code = {}, f"The AI service failed (HTTP {answer.status}).", "ai_error"
    passing = answer.status == _TOO_MANY or answer.status >= _SERVER_ERROR
    return AiError(
        detail,
        code=code,
        temporary=passing and body.get("retryable", True) is not False,
        retry_after=_seconds(answer.headers.get("Retry-After")),
    )


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isdecimal() else None


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after if isinstance(error, AiError) else None
    # A service that asks for more than half a minute is asked again too early, and then fails.
    return min(asked, MAX_WAIT_SECONDS) if asked is not None else _BACKOFF(state)


def _log_retry(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    log.warning("ai_service_retry", attempt=state.attempt_number, error=str(error))


# Each thread has a state of its own in it.
_RETRYING = Retrying(
    retry=retry_if_exception(lambda e: isinstance(e, AiError) and e.temporary),
    stop=stop_after_attempt(MAX_ATTEMPTS),
    wait=_wait,
    before_sleep=_log_retry,
    reraise=True,
)
