"""Text as it may be stored and searched: cleaned, normalised, folded."""

import unicodedata
from functools import lru_cache

from anyascii import anyascii
from pydantic import BeforeValidator

# Cc control, Cs lone surrogates, Zl and Zp line and paragraph separators.
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})
_PUNCTUATION = {ord(c): None for c in "'’`´ʼʻ"} | {ord(c): " " for c in '-.,_/()"&'}


def normalise(value: str) -> str:
    """Stripped, NFC, without zero-width and bidirectional marks (Unicode's category Cf)."""
    if value.isascii():
        return value.strip()
    if not value.isprintable():  # as no character of Cf is
        value = "".join(c for c in value if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", value).strip()


def control_characters(value: str) -> list[str]:
    """Control characters in `value`, as `U+0000`; the empty list for ordinary text."""
    if value.isprintable():
        return []
    bad = {c for c in value if unicodedata.category(c) in _REFUSED}
    return [f"U+{ord(c):04X}" for c in sorted(bad)]


def without_control_characters(value: str) -> str:
    """The same text with control characters taken out (an import notes that it did so)."""
    return "".join(c for c in value if unicodedata.category(c) not in _REFUSED)


def _clean(value: object) -> object:
    return _cleaned(value) if isinstance(value, str) else value


# An import meets the same clubs and countries thousands of times.
@lru_cache(maxsize=20_000)
def _cleaned(value: str) -> str:
    value = normalise(value)
    if bad := control_characters(value):
        raise ValueError(f"has a character that cannot be kept: {', '.join(bad)}")
    return value


# Bounds on the length stand before it, and so are checked after it and without a call of
# Python: Annotated[str, Field(max_length=100), Clean].
Clean = BeforeValidator(_clean)


@lru_cache(maxsize=100_000)
def fold(value: str) -> str:
    """How a text is searched and sorted: ASCII, lower case, no accents, apostrophes or dashes."""
    plain = value if value.isascii() else anyascii(value)
    return " ".join(plain.lower().translate(_PUNCTUATION).split())
