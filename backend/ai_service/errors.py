"""What can go wrong, and how it leaves the service: RFC 9457 problem documents.

    ServiceError            a failure with a status and a code of its own
    ├── RateLimitedError    the model's provider refuses for now            503, retryable
    ├── QuotaGuardError     this service's own limit on model requests      503, retryable
    ├── UnavailableError    provider down or not reachable                  502, retryable
    ├── BadAnswerError      an answer that is no report                     502, retryable
    ├── TimedOutError       no answer in time                               504, retryable
    ├── BlockedError        refused by the provider's safety filters        502
    ├── OutOfQuotaError     the account has no credit or quota left         502
    ├── MisconfiguredError  key, model name or request not accepted         502
    └── NotSupportedError   what was written is not what the record says    502

Details are sentences for a scout. What a provider said goes into none of them: it may repeat the
key.
"""

from typing import ClassVar


class ServiceError(Exception):
    """`retry_after` is whole seconds, given when the caller should wait before it tries again."""

    status: ClassVar[int]
    code: ClassVar[str]
    title: ClassVar[str]
    detail: ClassVar[str]
    retryable: ClassVar[bool] = True

    def __init__(self, *, retry_after: int | None = None) -> None:
        super().__init__(self.detail)
        self.retry_after = retry_after


class RateLimitedError(ServiceError):
    status, code = 503, "model_rate_limited"
    title = "The language model is busy"
    detail = "The language model's provider accepts no more requests for now. Try again later."


class QuotaGuardError(ServiceError):
    status, code = 503, "model_quota_guard"
    title = "Report limit reached"
    detail = "As many reports as this desk allows for now have been requested. Try again later."


class UnavailableError(ServiceError):
    status, code = 502, "model_unavailable"
    title = "The language model is not available"
    detail = "The language model could not be reached or failed. Try again later."


class BadAnswerError(ServiceError):
    status, code = 502, "model_bad_answer"
    title = "The language model gave no usable report"
    detail = "The language model answered with something that is not a complete report."


class TimedOutError(ServiceError):
    status, code = 504, "model_timeout"
    title = "The language model took too long"
    detail = "The language model did not answer in time. Try again later."


class BlockedError(ServiceError):
    status, code, retryable = 502, "model_blocked", False
    title = "The language model refused"
    detail = "The language model's safety filters refused to write a report on this player."


class OutOfQuotaError(ServiceError):
    status, code, retryable = 502, "model_out_of_quota", False
    title = "The language model's account is used up"
    detail = (
        "The account at the language model's provider has no credit or quota left. "
        "An administrator has to look at it."
    )


class MisconfiguredError(ServiceError):
    status, code, retryable = 502, "model_misconfigured", False
    title = "The language model is not set up correctly"
    detail = (
        "The language model's provider did not accept the request. "
        "An administrator has to check the key and the name of the model."
    )


class NotSupportedError(ServiceError):
    status, code, retryable = 502, "report_not_supported", False
    title = "The report does not hold"
    detail = "Too little of the report was supported by the record."
