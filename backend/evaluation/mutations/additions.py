"""What no record holds, and what no report may hold."""

from random import Random

from ai_service.schemas import Sentence
from evaluation.facts import Facts
from evaluation.lies import HOSTILE, INVENTED, VERDICTS


def invented(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """Something that no record holds: style, character, injury, private life, praise."""
    lie = random.choice(INVENTED)
    if lie[0].isupper():
        return f"{sentence.text} {lie}" if random.random() < 0.5 else lie  # noqa: PLR2004
    return f"{sentence.text.removesuffix('.')}{lie}."


def hostile(sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """A link, markup, or an instruction."""
    return f"{sentence.text.removesuffix('.')}{random.choice(HOSTILE)}"


def verdict(_sentence: Sentence, _facts: Facts, random: Random) -> str | None:
    """An advice that is not the verdict ("monitor")."""
    return random.choice(VERDICTS)
