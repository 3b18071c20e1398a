"""Numbers as said, and whether they agree with those on record: how people round and hedge."""

from typing import Final, Literal, NamedTuple

Hedge = Literal["about", "nearly", "just over", "over", "under", "at least", "at most", "exactly"]

# How far "about" and its like may lie from the figure, and how loose "more than" may be.
_ABOUT: Final = 0.05
_ABOUT_SHARE: Final = 1.5
_ROUND_SHARE: Final = 5
_NEAR: Final = 0.06
_LOOSE: Final = 0.34
_LEAST_LOOSE: Final = 2
_FINE: Final = 0.01
_COARSE: Final = 0.08


class Number(NamedTuple):
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
        return abs(gap) <= wide + slack or (rounds and _rounds_to(actual, said, share=share))
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
    slack = 1e-12 * max(1.0, abs(actual))
    coarse = not share and said.step > _FINE and abs(actual) < 10 * said.step
    reach = min(said.step / 2, abs(actual) * _COARSE) if coarse else said.step / 2
    return -reach - slack <= gap < reach - slack or abs(gap) <= slack
