"""How reports read: lengths, openings and repetitions, counted over many of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from ai_service.report import Case
from ai_service.schemas import Dossier
from evaluation.hostile import by_built_in

PHRASE = 4  # words


@dataclass(frozen=True)
class Style:
    """A measure with its distribution and its limit."""

    name: str
    values: list[float]
    limit: float  # of the 95th percentile

    @property
    def high(self) -> float:
        """The 95th percentile."""
        return quantiles(self.values, n=20)[-1]

    @property
    def is_kept(self) -> bool:
        """Whether the limit holds."""
        return self.high <= self.limit

    def __str__(self) -> str:
        lowest, highest = min(self.values), max(self.values)
        return (
            f"{self.name}: median {median(self.values):g}, 95 % up to {self.high:.4g} "
            f"(limit {self.limit:g}), {lowest:.4g} to {highest:.4g}"
        )


def measure(dossiers: Iterable[Dossier]) -> list[Style]:
    """The style of the built-in planner's reports."""
    reports = [_paragraphs(dossier) for dossier in dossiers]
    sentences = [s for report in reports for paragraph in report for s in paragraph]
    return [
        Style("words per sentence", [len(s.split()) for s in sentences], 32),
        Style("words per report", [len(_text(r).split()) for r in reports], 400),
        Style("numbers per report", [_numbers(_text(r)) for r in reports], 60),
        Style("sentences that begin like the one before, %", [_openings(r) for r in reports], 15),
        Style("sentences that repeat four words in a paragraph",
              [_repeated(paragraph) for r in reports for paragraph in r], 2),
        Style("sentences that repeat four words in a report",
              [_repeated([s for p in r for s in p]) for r in reports], 4),
    ]  # fmt: skip


def _paragraphs(dossier: Dossier) -> list[list[str]]:
    case = Case.of(dossier)
    content = by_built_in(case).content
    return [[s.text for s in p] for section in content.sections for p in section.paragraphs if p]


def _text(report: list[list[str]]) -> str:
    return " ".join(sentence for paragraph in report for sentence in paragraph)


def _numbers(text: str) -> int:
    return len(re.findall(r"\d[\d.,/]*", text))


def _openings(report: list[list[str]]) -> float:
    """The share of sentences whose first two words are those of the sentence before, in percent."""
    starts = [tuple(s.split()[:2]) for paragraph in report for s in paragraph]
    pairs = list(pairwise(starts))
    return 100 * sum(a == b for a, b in pairs) / len(pairs) if pairs else 0


def _repeated(sentences: list[str]) -> int:
    """How many sentences repeat four words of one before, other than figures."""
    seen: set[tuple[str, ...]] = set()
    count = 0
    for sentence in sentences:
        words = re.findall(r"[\w’-]+", sentence.casefold())
        found = {tuple(words[i : i + PHRASE]) for i in range(len(words) - PHRASE + 1)}
        told = {p for p in found if not any(char.isdigit() for word in p for char in word)}
        count += not told.isdisjoint(seen)
        seen |= told
    return count
