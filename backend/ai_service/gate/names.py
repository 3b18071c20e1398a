"""Names of the record in a sentence: found first, so that nothing in them is read as words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ai_service.gate import surfaces
from ai_service.gate.atoms import NAME_END, NAME_START, normalise
from ai_service.gate.items import Item
from ai_service.gate.phrases import is_word
from ai_service.schemas import Dossier

PLAYER: Final = "player"
_NAMED: Final = ("club", "league", "country", "second_country", "agent")
# What the record writes where there is no club: words, read as words.
_NO_CLUB: Final = frozenset({"Retired", "Without Club", "Unknown", "Career Break", "Ban"})

_Ids = defaultdict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Name:
    """A way of writing a name, and the ids of the evidence it may stand for.

    `of_league`: ids of leagues that name this country; it may only stand beside the league.
    """

    ids: frozenset[str]
    of_league: frozenset[str] = frozenset()


class Names:
    """All that a dossier names, in every spelling. Built once a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        found: _Ids = defaultdict(set)
        for surface in surfaces.of_player(dossier.player):
            if surface == dossier.player or _is_proper(surface) or " " in surface:
                found[surface].add(PLAYER)
        texts = _texts(dossier)
        for identity, text in texts:
            for spelling in _spellings(identity, text):
                if _is_proper(spelling) or spelling == text:
                    found[spelling].add(identity)
        _add_short_names(found, texts)
        countries = _countries_of_leagues(texts)
        self._spellings = sorted(found.keys() | countries.keys())
        self._names = [
            Name(frozenset(found.get(s, ())), frozenset(countries.get(s, ())))
            for s in self._spellings
        ]
        self._written = [normalise(s) for s in self._spellings]

    def mark(self, text: str) -> str:
        """`text`, normalised before, with a number in the place of each name."""
        parts, last = [], 0
        for start, length, number in sorted(self._places(text)):
            if start >= last:
                parts += [text[last:start], f"{NAME_START}{number}{NAME_END}"]
                last = start - length
        return "".join(parts) + text[last:]

    def _places(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where names stand as whole words, less their length (the longest come first), which."""
        for number, name in enumerate(self._written):
            start = text.find(name)
            while start >= 0:
                end = start + len(name)
                if not _is_word(text[start - 1 : start]) and not _is_word(text[end : end + 1]):
                    yield start, start - end, number
                start = text.find(name, start + 1)

    def item(self, placed: Item) -> Item:
        """The name that stands for an item of kind `name` in marked text, as the text had it."""
        number = int(placed.text.strip(NAME_START + NAME_END))
        return Item("name", self._names[number], self._spellings[number], lead=placed.lead)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _texts(dossier: Dossier) -> list[tuple[str, str]]:
    """The ids and texts of all that is a proper name; leagues also from cohorts."""
    found = []
    for item in dossier.evidence:
        is_end = item.id.startswith("transfer.") and item.id.endswith((".from", ".to"))
        is_name = (item.id in _NAMED or is_end) and item.value not in _NO_CLUB
        if is_name and item.value and isinstance(item.value, str):
            found.append((item.id, item.value))
        if item.cohort and item.cohort.league and item.id.endswith(".league"):
            found.append((item.id, item.cohort.league))
    return found


def _kind(identity: str) -> str:
    return identity.rpartition(".")[2]


def _spellings(identity: str, text: str) -> set[str]:
    kind = _kind(identity)
    if kind in ("country", "second_country"):
        return surfaces.of_country(text)
    return surfaces.of_league(text)[0] if kind == "league" else {text}


def _add_short_names(found: _Ids, texts: list[tuple[str, str]]) -> None:
    """Parts of a club's name, where they can mean only one club of the dossier."""
    clubs: dict[str, dict[str, set[str]]] = {}
    for identity, text in texts:
        if _kind(identity) in ("club", "from", "to"):
            for part in filter(_is_proper, surfaces.of_club(text)):
                clubs.setdefault(part, {}).setdefault(text, set()).add(identity)
    for part, by_name in clubs.items():
        if part not in found and len(by_name) == 1:
            found[part] = next(iter(by_name.values()))


def _countries_of_leagues(texts: list[tuple[str, str]]) -> _Ids:
    found: _Ids = defaultdict(set)
    for identity, text in texts:
        country = surfaces.of_league(text)[1] if _kind(identity) == "league" else None
        for name in surfaces.of_country(country) if country else ():
            found[name].add(identity)
    return found


def _is_proper(surface: str) -> bool:
    """Whether it is written like a name and is no word that reports use anyway."""
    return surface[:1].isupper() and not is_word(surface.lower())
