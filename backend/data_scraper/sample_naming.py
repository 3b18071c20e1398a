"""Full names drawn from the word lists of a nation's language."""

import random
from collections import defaultdict

from data_scraper.sample_draws import chance
from data_scraper.sample_names import WORDS, Words
from data_scraper.sample_places import Nation

Name = tuple[str, str]  # (first name, last name); the first is empty in a one-word name

_SHARED = 0.028  # share of players with the name of an earlier one
_APART = 30  # so many names later at the earliest, so that team-mates differ
_TRIES = 12  # draws for a new name
_ONE_WORD = {"Brazil": 0.6, "Portugal": 0.5, "Spain": 0.32}  # share of one-word names
_TWO_SURNAMES = ("spanish", "portuguese")
_TWO_FIRST_NAMES = ("portuguese", "french")
_LISTED = 0.04  # share of surnames taken whole from the list
_WITH_PARTICLE = 0.3  # up to this share a surname has a particle where the language has any


def surname(words: Words, rng: random.Random) -> str:
    """One surname: a stem and an ending, sometimes with a particle, seldom a listed one."""
    kind = rng.random()
    if words.whole and kind < _LISTED:
        return rng.choice(words.whole)
    plain = rng.choice(words.stems) + rng.choice(words.endings)
    if words.particles and kind < _WITH_PARTICLE:
        return rng.choice(words.particles) + plain
    return plain


class NameMaker:
    """Draws full names; a few are given twice, as among real people."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: dict[str, list[Name]] = defaultdict(list)  # by nation
        self._all: set[Name] = set()

    def draw(self, nation: Nation) -> Name:
        """A name of a nation: someone else's for a few, else a new one as long as there are any."""
        taken = self._taken[nation.name]
        earlier = taken[:-_APART]
        if earlier and chance(_SHARED, self._rng):
            return self._rng.choice(earlier)
        one_word = chance(_ONE_WORD.get(nation.name, 0), self._rng)
        for _ in range(_TRIES):
            name = draw_name(nation.language, one_word=one_word, rng=self._rng)
            if name not in self._all:
                break
        self._all.add(name)
        taken.append(name)
        return name


def draw_name(language: str, *, one_word: bool, rng: random.Random) -> Name:
    """A name in a language, which must have nicknames if the name is to be of one word."""
    words = WORDS[language]
    if one_word:
        return "", rng.choice(words.stems) + rng.choice(words.nicknames)
    first = rng.choice(words.first)
    last = surname(words, rng)
    if language in _TWO_SURNAMES and chance(0.15, rng):
        last = f"{last} {surname(words, rng)}"
    elif chance(0.03, rng):
        last = f"{last}-{surname(words, rng)}"
    if language in _TWO_FIRST_NAMES and chance(0.15, rng):
        first = f"{first} {rng.choice(words.first)}"
    return first, last
