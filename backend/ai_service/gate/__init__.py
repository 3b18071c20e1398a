"""The gate: every sentence of a report, checked by code against the evidence it cites."""

from ai_service.gate.check import Gate
from ai_service.gate.review import Review, review

__all__ = ["Gate", "Review", "review"]
