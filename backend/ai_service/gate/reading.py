"""From a sentence to the items it is checked by. Every atom is understood, plain, or a problem."""

from functools import lru_cache
from typing import Final

from ai_service.gate import markup, number_words, phrases, readers, vocabulary
from ai_service.gate.atoms import Atom, atoms, normalise
from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item, Reading
from ai_service.gate.names import Names

# Words that say nothing alone but hold a sentence together: the grammar sees them.
_JOINTS: Final = kinds(
    "of in at for from to with by on than as and or into between if whose among amongst all since"
)
_BREAKS: Final = kinds("but while whereas although though however yet because")
_MARKS: Final = {
    ",": "comma", ";": "sep", ":": "colon", ".": "stop", "(": "open", ")": "close", "-": "sep",
    '"': "", "'": "",
}  # fmt: skip
# A capital letter behind one of these, or opening the sentence, is no sign of a name.
_OPENING: Final = '.:;"(-'


def read(text: str, names: Names) -> Reading:
    """Read one sentence."""
    known = _read(names.mark(normalise(text)))
    # Copies: what is made of items differs from player to player.
    items = [names.item(i) if i.kind == "name" else i.copy() for i in known.items]
    return Reading(items, [*known.problems])


# Sentences recur, from player to player, but for the names in them.
@lru_cache(maxsize=4096)
def _read(marked: str) -> Reading:
    """Read a sentence with numbers in the place of its names."""
    found = Reading(problems=markup.in_words(marked))
    sentence = atoms(marked)
    at = 0
    while at < len(sentence):
        at = _next(sentence, at, found)
    return found


def is_structural(word: str) -> bool:
    """Whether a word only holds a sentence together."""
    return word in _JOINTS | _BREAKS


def _next(sentence: list[Atom], at: int, found: Reading) -> int:
    """Read what begins at an atom; the index behind it."""
    atom = sentence[at]
    if atom.kind == "name":
        found.add(Item("name", None, atom.text))
        return at + 1
    for reader in readers.to_try(atom):
        if result := reader(sentence, at):
            items, end = result
            _check_joined(sentence, at, end, found)
            found.add(*items)
            return end
    return _word(sentence, at, found) if atom.kind == "word" else _mark(atom, at, found)


def _mark(atom: Atom, at: int, found: Reading) -> int:
    kind = _MARKS.get(atom.text)
    if kind is None:
        found.problems.append(f"“{atom.raw}” does not belong in a report")
    elif kind:
        found.add(Item(kind, None, atom.raw))
    return at + 1


def _word(sentence: list[Atom], at: int, found: Reading) -> int:
    """A word, with those that hyphens join to it, that is no phrase."""
    atom, end = sentence[at], at + 1
    while end < len(sentence) and sentence[end].joined:
        end += 1
    word = atom.text if end == at + 1 else "-".join([a.text for a in sentence[at:end]])
    if word in _JOINTS:
        found.add(Item(word, None, atom.raw))
    elif word in _BREAKS:
        found.add(Item("sep", None, atom.raw))
    elif topic := vocabulary.topic(word):
        found.add(Item("topic", topic, readers.text(sentence, at, end)))
    elif not vocabulary.is_plain(word):
        found.problems.append(_unknown(sentence, at, end))
    elif at and atom.raw[:1].isupper() and sentence[at - 1].text not in _OPENING:
        found.problems.append(f"“{atom.raw}” is written like a name, and is none of the record")
    else:
        found.plain.append(word)
    return end


def _unknown(sentence: list[Atom], start: int, end: int) -> str:
    shown = readers.text(sentence, start, end)
    if shown[:1].isupper() and start:
        return f"“{shown}” is not a name in the evidence"
    return f"“{shown}” says something that no evidence can show"


def _check_joined(sentence: list[Atom], at: int, end: int, found: Reading) -> None:
    """A hyphen may join what is understood ("24-goal season"), not a plain word to it."""
    if end == len(sentence) or not sentence[end].joined or sentence[end].kind != "word":
        return
    is_number = number_words.read([sentence[end].text]) is not None
    if not is_number and phrases.at(sentence, end) is None:
        found.problems.append(_unknown(sentence, at, end + 1))
