"""Numbers in words: "twenty-four", "a hundred and eighty-seven", "a dozen", "two thirds"."""

from typing import Final

from ai_service.gate.numbers import Number

_ONES_IN_ORDER: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS_IN_ORDER: Final = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS_IN_ORDER: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_ONES: Final = {word: value for value, word in enumerate(_ONES_IN_ORDER)}
_TENS: Final = {word: 10 * value for value, word in enumerate(_TENS_IN_ORDER, 2)}
_ORDINALS: Final = {word: value for value, word in enumerate(_ORDINALS_IN_ORDER, 1)} | {
    f"{word[:-1]}ieth": value for word, value in _TENS.items()
}
_SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8,
    "tenth": 10, "twentieth": 20,
}  # fmt: skip
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_BEGINNINGS: Final = frozenset({*_ONES, *_TENS, *_ORDINALS, *_TIMES, "half", "a", "an"})
_TEN: Final = 10
_WHOLE: Final = 100

# Which sort of word may follow which: "twenty" + "four", "hundred" + "and" + "eighty".
_AFTER: Final = {
    "one": {"", "ten", "hundred", "thousand", "and"},
    "ten": {"", "hundred", "thousand", "and"},
    "ordinal": {"", "ten", "hundred", "and"},
    "hundred": {"one", "a"},
    "thousand": {"one", "ten", "hundred", "a"},
    "and": {"hundred", "thousand"},
    "a": {""},
}


def scale(word: str) -> int | None:
    """What "million" and its like multiply by."""
    return _SCALES.get(word)


def may_begin(word: str) -> bool:
    """Whether a number in words, or a fraction, can begin with the word."""
    return word in _BEGINNINGS


def read(words: list[str]) -> tuple[Number, int] | None:
    """The number that a list of words begins with, and how many of them it is; else None.

    Scales above thousand are left to money.
    """
    if words[:3] == ["half", "a", "dozen"]:
        return Number(6), 3
    if words[0] in ("a", "one") and words[1:2] == ["dozen"]:
        return Number(12), 2
    if words[0] in _TIMES:
        return Number(_TIMES[words[0]]), 1
    return _compound(words)


def _compound(words: list[str]) -> tuple[Number, int] | None:
    total, group, last, length = 0, 0, "", 0
    for index, word in enumerate(words):
        sort = _sort(word, words[index + 1 : index + 2])
        if last not in _AFTER.get(sort, ()) or not _fits(sort, word, last):
            break
        length = index + 1
        if sort == "ordinal":
            return Number(total + group + _ORDINALS[word], ordinal=True), length
        if sort == "thousand":
            total, group = max(group, 1) * 1_000, 0
        elif sort == "hundred":
            group = max(group, 1) * 100
        else:
            group += _ONES.get(word, _TENS.get(word, 0))
        last = sort
    return (Number(total + group), length) if length else None


def _sort(word: str, following: list[str]) -> str:
    """What sort of number word it is; "a" and "and" only within a number, empty for no such."""
    if word in ("hundred", "thousand"):
        return word
    if word == "a":
        return "a" if following and following[0] in ("hundred", "thousand") else ""
    if word == "and":
        return "and" if following and following[0] in _ONES | _TENS else ""
    if word == "second" and following == ["striker"]:
        return ""
    sorts = (("one", _ONES), ("ten", _TENS), ("ordinal", _ORDINALS))
    return next((sort for sort, known in sorts if word in known), "")


def _fits(sort: str, word: str, last: str) -> bool:
    """Twenty-four and twenty-fourth, not twenty-eleven."""
    return (
        last != "ten" or sort not in ("one", "ordinal") or (0 < {**_ONES, **_ORDINALS}[word] < _TEN)
    )


def fraction(words: list[str]) -> tuple[Number, int] | None:
    """The share that a list of words begins with, in percent: "two thirds", "nine in ten"."""
    if words[0] == "half" and words[1:2] != ["a"]:
        return Number(_WHOLE / 2), 1
    top = 1 if words[0] in ("a", "an") else _ONES.get(words[0])
    if not top:
        return None
    bridge = {"in": 1, "out": 2}.get(words[1], 0) if len(words) > 1 else 0
    if bridge == 1 or words[1:3] == ["out", "of"]:
        bottom = _ONES.get(words[1 + bridge]) if len(words) > 1 + bridge else None
        return (Number(_WHOLE * top / bottom), 2 + bridge) if bottom and bottom >= top else None
    named = words[1] if len(words) > 1 else ""
    part = _PARTS.get(named.removesuffix("s"))
    fits = part is not None and top < part and named.endswith("s") == (top > 1)
    return (Number(_WHOLE * top / part), 2) if part and fits else None
