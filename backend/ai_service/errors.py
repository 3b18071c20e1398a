"""Failures of report generation, each with its own HTTP status and code.

    ServiceError
    ├── RateLimitedError    the provider's rate limit is reached            503, retryable
    ├── QuotaGuardError     this service's own rate limit is reached        503, retryable
    ├── UnavailableError    the provider is down or unreachable             502, retryable
    ├── BadAnswerError      the answer is not a plan                        502, retryable
    ├── TimedOutError       no answer in time                               504, retryable
    ├── BlockedError        blocked by the provider's safety filters        502
    ├── OutOfQuotaError     the account has no credit or quota left         502
    └── MisconfiguredError  key, model name or request not accepted         502

Details are shown to scouts and never repeat a provider's message, which may contain the key.
"""

from typing import ClassVar


class ServiceError(Exception):
    """`retry_after`: seconds to wait before a retry, if known."""

    status: ClassVar[int]
    code: ClassVar[str]
    detail: ClassVar[str]
    retryable: ClassVar[bool] = True

    def __init__(self, *, retry_after: int | None = None) -> None:
        super().__init__(self.detail)
        self.retry_after = retry_after


class RateLimitedError(ServiceError):
    status, code = 503, "model_rate_limited"
    detail = "The language model's rate limit is reached. Try again later."


class QuotaGuardError(ServiceError):
    status, code = 503, "model_quota_guard"
    detail = "The limit on report requests is reached. Try again later."


class UnavailableError(ServiceError):
    status, code = 502, "model_unavailable"
    detail = "The language model is unreachable or failed. Try again later."


class BadAnswerError(ServiceError):
    status, code = 502, "model_bad_answer"
    detail = "The language model's answer is not a plan of a report."


class TimedOutError(ServiceError):
    status, code = 504, "model_timeout"
    detail = "The language model did not answer in time. Try again later."


class BlockedError(ServiceError):
    status, code, retryable = 502, "model_blocked", False
    detail = "The language model's safety filters blocked a report on this player."


class OutOfQuotaError(ServiceError):
    status, code, retryable = 502, "model_out_of_quota", False
    detail = (
        "The account at the language model's provider has no credit or quota left. "
        "Ask an administrator to check it."
    )


class MisconfiguredError(ServiceError):
    status, code, retryable = 502, "model_misconfigured", False
    detail = (
        "The language model's provider rejected the request. "
        "Ask an administrator to check the key and the model's name."
    )
