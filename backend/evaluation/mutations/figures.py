"""Another figure, another unit, another day."""

import re
from random import Random

from ai_service.schemas import Sentence
from evaluation.facts import Facts, ordinal
from evaluation.lies import NUMBER_WORDS, UNITS
from evaluation.mutations.looking import DATE, HEDGED, MONTHS, PERIOD, differs, fixed

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_COUNTED = re.compile(
    r"(?<![\d,.€])\b(\d+(?:,\d{3})*) (goals?|assists?|games?|yellow cards?|minutes)\b(?! per)"
)


def number(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """A figure is another one."""
    found = [m for m in _NUMBER.finditer(sentence.text) if not fixed(sentence.text, m, facts)]
    if not found or HEDGED.search(sentence.text):
        return None
    match = random.choice(found)
    old = float(match[0].replace(",", ""))
    if "." in match[0]:
        new = f"{old * random.choice((0.6, 0.75, 1.3, 1.45)) + 0.05:.2f}"
    else:
        far = max(3, round(old * random.uniform(0.15, 0.5)))
        new = f"{int(old + far if old <= far or random.random() < 0.5 else old - far):,}"  # noqa: PLR2004
    start, end = match.span()
    text = sentence.text[:start] + new + sentence.text[end:]
    return _ORDINAL.sub(lambda m: ordinal(float(m[0][:-2])), text)


def number_word(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """A figure is another one, in words."""
    text, spoken = sentence.text, "|".join(NUMBER_WORDS)
    found = [
        m
        for m in re.finditer(rf"\b(?:{spoken}|a dozen|\d{{1,2}})\b(?![,.]\d|-year)", text)
        if not fixed(text, m, facts) and text[m.start() - 1] not in "€/,." and m.start()
    ]
    if not found or HEDGED.search(text):
        return None
    match = random.choice(found)
    value = 12 if match[0] == "a dozen" else _value(match[0])
    new = random.choice([w for w in NUMBER_WORDS if abs(_value(w) - value) >= 2])  # noqa: PLR2004
    return text[: match.start()] + new + text[match.end() :]


def unit(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """The figure is right, its unit is not."""
    options = [
        re.sub(old, new, sentence.text, count=1)
        for old, new in UNITS
        if re.search(old, sentence.text)
    ]
    return random.choice(options) if options else None


def season(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """The figures of one period are said of another."""
    periods = {s.period: s for s in facts.seasons}
    said = [p for p in PERIOD.findall(sentence.text) if p in periods]
    if not said or DATE.search(sentence.text):
        return None
    old = random.choice(said)
    step = random.choice((-2, -1, 1, 2))
    year = periods[old].year + step
    new = f"{year}/{(year + 1) % 100:02}" if "/" in old else str(year)
    if new in said:
        return None
    ours = f"season.{periods[old].year}."
    of_it = [i for i in sentence.evidence if i.startswith(ours)]
    theirs = [i.replace(ours, f"season.{year}.") for i in of_it]
    if not any(differs(facts, i, j) for i, j in zip(of_it, theirs, strict=True)):
        return None
    return sentence.text.replace(old, new)


def day(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """A date is another one."""
    found = list(DATE.finditer(sentence.text))
    if not found:
        return None
    match = random.choice(found)
    parts = match[0].split()
    place = random.randrange(len(parts))
    if place == len(parts) - 1:
        parts[place] = str(int(parts[place]) + random.choice((-2, -1, 1, 2)))
    elif place == len(parts) - 2:
        parts[place] = random.choice([m for m in MONTHS.split("|") if m != parts[place]])
    else:
        parts[place] = str(int(parts[place]) % 28 + 1)
    return sentence.text[: match.start()] + " ".join(parts) + sentence.text[match.end() :]


def hedge(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """More, or fewer, than it is exactly."""
    found = [m for m in _COUNTED.finditer(sentence.text) if not fixed(sentence.text, m, facts)]
    if not found or HEDGED.search(sentence.text):
        return None
    start = random.choice(found).start()
    word = random.choice(("more than ", "over ", "fewer than ", "under ", "well over "))
    text = sentence.text[:start] + word + sentence.text[start:]
    return text[0].upper() + text[1:]


def _value(number: str) -> int:
    return NUMBER_WORDS.index(number) + 1 if number in NUMBER_WORDS else int(number)
