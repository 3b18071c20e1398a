"""Flaws of published data, added on purpose: what an importer has to cope with.

Shares are those of the published files; each kind is there a few times at least.
"""

import random
import unicodedata

from data_scraper.sample_model import THIS_SEASON, Player, Season, chance
from data_scraper.sample_places import BY_NAME

LEFT_TO_RIGHT_MARK = "\u200e"
ZERO_WIDTH_SPACE = "\u200b"
TWO_LETTER_NAME = "Bô"
SHORT_STAY = Season(THIS_SEASON, games=2, yellow=0, red=0, goals=0, assists=0, minutes=40)

_AT_LEAST = 3
_TYPING_ERRORS = 5 / 32_601
_ODD_NAMES = 4 / 32_601
_MISSING_POSITION = 0.0055
_FULL_HEIGHTS = range(170, 200)  # cm; one digit lost makes these 17 to 19


def _some(share: float, people: list[Player]) -> int:
    return max(_AT_LEAST, round(share * len(people)))


def _make_twins(people: list[Player], rng: random.Random) -> set[int]:
    """Give two pairs the same name, one of them also the birth date; returns the four ids."""
    one, namesake, other, twin = rng.sample([player for player in people if player.active], 4)
    for copy, original in ((namesake, one), (twin, other)):
        copy.first, copy.last, copy.nation = original.first, original.last, original.nation
    twin.born = other.born
    return {player.id for player in (one, namesake, other, twin)}


def add_flaws_to_people(people: list[Player], rng: random.Random) -> None:
    """Change names and birth dates, before careers are drawn so that all files agree."""
    fixed = _make_twins(people, rng)
    rest = [player for player in people if player.id not in fixed and player.first]
    rng.shuffle(rest)
    short = rest.pop()
    short.first, short.last, short.nation = "", TWO_LETTER_NAME, BY_NAME["Brazil"]
    for _ in range(_some(_ODD_NAMES, people)):
        marked = rest.pop()
        marked.last += LEFT_TO_RIGHT_MARK
        split = rest.pop()
        split.last = split.last[:3] + ZERO_WIDTH_SPACE + split.last[3:]
        strayed = rest.pop()
        strayed.city += ZERO_WIDTH_SPACE
    composed = [
        player for player in rest if unicodedata.normalize("NFD", player.last) != player.last
    ]
    for player in composed[: _some(_ODD_NAMES, people)]:
        player.last = unicodedata.normalize("NFD", player.last)


def add_flaws_to_careers(people: list[Player], rng: random.Random) -> None:
    """Add typing errors, missing positions and a 40-minute career, after careers are drawn."""
    tall = [player for player in people if player.height in _FULL_HEIGHTS]
    for player in rng.sample(tall, _some(_TYPING_ERRORS, people)):
        player.height //= 10
    outfield = [player for player in people if player.sub_position != "Goalkeeper"]
    newcomer = max(
        (player for player in outfield if player.active), key=lambda player: player.debut
    )
    newcomer.seasons = [SHORT_STAY]
    for player in rng.sample(outfield, _some(_MISSING_POSITION, people)):
        player.sub_position = ""


def spell_country(name: str, rng: random.Random) -> str:
    """The country as one of the files' sources spells it."""
    return "Türkiye" if name == "Turkey" and chance(0.3, rng) else name
