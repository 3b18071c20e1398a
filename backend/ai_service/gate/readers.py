"""What begins at an atom of a sentence: money, a season, a date, a phrase, a number."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from ai_service.gate import dates, money, number_words, numbers, phrases
from ai_service.gate.atoms import Atom
from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item

# One of these may be "a year", as good as "one year".
_UNITS: Final = frozenset({"year", "month", "season", "campaign"})
_SINGLE: Final = kinds("a an single lone")
# "A goal tally" is no goal.
_TALLIES: Final = (["tally"], ["total"], ["count"], ["haul"], ["return"], ["output"])
_DATING: Final = kinds("in during since year for from to until and")
_LONGEST: Final = 12  # atoms in a number in words

# The items that begin at an atom and the index behind them; None where it begins none.
Found = tuple[list[Item], int] | None
Reader = Callable[[list[Atom], int], Found]


def text(sentence: list[Atom], start: int, end: int) -> str:
    """The atoms between two indexes as they were written."""
    parts = [
        ("-" if atom.joined and index else " " if index and atom.spaced else "") + atom.raw
        for index, atom in enumerate(sentence[start:end])
    ]
    return "".join(parts)


def _money(sentence: list[Atom], at: int) -> Found:
    if result := money.read(sentence, at):
        amount, end = result
        return [Item("money", amount, text(sentence, at, end))], end
    return None


def _season(sentence: list[Atom], at: int) -> Found:
    atom = sentence[at]
    if atom.kind == "season":
        return [Item("season", dates.season(atom.text), atom.raw)], at + 1
    year = dates.year_of(atom)
    if year and not _is_counting(sentence, at):
        return [Item("calendar", year, atom.raw)], at + 1
    return None


def _is_counting(sentence: list[Atom], at: int) -> bool:
    """Whether four digits are no year: 2010 minutes, 1900 %."""
    following = phrases.at(sentence, at + 1)
    if following is None:
        return False
    dated = at > 0 and sentence[at - 1].text in _DATING
    is_counted = following.kind in ("metric", "positions", "peers") and not dated
    return following.kind == "percent" or is_counted


def _date(sentence: list[Atom], at: int) -> Found:
    if result := dates.read(sentence, at):
        when, end = result
        return [Item("date", when, text(sentence, at, end))], end
    return None


def _phrase(sentence: list[Atom], at: int) -> Found:
    phrase = phrases.at(sentence, at)
    if phrase is None:
        return None
    end = at + len(phrase.words)
    if end == at + 1 and (worded := _number(sentence, at)) and worded[1] > end:
        return worded
    pairs = zip(phrase.kind.split("+"), phrase.value.split("+"), strict=True)
    shown = text(sentence, at, end)
    return [Item(kind, value, shown) for kind, value in pairs], end


def _number(sentence: list[Atom], at: int) -> Found:
    atom = sentence[at]
    if atom.kind not in ("number", "ordinal"):
        return _worded(sentence, at) if atom.kind == "word" else None
    if atom.scale not in ("", "m"):
        return None
    kind = "metres" if atom.scale else atom.kind
    return [Item(kind, numbers.digits(atom.text), atom.raw)], at + 1


def _worded(sentence: list[Atom], at: int) -> Found:
    """Twenty-four; two thirds; a (goal)."""
    words = [atom.text for atom in sentence[at : at + _LONGEST]]
    kind, found = "fraction", number_words.fraction(words)
    if found is None or words[:3] == ["half", "a", "dozen"]:
        found = number_words.read(words)
        kind = "ordinal" if found and found[0].ordinal else "number"
    if found is None:
        is_one = words[0] in _SINGLE and _is_countable(sentence, at + 1)
        kind, found = "article", (numbers.Number(1), 1) if is_one else None
    if found is None:
        return None
    number, length = found
    return [Item(kind, number, text(sentence, at, at + length))], at + length


def _is_countable(sentence: list[Atom], at: int) -> bool:
    """Whether a single thing to count stands there: "goal", not "goal rate"."""
    phrase = phrases.at(sentence, at)
    if phrase is None or not (phrase.kind == "metric1" or phrase.words[-1] in _UNITS):
        return False
    if [atom.text for atom in sentence[at + len(phrase.words) :][:1]] in _TALLIES:
        return False
    following = phrases.at(sentence, at + len(phrase.words))
    return following is None or following.kind not in ("per90", "ratenoun")


# Each with what tells from an atom's kind and text whether it is worth a try.
_ALL: Final[tuple[tuple[Callable[[str, str], bool], Reader], ...]] = (
    (money.may_begin, _money),
    (lambda kind, _: kind in ("season", "number"), _season),
    (dates.may_begin, _date),
    (lambda _, text: phrases.may_begin(text), _phrase),
    (lambda kind, text: kind != "word" or text in _SINGLE or number_words.may_begin(text), _number),
)


def to_try(atom: Atom) -> tuple[Reader, ...]:
    """The readers of what can begin with an atom, in the order in which they are asked."""
    return _to_try(atom.kind, atom.text)


@lru_cache(maxsize=4096)
def _to_try(kind: str, text: str) -> tuple[Reader, ...]:
    return tuple(reader for may_begin, reader in _ALL if may_begin(kind, text))
