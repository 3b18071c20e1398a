"""Sums of money as people write them: €45m, 45 million euros, EUR 45,000,000, €850k."""

from dataclasses import dataclass
from typing import Final

from ai_service.gate import numbers
from ai_service.gate.atoms import Atom

_EURO: Final = frozenset({"€", "eur", "euro", "euros"})
_OTHER: Final = frozenset(
    {"$", "£", "¥", "usd", "gbp", "chf", "dollar", "dollars", "pound", "pounds", "francs", "yen"}
)
_LETTERS: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_TALLEST: Final = 3  # 2.01m is a height, 45m a sum


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in euros; `is_euro` is false where another currency was named."""

    number: numbers.Number
    is_euro: bool = True


def read(atoms: list[Atom], start: int) -> tuple[Amount, int] | None:
    """The sum of money that begins at an atom and the index behind it; None if there is none."""
    first = atoms[start].text
    if first in _EURO or first in _OTHER:
        found = _scaled(atoms, start + 1)
        if found is None:
            return None
        number, end, _ = found
        return Amount(number, first in _EURO), end
    found = _scaled(atoms, start)
    if found is None:
        return None
    number, end, has_scale = found
    following = _text(atoms, end)
    if following in _EURO or following in _OTHER:
        return Amount(number, following in _EURO), end + 1
    return (Amount(number), end) if has_scale else None


def _scaled(atoms: list[Atom], at: int) -> tuple[numbers.Number, int, bool] | None:
    """A number with its scale, the index behind, and whether there was a scale."""
    if at >= len(atoms):
        return None
    atom, words = atoms[at], [a.text for a in atoms[at : at + 12]]
    if words[:2] == ["half", "a"] and numbers.scale(_text(atoms, at + 2)):
        return _times(numbers.Number(0.5, 0.1), words[2], at + 3)
    if words[0] == "a" and (factor := numbers.scale(_text(atoms, at + 1))):
        return numbers.Number(factor, factor), at + 2, factor > 1_000  # noqa: PLR2004
    if atom.kind == "number":
        number, end = numbers.digits(atom.text), at + 1
        if atom.scale == "m" and number.value < _TALLEST and not _follows_sign(atoms, at):
            return None
        if atom.scale:
            return number.times(_LETTERS[atom.scale]), end, True
        if _text(atoms, end) in _LETTERS and (
            _follows_sign(atoms, at) or _text(atoms, end + 1) in _EURO
        ):
            return number.times(_LETTERS[atoms[end].text]), end + 1, True
    elif atom.kind == "word" and (worded := numbers.in_words(words, 0)):
        number, end = worded[0], at + worded[1]
        if number.ordinal:
            return None
    else:
        return None
    if words[end - at : end - at + 3] == ["and", "a", "half"]:
        number, end = numbers.Number(number.value + 0.5, 0.1), end + 3
    if numbers.scale(_text(atoms, end)):
        return _times(number, atoms[end].text, end + 1)
    return number, end, False


def _times(number: numbers.Number, word: str, end: int) -> tuple[numbers.Number, int, bool]:
    factor = numbers.scale(word) or 1
    return number.times(factor), end, True


def _follows_sign(atoms: list[Atom], at: int) -> bool:
    return at > 0 and (atoms[at - 1].text in _EURO or atoms[at - 1].text in _OTHER)


def _text(atoms: list[Atom], at: int) -> str:
    return atoms[at].text if at < len(atoms) else ""
