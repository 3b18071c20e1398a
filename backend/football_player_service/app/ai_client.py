"""The client of the AI service: timeouts, and retries of temporary failures."""

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Literal, Self

import httpx
import structlog
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
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

from football_player_service.app.errors import AppError
from football_player_service.app.settings import get_settings

log = structlog.get_logger()

MAX_ATTEMPTS = 3
MAX_WAIT_SECONDS = 30.0
_CONNECT_SECONDS = 3.0
_HEALTH_SECONDS = 2.0
_BACKOFF = wait_exponential_jitter(initial=1, max=10, jitter=1)


Source = Literal["simulated", "gemini", "openai", "anthropic", "local"]
Verdict = Literal[
    # Without a brief.
    "follow_up", "keep_watching", "insufficient_evidence", "not_applicable",
    # With a brief, and of reports of earlier versions; also `insufficient_evidence`.
    "sign", "monitor", "reject",
]  # fmt: skip
Confidence = Literal["low", "medium", "high"]
SectionName = Literal["summary", "strengths", "weaknesses", "market", "recommendation"]
Polarity = Literal["for", "against", "neutral"]
BriefResult = Literal["met", "partly_met", "missed", "unknown"]
_Text = Annotated[str, Field(min_length=1)]
_closed = ConfigDict(extra="forbid", frozen=True, strict=True)


class Sentence(BaseModel):
    """A sentence of a report, the ids of the claims it states, and those of their evidence."""

    model_config = _closed

    text: _Text
    claims: list[str]
    evidence: list[str]


class ContentSection(BaseModel):
    """A section of a report; a paragraph is a list of sentences."""

    model_config = _closed

    name: SectionName
    title: _Text
    paragraphs: list[list[Sentence]]


class Fact(BaseModel):
    """A claim as a sentence of its own; `used` says whether the report states it."""

    model_config = _closed

    id: _Text
    type: _Text
    topic: _Text
    polarity: Polarity
    text: _Text
    evidence: list[str]
    used: bool


class BriefItem(BaseModel):
    """One requirement of the brief, and whether the player meets it."""

    model_config = _closed

    label: _Text
    result: BriefResult
    text: _Text
    claim: _Text
    evidence: list[str]


class Answer(BaseModel):
    """The recommendation as a label, a headline, and at most three reasons."""

    model_config = _closed

    title: _Text
    headline: _Text
    reasons: Annotated[list[Sentence], Field(max_length=3)]


class Content(BaseModel):
    """The report as data. `facts` has the claims, also those that the report leaves out.

    `plan` is what the author chose, `repairs` what had to be added, dropped or reordered.
    """

    model_config = _closed

    language: _Text
    versions: dict[str, str]
    answer: Answer
    sections: list[ContentSection]
    brief: list[BriefItem]
    method: list[Sentence]
    facts: list[Fact]
    plan: dict[str, JsonValue]
    repairs: list[str]

    @property
    def parts(self) -> list[Sentence | BriefItem | Fact]:
        """Everything that cites evidence."""
        return [*self.answer.reasons, *self.sentences, *self.brief, *self.method, *self.facts]

    @property
    def sentences(self) -> list[Sentence]:
        """Those of the sections, in order."""
        return [
            sentence
            for section in self.sections
            for paragraph in section.paragraphs
            for sentence in paragraph
        ]

    @model_validator(mode="after")
    def _has_a_sentence(self) -> Self:
        if not self.sentences:
            raise ValueError("a report needs at least one sentence")
        return self


class Usage(BaseModel):
    """What the report cost; null if no model was used or its price is unknown."""

    model_config = _closed

    requests: Annotated[int, Field(ge=0)]
    input_tokens: Annotated[int, Field(ge=0)] | None
    output_tokens: Annotated[int, Field(ge=0)] | None
    cost_usd: Annotated[float, Field(ge=0)] | None


class AiReport(BaseModel):
    """A report from the AI service: `report` is Markdown, `content` the same as data."""

    model_config = _closed

    report: _Text
    source: Source
    model: _Text
    prompt_version: _Text
    verdict: Verdict
    confidence: Confidence
    content: Content
    usage: Usage
    generated_at: AwareDatetime


class AiError(AppError):
    """No report, and why in a sentence for the user; `temporary` if a retry may succeed."""

    status = 502

    def __init__(
        self, detail: str, *, code: str, temporary: bool, retry_after: float | None = None
    ) -> None:
        super().__init__(detail, code=code)
        self.temporary = temporary
        self.retry_after = retry_after


@lru_cache
def _client() -> httpx.Client:
    """The connections of this process; httpx keeps them open and shares them between threads."""
    settings = get_settings()
    timeout = httpx.Timeout(settings.ai_service_timeout_seconds, connect=_CONNECT_SECONDS)
    return httpx.Client(base_url=settings.ai_service, timeout=timeout)


def generate(
    dossier: str, *, on_attempt: Callable[[int], None] = lambda _attempt: None
) -> AiReport:
    """A report from `dossier`, a `Dossier` as JSON; `AiError` after at most three attempts."""
    for attempt in _RETRYING:
        with attempt:
            on_attempt(attempt.retry_state.attempt_number)
            return _request(dossier)
    raise AssertionError("tenacity either returns or raises")


def writer() -> str:
    """What writes the reports, as "writer: model"; `httpx.HTTPError` if the service is down."""
    answer = _client().get("/health", timeout=_HEALTH_SECONDS).raise_for_status().json()
    return f"{answer['writer']}: {answer['model']}"


def _request(dossier: str) -> AiReport:
    headers = {"Content-Type": "application/json"}
    try:
        answer = _client().post("/generate", content=dossier, headers=headers)
    except (httpx.ReadTimeout, httpx.WriteTimeout):
        raise AiError(
            "The AI service did not answer in time.", code="ai_timeout", temporary=True
        ) from None
    except httpx.HTTPError:
        raise AiError(
            "The AI service cannot be reached.", code="ai_unreachable", temporary=True
        ) from None
    if not answer.is_success:
        raise _error(answer)
    try:
        return AiReport.model_validate_json(answer.content)
    except ValidationError:
        raise AiError(
            "The AI service did not return a valid report.", code="ai_bad_answer", temporary=True
        ) from None


def _error(answer: httpx.Response) -> AiError:
    """The service's problem document as an error; without one, an error by status."""
    try:
        body = answer.json()
        detail, code = str(body["detail"]), str(body["code"])
    except (ValueError, TypeError, KeyError):
        body, code = {}, "ai_error"
        detail = f"The AI service failed (HTTP {answer.status_code})."
    temporary = answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error
    return AiError(
        detail,
        code=code,
        temporary=temporary and body.get("retryable", True) is not False,
        retry_after=_seconds(answer.headers.get("Retry-After")),
    )


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isdecimal() else None


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    requested = error.retry_after if isinstance(error, AiError) else None
    return min(requested, MAX_WAIT_SECONDS) if requested is not None else _BACKOFF(state)


def _log_retry(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    log.warning("ai_service_retry", attempt=state.attempt_number, error=str(error))


_RETRYING = Retrying(
    retry=retry_if_exception(lambda error: isinstance(error, AiError) and error.temporary),
    stop=stop_after_attempt(MAX_ATTEMPTS),
    wait=_wait,
    before_sleep=_log_retry,
    reraise=True,
)
