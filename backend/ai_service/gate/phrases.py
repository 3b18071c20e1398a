"""The words and phrases that say something checkable, from `phrases.txt`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ai_service.gate import vocabulary
from ai_service.gate.atoms import Atom, atoms


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a run of atoms means: a kind (`metric`), and which (`goals`)."""

    words: tuple[str, ...]
    kind: str
    value: str


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """All phrases by their first word, the longest first. A phrase means one thing only."""
    path = Path(__file__).with_name("phrases.txt")
    found: dict[tuple[str, ...], Phrase] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, options = line.partition(":")
        kind, _, value = head.strip().partition(" ")
        for option in options.split("|"):
            words = tuple(atom.text for atom in atoms(option.strip()))
            if words in found:
                raise ValueError(f"phrases.txt: {' '.join(words)!r} twice")
            found[words] = Phrase(words, kind, value)
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(found.values(), key=lambda phrase: -len(phrase.words)):
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in by_first.items()}


def at(sentence: list[Atom], start: int) -> Phrase | None:
    """The longest phrase that begins at an index, if any; none beyond the end."""
    if start >= len(sentence):
        return None
    for phrase in _phrases().get(sentence[start].text, ()):
        length = len(phrase.words)
        if length == 1:
            return phrase
        part = sentence[start : start + length]
        if tuple(atom.text for atom in part) == phrase.words:
            return phrase
    return None


def is_phrase(word: str) -> bool:
    """Whether a single word says something checkable."""
    return any(len(phrase.words) == 1 for phrase in _phrases().get(word, ()))


def is_word(word: str) -> bool:
    """Whether reports use the word anyway, so that alone it cannot be a name."""
    return vocabulary.is_plain(word) or is_phrase(word)
