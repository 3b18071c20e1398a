"""True sentences made false, one thing at a time; each function is one kind of lie.

A mutation is returned only where it cannot be true by chance: the figure it is changed to is
looked up in the record first.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from ai_service.schemas import Sentence
from evaluation.facts import Facts, ordinal
from evaluation.lies import (
    CLUBS,
    COUNTRIES,
    DIRECTIONS,
    HOSTILE,
    INVENTED,
    LEAGUES,
    NEGATIONS,
    NUMBER_WORDS,
    ROLES,
    UNITS,
    VERDICTS,
)

Mutation = Callable[[Sentence, Facts, Random], str | None]

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(r"\b(?:19|20)\d\d(?:/\d\d)?\b")
_DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}}\b")
_FIXED = re.compile(
    r"per 90(?: minutes)?|at least 900 minutes|within two years|\b(?:19|20)\d\d(?:/\d\d)?\b"
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_COUNTED = re.compile(
    r"(?<![\d,.€])\b(\d+(?:,\d{3})*) (goals?|assists?|games?|yellow cards?|minutes)\b(?! per)"
)
_HEDGED = re.compile(
    r"\b(?:about|over|under|nearly|almost|roughly|around|more|less|fewer|least|most|than)\b"
)
_PERCENTILE_STEP = 30


def number(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """A figure is another one."""
    found = [m for m in _NUMBER.finditer(sentence.text) if not _fixed(sentence.text, m, facts)]
    if not found or _HEDGED.search(sentence.text):
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
        if not _fixed(text, m, facts) and text[m.start() - 1] not in "€/,." and m.start()
    ]
    if not found or _HEDGED.search(text):
        return None
    match = random.choice(found)
    value = 12 if match[0] == "a dozen" else _value(match[0])
    new = random.choice([w for w in NUMBER_WORDS if abs(_value(w) - value) >= 2])  # noqa: PLR2004
    return text[: match.start()] + new + text[match.end() :]


def swapped(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """One figure's value is said of another."""
    text = sentence.text
    options = []
    if re.search(r"\b(goal|assist)", text, re.I) and _goals_differ_from_assists(sentence, facts):
        options.append(_exchange(text, "goal", "assist"))
    if match := re.search(r"([\d,]+) games? and ([\d,]+) minutes", text):
        first, second = match.groups()
        options.append(text.replace(match[0], f"{second} games and {first} minutes"))
    if facts.has("transfer.1.from", "transfer.1.to"):
        old, new = facts.text("transfer.1.from"), facts.text("transfer.1.to")
        if old in text and new in text and old not in new and new not in old:
            options.append(text.replace(old, "\0").replace(new, old).replace("\0", new))
    return random.choice(options) if options else None


