"""Phrases of claims: TOML files of a language, filled with a claim's arguments.

A phrase is a clause such as `{he} {figure:did} {period:in}`. A field with a format shows an
argument; `{he}`, `{him}` and `{his}` are the player, `{is}`, `{was}` … verbs that agree with the
player. These are left as marks, as what they become depends on the sentences before.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from ai_service.claims.model import Claim
from ai_service.schemas import MetricWords

MARK = "\x01"
SUBJECTS = ("he", "him", "his")


class NotApplicable(Exception):
    """A phrase does not fit the claim's arguments, or what was said before."""


@dataclass
class Said:
    """What a paragraph has named already, so that it need not be repeated."""

    periods: set[str] = field(default_factory=set)
    cohorts: set[str] = field(default_factory=set)
    bands: set[str] = field(default_factory=set)

    def copy(self) -> "Said":
        """The same, to be changed on its own."""
        return Said(set(self.periods), set(self.cohorts), set(self.bands))


@dataclass(frozen=True)
class Context:
    """What formats may use besides the argument they show."""

    claim: Claim
    words: Callable[[str], MetricWords]
    provider: Callable[[str], str]
    said: Said


Format = Callable[[Any, Context], str]


def variants(language: str, type_: str, form: str) -> tuple[str, ...]:
    """The phrases of a claim type in a form: `say`, `merged`, `detail`, `short` or `tag`."""
    found = _phrases(language).get(type_, {}).get(form, ())
    return (found,) if isinstance(found, str) else tuple(found)


def types(language: str) -> tuple[str, ...]:
    """Every claim type that has phrases."""
    return tuple(_phrases(language))


def fill(phrase: str, context: Context, *, formats: Mapping[str, Format]) -> str:
    """The phrase with its arguments shown. Raises `NotApplicable`."""
    return "".join(_parts(phrase, context, formats))


def _parts(phrase: str, context: Context, formats: Mapping[str, Format]) -> Iterator[str]:
    for text, name, spec, _ in Formatter().parse(phrase):
        yield text
        if name is None:
            continue
        if name not in context.claim.args:
            yield f"{MARK}{name}{MARK}"
            continue
        value = context.claim.args[name]
        if value is None:
            raise NotApplicable(name)
        if not spec:
            yield str(value)
            continue
        shown = formats[spec.lower()](value, context)
        yield shown[:1].upper() + shown[1:] if spec[0].isupper() else shown


@cache
def _phrases(language: str) -> dict[str, dict[str, Any]]:
    folder = files("ai_service") / "language" / language / "phrases"
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.iterdir(), key=lambda path: path.name):
        found |= tomllib.loads(file.read_text("utf-8"))
    return found
