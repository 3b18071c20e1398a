"""From a sentence to the items it is checked by: names, numbers, dates and meaningful phrases."""

from dataclasses import dataclass, field
from typing import Any, Final

from ai_service.gate import dates, markup, money, numbers, phrases, vocabulary
from ai_service.gate.atoms import Atom, atoms, normalise
from ai_service.gate.names import Names

# Words that say nothing alone but hold a sentence together: the grammar sees them.
_JOINTS: Final = frozenset(
    "of in at for from to with by on than as and or into between if whose among amongst all since".split()
)
# One of these may be "a year", as good as "one year".
_UNITS: Final = frozenset({"year", "month", "season", "campaign"})
_DATING: Final = frozenset("in during since year for from to until and".split())
_BREAKS: Final = frozenset("but while whereas although though however yet because".split())
_MARKS: Final = {
    ",": "comma", ";": "sep", ":": "colon", ".": "stop", "(": "open", ")": "close", "-": "sep",
    '"': "", "'": "",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """A part of a sentence that means something. `used`: a check has accounted for it."""

    kind: str
    value: Any
    text: str
    used: bool = False
    lead: str = ""  # the plain words before it


@dataclass(slots=True)
class Reading:
    """A sentence read: its items, and what in it cannot stand in any report."""

    items: list[Item] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)  # plain words since the last item

    def add(self, *items: Item) -> None:
        """Add items, with the plain words before them."""
        items[0].lead = " ".join(self.plain)
        self.plain.clear()
        self.items.extend(items)


def read(text: str, names: Names) -> Reading:
    """Read one sentence. Every atom becomes part of an item, is plain, or is a problem."""
    found = Reading()
    marked = names.mark(normalise(text))
    found.problems += markup.in_words(marked)
    sentence = atoms(marked)
    at = 0
    while at < len(sentence):
        at = _next(sentence, at, found, names)
    return found


def _next(sentence: list[Atom], at: int, found: Reading, names: Names) -> int:
    """Read what begins at an atom; the index behind it."""
    atom = sentence[at]
    if atom.kind == "name":
        found.add(Item("name", names[atom.text], names.spelling(atom.text)))
        return at + 1
    for reader in (_money, _season, _date, _phrase, _number):
        if result := reader(sentence, at):
            items, end = result
            _joined(sentence, at, end, found)
            found.add(*items)
            return end
    return _plain(sentence, at, found)


def _money(sentence: list[Atom], at: int) -> tuple[list[Item], int] | None:
    if result := money.read(sentence, at):
        amount, end = result
        return [Item("money", amount, _text(sentence, at, end))], end
    return None


def _season(sentence: list[Atom], at: int) -> tuple[list[Item], int] | None:
    atom = sentence[at]
    if atom.kind == "season":
        return [Item("season", dates.season(atom.text), atom.raw)], at + 1
    year = dates.year_of(atom)
    if year and not _is_counting(sentence, at):
        return [Item("calendar", year, atom.raw)], at + 1
    return None


def _is_counting(sentence: list[Atom], at: int) -> bool:
    """Whether four digits are no year: 2010 minutes, 1900 %."""
    following = phrases.at(sentence, at + 1) if at + 1 < len(sentence) else None
    if following is None:
        return False
    dated = at > 0 and sentence[at - 1].text in _DATING
    return following.kind == "percent" or (
        following.kind in ("metric", "positions", "peers") and not dated
    )


def _date(sentence: list[Atom], at: int) -> tuple[list[Item], int] | None:
    if result := dates.read(sentence, at):
        when, end = result
        return [Item("date", when, _text(sentence, at, end))], end
    return None


def _phrase(sentence: list[Atom], at: int) -> tuple[list[Item], int] | None:
    phrase = phrases.at(sentence, at)
    if phrase is None:
        return None
    end = at + len(phrase.words)
    if end == at + 1 and (worded := _number(sentence, at)) and worded[1] > end:
        return worded
    kinds, meanings = phrase.kind.split("+"), phrase.value.split("+")
    shown = _text(sentence, at, end)
    return [Item(k, v, shown) for k, v in zip(kinds, meanings, strict=True)], end


