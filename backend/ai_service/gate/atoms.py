"""A sentence as atoms: words, numerals and marks, in one spelling."""

import re
import unicodedata
from typing import NamedTuple

# A name of the record stands in the text as its number between these two private characters.
NAME_START, NAME_END = "\ue000", "\ue001"

_ATOM = re.compile(
    rf"""
    (?P<name>{NAME_START}\d+{NAME_END})(?:'s\b|')?
  | (?P<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)
  | (?P<season>\b(?:19|20)\d\d[/-](?:(?:19|20)\d\d|\d\d)\b|\b\d\d/\d\d\b(?!/))
  | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d|,\d)|\d+(?:\.\d+)?)
    (?:(?P<ordinal>st|nd|rd|th)\b|(?P<scale>bn|mn|[kKmM])\b)?
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)'?
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_SPELLINGS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
     "\u00a0": " ", "\u2009": " ", "\u202f": " "}
)  # fmt: skip
_ODD = re.compile(f"[{''.join(map(chr, _SPELLINGS))}]")
_THIN_GROUPS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}\b)")
_SHORT = {
    "he's": "he is", "it's": "it is", "there's": "there is", "that's": "that is",
    "he'd": "he had", "can't": "can not", "cannot": "can not", "won't": "will not",
    "who's": "who is", "he'll": "he will",
}  # fmt: skip


class Atom(NamedTuple):
    """`text` in lower case, `raw` as written; `joined`: a hyphen stands before it."""

    kind: str  # name, iso, season, number, ordinal, word or mark
    text: str
    raw: str
    start: int
    joined: bool = False
    spaced: bool = True  # whether a space (or the sentence's start) stands before it
    scale: str = ""


def normalise(text: str) -> str:
    """One spelling of quotation marks, dashes and spaces; NFC."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if not _ODD.search(composed):
        return composed
    return _THIN_GROUPS.sub(",", composed).translate(_SPELLINGS)


def atoms(text: str) -> list[Atom]:
    """The atoms of normalised text. Contractions are taken apart, possessives dropped."""
    found: list[Atom] = []
    joined = False
    for match in _ATOM.finditer(text):
        kind, start, raw = str(match.lastgroup), match.start(), match[0]
        spaced = start == 0 or text[start - 1] == " "
        if raw == "-" and not spaced and text[match.end() : match.end() + 1].strip():
            joined = True
            continue
        if kind in ("ordinal", "scale"):
            number, scale = match["number"], match["scale"] or ""
            kind = "ordinal" if match["ordinal"] else "number"
            found.append(Atom(kind, number, raw, start, joined, spaced, scale.lower()))
        elif kind == "word":
            for word in _words(match["word"]):
                found.append(Atom(kind, word, raw, start, joined, spaced))
                joined, spaced, raw = False, False, ""  # it is shown once
        else:
            found.append(Atom(kind, match[kind], raw, start, joined, spaced))
        joined = False
    return found


def _words(raw: str) -> list[str]:
    word = raw.lower()
    if "'" not in word and word != "cannot":
        return [word]
    if word in _SHORT:
        return _SHORT[word].split()
    if word.endswith("n't"):
        return [word[:-3], "not"]
    return [word.removesuffix("'s")]
