"""The ways in which a name of the record may be written."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from ai_service.gate.grammar import kinds

_LEAGUE: Final = re.compile(r"(?P<name>.+) \((?P<country>[^()]+)\)")
_YOUTH: Final = re.compile(
    r"(?:U-?\d\d|Sub-?\d\d|II|III|B|C|2|3|Yth\.?|Youth|You\.|Jgd\.?|Res\.?|Reserves?|Academy)"
)
# Parts of clubs' names that by themselves name no club.
_GENERIC: Final = kinds(
    """fc cf sc ac as sk fk bk if ss ssc us ud cd sd rc ca club clube football futbol fútbol futebol
    calcio sport sports sporting sportiva società associazione association real united city town
    rovers athletic atlético wanderers county deportivo kulübü spor verein für de di da do the und
    von of and stade olympique union dynamo inter royal saint st north south west east new"""
)
_SHORTEST: Final = 4
_LONGEST_NAME: Final = 7  # words; longer ones have to be written in full


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Adjectives and other names by country."""
    path = Path(__file__).with_name("demonyms.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return {country: tuple(w.strip() for w in words.split("|")) for country, words in pairs}


def of_country(name: str) -> set[str]:
    """Norway: Norway, Norwegian."""
    return {name, *demonyms().get(name, ())}


def of_league(name: str) -> tuple[set[str], str | None]:
    """`Granit Liga (Norway)`: its spellings, and the country it names."""
    found = _LEAGUE.fullmatch(name)
    if not found:
        return {name}, None
    plain, country = found["name"], found["country"]
    return {name, plain, f"{plain} of {country}", f"{plain} in {country}"}, country


def of_club(name: str) -> set[str]:
    """`AFC Fictional 1909`: the whole name, and parts of it that can name a club by themselves."""
    words = name.split()
    youth = {word for word in words if _YOUTH.fullmatch(word)}
    found = {name}
    if len(words) > _LONGEST_NAME:
        return found
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            part = words[start:end]
            if youth <= set(part) and any(map(_distinctive, part)):
                found.add(" ".join(part))
    return found


def of_player(name: str) -> set[str]:
    """The whole name, its first and last words, and surnames of two or three words."""
    words = name.split()
    parts = {name, words[0], *(" ".join(words[i:]) for i in range(1, len(words)))}
    # "van Dijk" opens a sentence as "Van Dijk".
    return {spelt for p in parts if len(p) > 1 for spelt in (p, p[0].upper() + p[1:])}


def _distinctive(word: str) -> bool:
    plain = word.strip(".,\"'()")
    return (
        len(plain) >= _SHORTEST
        and plain.casefold() not in _GENERIC
        and plain[:1].isupper()
        and plain.replace("-", "").isalpha()
    )
