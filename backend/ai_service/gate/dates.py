"""Days, months and years as people write them, and the seasons of football."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ai_service.gate.atoms import Atom

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_PARTS: Final = {
    "summer": (6, 7, 8), "winter": (12, 1, 2), "spring": (3, 4, 5), "autumn": (9, 10, 11),
    "early": (1, 2, 3, 4), "mid": (5, 6, 7, 8), "late": (9, 10, 11, 12),
}  # fmt: skip
_ALL: Final = tuple(range(1, 13))
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LAST_DAY: Final = 31


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month, a part of a year or a year; `None` is what was not said."""

    year: int | None
    months: tuple[int, ...] = _ALL
    day: int | None = None

    def includes(self, day: date) -> bool:
        return (
            self.year in (None, day.year)
            and day.month in self.months
            and self.day in (None, day.day)
        )

    @property
    def is_year(self) -> bool:
        return self.year is not None and self.months == _ALL and self.day is None


@dataclass(frozen=True, slots=True)
class Period:
    """A season, `2023/24`, or a calendar year, `2023`, by its first year."""

    year: int
    text: str


def read(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """The date that begins at an atom and the index behind it; None if there is none."""
    first = atoms[start]
    if first.kind == "iso":
        year, month, day = map(int, first.text.split("-"))
        return When(year, (month,), day), start + 1
    if first.text == "end" and _text(atoms, start + 1) == "of":
        found = read(atoms, start + 2) if start + 2 < len(atoms) else None
        return found if found and not found[0].is_year else None
    if (number := _day(first)) and (at := _skip(atoms, start + 1, "of")) is not None:
        month = _MONTHS.get(_text(atoms, at))
        if month:
            return _with_year(atoms, at + 1, (month,), number)
    if first.text in _MONTHS and (first.raw[:1].isupper() or first.text != "may"):
        months, at = (_MONTHS[first.text],), start + 1
        if at < len(atoms) and (number := _day(atoms[at])) and atoms[at].text != "":
            return _with_year(atoms, at + 1, months, number)
        return _with_year(atoms, at, months, None)
    if first.text in _PARTS:
        at = _skip(atoms, start + 1, "of")
        if at is not None and (year := year_of(atoms[at])):
            return When(year, _PARTS[first.text]), at + 1
    return None


def year_of(atom: Atom) -> int | None:
    """2027 as a year; None for any other atom."""
    if atom.kind != "number" or atom.scale or not atom.text.isdigit() or len(atom.text) != 4:  # noqa: PLR2004
        return None
    year = int(atom.text)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def season(text: str) -> Period | None:
    """`2023/24`, `2023-24`, `2023/2024` or `23/24`; None where the years do not follow."""
    first, second = text.replace("-", "/").split("/")
    year = int(first) if len(first) == 4 else 2000 + int(first)  # noqa: PLR2004
    if (year + 1) % 100 != int(second) % 100 or (len(second) == 4 and int(second) != year + 1):  # noqa: PLR2004
        return None
    return Period(year, f"{year}/{(year + 1) % 100:02}")


def _with_year(
    atoms: list[Atom], at: int, months: tuple[int, ...], day: int | None
) -> tuple[When, int]:
    for skipped in ("", ",", "of"):
        index = at + (skipped != "")
        if skipped and _text(atoms, at) != skipped:
            continue
        if index < len(atoms) and (year := year_of(atoms[index])):
            return When(year, months, day), index + 1
    return When(None, months, day), at


def _day(atom: Atom) -> int | None:
    if atom.kind not in ("number", "ordinal") or not atom.text.isdigit() or atom.scale:
        return None
    return int(atom.text) if 1 <= int(atom.text) <= _LAST_DAY else None


def _text(atoms: list[Atom], at: int) -> str:
    return atoms[at].text if at < len(atoms) else ""


def _skip(atoms: list[Atom], at: int, word: str) -> int | None:
    """The index behind an optional word; None at the end of the sentence."""
    at += _text(atoms, at) == word
    return at if at < len(atoms) else None