def unit(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """The figure is right, its unit is not."""
    options = [
        re.sub(old, new, sentence.text, count=1)
        for old, new in UNITS
        if re.search(old, sentence.text)
    ]
    return random.choice(options) if options else None


def cohort(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Compared with others than the record compares with."""
    text, options = sentence.text, []
    for identity in sentence.evidence:
        item = facts.by_id.get(identity)
        if item is None or item.cohort is None or item.cohort.definition not in text:
            continue
        definition = item.cohort.definition
        noun = next((n for n in _COHORT_NOUNS if definition.startswith(n)), None)
        if noun:
            other = random.choice([n for n in _COHORT_NOUNS if n != noun])
            options.append(text.replace(definition, definition.replace(noun, other, 1)))
        for old, new in (
            ("within two years", "within five years"),
            ("900 minutes", "1,800 minutes"),
        ):
            if old in definition:
                options.append(text.replace(old, new))
        size = f"{item.cohort.size:,}"
        if f"{size} {definition}" in text:
            wrong = f"{item.cohort.size * 2 + 7:,}"
            options.append(text.replace(f"{size} {definition}", f"{wrong} {definition}"))
        league = item.cohort.league
        if league and _differs(facts, identity, identity.replace(".league", ".position")):
            options.append(text.replace(f" in {league}", ""))
    return random.choice(options) if options else None


_COHORT_NOUNS = ("attacking players", "midfielders", "defenders", "goalkeepers")


def season(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """The figures of one period are said of another."""
    periods = {s.period: s for s in facts.seasons}
    said = [p for p in _PERIOD.findall(sentence.text) if p in periods]
    if not said or _DATE.search(sentence.text):
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
    if not any(_differs(facts, i, j) for i, j in zip(of_it, theirs, strict=True)):
        return None
    return sentence.text.replace(old, new)


def day(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """A date is another one."""
    found = list(_DATE.finditer(sentence.text))
    if not found:
        return None
    match = random.choice(found)
    parts = match[0].split()
    place = random.randrange(len(parts))
    if place == len(parts) - 1:
        parts[place] = str(int(parts[place]) + random.choice((-2, -1, 1, 2)))
    elif place == len(parts) - 2:
        parts[place] = random.choice([m for m in _MONTH.split("|") if m != parts[place]])
    else:
        parts[place] = str(int(parts[place]) % 28 + 1)
    return sentence.text[: match.start()] + " ".join(parts) + sentence.text[match.end() :]


def club(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another club."""
    return _another(sentence, facts, ("club", "transfer.1.from", "transfer.1.to"), CLUBS, random)


def league_or_country(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another league or country."""
    leagues = _another(sentence, facts, ("league",), LEAGUES, random)
    return leagues or _another(sentence, facts, ("country",), COUNTRIES, random)


def role_or_foot(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another position, or the other foot."""
    text, options = sentence.text, []
    outside = _without_names(text, facts)
    for role in ROLES:
        if re.search(rf"\b{role}\b", outside):
            other = random.choice([r for r in ROLES if r != role and r not in role])
            options.append(re.sub(rf"\b{role}\b", other, text, count=1))
    if "foot" in sentence.evidence:
        options += [
            re.sub(old, new, text)
            for old, new in ((r"\bleft\b", "right"), (r"\bright\b", "left"))
            if re.search(old, outside)
        ]
    return random.choice(options) if options else None


def direction(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Up is down, past is before, more is fewer."""
    outside = _without_names(sentence.text, facts)
    options = [
        re.sub(old, new, sentence.text, count=1)
        for old, new in DIRECTIONS
        if re.search(old, outside)
    ]
    return random.choice(options) if options else None


def band(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Top is bottom, and a quarter is a tenth."""
    text, options = sentence.text, []
    for old, new in (("top", "bottom"), ("bottom", "top"), ("above most", "below most"),
                     ("below most", "above most")):  # fmt: skip
        if re.search(rf"\b{old}\b(?= tenth| quarter|$|[ ,.])", text) and (
            " " in old or "tenth" in text or "quarter" in text
        ):
            options.append(re.sub(rf"\b{old}\b", new, text, count=1))
    if "quarter" in text and _no_tenth(sentence, facts):
        options.append(text.replace("quarter", "tenth", 1))
    return random.choice(options) if options else None


def invented(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """Something that no record holds: style, character, injury, private life, praise."""
    lie = random.choice(INVENTED)
    if lie[0].isupper():
        return f"{sentence.text} {lie}" if random.random() < 0.5 else lie  # noqa: PLR2004
    return f"{sentence.text.removesuffix('.')}{lie}."


def negation(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """What is, is not; what is not, is."""
    outside = _without_names(sentence.text, facts)
    options = []
    for old, new in NEGATIONS:
        if re.search(old, outside):
            options.append(re.sub(old, new, sentence.text, count=1))
    return random.choice(options) if options else None


def hedge(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """More, or fewer, than it is exactly."""
    found = [m for m in _COUNTED.finditer(sentence.text) if not _fixed(sentence.text, m, facts)]
    if not found or _HEDGED.search(sentence.text):
        return None
    start = random.choice(found).start()
    word = random.choice(("more than ", "over ", "fewer than ", "under ", "well over "))
    text = sentence.text[:start] + word + sentence.text[start:]
    return text[0].upper() + text[1:]


def hostile(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """A link, markup, or an instruction."""
    return f"{sentence.text.removesuffix('.')}{random.choice(HOSTILE)}"


def verdict(_sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """An advice that is not the verdict ("monitor")."""
    return random.choice(VERDICTS)


KINDS: dict[str, Mutation] = {
    "number changed": number,
    "number as a wrong word": number_word,
    "fields swapped": swapped,
    "wrong unit": unit,
    "wrong cohort": cohort,
    "wrong season": season,
    "wrong date": day,
    "wrong club": club,
    "wrong league or country": league_or_country,
    "wrong position or foot": role_or_foot,
    "wrong direction": direction,
    "wrong band": band,
    "invented": invented,
    "negation": negation,
    "hedge the wrong way": hedge,
    "link, markup or instruction": hostile,
    "another verdict": verdict,
}


def mutate(sentence: Sentence, facts: Facts, random: Random) -> Iterator[tuple[str, Sentence]]:
    """The sentence made false in each way that applies to it."""
    for kind, change in KINDS.items():
        text = change(sentence, facts, random)
        if text is not None and text != sentence.text:
            yield kind, Sentence(text=text, evidence=sentence.evidence)


def _fixed(text: str, match: re.Match[str], facts: Facts) -> bool:
    """Whether a number belongs to a name, a period, a date or a definition."""
    start, end = match.span()
    patterns = (_FIXED, _DATE, re.compile("|".join(map(re.escape, _names(facts)))))
    spans = [found.span() for pattern in patterns for found in pattern.finditer(text)]
    return any(left < end and start < right for left, right in spans)


def _names(facts: Facts) -> list[str]:
    named = ("club", "league", "country", "transfer.1.from", "transfer.1.to")
    return [facts.name, *(facts.text(n) for n in named if n in facts.by_id)]


def _without_names(text: str, facts: Facts) -> str:
    for name in _names(facts):
        text = text.replace(name, "")
    return text


def _value(number: str) -> int:
    return NUMBER_WORDS.index(number) + 1 if number in NUMBER_WORDS else int(number)


def _exchange(text: str, first: str, second: str) -> str:
    def other(match: re.Match[str]) -> str:
        new = second if match[0].lower() == first else first
        return new.capitalize() if match[0][0].isupper() else new

    return re.sub(rf"\b(?:{first}|{second})(?=s?\b)", other, text, flags=re.I)


def _goals_differ_from_assists(sentence: Sentence, facts: Facts) -> bool:
    pairs = []
    for identity in sentence.evidence:
        if "goals" in identity:
            pairs.append((identity, identity.replace("goals", "assists")))
        elif "assists" in identity:
            pairs.append((identity, identity.replace("assists", "goals")))
    return bool(pairs) and any(_differs(facts, ours, theirs) for ours, theirs in pairs)


def _differs(facts: Facts, ours: str, theirs: str) -> bool:
    """Whether two pieces of evidence cannot be taken for each other."""
    if theirs not in facts.by_id:
        return True
    first, second = facts.by_id[ours].value, facts.by_id[theirs].value
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return first != second
    if facts.by_id[ours].unit == "percentile":
        return abs(first - second) >= _PERCENTILE_STEP
    return abs(first - second) >= (0.02 if facts.by_id[ours].unit == "per 90" else 1)


def _no_tenth(sentence: Sentence, facts: Facts) -> bool:
    values = [facts.by_id[i] for i in sentence.evidence if i in facts.by_id]
    ranks = [item.value for item in values if item.unit == "percentile"]
    return bool(ranks) and all(isinstance(v, int | float) and 10 < v < 90 for v in ranks)  # noqa: PLR2004


def _another(
    sentence: Sentence, facts: Facts, ids: tuple[str, ...], others: tuple[str, ...], random: Random
) -> str | None:
    said = [facts.text(i) for i in ids if i in facts.by_id and facts.text(i) in sentence.text]
    if not said:
        return None
    old = random.choice(said)
    known = {str(item.value) for item in facts.by_id.values()}
    return sentence.text.replace(old, random.choice([o for o in others if o not in known]))
