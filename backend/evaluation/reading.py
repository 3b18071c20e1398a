"""Reads an English sentence of a report: every number, date, place and name in it, one by one.

A checker takes out what it has verified; what is left and looks like a statement (a digit, a number
in words, a month, a name) was not checked.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from evaluation.raw import METRICS, Person, folded

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WORDS = dict(zip(
    ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    range(11), strict=True,
))  # fmt: skip
N = r"-?\d[\d,]*(?:\.\d+)?"
COUNT = rf"(?:{N}|{'|'.join(WORDS)})"
PERIOD = r"(?:calendar year )?\b(?:19|20)\d\d(?:/\d\d)?\b(?![,.]\d)"
_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)})"
UP = re.compile(r"\b(rose|up|upward|rising|grew|grown|gained|climbed|increased)\b", re.I)
DOWN = re.compile(r"\b(fell|down|downward|fall|falling|dropped|drop|declined|halved)\b", re.I)
# Idioms with a number word that states nothing.
_IDIOMS = re.compile(
    "|".join((
        "one on one", "no one-off", "(?<=ordinary) one", "(?<=premium) one", "without one",
        "one good season", "one exceptional season", "every one of", "season of one provider",
        "two full seasons", "season or two", "two-footed", "the two (?:years )?before",
        "three full matches", "one match", "better half", "no longer", "no fee",
        r"\bno (?!\d|goals?\b)(?=\w)", "six months before (?:its|the contract) ends?",
        "within two years of", r"FIFA RSTP 18\.3", "with 900 or more(?: minutes)?",
        "the next 900 minutes", "900 more minutes",
    )),
    re.I,
)  # fmt: skip
_ONE_TO_TEN = "|".join(word for word in WORDS if word != "no")
_LEFT_OVER = re.compile(rf"\d|[€%]|\b(?:{_ONE_TO_TEN}|half|twice|double)\b|{_MONTH} \d")


def number(shown: str) -> float:
    """A number in figures or words."""
    word = shown.lower()
    return float(WORDS[word]) if word in WORDS else float(shown.replace(",", "").rstrip("%"))


def near(shown: str, truth: float | None, *, scale: float = 1) -> bool:
    """Whether a number is the truth, rounded to the decimals shown."""
    if truth is None:
        return False
    decimals = len(shown.rstrip("%").partition(".")[2])
    return abs(number(shown) * scale - truth) <= 0.5 * scale * 10.0**-decimals + 1e-9 * scale


def noun(position: str) -> str:
    """What players of a position are called: centre-back, attacking midfielder."""
    special = {"Attack": "attacker"}
    return special.get(position) or re.sub("Midfield$", "midfielder", position).lower()


class Said:
    """A sentence, of which checkers take out what they have verified."""

    def __init__(self, text: str, person: Person) -> None:
        self.text = self.whole = text  # in `whole` only clubs are taken out
        self.person, self.wrong = person, list[str]()
        words = person.name.split()
        for start in range(len(words)):  # the name, or its last words
            last = re.escape(" ".join(words[start:]))
            self._hide(rf"(?<!\w)(?i:{last[0]}){last[1:]}(?!\w| \d{{4}})", 0)
        self._hide(_IDIOMS.pattern)

    def _hide(self, pattern: str, flags: int = re.I) -> None:
        self.text = re.sub(pattern, lambda m: "·" * len(m[0]), self.text, flags=flags)

    def hide_name(self, name: str) -> bool:
        """Take out another name; whether it was there."""
        before = self.text
        self._hide(re.escape(name))
        return self.text != before

    def every(self, pattern: str) -> list[re.Match[str]]:
        """All matches, taken out."""
        found = list(re.finditer(pattern, self.text, re.I))
        self._hide(pattern)
        return found

    def must(self, holds: object, what: str) -> None:
        """Note what is false."""
        if not holds:
            self.wrong.append(what)

    def has(self, pattern: str) -> bool:
        """Whether words are in the sentence."""
        return re.search(pattern, self.text, re.I) is not None

    def left(self) -> str | None:
        """What nobody has verified."""
        if found := _LEFT_OVER.search(self.text):
            return found[0]
        names = re.findall(r"(?<=[\w,;)·] )\w+", self.text)
        return next((word for word in names if word[0].isupper()), None)

    def periods(self, *allowed: str, default: str = "") -> list[str]:
        """The seasons named, in order; each must be one of `allowed`, if given."""
        found = [m[0].rpartition(" ")[2] for m in self.every(PERIOD)]
        for period in found:
            self.must(not allowed or period in allowed, f"season {period}, not {allowed}")
        return found or [default]

    def in_order(self, first: str, last: str) -> None:
        """The seasons named are the first and the last, in this order."""
        found = self.periods()
        self.must(
            found in ([""], [first], [last], [first, last]), f"{found}, not {first} to {last}"
        )

    def days(self) -> list[date]:
        """The days named."""
        return [
            date(int(m["y"]), _month(m["m"]), int(m["d"]))
            for m in self.every(rf"\b(?P<d>\d\d?) (?P<m>{_MONTH}) (?P<y>\d{{4}})")
        ]

    def months(self) -> list[tuple[int, int]]:
        """The months named, as year and month."""
        found = self.every(rf"\b(?P<m>{_MONTH}) (?P<y>\d{{4}})")
        return [(int(m["y"]), _month(m["m"])) for m in found]

    def money(self) -> list[str]:
        """The amounts named."""
        return [m[0] for m in self.every(r"€[\d.,]*\d(?:bn|m|k)?")]

    def is_money(self, shown: str, euros: float | None) -> bool:
        """Whether an amount is so many euros, as rounded."""
        unit = shown[-1] if shown[-1] in "mkn" else ""
        scale = {"": 1.0, "k": 1e3, "m": 1e6, "n": 1e9}[unit]
        return near(shown.strip("€bnmk"), euros, scale=scale)

    def nouns(self, *positions: str | None) -> None:
        """Every position named is one of these."""
        allowed = {noun(p) for p in positions if p}
        for match in self.every(rf"\b({_position_nouns()})s?\b"):
            self.must(match[1].lower() in allowed, f"{match[1]}, not {allowed}")

    def club(self, id_: str | None) -> int:
        """Where a club is named, -1 if it is not."""
        names = self.person.raw.club_names.get(id_ or "", set())
        text, places = _folded_with_places(self.whole)
        forms = sorted({w for n in names for w in _forms(n)}, key=len, reverse=True)
        found = next(
            (m for words in forms if (m := _word_search(r"[\W_]+".join(words.split()), text))), None
        )
        if found is None:
            return -1
        start, end = places[found.start()], places[found.end() - 1] + 1
        for name in ("text", "whole"):
            shown = getattr(self, name)
            setattr(self, name, f"{shown[:start]}{'·' * (end - start)}{shown[end:]}")
        return start

    def figures(self, about: str) -> list[tuple[str, str, bool]]:
        """Numbers with the metric they count, and whether they are rates per 90."""
        found = []
        patterns = [_figure_pattern(), *([_share_pattern()] if "%" in self.text else [])]
        for m in (m for pattern in patterns for m in self.every(pattern)):
            words = m.groupdict()
            known = _metrics_by_noun()[m["noun"].lower()]
            verb = (words.get("verb") or "").lower()
            by_verb = [k for k in known if METRICS[k]["words"]["verb"].split()[0] == verb]
            if fuller := words.get("fuller"):  # "goals conceded": what the verb says follows
                by_verb = [k for k in known if METRICS[k]["words"]["verb"] == fuller.lower()]
            fit = [k for k in (by_verb or known) if k == about] or by_verb or known
            found.append((m["n"], fit[0], "per 90" in m[0]))
        return found

    def names_metric(self, about: str) -> None:
        """Every metric named is the one the sentence is about."""
        for m in self.every(rf"(?<=for )(?:{_labels()})(?![\w-])|^(?:{_labels()})(?![\w-])"):
            known = _metrics_by_noun()[m[0].lower()]
            self.must(about in known, f"{m[0]}, not {about}")


def _month(name: str) -> int:
    return [m[:3].lower() for m in MONTHS].index(name[:3].lower()) + 1


def _forms(name: str) -> Iterable[str]:
    """A club's name, and without what says that it is a club."""
    whole = folded(name)
    yield whole
    words = whole.split()
    generic = r"fc|afc|cf|sc|fk|pfk|sad|s|p|a|d|r|l|football|club|de|futbol|futebol|clube|ev|ag|e|v"
    while len(words) > 1 and re.fullmatch(generic, words[0]):
        words = words[1:]
        yield " ".join(words)
    while len(words) > 1 and re.fullmatch(generic, words[-1]):
        words = words[:-1]
        yield " ".join(words)


