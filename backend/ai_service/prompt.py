"""The model's input: instructions from a versioned file, and the dossier as JSON."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from ai_service.assessment import supported
from ai_service.phrasing import cohort_words, words_for
from ai_service.schemas import Claim, Dossier, Evidence

# The name of the files in `prompts/`. Published files never change: stored reports name the version
# that wrote them, so new wording is a new file, its hash pinned in `tests/test_prompt.py`.
PROMPT_VERSION = "scout-v3"

# The latest seasons of a long career are sent; the totals cover the others.
SEASONS_SENT = 3

# Three full seasons take about a third of this.
MAX_CHARACTERS = 64_000

# With these escaped, no value can look like a tag.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def instructions() -> str:
    """The text of the current prompt file."""
    return _read(PROMPT_VERSION)


def record(dossier: Dossier) -> str:
    """The dossier as one JSON object: the first user message."""
    sent = {
        "player": dossier.player,
        "as_of": dossier.as_of.isoformat(),
        "verdicts": sorted(supported(dossier)),
        "evidence": list(_within(MAX_CHARACTERS, map(_item, _sent(dossier.evidence)))),
    }
    return _json(sent)


def revision(cut: Iterable[Claim]) -> str:
    """The request to revise a draft: the cut sentences with the reasons."""
    fields = {"section", "text", "reasons"}
    refused = [claim.model_dump(include=fields) for claim in cut]
    return f"{_read(f'{PROMPT_VERSION}-revision')}\n{_json(refused)}"


def _sent(evidence: list[Evidence]) -> list[Evidence]:
    """Evidence of no season, then that of the latest seasons of the main provider, newest first."""
    years = {item.id.split(".")[1] for item in evidence if item.id.startswith("season.")}
    latest = sorted(years, reverse=True)[:SEASONS_SENT]
    found = [item for item in evidence if not item.id.startswith("season.") and not _is_extra(item)]
    for year in latest:
        found += [item for item in evidence if item.id.startswith(f"season.{year}.")]
    return found


def _is_extra(item: Evidence) -> bool:
    """Whether it is a statistic of a provider that is not the player's main one."""
    return item.metric is not None and not item.id.startswith(("career.", "trend."))


def _item(item: Evidence) -> dict[str, Any]:
    """An item without empty fields and fields the model does not need."""
    words, cohort = words_for(item), item.cohort
    facts = item.model_dump(mode="json", exclude={"source", "cohort"}) | {"words": words}
    if cohort and not words:  # the words of a percentile include its cohort
        facts |= {"cohort": cohort_words(cohort)}
    return {name: value for name, value in facts.items() if value is not None}


def _within(limit: int, items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        limit -= len(_json(item))
        if limit < 0:
            return
        yield item


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _read(name: str) -> str:
    return (files("ai_service") / "prompts" / f"{name}.md").read_text("utf-8")
