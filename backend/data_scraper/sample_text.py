"""Spelling: slugs for codes and addresses, and the one Latin alphabet they are written in."""

import re
import unicodedata

# Letters that do not come apart into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}
    | {"þ": "th", "Þ": "th", "ð": "d", "æ": "ae", "'": "", "’": ""}
)


def slug(text: str) -> str:
    """`Łukasz O'Dunillan` to `lukasz-odunillan`: lower-case ASCII words joined by hyphens."""
    bare = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    ascii_only = bare.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
