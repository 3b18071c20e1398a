"""Sums of money as people write them: €45m, 45 million euros, EUR 45,000,000, €850k."""

from dataclasses import dataclass
from typing import Final

from ai_service.gate import number_words, numbers
from ai_service.gate.atoms import Atom
from ai_service.gate.numbers import Number

_EURO: Final = frozenset({"€", "eur", "euro", "euros"})
_OTHER: Final = frozenset(
    {"$", "£", "¥", "usd", "gbp", "chf", "dollar", "dollars", "pound", "pounds", "francs", "yen"}
)
_SIGNS: Final = _EURO | _OTHER
_LETTERS: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_A_THOUSAND: Final = 1_000  # "a thousand minutes" are no money
_TALLEST: Final = 3  # 2.01m is a height, 45m a sum
_LONGEST: Final = 12  # atoms in a number in words


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in euros; `is_euro` is false where another currency was named."""

    number: Number
    is_euro: bool = True


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A number with its scale, the index behind it, and whether a scale was named."""

    number: Number
    end: int
    has_scale: bool = False


def may_begin(kind: str, text: str) -> bool:
    """Whether a sum of money can begin with such an atom."""
    is_number = kind == "number" or (kind == "word" and number_words.may_begin(text))
    return is_number or text in _SIGNS


def read(atoms: list[Atom], start: int) -> tuple[Amount, int] | None:
    """The sum of money that begins at an atom and the index behind it; None if there is none."""
    sign = atoms[start].text
    if sign in _SIGNS:
        found = _scaled(atoms, start + 1)
        return (Amount(found.number, sign in _EURO), found.end) if found else None
    found = _scaled(atoms, start)
    if found is None:
        return None
    unit = _text(atoms, found.end)
    if unit in _SIGNS:
        return Amount(found.number, unit in _EURO), found.end + 1
    return (Amount(found.number), found.end) if found.has_scale else None


def _scaled(atoms: list[Atom], at: int) -> _Scaled | None:
    kind = atoms[at].kind if at < len(atoms) else ""
    if kind == "number":
        return _in_digits(atoms, at)
    return _in_words(atoms, at) if kind == "word" else None


def _in_digits(atoms: list[Atom], at: int) -> _Scaled | None:
    """€45m; 45 million; € 45 m."""
    number, end, scale = numbers.digits(atoms[at].text), at + 1, atoms[at].scale
    is_signed = at > 0 and atoms[at - 1].text in _SIGNS
    if scale == "m" and number.value < _TALLEST and not is_signed:
        return None
    if not scale and (is_signed or _text(atoms, end + 1) in _EURO):
        scale = _text(atoms, end) if _text(atoms, end) in _LETTERS else ""
        end += bool(scale)
    if scale:
        return _Scaled(number.times(_LETTERS[scale]), end, has_scale=True)
    return _with_word(atoms, number, end)


def _in_words(atoms: list[Atom], at: int) -> _Scaled | None:
    """Forty-five million; half a million; a million; two and a half million."""
    words = [atom.text for atom in atoms[at : at + _LONGEST]]
    if words[:2] == ["half", "a"]:
        factor = number_words.scale(_text(atoms, at + 2))
        return _Scaled(Number(0.5, 0.1).times(factor), at + 3, has_scale=True) if factor else None
    if words[0] == "a":
        factor = number_words.scale(_text(atoms, at + 1))
        return (
            _Scaled(Number(1).times(factor), at + 2, has_scale=factor > _A_THOUSAND)
            if factor
            else None
        )
    found = number_words.read(words)
    if found is None or found[0].ordinal:
        return None
    number, length = found
    if words[length : length + 3] == ["and", "a", "half"]:
        number, length = Number(number.value + 0.5, 0.1), length + 3
    return _with_word(atoms, number, at + length)


def _with_word(atoms: list[Atom], number: Number, end: int) -> _Scaled:
    factor = number_words.scale(_text(atoms, end))
    return (
        _Scaled(number.times(factor), end + 1, has_scale=True) if factor else _Scaled(number, end)
    )


def _text(atoms: list[Atom], at: int) -> str:
    return atoms[at].text if at < len(atoms) else ""
