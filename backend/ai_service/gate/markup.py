"""What no report may hold, whatever it says: links, addresses, markup, unseen characters."""

import re
import unicodedata
from typing import Final

_LINK: Final = re.compile(
    r"://|\bwww\.|\bmailto:|[\w.+-]+@[\w-]+|\b[\w-]+\.(?:com|org|net|io|co|dev|info|biz|app|ai|xyz|"
    r"ru|de|uk|fr|es|it|nl|eu|me|ly|gg|tv)\b(?!\.)|<[a-z!/?]|&#?\w+;",
    re.IGNORECASE,
)
# Without any of this there is no link, and most sentences are done with.
_LINKING: Final = re.compile(r"[@<&:]|\.[^\W\d]|[wW]\.")
_MARKUP: Final = re.compile(r"[<>`*_#|\\{}\[\]~^]|^\s*(?:[-+>]|\d+[.)])\s")
_UNSEEN: Final = ("Co", "Cf", "Cc", "Cn", "Cs")


def in_words(text: str) -> list[str]:
    """Markup in a text without the names of the record, which are shown as they are."""
    match = _MARKUP.search(text)
    return [f"“{match[0]}” is markup: plain text only"] if match else []


def anywhere(text: str) -> list[str]:
    """What may not stand even in a name of the record."""
    found = []
    if _LINKING.search(text) and (match := _LINK.search(text)):
        found.append(f"“{match[0]}” is a link, an address or HTML")
    if not text.isprintable() and any(unicodedata.category(char) in _UNSEEN for char in text):
        found.append("it holds characters that cannot be seen")
    return found
