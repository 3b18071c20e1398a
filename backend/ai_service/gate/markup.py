"""What no report may hold, whatever it says: links, addresses, markup, letters that look like others."""

import re
import unicodedata
from typing import Final

_LINK: Final = re.compile(
    r"://|\bwww\.|\bmailto:|[\w.+-]+@[\w-]+|\b[\w-]+\.(?:com|org|net|io|co|dev|info|biz|app|ai|xyz|"
    r"ru|de|uk|fr|es|it|nl|eu|me|ly|gg|tv)\b(?!\.)",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(r"[<>`*_#|\\{}\[\]~^]|&#?\w+;|\*\*|^\s*(?:[-+>]|\d+[.)])\s")


def problems(text: str) -> list[str]:
    """Reasons to refuse a text as it is written; empty where there are none."""
    found = []
    if match := _LINK.search(text):
        found.append(f"“{match[0]}” is a link or an address")
    if match := _MARKUP.search(text):
        found.append(f"“{match[0]}” is markup: plain text only")
    if any(unicodedata.category(char) in ("Co", "Cf", "Cc", "Cn", "Cs") for char in text):
        found.append("it holds characters that cannot be seen")
    return found
