"""Names of clubs and competitions: the forms they are compared in, and short names."""

import re

from football_player_service.app.text import fold

# Words that say that a club is a club, not which one.
_GENERIC_WORDS = frozenset(
    ("fc", "afc", "cf", "cfc", "sc", "ac", "fk", "pfk", "pfc", "nk", "football", "futbol",
     "futebol", "fussball", "fussballclub", "soccer", "club", "clube", "spa", "srl", "sad", "ev",
     "ag", "sa", "the", "and")
)  # fmt: skip
# Of a name such as "1. FC Köln" or "TSG 1899 Hoffenheim". A single digit stays: "Dnipro-1".
_FIRST_CLUB = re.compile(r"^1 (?=fc |fsv |sc |fussballclub |fussball )")
_YEAR = re.compile(r"(18|19|20)?\d\d")
_INITIALS = re.compile(r"\b(?:[a-z] ){1,4}[a-z]\b")  # "s p a", of "S.p.A."
# Transfermarkt marks dissolved clubs: "Metalist Kharkiv (- 2016)" is not the present one.
_DISSOLVED = re.compile(r"\(\s*-\s*(\d{4})\s*\)")
_LAST_PREPOSITION = re.compile(r" (?:de|do|da|von)$")  # left by "Valencia Club de Fútbol"
_SHORTEST_KEY = 3

# Legal forms and words left out of a short name, at either end of a name.
_LEFT_OUT = (
    r"Football Club|Association Football Club|Club de F[uú]tbol|F[uú]tbol Club|Futebol Clube|"
    r"Fu[sß]+ball-?[Cc]lub|AFC|FC|CF|FK|PFK|S\. ?A\. ?D\.|SAD|S\.p\.[Aa]\.|S\.r\.l\.|e\. ?V\.|"
    r"A\.Ş\.|AG|Futebol SAD"
)
_AT_START = re.compile(rf"^(?:{_LEFT_OUT})\s+", re.IGNORECASE)
_AT_END = re.compile(rf"\s+(?:{_LEFT_OUT})$", re.IGNORECASE)
_SHORTEST_NAME = 4


def exact(name: str) -> str:
    """The name without case, accents and punctuation: `manchester city football club`."""
    dissolved = _DISSOLVED.search(name)
    folded = fold(_DISSOLVED.sub("", name))
    folded = _INITIALS.sub(lambda found: found[0].replace(" ", ""), folded)
    return f"{folded} until {dissolved[1]}" if dissolved else folded


def reduced(name: str) -> str:
    """`exact` without generic words, legal forms and years: `manchester city`.

    The same as `exact` where nothing distinctive would be left.
    """
    whole = exact(name)
    if " until " in whole:
        return whole
    words = _FIRST_CLUB.sub("", whole).split()
    kept = " ".join(
        word for word in words if word not in _GENERIC_WORDS and not _YEAR.fullmatch(word)
    )
    kept = _LAST_PREPOSITION.sub("", kept)
    return kept if len(kept.replace(" ", "")) >= _SHORTEST_KEY else whole


def forms(name: str) -> list[str]:
    """The forms to look a name up in, the most specific first."""
    return list(dict.fromkeys((exact(name), reduced(name))))


def in_country(form: str, country: str) -> str:
    """The alias of a name that stands for a club only within its country."""
    return f"{form} | {fold(country)}"


def short(name: str) -> str:
    """The name without legal forms: "Cheltenham Town FC" is "Cheltenham Town"."""
    before = ""
    found = name
    while found != before:
        before = found
        for pattern in (_AT_START, _AT_END):
            rest = pattern.sub("", found).strip(" -,")
            if len(rest) >= _SHORTEST_NAME:
                found = rest
    return found
