"""What the sections are written from, and the choice among wordings."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from ai_service.assessment import Assessment
from ai_service.dossier_index import DossierIndex
from ai_service.formatting import sentence
from ai_service.schemas import Verdict

# What a player keeps for good, so that a report of next month reads like this month's where
# nothing has changed. Neither name nor nationality chooses a word.
_LASTING = ("date_of_birth", "height", "foot", "position")
_NEVER = frozenset({"country", "second_country"})


class Line(NamedTuple):
    """A sentence, and the ids of the evidence it rests on."""

    text: str
    ids: list[str]


@dataclass(frozen=True)
class Case:
    """A player's facts, what of them counts, and the verdict they support."""

    facts: DossierIndex
    found: Assessment
    verdict: Verdict

    def say(self, ids: list[str], *wordings: str) -> Line:
        """One of the wordings, chosen by the evidence it rests on."""
        ids = list(dict.fromkeys(ids))
        if len(wordings) == 1:
            return Line(sentence(wordings[0]), ids)
        items = self.facts.items
        chosen_by = [*_LASTING, *(name for name in ids if name not in _NEVER)]
        key = "|".join(f"{name}={items[name].value}" for name in chosen_by if name in items)
        number = int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "big")
        return Line(sentence(wordings[number % len(wordings)]), ids)
