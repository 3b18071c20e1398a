"""The gate: a sentence holds only if everything in it is explained by the evidence it cites."""

from typing import Final

from ai_service.gate import (
    absence,
    advice,
    beyond,
    comparisons,
    compose,
    contracts,
    counts,
    days,
    differences,
    highs,
    markup,
    minutes,
    moves,
    objects,
    past,
    peaks,
    periods,
    person,
    prices,
    ranks,
    reading,
    roles,
    standing,
    trends,
    value_changes,
    verbs,
)  # fmt: skip
from ai_service.gate.cited import Cited, Index
from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item
from ai_service.gate.names import Names
from ai_service.gate.numbers import Number
from ai_service.gate.parsed import Parsed
from ai_service.schemas import Dossier, Evidence, Sentence, Verdict

# In this order: what an earlier check has accounted for, a later one does not look at again.
_CHECKS: Final = (
    periods.check,
    advice.check,
    minutes.check,
    absence.check,
    ranks.check,
    peaks.check,
    value_changes.check,
    differences.check,
    highs.check_against,
    person.check,
    standing.check,
    prices.check,
    minutes.check_threshold,
    counts.check,
    comparisons.check,
    trends.check,
    verbs.check,
    counts.check_seasons,
    highs.check_is,
    contracts.check,
    moves.check,
    person.check_bare,
    days.check,
    roles.check,
    objects.check,
    beyond.check,
)
# Items that may stand unexplained: alone they say nothing.
_IDLE: Final = kinds(
    """of in at for from to with by on than as and or into between if whose among amongst all since
    comma sep stop colon open close against value played contract name peers league club
    position_cohort cohortword total now seasons season1 often times share cards footnoun agent ends
    left after day movenoun fee age_cohort tall aged born newest within changed
    difference aside ratenoun both recent recorded neutralverdict period each reached span career
    peak"""
)
# So may these where a sentence says what to look at, or what does not suffice for a verdict.
_FIGURES: Final = kinds("metric metric1 rate fact")


class Gate:
    """Checks sentences about one player. Build it once a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._index = Index(dossier)
        self._names = Names(dossier)

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
        parsed.problems += past.problems(sentence.text, parsed)
        _check_leftovers(parsed)
        if not sentence.evidence and not (parsed.claims and parsed.absent_only):
            parsed.problem("it cites no evidence")
        return parsed.problems

    def cited(self, sentence: Sentence) -> list[Evidence]:
        """The evidence a sentence cites, as far as it exists."""
        items = self._index.items
        return [items[name] for name in sentence.evidence if name in items]


def _sense(items: list[Item], cited: Cited) -> list[Item]:
    """A peak is one of age where its ages are cited, else one of value; "the last 12 months" are
    those of a contract where one is spoken of, else a time gone by. In "the season before,
    2024/25," the season is named."""
    of_age = cited.has("peak.from", "peak.to", "peak.distance")
    of_contract = cited.has("contract.until", "contract.months_left")
    for item in items:
        if item.kind == "peak" and not of_age:
            item.kind = "highest"
        if item.kind == "finalyear" and not of_contract:
            item.kind, item.value = "lapse", Number(int(item.value))
    named = [at for at, item in enumerate(items) if item.kind in ("season", "calendar")]
    if len(named) == 1 and _is_beside_its_words(items, named[0], cited.index):
        del items[named[0] - 2 : named[0]]
    return items


def _is_beside_its_words(items: list[Item], at: int, index: Index) -> bool:
    """Whether "the season before" or "the latest season" stands right before a season's name."""
    before = items[max(0, at - 2) : at]
    if [item.kind for item in before] != ["period", "comma"] or items[at].value is None:
        return False
    year = items[at].value if items[at].kind == "calendar" else items[at].value.year
    ends = {"latest": index.years[-1:], "current": index.years[-1:], "first": index.years[:1]}
    return [year] == ends.get(before[0].value, [year])


def _check_leftovers(parsed: Parsed) -> None:
    """Whatever no check has accounted for is refused."""
    for at, item in enumerate(parsed.items):
        if item.used or _may_stand(parsed, at):
            continue
        if item.kind == "topic":
            reason = f"“{item.text}” speaks of {item.value}, for which there is no evidence"
        elif item.kind == "neg":
            reason = f"“{item.text}”: what it denies cannot be checked; say it more plainly"
        else:
            reason = f"“{item.text}” cannot be checked: say it more plainly"
        parsed.problem(reason)
    if not parsed.claims and not parsed.problems:
        parsed.problem("it says nothing that the evidence could show")


def _is_cited(parsed: Parsed, item: Item) -> bool:
    """Whether the evidence cited holds the metric or the season that an item names."""
    if item.kind == "season" and item.value is not None:
        return item.value.year in parsed.cited.years
    parts = {part for name in parsed.cited.items for part in name.split(".")}
    return item.kind in ("metric", "rate") and item.value in parts


def _may_stand(parsed: Parsed, at: int) -> bool:
    """Whether an item is harmless where nothing has accounted for it."""
    item = parsed.items[at]
    if item.kind == "fact" and item.value in ("percentile", "trend"):
        return True
    if item.kind == "percentile" and parsed.has("toofew"):
        return True
    is_advice = parsed.has("neutralverdict") or bool(parsed.near(at, "verdict"))
    if parsed.has("verdict") and _is_cited(parsed, item):
        return True  # grounds of the verdict, named without their figures
    return item.kind in _IDLE or (item.kind in _FIGURES and is_advice)
