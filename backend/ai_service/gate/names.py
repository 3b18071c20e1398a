"""Names of the record in a sentence: found first, so that nothing in them is read as words."""

from dataclasses import dataclass
from typing import Final

from ai_service.gate import surfaces
from ai_service.gate.atoms import NAME_END, NAME_START, normalise
from ai_service.gate.phrases import is_word
from ai_service.schemas import Dossier

PLAYER: Final = "player"
# What the record writes where there is no club: words, read as words.
NO_CLUB: Final = frozenset({"Retired", "Without Club", "Unknown", "Career Break", "Ban"})


@dataclass(frozen=True, slots=True)
class Name:
    """A way of writing a name, and the ids of the evidence it may stand for.

    `of_league`: ids of leagues that name this country; it may only stand beside the league.
    """

    ids: frozenset[str]
    of_league: frozenset[str] = frozenset()


class Names:
    """All that a dossier names. Built once a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        whole: dict[str, set[str]] = {}
        short: dict[str, dict[str, set[str]]] = {}
        countries: dict[str, set[str]] = {}
        for surface in surfaces.of_player(dossier.player):
            if surface == dossier.player or _is_proper(surface):
                whole.setdefault(surface, set()).add(PLAYER)
        for identity, text in _texts(dossier):
            kind = identity.rpartition(".")[2] if "." in identity else identity
            spellings = {text}
            if kind in ("country", "second_country"):
                spellings = surfaces.of_country(text)
            elif kind == "league":
                spellings, country = surfaces.of_league(text)
                for name in surfaces.of_country(country) if country else ():
                    countries.setdefault(name, set()).add(identity)
            elif kind in ("club", "from", "to"):
                for part in surfaces.of_club(text):
                    if _is_proper(part):
                        short.setdefault(part, {}).setdefault(text, set()).add(identity)
            for spelling in spellings:
                if _is_proper(spelling) or spelling == text:
                    whole.setdefault(spelling, set()).add(identity)
        for part, found in short.items():
            if part not in whole and len(found) == 1:
                whole[part] = next(iter(found.values()))
        for name in countries:
            whole.setdefault(name, set())
        self._found = sorted(whole)
        self._names = [
            Name(frozenset(whole[s]), frozenset(countries.get(s, ()))) for s in self._found
        ]
        self._numbers = {normalise(s): n for n, s in enumerate(self._found)}
        self._pattern = surfaces.pattern(self._found)

    def mark(self, text: str) -> str:
        """`text`, normalised before, with a number in the place of each name."""
        if self._pattern is None:
            return text
        return self._pattern.sub(
            lambda match: f"{NAME_START}{self._numbers[match[0]]}{NAME_END}", text
        )

    def __getitem__(self, placeholder: str) -> Name:
        return self._names[int(placeholder.strip(NAME_START + NAME_END))]

    def spelling(self, placeholder: str) -> str:
        return self._found[int(placeholder.strip(NAME_START + NAME_END))]

    def shown(self, text: str) -> str:
        """`text` with the names back in the place of their numbers."""
        for number, name in enumerate(self._found):
            text = text.replace(f"{NAME_START}{number}{NAME_END}", name)
        return text


def _texts(dossier: Dossier) -> list[tuple[str, str]]:
    """The ids and texts of all that is a proper name; leagues also from cohorts."""
    found = []
    for item in dossier.evidence:
        name = item.id
        named = name in ("club", "league", "country", "second_country", "agent") or (
            name.startswith("transfer.") and name.endswith((".from", ".to"))
        )
        if named and isinstance(item.value, str) and item.value not in NO_CLUB:
            found.append((name, item.value))
        if item.cohort and item.cohort.league and name.endswith(".league"):
            found.append((name, item.cohort.league))
    return found


def _is_proper(surface: str) -> bool:
    """Whether it is written like a name and is no word that reports use anyway."""
    return surface[:1].isupper() and not is_word(surface.lower())
