"""English: how clauses become sentences, and the words outside of claims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ai_service.language.en.formats import (
    FORMATS,
    article,
    day,
    listing,
    number,
    ordinal_figure,
    position,
)
from ai_service.language.phrases import MARK, SUBJECTS
from ai_service.plan import Lead, Relation
from ai_service.schemas import BriefResult, Confidence, Pronoun, SectionName, Verdict

__all__ = ["FORMATS", "Subject", "join", "method", "sentence"]

TITLES: dict[Verdict, str] = {
    "follow_up": "Follow up", "keep_watching": "Keep watching",
    "insufficient_evidence": "Insufficient evidence", "not_applicable": "Not applicable",
    "sign": "Sign", "monitor": "Monitor", "reject": "Reject",
}  # fmt: skip
SECTION_TITLES: dict[SectionName, str] = {
    "summary": "Summary", "strengths": "Strengths", "weaknesses": "Weaknesses",
    "market": "Market and risk", "recommendation": "Recommendation",
}  # fmt: skip
CONFIDENCE: dict[Confidence, str] = {
    "low": "Confidence: low", "medium": "Confidence: medium", "high": "Confidence: high",
}  # fmt: skip
EMPTY = "Nothing to report."
BRIEF_TITLE, METHOD_TITLE = "Brief", "Method"
BRIEF_LABELS = {
    "position": "Position", "age": "Age", "budget": "Budget", "contract": "Contract",
    "minutes": "Minutes", "question": "Question",
}  # fmt: skip
RESULTS: dict[BriefResult, str] = {
    "met": "met", "partly_met": "partly met", "missed": "missed", "unknown": "not known",
}  # fmt: skip
SIMULATED = "Simulated report: planned by the built-in planner, without a language model."
BY_MODEL = "Planned by the language model {model}; every sentence is a claim checked by code."

_LEADS: dict[Lead, str] = {"none": "", "above_all": "above all, ", "also": "in addition, "}
_PRONOUNS: dict[Pronoun, dict[str, str]] = {
    "he": {"he": "he", "him": "him", "his": "his"},
    "she": {"he": "she", "him": "her", "his": "her"},
    "they": {"he": "they", "him": "them", "his": "their"},
}
# Verbs of phrases after "they"; after anything else they stay as written.
_PLURAL_VERBS = {"is": "are", "was": "were", "has": "have"}
_PARTICLES = frozenset(
    {"van", "von", "de", "da", "di", "del", "dos", "der", "den", "el", "al", "ter", "le", "la"}
)
_SUFFIXES = frozenset({"jr", "jr.", "junior", "júnior", "filho", "neto", "ii", "iii"})
_MARKED = re.compile(f"{MARK}([a-z]+){MARK}")


@dataclass
class Subject:
    """How the player is called, depending on what was said before."""

    name: str
    pronoun: Pronoun | None
    age: int | None
    position: str | None
    named: bool = False  # in the report
    in_paragraph: bool = False
    turn: int = field(default=0)

    def new_paragraph(self) -> None:
        """The next sentence names the player again."""
        self.in_paragraph = False

    def resolve(self, text: str) -> str:
        """The sentence with its marks replaced."""
        said = plural = False

        def replace(match: re.Match[str]) -> str:
            nonlocal said, plural
            word = match[1]
            if word not in SUBJECTS:
                if not plural:
                    return word
                return _PLURAL_VERBS.get(word) or re.sub(r"(?:(?<=ss|ch)es|(?<=x)es|s)$", "", word)
            shown, plural = self._call(word, said=said)
            said = True
            return shown

        found = _MARKED.sub(replace, text)
        if said:
            self.named = self.in_paragraph = True
        return found

    def _call(self, word: str, *, said: bool) -> tuple[str, bool]:
        """The word for the player, and whether its verb is a plural."""
        if not self.named and not said:
            return self._possessive(self.name, word), False
        if self.pronoun and (said or self.in_paragraph):
            return _PRONOUNS[self.pronoun][word], self.pronoun == "they"
        if said:
            return "the" if word == "his" else surname(self.name), False
        self.turn += 1
        described = self._described()
        use_name = not self.in_paragraph or self.turn % 2 or not described
        return self._possessive(surname(self.name) if use_name else described, word), False

    def _described(self) -> str:
        return f"the {self.age}-year-old" if self.age else (
            f"the {position(self.position)}" if self.position else ""
        )  # fmt: skip

    @staticmethod
    def _possessive(name: str, word: str) -> str:
        return f"{name}’s" if word == "his" else name


def surname(name: str) -> str:
    """The last name with its particles: van Dijk. A name of one word is whole."""
    words = name.split()
    if len(words) < 2 or words[-1].casefold() in _SUFFIXES:  # noqa: PLR2004
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def join(clauses: Sequence[str], relation: Relation) -> str:
    """Clauses as one."""
    if relation == "but":
        return ", but ".join(clauses)
    if relation == "because":
        return " because ".join(clauses)
    if relation in ("which", "compare"):
        return ", ".join(clauses)
    return listing(clauses) if len(clauses) > 2 else ", and ".join(clauses)  # noqa: PLR2004


def sentence(clause: str, lead: Lead = "none") -> str:
    """A clause with its lead, a capital letter and a full stop ("… S.p.A." already has it)."""
    text = re.sub(r"\s+", " ", f"{_LEADS[lead]}{clause}").replace(" ,", ",").replace(" ;", ";")
    text = re.sub(r"\s+([.:)])", r"\1", text).strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"


def method(
    cohorts: Sequence[tuple[str, str, str, int]],
    sources: Sequence[tuple[str, str, str, date | None]],
) -> list[str]:
    """How places are computed, and where the data is from.

    `cohorts` are provider, period, position and size; `sources` provider, first and last period,
    and date or None.
    """
    found = []
    if cohorts:
        named = [
            f"{number(size)} {position(name)}s in {period} ({provider})"
            for provider, period, name, size in cohorts
        ]
        found.append(
            "Places compare players of a position with at least 900 minutes in the same season of "
            f"the same provider: {listing(named)}; ties count against the player."
        )
    if sources:
        named = [
            f"{provider} {first}{f' to {last}' if last != first else ''}"
            f"{f', as of {day(when)}' if when else ''}"
            for provider, first, last, when in sources
        ]
        found.append(f"Sources: {'; '.join(named)}.")
    return found


def no_headline(verdict: Verdict, name: str, where: str | None) -> str:
    """A headline where there is no argument to make."""
    texts: dict[Verdict, str] = {
        "not_applicable": "{name} has retired",
        "insufficient_evidence": "Too little data on {name} to judge",
    }
    return texts.get(verdict, "{name}: {article}").format(
        name=name, article=article(position(where)) if where else "no position on file"
    )


def headline(tags: Sequence[str], *, contrast: bool) -> str:
    """One or two tags as a headline, joined with "but" or "and"."""
    first, *rest = tags
    words = ", but " if contrast else ", and "
    return words.join([first, *(tag[:1].lower() + tag[1:] for tag in rest)])


def metric_label(label: str, floor: int) -> str:
    """An item of a brief: Goals, 80th percentile or better."""
    return f"{label}, {ordinal_figure(floor)} percentile or better"
