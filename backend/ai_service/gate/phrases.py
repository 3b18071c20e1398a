"""The words and phrases that say something checkable, from `phrases.txt`."""

from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

from ai_service.gate import vocabulary
from ai_service.gate.atoms import Atom, atoms


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a run of atoms means: a kind (`metric`), and which (`goals`)."""

    words: tuple[str, ...]
    kind: str
    value: str


@dataclass(slots=True)
class _Node:
    """The beginning of phrases: the words that may follow, and the phrase that ends here."""

    then: dict[str, "_Node"] = field(default_factory=dict)
    phrase: Phrase | None = None


@cache
def _phrases() -> _Node:
    """All phrases by their words. A phrase means one thing only."""
    path = Path(__file__).with_name("phrases.txt")
    root = _Node()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, options = line.partition(":")
        kind, _, value = head.strip().partition(" ")
        for option in options.split("|"):
            words = tuple(atom.text for atom in atoms(option.strip()))
            node = root
            for word in words:
                node = node.then.setdefault(word, _Node())
            if node.phrase:
                raise ValueError(f"phrases.txt: {' '.join(words)!r} twice")
            node.phrase = Phrase(words, kind, value)
    return root


def at(sentence: list[Atom], start: int) -> Phrase | None:
    """The longest phrase that begins at an index, if any; none beyond the end."""
    node, found = _phrases(), None
    for atom in islice(sentence, start, None):
        if atom.text not in node.then:
            break
        node = node.then[atom.text]
        found = node.phrase or found
    return found


def may_begin(word: str) -> bool:
    """Whether any phrase begins with the word."""
    return word in _phrases().then


def is_phrase(word: str) -> bool:
    """Whether a single word says something checkable."""
    node = _phrases().then.get(word)
    return node is not None and node.phrase is not None


def is_word(word: str) -> bool:
    """Whether reports use the word anyway, so that alone it cannot be a name."""
    return vocabulary.is_plain(word) or is_phrase(word)
