"""Countries: those of ISO 3166, football nations and former states, in any spelling."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from rapidfuzz import fuzz, process

from football_player_service.app.text import fold

_SUGGESTIONS = 3
_LEAST_SIMILAR = 55  # of 100


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its ISO 3166 code: "IT", "GB-ENG" for a part, "SUHH" for a former state."""

    name: str
    code: str
    is_former: bool = False


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def spellings() -> Iterator[tuple[Country, list[str]]]:
    data = _data()
    english = Locale("en").territories
    for entry in pycountry.countries:
        code = entry.alpha_2
        country = Country(data["names"].get(code, english[code].replace("’", "'")), code)
        formal = (getattr(entry, kind, "") for kind in ("common_name", "official_name"))
        yield country, [
            country.name, english[code], entry.name, code, entry.alpha_3, *formal,
            data["fifa"].get(code, ""), *data["aliases"].get(code, []),
        ]  # fmt: skip
    for kind in ("nations", "former"):
        for name, known in data[kind].items():
            yield Country(name, known["code"], kind == "former"), [name, *known["aliases"]]


@cache
def _index() -> dict[str, Country]:
    return {
        fold(spelling): country
        for country, spellings in spellings()
        for spelling in spellings
        if spelling
    }


@cache
def everywhere() -> tuple[Country, ...]:
    """All countries by name, former states last."""
    found = {country for country, _ in spellings()}
    return tuple(sorted(found, key=lambda country: (country.is_former, fold(country.name))))


@lru_cache(10_000)
def resolve(text: str) -> str | None:
    """The name of the country in the one spelling used here; None if it is not known.

    Takes names, ISO and FIFA codes, and FBref's pairs of codes such as "us USA".
    """
    index = _index()
    folded = fold(text)
    if country := index.get(folded):
        return country.name
    first, _, second = folded.partition(" ")
    country = index.get(first)
    return country.name if country and country is index.get(second) else None


def suggest(text: str) -> list[str]:
    """The names that the text resembles most, the best first."""
    found = process.extract(
        fold(text),
        {spelling: spelling for spelling in _index() if len(spelling) > 3},  # noqa: PLR2004 - codes
        scorer=fuzz.ratio,
        score_cutoff=_LEAST_SIMILAR,
        limit=3 * _SUGGESTIONS,
    )
    names = dict.fromkeys(_index()[spelling].name for spelling, _, _ in found)
    return list(names)[:_SUGGESTIONS]


def checked(text: str) -> str:
    """`resolve`; `ValueError` with suggestions for text that is not a known country."""
    if name := resolve(text):
        return name
    found = suggest(text)
    choice = " or ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
    advice = f"Did you mean {choice}?" if found else "Use the English name or an ISO code."
    raise ValueError(f"'{text}' is not a known country. {advice}")


def is_league_abroad(country: str, league: str) -> bool:
    """Whether clubs of a country play in leagues of another, as Monaco's do in France."""
    return league in _data()["leagues_abroad"].get(country, ())
