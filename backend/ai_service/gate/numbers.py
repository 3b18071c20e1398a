"""Numbers as people write them: digits, words, ordinals, fractions; and how people round."""

from dataclasses import dataclass
from typing import Final, Literal

Hedge = Literal["about", "nearly", "just over", "over", "under", "at least", "at most", "exactly"]

_ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "eighth": 8, "tenth": 10, "twentieth": 20,
}  # fmt: skip

# How far "about" and its like may lie from the figure, and how loose "more than" may be.
_ABOUT: Final = 0.05
_ABOUT_SHARE: Final = 1.5
_ROUND_SHARE: Final = 5
_NEAR: Final = 0.06
_LOOSE: Final = 0.34
_LEAST_LOOSE: Final = 2
_FINE: Final = 0.01
_COARSE: Final = 0.08


@dataclass(frozen=True, slots=True)
class Number:
    """A number as said. `step` is the smallest difference its digits can show."""

    value: float
    step: float = 1
    ordinal: bool = False

    def times(self, factor: float) -> "Number":
        """The number in another unit: 45 (million) is 45,000,000, to the million."""
        return Number(round(self.value * factor, 6), self.step * factor)

    @property
    def coarseness(self) -> float:
        """The unit of the last digit that is not a nought: 100 for 3,100."""
        unit = self.step
        while self.value and not round(self.value / unit, 6) % 10:
            unit *= 10
        return unit


def digits(written: str) -> Number:
    """`1,234`, `0.70` or `92.7` as a number that knows how many decimals it has."""
    plain = written.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return Number(float(plain), 10.0**-decimals if decimals else 1)


def in_words(atoms: list[str], start: int) -> tuple[Number, int] | None:
    """The number written in words from `start` on and the index behind it; None if there is none.

    Reads "twenty-four", "a hundred and eighty-seven", "three thousand one hundred", "a dozen",
    "half a dozen", "ninety-third", without the hyphens. Scales above thousand are left to money.
    """
    if atoms[start : start + 3] == ["half", "a", "dozen"]:
        return Number(6), start + 3
    if atoms[start] in ("a", "one") and atoms[start + 1 : start + 2] == ["dozen"]:
        return Number(12), start + 2
    if atoms[start] in ("once", "twice", "thrice"):
        return Number(("once", "twice", "thrice").index(atoms[start]) + 1), start + 1
    return _compound(atoms, start)


def _compound(atoms: list[str], start: int) -> tuple[Number, int] | None:
    total, group, index, seen = 0, 0, start, False
    last = ""
    while index < len(atoms):
        word = atoms[index]
        following = atoms[index + 1] if index + 1 < len(atoms) else ""
        if word == "a" and not seen and following in ("hundred", "thousand"):
            group, last = 1, "one"
        elif word in _ONES and last in ("", "ten", "hundred", "thousand", "and"):
            if last == "ten" and not 0 < _ONES[word] < 10:  # noqa: PLR2004
                break
            group, last = group + _ONES[word], "one"
        elif word in _TENS and last in ("", "hundred", "thousand", "and"):
            group, last = group + _TENS[word], "ten"
        elif word == "hundred" and last == "one":
            group, last = group * 100, "hundred"
        elif word == "thousand" and last in ("one", "ten", "hundred") and total == 0:
            total, group, last = group * 1000, 0, "thousand"
        elif (
            word == "and"
            and last in ("hundred", "thousand")
            and (following in _ONES or following in _TENS)
        ):
            last = "and"
        elif word in _ORDINALS and last in ("", "ten", "hundred", "and"):
            if last == "ten" and _ORDINALS[word] > 9:  # noqa: PLR2004
                break
            if last == "" and word == "second" and following == "striker":
                break
            return Number(total + group + _ORDINALS[word], ordinal=True), index + 1
        else:
            break
        seen = True
        index += 1
    return (Number(total + group), index) if seen else None


def fraction(atoms: list[str], start: int) -> tuple[Number, int] | None:
    """A share in words from `start` on, in percent: "two thirds", "nine in ten", "half"."""
    if atoms[start] == "half" and atoms[start + 1 : start + 2] != ["a"]:
        return Number(50), start + 1
    top = 1 if atoms[start] in ("a", "an") else _ONES.get(atoms[start])
    if top is None:
        return None
    following = atoms[start + 1 : start + 4]
    for bridge in (["in"], ["out", "of"]):
        if following[: len(bridge)] == bridge and len(following) > len(bridge):
            bottom = _ONES.get(following[len(bridge)])
            if bottom and bottom >= top > 0:
                return Number(100 * top / bottom), start + 2 + len(bridge)
    part = _PARTS.get(following[0].removesuffix("s") if following else "")
    if part and 0 < top < part and following[0].endswith("s") == (top > 1):
        return Number(100 * top / part), start + 2
    return None


def scale(word: str) -> int | None:
    """What "million" and its like multiply by."""
    return _SCALES.get(word)


def agrees(
    actual: float, said: Number, hedge: Hedge | None, *, rounds: bool, share: bool = False
) -> bool:
    """Whether `said`, with its hedge, may be said of `actual`.

    `rounds`: people round it (money, rates, shares); counts, ages and heights are given as they
    are. `share`: it lies between 0 and 100, where five per cent of it would be too much.
    """
    value, gap = said.value, actual - said.value
    slack = 1e-9 * max(1.0, abs(value))
    if hedge is None or hedge == "exactly":
        if not rounds or hedge == "exactly":
            return abs(gap) <= slack or (hedge is None and _shown_alike(actual, said))
        return _rounds_to(actual, said, share=share)
    if hedge == "about":
        wide = _about_share(value) if share else min(said.coarseness / 2, _ABOUT * abs(actual))
        return abs(gap) <= max(wide, said.step / 2 if rounds else 0) + slack
    loose = max(_LOOSE * abs(value), _LEAST_LOOSE * said.step)
    near = max(_NEAR * abs(value), said.step)
    return {
        "over": slack < gap <= loose,
        "just over": slack < gap <= near,
        "at least": -slack <= gap <= loose,
        "under": -loose <= gap < -slack,
        "nearly": -near <= gap < -slack,
        "at most": -loose <= gap <= slack,
    }[hedge]


def _about_share(value: float) -> float:
    """About 90 % may be 91.4 %; about 93 % is rounded, no more."""
    return _ABOUT_SHARE if value % _ROUND_SHARE == 0 else 0.5


def _shown_alike(actual: float, said: Number) -> bool:
    return said.step < 1 and abs(actual - said.value) <= said.step / 2


def _rounds_to(actual: float, said: Number, *, share: bool) -> bool:
    """Halves are rounded up; where one digit is left, people do not round by a tenth of it."""
    gap = actual - said.value
    slack = 1e-9 * max(1.0, abs(actual))
    coarse = not share and said.step > _FINE and abs(actual) < 10 * said.step
    reach = min(said.step / 2, abs(actual) * _COARSE) if coarse else said.step / 2
    return -reach - slack <= gap < reach - slack or abs(gap) <= slack
