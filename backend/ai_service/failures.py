"""Which of our errors a failed request to a model is: the same for every provider."""

import math
from http import HTTPStatus

import httpx2
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelConnectionError,
    ModelHTTPError,
    ModelQuotaExceededError,
    ModelRequestTimeout,
    ModelTimeoutError,
    UnexpectedModelBehavior,
    UserError,
)

from ai_service import errors

# Seconds to wait after a 429 that does not say how long: providers count by the minute.
WAIT_WHEN_NOT_TOLD = 30

_SERVER_ERRORS = 500

# What pydantic-ai raises, and what the SDKs and their HTTP client stumble with when a 200 is not
# of the protocol: they look into the answer before they know that it has the right shape.
FAILURES = (
    ModelAPIError,
    UnexpectedModelBehavior,
    UserError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    httpx2.HTTPError,
)


# The first one that fits.
_MEANS: tuple[tuple[type[Exception], type[errors.ServiceError]], ...] = (
    (ContentFilterError, errors.BlockedError),
    (ModelRequestTimeout, errors.TimedOutError),
    (ModelTimeoutError, errors.TimedOutError),
    (ModelConnectionError, errors.UnavailableError),
    (ModelQuotaExceededError, errors.OutOfQuotaError),
    (UserError, errors.MisconfiguredError),  # such as a model that cannot answer in a schema
)


def service_error(error: Exception) -> errors.ServiceError:
    """The error to answer with, for one of `FAILURES`."""
    for kind, meaning in _MEANS:
        if isinstance(error, kind):
            return meaning()
    return _refusal(error) if isinstance(error, ModelHTTPError) else errors.BadAnswerError()


def _refusal(error: ModelHTTPError) -> errors.ServiceError:
    """The error for a status of the provider that is none of a success."""
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        wait = WAIT_WHEN_NOT_TOLD if error.retry_after is None else error.retry_after
        return errors.RateLimitedError(retry_after=max(1, math.ceil(wait)))
    if error.status_code == HTTPStatus.REQUEST_TIMEOUT or error.status_code >= _SERVER_ERRORS:
        return errors.UnavailableError()
    return errors.MisconfiguredError()
