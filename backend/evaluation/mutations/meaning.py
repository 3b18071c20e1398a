"""The figures stay, and what is said of them is false."""

import re
from random import Random

from ai_service.schemas import Sentence
from evaluation.facts import Facts
from evaluation.lies import DIRECTIONS, NEGATIONS
from evaluation.mutations.looking import differs, without_names

_COHORT_NOUNS = ("attacking players", "midfielders", "defenders", "goalkeepers")


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
        if league and differs(facts, identity, identity.replace(".league", ".position")):
            options.append(text.replace(f" in {league}", ""))
    return random.choice(options) if options else None


def direction(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Up is down, past is before, more is fewer."""
    outside = without_names(sentence.text, facts)
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


def negation(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """What is, is not; what is not, is."""
    outside = without_names(sentence.text, facts)
    options = []
    for old, new in NEGATIONS:
        if re.search(old, outside):
            options.append(re.sub(old, new, sentence.text, count=1))
    return random.choice(options) if options else None


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
    return bool(pairs) and any(differs(facts, ours, theirs) for ours, theirs in pairs)


def _no_tenth(sentence: Sentence, facts: Facts) -> bool:
    values = [facts.by_id[i] for i in sentence.evidence if i in facts.by_id]
    ranks = [item.value for item in values if item.unit == "percentile"]
    return bool(ranks) and all(isinstance(v, int | float) and 10 < v < 90 for v in ranks)  # noqa: PLR2004
