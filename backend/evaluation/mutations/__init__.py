"""True sentences made false, one thing at a time; each function is one kind of lie.

A mutation is returned only where it cannot be true by chance: the figure it is changed to is
looked up in the record first.
"""

from collections.abc import Callable, Iterator
from random import Random

from ai_service.schemas import Sentence
from evaluation.facts import Facts
from evaluation.mutations import additions, figures, meaning, names

Mutation = Callable[[Sentence, Facts, Random], str | None]

KINDS: dict[str, Mutation] = {
    "number changed": figures.number,
    "number as a wrong word": figures.number_word,
    "fields swapped": meaning.swapped,
    "wrong unit": figures.unit,
    "wrong cohort": meaning.cohort,
    "wrong season": figures.season,
    "wrong date": figures.day,
    "wrong club": names.club,
    "past club as present": names.present_club,
    "wrong league or country": names.league_or_country,
    "wrong position or foot": names.role_or_foot,
    "wrong direction": meaning.direction,
    "wrong band": meaning.band,
    "invented": additions.invented,
    "negation": meaning.negation,
    "hedge the wrong way": figures.hedge,
    "link, markup or instruction": additions.hostile,
    "another verdict": additions.verdict,
}


def mutate(sentence: Sentence, facts: Facts, random: Random) -> Iterator[tuple[str, Sentence]]:
    """The sentence made false in each way that applies to it."""
    for kind, change in KINDS.items():
        text = change(sentence, facts, random)
        if text is not None and text != sentence.text:
            yield kind, Sentence(text=text, evidence=sentence.evidence)
