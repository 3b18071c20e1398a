"""Cleans incoming text and escapes text for Markdown."""

import re
import unicodedata

# Invisible characters besides the format characters (category Cf): variation selectors, the
# grapheme joiner, Hangul fillers, the blank Braille pattern.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)

_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})

_MARKDOWN = re.compile(r"[\\`*_\[\]~|]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(?:[-+=#]|\d+(?=[.)]))")


def clean(value: str) -> str:
    """`value` without invisible characters.

    Raises ValueError for control characters, line breaks and lone surrogates.
    """
    if not value.isprintable() and any(unicodedata.category(char) in _CONTROL for char in value):
        raise ValueError("must not contain control characters or line breaks")
    return remove_invisible(value)


def remove_invisible(value: str) -> str:
    """`value` in NFC, stripped, without invisible characters such as zero-width spaces."""
    if value.isascii():
        return value.strip()
    if not value.isprintable():  # otherwise it has no format characters
        value = "".join(char for char in value if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFC", _BLANK.sub("", value)).strip()


def one_line(value: str) -> str:
    """`value` as one line of visible text."""
    if not value.isprintable():
        value = "".join(" " if unicodedata.category(char) in _CONTROL else char for char in value)
    return " ".join(remove_invisible(value).split())


def escape_markdown(value: str) -> str:
    """One line of plain text, escaped so that Markdown and HTML show it unchanged."""
    escaped = _MARKDOWN.sub(lambda match: "\\" + match[0], one_line(value))
    escaped = _ENTITY.sub("&amp;", escaped).replace("<", "&lt;").replace(">", "&gt;")
    return _BLOCK_START.sub(_escape_block_start, escaped)


def _escape_block_start(match: re.Match[str]) -> str:
    # In "3." the full stop is escaped: a backslash before a digit would be shown.
    return match[0] + "\\" if match[0][0].isdigit() else "\\" + match[0]
