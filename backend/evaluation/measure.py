"""The corpus through the gate, and what came of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from ai_service import writer
from ai_service.gate import Gate
from ai_service.schemas import SECTIONS, Dossier, Sentence, Verdict
from evaluation import truths
from evaluation.facts import Facts
from evaluation.mutations import KINDS, mutate

# The verdict that the corpus is read under, which no sentence of it argues for or against.
VERDICT: Verdict = "monitor"


@dataclass
class Tally:
    """Sentences of one kind: how many, and those that the gate got wrong."""

    count: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def right(self) -> float:
        """The share that the gate got right, in percent."""
        return 100 * (1 - len(self.wrong) / self.count) if self.count else 100.0


@dataclass
class Outcome:
    """True sentences by where they come from, and false ones by kind."""

    true: dict[str, Tally]
    false: dict[str, Tally]


def measure(dossiers: Iterable[Dossier], *, seed: int, each: int) -> Outcome:
    """Every true sentence, and at most `each` false ones of a kind."""
    random = Random(seed)
    true: dict[str, Tally] = defaultdict(Tally)
    lies: dict[str, list[tuple[Gate, Sentence]]] = {kind: [] for kind in KINDS}
    for dossier in dossiers:
        facts, gate = Facts(dossier), Gate(dossier)
        for origin, sentence, verdict in _true_sentences(facts):
            tally = true[origin]
            tally.count += 1
            if reasons := gate.reasons(sentence, verdict=verdict):
                tally.wrong.append(f"{sentence.text} ({'; '.join(reasons)})")
            elif verdict == VERDICT:
                for kind, lie in mutate(sentence, facts, random):
                    lies[kind].append((gate, lie))
    false: dict[str, Tally] = {}
    for kind, found in lies.items():
        tally = false[kind] = Tally()
        for gate, lie in random.sample(found, min(each, len(found))):
            tally.count += 1
            if not gate.reasons(lie, verdict=VERDICT):
                tally.wrong.append(lie.text)
    return Outcome(dict(true), false)


def _true_sentences(facts: Facts) -> Iterable[tuple[str, Sentence, Verdict]]:
    draft = writer.write(facts.dossier)
    for section in SECTIONS:
        grounds = section == "recommendation"
        for sentence in getattr(draft, section):
            yield "built-in writer", sentence, draft.verdict if grounds else VERDICT
    for sentence in truths.sentences(facts):
        yield "other wording", sentence, VERDICT
