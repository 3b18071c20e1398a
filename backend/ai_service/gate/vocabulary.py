"""The closed vocabulary: words that claim nothing, and words of topics without evidence."""

from functools import cache
from pathlib import Path


@cache
def _plain() -> frozenset[str]:
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.lower().split()
    )


@cache
def _topics() -> dict[str, str]:
    """Words of topics without evidence, each with the name of its topic."""
    lines = Path(__file__).with_name("topics.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
    return {word: topic.strip() for topic, words in pairs for word in words.split()}


def is_plain(word: str) -> bool:
    """Whether a word, or words joined by hyphens, may stand in a report as it is."""
    return word in _plain()


def topic(word: str) -> str | None:
    """The topic without evidence that a word belongs to: `pace` for "quick"."""
    return _topics().get(word)
