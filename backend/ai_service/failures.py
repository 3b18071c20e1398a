"""Maps failed requests to a model to this service's errors, the same for every provider."""

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

# Seconds to wait after a 429 without Retry-After: providers count per minute.
DEFAULT_WAIT_SECONDS = 30

_SERVER_ERRORS = 500

# What pydantic-ai raises, and what the SDKs and their HTTP client raise if a 200 does not follow
# the protocol: they read fields without checking the shape of the answer.
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


# The first match applies.
_MEANS: tuple[tuple[type[Exception], type[errors.ServiceError]], ...] = (
    (ContentFilterError, errors.BlockedError),
    (ModelRequestTimeout, errors.TimedOutError),
    (ModelTimeoutError, errors.TimedOutError),
    (ModelConnectionError, errors.UnavailableError),
    (ModelQuotaExceededError, errors.OutOfQuotaError),
    (UserError, errors.MisconfiguredError),  # such as a model that cannot answer in a schema
)


def service_error(error: Exception) -> errors.ServiceError:
    """The error to answer with for one of `FAILURES`."""
    for kind, meaning in _MEANS:
        if isinstance(error, kind):
            return meaning()
    return _refusal(error) if isinstance(error, ModelHTTPError) else errors.BadAnswerError()


def _refusal(error: ModelHTTPError) -> errors.ServiceError:
    """The error for a provider's status other than 200."""
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        wait = DEFAULT_WAIT_SECONDS if error.retry_after is None else error.retry_after
        return errors.RateLimitedError(retry_after=max(1, math.ceil(wait)))
    if error.status_code == HTTPStatus.REQUEST_TIMEOUT or error.status_code >= _SERVER_ERRORS:
        return errors.UnavailableError()
    return errors.MisconfiguredError()
