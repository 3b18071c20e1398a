"""What text may hold: cleaning at the edge, and escaping for Markdown."""

import re
import unicodedata

# Letters and marks that show nothing, beyond the format characters (category Cf) that are always
# removed: variation selectors, the grapheme joiner, Hangul fillers, the blank Braille pattern.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)

_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})

_MARKDOWN = re.compile(r"[\\`*_\[\]~|]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(?:[-+=#]|\d+(?=[.)]))")


def clean(value: str) -> str:
    """Return `value` as `remove_invisible` does; a control character, line break or lone surrogate
    is a ValueError."""
    if not value.isprintable() and any(unicodedata.category(char) in _CONTROL for char in value):
        raise ValueError("must not contain control characters or line breaks")
    return remove_invisible(value)


def remove_invisible(value: str) -> str:
    """Return `value` in NFC, stripped, without zero-width, bidirectional and other unseen marks."""
    if value.isascii():
        return value.strip()
    if not value.isprintable():  # only then is there something to look for
        value = "".join(char for char in value if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFC", _BLANK.sub("", value)).strip()


def one_line(value: str) -> str:
    """Return `value` as a single line of visible text, whatever a model put into it."""
    if not value.isprintable():
        value = "".join(" " if unicodedata.category(char) in _CONTROL else char for char in value)
    return " ".join(remove_invisible(value).split())


def escape_markdown(value: str) -> str:
    """Return one line of plain text so that Markdown and HTML show it exactly as it is."""
    escaped = _MARKDOWN.sub(lambda match: "\\" + match[0], one_line(value))
    escaped = _ENTITY.sub("&amp;", escaped).replace("<", "&lt;").replace(">", "&gt;")
    return _BLOCK_START.sub(_escape_block_start, escaped)


def _escape_block_start(match: re.Match[str]) -> str:
    # "3." opens a list when the point follows the figure: the point is what has to be escaped.
    return match[0] + "\\" if match[0][0].isdigit() else "\\" + match[0]
