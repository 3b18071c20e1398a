"""Measures reports: `make eval` and `make eval-model` (`docs/evaluation.md`)."""
