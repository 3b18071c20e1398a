"""Days, months and years as people write them, and the seasons of football."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ai_service.gate.atoms import Atom

_MONTH_NAMES: Final = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS: Final = {
    name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()
}
_PARTS: Final = {
    "summer": (6, 7, 8), "winter": (12, 1, 2), "spring": (3, 4, 5), "autumn": (9, 10, 11),
    "early": (1, 2, 3, 4), "mid": (5, 6, 7, 8), "late": (9, 10, 11, 12),
}  # fmt: skip
_BEGINNINGS: Final = frozenset({*_MONTHS, *_PARTS, "end"})
_ALL: Final = tuple(range(1, 13))
_YEARS: Final = range(1900, 2100)
_DAYS: Final = range(1, 32)
_FOUR: Final = 4  # digits of a year
_CENTURY: Final = 100


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


@dataclass(frozen=True, slots=True)
class Period:
    """A season, `2023/24`, or a calendar year, `2023`, by its first year."""

    year: int
    text: str


def may_begin(kind: str, text: str) -> bool:
    """Whether a date can begin with such an atom."""
    return kind in ("iso", "number", "ordinal") or text in _BEGINNINGS


def read(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """The date that begins at an atom and the index behind it; None if there is none.

    A year alone is not read: it may be one of play.
    """
    for reader in (_iso, _end_of, _day_first, _month_first, _part_of_year):
        if found := reader(atoms, start):
            return found
    return None


def year_of(atom: Atom) -> int | None:
    """2027 as a year; None for any other atom."""
    is_plain = atom.kind == "number" and not atom.scale and atom.text.isdigit()
    return int(atom.text) if is_plain and int(atom.text) in _YEARS else None


def season(text: str) -> Period | None:
    """`2023/24`, `2023-24`, `2023/2024` or `23/24`; None where the years do not follow."""
    first, second = text.replace("-", "/").split("/")
    year = int(first) if len(first) == _FOUR else 2000 + int(first)
    written = (
        int(second) if len(second) == _FOUR else (year + 1) // _CENTURY * _CENTURY + int(second)
    )
    return Period(year, f"{year}/{(year + 1) % _CENTURY:02}") if written == year + 1 else None


def _iso(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    if atoms[start].kind != "iso":
        return None
    year, month, day = map(int, atoms[start].text.split("-"))
    return When(year, (month,), day), start + 1


def _end_of(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """The end of June 2027."""
    if _text(atoms, start) != "end" or _text(atoms, start + 1) != "of" or start + 2 >= len(atoms):
        return None
    return _month_first(atoms, start + 2)


def _day_first(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """30 June 2027; 30th of June."""
    day = _day(atoms, start)
    at = start + 1 + (_text(atoms, start + 1) == "of")
    month = _MONTHS.get(_text(atoms, at))
    return _with_year(atoms, at + 1, (month,), day) if day and month else None


def _month_first(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """June 2027; June 30, 2027. "May" is a month only where it is written like one."""
    name = atoms[start].text
    if name not in _MONTHS or (name == "may" and not atoms[start].raw[:1].isupper()):
        return None
    day = _day(atoms, start + 1)
    return _with_year(atoms, start + 1 + bool(day), (_MONTHS[name],), day)


def _part_of_year(atoms: list[Atom], start: int) -> tuple[When, int] | None:
    """Summer 2027; the summer of 2027; mid-2027."""
    at = start + 1 + (_text(atoms, start + 1) == "of")
    months = _PARTS.get(_text(atoms, start))
    year = year_of(atoms[at]) if at < len(atoms) else None
    return (When(year, months), at + 1) if months and year else None


def _with_year(
    atoms: list[Atom], at: int, months: tuple[int, ...], day: int | None
) -> tuple[When, int]:
    """The date with the year that follows, perhaps behind a comma."""
    index = at + (_text(atoms, at) in (",", "of"))
    year = year_of(atoms[index]) if index < len(atoms) else None
    return (When(year, months, day), index + 1) if year else (When(None, months, day), at)


def _day(atoms: list[Atom], at: int) -> int | None:
    if at >= len(atoms) or atoms[at].kind not in ("number", "ordinal") or atoms[at].scale:
        return None
    text = atoms[at].text
    return int(text) if text.isdigit() and int(text) in _DAYS else None


def _text(atoms: list[Atom], at: int) -> str:
    return atoms[at].text if at < len(atoms) else ""
