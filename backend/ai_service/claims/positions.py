"""What judges a player of each position, read from `positions.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ai_service.schemas import Position

_CORE, _EXTRA = 0.7, 0.4


@dataclass(frozen=True)
class Profile:
    """A position: its group, how much each group of metrics counts, and the aspects to look for."""

    name: str
    group: Position
    key: str  # the metric a reader asks for first
    groups: Mapping[str, float]
    aspects: tuple[str, ...]

    def is_core(self, metric: str, group: str) -> bool:
        """Whether a low rank of the metric is a weakness."""
        return self.groups.get(group, 0) >= _CORE and self._is_wanted(metric)

    def counts(self, metric: str, group: str) -> bool:
        """Whether a high rank of the metric is a strength."""
        return self.groups.get(group, 0) >= _EXTRA and self._is_wanted(metric)

    def _is_wanted(self, metric: str) -> bool:
        """Whether it speaks about an aspect of the position, or about none in particular."""
        found = aspects_of(metric)
        return not found or not set(found).isdisjoint(self.aspects)


def profile(group: str | None, detail: str | None) -> Profile | None:
    """That of the detailed position if it belongs to the group, otherwise that of the group."""
    found = _profiles().get(detail or "")
    if found and (group is None or found.group == group):
        return found
    return _profiles().get(group or "")


@cache
def aspects_of(metric: str) -> tuple[str, ...]:
    """The aspects that a metric speaks about."""
    return tuple(name for name, metrics in _data()["aspects"].items() if metric in metrics)


def asked_about(question: str) -> list[str]:
    """The aspects that a question in English names, by their words in `positions.toml`."""
    folded = f" {' '.join(re.findall(r'[a-z0-9]+', question.casefold()))} "
    return [
        name for name, words in _data()["words"].items() if any(f" {w} " in folded for w in words)
    ]


def is_ignored(metric: str) -> bool:
    """Whether ranks of the metric say little about a player."""
    return metric in _ignored()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("ai_service") / "claims" / "positions.toml").read_text("utf-8"))


@cache
def _profiles() -> dict[str, Profile]:
    return {
        name: Profile(name, row["group"], row["key"], row["groups"], tuple(row["aspects"]))
        for name, row in _data()["positions"].items()
    }


@cache
def _ignored() -> frozenset[str]:
    return frozenset(_data()["ignored"]["metrics"])
