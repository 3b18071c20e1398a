"""Cleans, normalises and folds text for storage and search."""

import re
import unicodedata

import regex
from anyascii import anyascii
from pydantic import BeforeValidator

# Cc control, Cs lone surrogates, Zl and Zp line and paragraph separators.
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Invisible characters outside Cf: the grapheme joiner, Hangul fillers, inherent Khmer vowels, the
# blank Braille pattern, variation selectors.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_PUNCTUATION = {ord(c): None for c in "'’`´ʼʻ"} | {ord(c): " " for c in '-.,_/()"&'}


def normalise(value: str) -> str:
    """Stripped, in NFC, without zero-width, bidirectional and other invisible characters."""
    if value.isascii():
        return value.strip()
    if has_invisible(value):
        value = "".join(c for c in value if unicodedata.category(c) != "Cf")
        value = _BLANK.sub("", value)
    return unicodedata.normalize("NFC", value).strip()


def has_invisible(value: str) -> bool:
    """Whether `value` has an invisible character (Unicode category Cf, or a blank letter)."""
    if _BLANK.search(value):
        return True
    # No character of Cf is printable, which rules out most text quickly.
    return not value.isprintable() and any(unicodedata.category(c) == "Cf" for c in value)


def control_characters(value: str) -> list[str]:
    """The control characters in `value`, written as `U+0000`."""
    if value.isprintable():
        return []
    bad = {c for c in value if unicodedata.category(c) in _REFUSED}
    return [f"U+{ord(c):04X}" for c in sorted(bad)]


def without_control_characters(value: str) -> str:
    """`value` with its control characters removed."""
    if value.isprintable():
        return value
    return "".join(c for c in value if unicodedata.category(c) not in _REFUSED)


def _clean(value: object) -> object:
    return _cleaned(value) if isinstance(value, str) else value


def _cleaned(value: str) -> str:
    value = normalise(value)
    if bad := control_characters(value):
        raise ValueError(f"must not contain control characters: {', '.join(bad)}")
    return value


# Write length limits before it, so that they are checked on the cleaned text:
# Annotated[str, Field(max_length=100), Clean].
Clean = BeforeValidator(_clean)


def fold(value: str) -> str:
    """The form for searching and sorting: ASCII, lower case, no accents, apostrophes or dashes."""
    plain = value if value.isascii() else anyascii(value)
    return " ".join(plain.lower().translate(_PUNCTUATION).split())


# The scripts that Unicode recommends for identifiers (UAX 31, table 5); a name uses one of these
# groups. Letters of different scripts may look alike: a Cyrillic "а" in "admin".
_SCRIPTS = (
    "Latin", "Greek", "Cyrillic", "Armenian", "Georgian", "Hebrew", "Arabic", "Thaana", "Ethiopic",
    "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada",
    "Malayalam", "Sinhala", "Thai", "Lao", "Tibetan", "Myanmar", "Khmer",
    "Han Hiragana Katakana", "Han Hangul", "Han Bopomofo",
)  # fmt: skip
_ONE_SCRIPT = regex.compile(
    "|".join(
        "["
        + "".join(rf"\p{{Script={name}}}" for name in f"Common Inherited {group}".split())
        + "]+"
        for group in _SCRIPTS
    )
)


def normalise_username(value: str) -> str:
    """A cleaned username in NFKC; `ValueError` where it mixes scripts or cannot be stored."""
    value = unicodedata.normalize("NFKC", _cleaned(value))
    if value and not _ONE_SCRIPT.fullmatch(value):
        raise ValueError("must use the letters of one script, such as Latin or Cyrillic")
    return value


def username_key(value: str) -> str:
    """The form in which usernames are compared: NFKC, case folded."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value).casefold())
