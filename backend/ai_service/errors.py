"""Failures of report generation, each with its own HTTP status and code.

    ServiceError
    ├── RateLimitedError    the provider's rate limit is reached            503, retryable
    ├── QuotaGuardError     this service's own rate limit is reached        503, retryable
    ├── UnavailableError    the provider is down or unreachable             502, retryable
    ├── BadAnswerError      the answer is not a report                      502, retryable
    ├── TimedOutError       no answer in time                               504, retryable
    ├── BlockedError        blocked by the provider's safety filters        502
    ├── OutOfQuotaError     the account has no credit or quota left         502
    ├── MisconfiguredError  key, model name or request not accepted         502
    └── NotSupportedError   too little of the report matches the evidence   502

Details are shown to scouts and never repeat a provider's message, which may contain the key.
"""

from typing import ClassVar


class ServiceError(Exception):
    """`retry_after` is whole seconds, given when the caller should wait before it tries again."""

    status: ClassVar[int]
    code: ClassVar[str]
    detail: ClassVar[str]
    retryable: ClassVar[bool] = True

    def __init__(self, *, retry_after: int | None = None) -> None:
        super().__init__(self.detail)
        self.retry_after = retry_after


class RateLimitedError(ServiceError):
    status, code = 503, "model_rate_limited"
    detail = "The language model's provider accepts no more requests for now. Try again later."


class QuotaGuardError(ServiceError):
    status, code = 503, "model_quota_guard"
    detail = "As many reports as this desk allows for now have been requested. Try again later."


class UnavailableError(ServiceError):
    status, code = 502, "model_unavailable"
    detail = "The language model could not be reached or failed. Try again later."


class BadAnswerError(ServiceError):
    status, code = 502, "model_bad_answer"
    detail = "The language model answered with something that is not a complete report."


class TimedOutError(ServiceError):
    status, code = 504, "model_timeout"
    detail = "The language model did not answer in time. Try again later."


class BlockedError(ServiceError):
    status, code, retryable = 502, "model_blocked", False
    detail = "The language model's safety filters refused to write a report on this player."


class OutOfQuotaError(ServiceError):
    status, code, retryable = 502, "model_out_of_quota", False
    detail = (
        "The account at the language model's provider has no credit or quota left. "
        "An administrator has to look at it."
    )


class MisconfiguredError(ServiceError):
    status, code, retryable = 502, "model_misconfigured", False
    detail = (
        "The language model's provider did not accept the request. "
        "An administrator has to check the key and the name of the model."
    )


class NotSupportedError(ServiceError):
    status, code, retryable = 502, "report_not_supported", False
    detail = "Too little of the report was supported by the record."
