"""The gate: a sentence holds only if everything in it is explained by the evidence it cites."""

from typing import Final

from ai_service.gate import (
    absence,
    advice,
    compose,
    contracts,
    counts,
    days,
    differences,
    highs,
    markup,
    moves,
    peaks,
    periods,
    person,
    prices,
    ranks,
    reading,
    roles,
    trends,
    verbs,
)
from ai_service.gate.cited import Cited, Index
from ai_service.gate.names import Names
from ai_service.gate.parsed import Parsed
from ai_service.schemas import Dossier, Evidence, Sentence, Verdict

# In this order: what is accounted for by an earlier check, a later one does not look at again.
_CHECKS: Final = (
    periods.check,
    advice.check,
    absence.check,
    ranks.check,
    peaks.check,
    differences.check,
    highs.check_against,
    person.check,
    prices.check,
    counts.check,
    trends.check,
    verbs.check,
    counts.check_seasons,
    highs.check_is,
    contracts.check,
    moves.check,
    person.check_bare,
    days.check,
    roles.check,
)
# Items that may stand unexplained: alone they say nothing.
_IDLE: Final = frozenset(
    """of in at for from to with by on than as and or into between if whose among amongst all since comma
    sep stop colon open close against value played contract name peers league club position_cohort
    cohortword total now seasons season1 often times share cards footnoun agent ends
    left after day movenoun fee percentile age_cohort tall aged born newest within changed difference
    aside ratenoun both recent recorded neutralverdict period each reached span career peak""".split()
)
_FIGURES: Final = frozenset({"metric", "metric1", "rate", "fact"})


class Gate:
    """Checks sentences about one player. Build it once a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._index = Index(dossier)
        self._names = Names(dossier)

    def cited(self, sentence: Sentence) -> list[Evidence]:
        """The evidence a sentence cites, as far as it exists."""
        items = self._index.items
        return [items[name] for name in sentence.evidence if name in items]

    def reasons(self, sentence: Sentence, *, verdict: Verdict) -> list[str]:
        """Why a sentence may not stand; empty where it holds."""
        if problems := markup.anywhere(sentence.text):
            return problems
        unknown = [name for name in sentence.evidence if name not in self._index.items]
        if unknown:
            return [f"“{name}” is no evidence of this record" for name in unknown]
        read = reading.read(sentence.text, self._names)
        cited = Cited(self._index, sentence.evidence)
        parsed = Parsed(compose.compose(_sense(read.items, cited)), cited, verdict)
        parsed.problems += read.problems
        for check in _CHECKS:
            check(parsed)
        _leftovers(parsed)
        if not sentence.evidence and not (parsed.claims and parsed.absent_only):
            parsed.problem("it cites no evidence")
        return parsed.problems


def _sense(items: list[reading.Item], cited: Cited) -> list[reading.Item]:
    """A peak is one of age where its ages are cited, else one of value."""
    if not cited.has("peak.from", "peak.to", "peak.distance"):
        for item in items:
            if item.kind == "peak":
                item.kind = "highest"
    return items


def _is_word_for_ranks(item: reading.Item) -> bool:
    return item.kind == "fact" and item.value in ("percentile", "trend")


def _leftovers(parsed: Parsed) -> None:
    """Whatever no check has accounted for is refused."""
    advised = parsed.has("neutralverdict")
    for at, item in enumerate(parsed.items):
        if item.kind in _FIGURES and (advised or parsed.near(at, "verdict")):
            continue  # what to look at, or what does not suffice
        if item.used or item.kind in _IDLE or _is_word_for_ranks(item):
            continue
        if item.kind == "topic":
            parsed.problem(f"“{item.text}” speaks of {item.value}, for which there is no evidence")
        else:
            denies = "what it denies " if item.kind == "neg" else ""
            parsed.problem(f"“{item.text}”: {denies}cannot be checked; say it more plainly")
    if not parsed.claims and not parsed.problems:
        parsed.problem("it says nothing that the evidence could show")
