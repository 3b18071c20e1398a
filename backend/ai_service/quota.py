"""Limits this service's requests to the model, to protect the account's quota."""

import math
import time
from collections.abc import Sequence

from limits import RateLimitItem
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from ai_service.errors import QuotaGuardError


class Quota:
    """Counts in memory, per process."""

    def __init__(self, limits: Sequence[RateLimitItem]) -> None:
        self._limits = limits
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self) -> None:
        """Count one request. Raises QuotaGuardError, without counting, if a limit is reached."""
        for limit in self._limits:
            if not self._limiter.test(limit):
                resets_at = self._limiter.get_window_stats(limit).reset_time
                raise QuotaGuardError(retry_after=max(1, math.ceil(resets_at - time.time())))
        for limit in self._limits:
            self._limiter.hit(limit)
