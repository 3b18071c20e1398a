"""Money, dates, spans and lists in the words football people use."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# Size, name and smallest step of each unit, the smallest unit first.
_UNITS = ((1, "", "1"), (1_000, "k", "1"), (1_000_000, "m", "0.01"), (1_000_000_000, "bn", "0.01"))
_NEXT_UNIT = 1_000

DAYS_PER_MONTH = 30.44
_DAYS_SHOWN_AS_DAYS = 45
_MONTHS_SHOWN_AS_YEARS = 24


def money(euros: int) -> str:
    """Whole euros as €25m, €1.25m, €850k or €500."""
    shown = ""
    for size, unit, step in _UNITS:
        amount = (Decimal(euros) / size).quantize(Decimal(step), ROUND_HALF_UP)
        shown = f"€{amount.normalize():f}{unit}"
        # Decided after rounding: 999,600 is 1,000k, which is said as 1m.
        if amount < _NEXT_UNIT:
            break
    return shown


def percent(part: int, whole: int) -> str:
    """`part` of `whole` in whole per cent; never a rounded 0% or 100% that is not quite that."""
    share = int((Decimal(part) * 100 / whole).quantize(Decimal(1), ROUND_HALF_UP))
    if share == 0 and part > 0:
        return "less than 1%"
    if share == 100 and part < whole:  # noqa: PLR2004
        return "more than 99%"
    return f"{share}%"


def day(when: date) -> str:
    """A date as 30 June 2027."""
    return f"{when.day} {when:%B} {when.year}"


def span(days: int) -> str:
    """A number of days as people say it: 12 days, about 7 months, about 2.5 years."""
    if days <= _DAYS_SHOWN_AS_DAYS:
        return plural(days, "day")
    months = round(days / DAYS_PER_MONTH)
    if months < _MONTHS_SHOWN_AS_YEARS:
        return f"about {plural(months, 'month')}"
    years = round(months / 6) / 2
    return f"about {years:g} years"


def metres(centimetres: int) -> str:
    """Height as 1.84 m."""
    return f"{centimetres / 100:.2f} m"


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def years(count: int) -> str:
    """A number of years, in words up to ten."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    shown = words[count] if count < len(words) else str(count)
    return f"{shown} year" if count == 1 else f"{shown} years"


def article(words: str) -> str:
    """`words` with "a" or "an" before them; for our own nouns and for ages in figures."""
    an = words[0] in "aeiou" or words.startswith(("8", "11-", "18-"))
    return f"{'an' if an else 'a'} {words}"


def listing(items: Sequence[str]) -> str:
    """a / a and b / a, b and c"""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(words: str) -> str:
    """`words` with a capital and one full stop ("… S.p.A." already has it)."""
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
