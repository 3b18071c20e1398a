"""The model's input: instructions from a versioned file, and the claims as JSON."""

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import islice
from typing import Any

from ai_service import render
from ai_service.claims.facts import Facts
from ai_service.claims.model import Claim, Claims
from ai_service.plan import Plan, joins_badly
from ai_service.schemas import Verdict

# The name of the files in `prompts/`. Published files never change: stored reports name the version
# that planned them, so new wording is a new file, its hash pinned in `tests/test_prompt.py`.
PROMPT_VERSION = "plan-v1"

# About 5,000 tokens: with the instructions and the schema, the whole request stays under 8,000.
MAX_CHARACTERS = 14_000
MAX_PROBLEMS = 20  # of a plan that is all wrong; it need not hear of each

# With these escaped, no value can look like a tag.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


class Request:
    """What is asked about one player: the claims under short ids, so that none can be misread."""

    def __init__(self, facts: Facts, claims: Claims, verdict: Verdict) -> None:
        self._facts, self._verdict = facts, verdict
        self._texts = dict(_within(MAX_CHARACTERS, facts, claims))
        self._sent = [claims[id_] for id_ in self._texts]
        self._ids = {id_: f"c{number}" for number, id_ in enumerate(self._texts, 1)}

    @property
    def ids(self) -> list[str]:
        """The ids a plan may use."""
        return list(self._ids.values())

    def message(self) -> str:
        """The claims as one JSON object: the first user message."""
        brief = self._facts.brief
        return _json({
            "player": self._facts.dossier.player,
            "verdict": self._verdict,
            **({"question": brief.question} if brief and brief.question else {}),
            "claims": [self._item(claim) for claim in self._sent],
        })  # fmt: skip

    def revision(self, problems: Iterable[str]) -> str:
        """The request to correct a plan."""
        first = islice(problems, MAX_PROBLEMS)
        reasons = "\n".join(f"- {self._masked(problem)}" for problem in first)
        return f"{_read(f'{PROMPT_VERSION}-revision')}\n{reasons}"

    def plan(self, answer: Plan) -> Plan:
        """A model's plan with the claims' own ids."""
        known = {short: id_ for id_, short in self._ids.items()}
        found = answer.model_copy(deep=True)
        found.headline = [known.get(id_, id_) for id_ in found.headline]
        for sentences in dict(found.sections).values():
            for sentence in sentences:
                sentence.claims = [known.get(id_, id_) for id_ in sentence.claims]
        return found

    def _item(self, claim: Claim) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": self._ids[claim.id],
            "topic": claim.topic,
            "polarity": claim.polarity,
            "text": self._texts[claim.id],
        }
        if claim.required:
            found["required"] = True
        details = [
            self._ids[other.id] for other in self._sent
            if other is not claim and not joins_badly([other, claim], "which")
        ]  # fmt: skip
        grounds = [self._ids[o.id] for o in self._sent if claim.id in o.grounds]
        if details:
            found["detail_of"] = details
        if grounds:
            found["ground_of"] = grounds
        return found

    def _masked(self, problem: str) -> str:
        """A problem with the short ids instead of the long ones."""
        return re.sub("`([^`]*)`", lambda found: f"`{self._ids.get(found[1], found[1])}`", problem)


def instructions() -> str:
    """The text of the current prompt file."""
    return _read(PROMPT_VERSION)


def _within(limit: int, facts: Facts, claims: Claims) -> Iterator[tuple[str, str]]:
    """The ids and texts of the required claims, then of the weightiest others that fit."""
    ordered = sorted(claims.values(), key=lambda c: (not c.required, -c.weight))
    for claim in ordered:
        if claim.type == "thesis":
            continue
        text = render.short(facts, claims, claim)
        limit -= len(text) + 90  # the fields around it
        if limit < 0 and not claim.required:
            return
        yield claim.id, text


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _read(name: str) -> str:
    return (files("ai_service") / "prompts" / f"{name}.md").read_text("utf-8")
