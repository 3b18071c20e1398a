"""What the name of a file suggests about its contents, for the user to confirm."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from football_player_service.app.metrics.providers import ANY, providers
from football_player_service.app.record.models import Span
from football_player_service.app.text import fold

_FIRST_YEAR, _LAST_YEAR = 1850, 2150
_CENTURY = 50  # 24/25 is 2024/25, 98/99 is 1998/99
_DAY = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?([0-2]\d|3[01])(?!\d)")
_DAY_LAST_YEAR = re.compile(r"(?<!\d)([0-2]\d|3[01])[-_.](0[1-9]|1[0-2])[-_.](20\d\d)(?!\d)")
_SEASON = re.compile(r"(?<!\d)((?:19|20)?\d\d)\s*[-_/–. ]\s*((?:19|20)?\d\d)(?!\d)")
_CODE = re.compile(r"\d{4}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORTEST_NAME = 5


@dataclass(frozen=True, order=True)
class SeasonName:
    """A season by its first year, or a calendar year."""

    span: Span
    year: int

    def __str__(self) -> str:
        if self.span is Span.YEAR:
            return str(self.year)
        return f"{self.year}/{(self.year + 1) % 100:02}"


@dataclass(frozen=True)
class Suggestion:
    """What a file's name says; None if nothing."""

    provider: str | None = None
    season: SeasonName | None = None
    competition: str | None = None
    as_of: date | None = None


def season(text: str, *, bare: str = "calendar") -> SeasonName | None:
    """The season written as `2024/25`, `24-25` or `2024-2025`; None if it is none.

    `bare` says what a number alone is, as `season` in `providers.toml` does.
    """
    text = text.strip().removesuffix(".0")
    if found := _SEASON.fullmatch(text):
        return _season(found[1], found[2])
    if not _CODE.fullmatch(text):
        return None
    if bare == "code" and (of_code := _season(text[:2], text[2:])):
        return of_code
    year = int(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return SeasonName(Span.YEAR if bare == "calendar" else Span.SEASON, year)


def _season(first: str, last: str) -> SeasonName | None:
    year = int(first)
    if len(first) == 2:  # noqa: PLR2004 - digits
        year += 2000 if year < _CENTURY else 1900
    if int(last[-2:]) != (year + 1) % 100 or (len(last) > len(first)):
        return None
    return SeasonName(Span.SEASON, year)


def suggest(path: Path, *, competitions: Iterable[str] = ()) -> Suggestion:
    """What the name suggests; `competitions` are names to look for in it."""
    day, text = _day(path.stem)
    spaced = f" {fold(text.replace('_', ' '))} "
    provider = next(
        (
            key
            for key, known in providers().items()
            if key != ANY and (key.replace("_", " ") in spaced or fold(known.label) in spaced)
        ),
        None,
    )
    found = next((s for a in _SEASON.finditer(text) if (s := _season(a[1], a[2]))), None)
    if found is None and (year := _YEAR.search(text)):
        found = SeasonName(Span.YEAR, int(year[1]))
    named = [name for name in competitions if len(name) >= _SHORTEST_NAME]
    named = [name for name in named if f" {fold(name)} " in spaced]
    return Suggestion(provider, found, max(named, key=len, default=None), day)


def _day(text: str) -> tuple[date | None, str]:
    """The first day in a text, and the text without it."""
    for pattern, order in ((_DAY, (1, 2, 3)), (_DAY_LAST_YEAR, (3, 2, 1))):
        for found in pattern.finditer(text):
            try:
                day = date(*(int(found[group]) for group in order))
            except ValueError:
                continue
            return day, text[: found.start()] + " " + text[found.end() :]
    return None, text