def _number(sentence: list[Atom], at: int) -> tuple[list[Item], int] | None:
    atom = sentence[at]
    if atom.kind in ("number", "ordinal"):
        number, end = numbers.digits(atom.text), at + 1
        kind = "metres" if atom.scale == "m" else atom.kind
        if atom.scale and atom.scale != "m":
            return None
        return [Item(kind, number, atom.raw)], end
    if atom.kind != "word":
        return None
    words = [a.text for a in sentence[at : at + 12]]
    if (result := numbers.fraction(words, 0)) and not _counts(words, result[1]):
        return [Item("fraction", result[0], _text(sentence, at, at + result[1]))], at + result[1]
    if result := numbers.in_words(words, 0):
        number, length = result
        kind = "ordinal" if number.ordinal else "number"
        return [Item(kind, number, _text(sentence, at, at + length))], at + length
    if words[0] in ("a", "an", "single", "lone") and _after(sentence, at + 1):
        return [Item("article", numbers.Number(1), words[0])], at + 1
    return None


def _counts(words: list[str], length: int) -> bool:
    """Whether a fraction is part of a number: "half a dozen", "two and a half years"."""
    return words[:3] == ["half", "a", "dozen"]


def _after(sentence: list[Atom], at: int) -> str | None:
    """The words of one single thing counted from `at` on ("goal", not "goal rate")."""
    phrase = phrases.at(sentence, at) if at < len(sentence) else None
    if phrase is None or not (phrase.kind == "metric1" or phrase.words[-1] in _UNITS):
        return None
    following = (
        phrases.at(sentence, at + len(phrase.words))
        if at + len(phrase.words) < len(sentence)
        else None
    )
    if following and following.kind in ("per90", "ratenoun"):
        return None
    return " ".join(phrase.words)


def _plain(sentence: list[Atom], at: int, found: Reading) -> int:
    atom = sentence[at]
    if atom.kind == "mark":
        if atom.text not in _MARKS:
            found.problems.append(f"“{atom.raw}” does not belong in a report")
        elif _MARKS[atom.text]:
            found.add(Item(_MARKS[atom.text], None, atom.raw))
        return at + 1
    if atom.kind != "word":
        found.problems.append(f"“{atom.raw}” is not understood")
        return at + 1
    end = at + 1
    while end < len(sentence) and sentence[end].joined:
        end += 1
    word = "-".join(a.text for a in sentence[at:end])
    if atom.text in _JOINTS and end == at + 1:
        found.add(Item(atom.text, None, atom.raw))
    elif atom.text in _BREAKS and end == at + 1:
        found.add(Item("sep", None, atom.raw))
    elif topic := vocabulary.topic(word):
        found.add(Item("topic", topic, _text(sentence, at, end)))
    elif not vocabulary.is_plain(word):
        found.problems.append(_unknown(sentence, at, end))
    elif at and atom.raw[:1].isupper() and sentence[at - 1].text not in '.:;"(-':
        found.problems.append(f"“{atom.raw}” is written like a name, and is none of the record")
    else:
        found.plain.append(word)
    return end


def _unknown(sentence: list[Atom], at: int, end: int) -> str:
    shown = _text(sentence, at, end)
    if shown[:1].isupper() and at:
        return f"“{shown}” is not a name in the evidence"
    return f"“{shown}” says something that no evidence can show"


def _joined(sentence: list[Atom], at: int, end: int, found: Reading) -> None:
    """A hyphen may join what is understood ("24-goal season"), not a plain word to it."""
    if end < len(sentence) and sentence[end].joined and sentence[end].kind == "word":
        following = sentence[end]
        if phrases.at(sentence, end) is None and not numbers.in_words([following.text], 0):
            found.problems.append(_unknown(sentence, at, end + 1))


def _text(sentence: list[Atom], start: int, end: int) -> str:
    parts = [
        ("-" if atom.joined and index else " " if index and atom.spaced else "") + atom.raw
        for index, atom in enumerate(sentence[start:end])
    ]
    return "".join(parts)