def _word_search(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", text)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The text in ASCII, and where each of its characters is in the original."""
    parts = [
        ("" if c in "'’" else folded(c) or ("" if c.isalnum() else " "), i)
        for i, c in enumerate(text)
    ]
    return "".join(p for p, _ in parts), [i for p, i in parts for _ in p]


@cache
def _metrics_by_noun() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, words in METRICS.items():
        of_metric = words["words"]
        for name in (of_metric["singular"], of_metric["plural"], words["label"]):
            found.setdefault(name.lower(), []).append(key)
    return found


@cache
def _labels() -> str:
    return "|".join(re.escape(n) for n in sorted(_metrics_by_noun(), key=len, reverse=True))


@cache
def _figure_pattern() -> str:
    return (
        rf"(?:\b(?P<verb>\w+) )?(?P<n>(?<![\w€/]){N}%?|\b(?:{_ONE_TO_TEN})) (?P<noun>{_labels()})"
        r"(?![\w-])(?: per 90| (?P<fuller>conceded|won))?"
    )


@cache
def _share_pattern() -> str:
    return rf"\b(?P<noun>{_labels()}) of (?P<n>{N}%)"


@cache
def _position_nouns() -> str:
    sides = [f"{side}-{what}" for side in ("left", "right", "centre") for what in ("back",)]
    return "|".join([
        "goalkeeper", "sweeper", "defender", "centre-forward", "second striker", *sides,
        "left winger", "right winger", "attacker", "left midfielder", "right midfielder",
        "defensive midfielder", "central midfielder", "attacking midfielder", "midfielder",
    ])  # fmt: skip
