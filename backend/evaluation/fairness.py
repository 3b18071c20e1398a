"""What must not matter, and whom no report may recommend."""

from collections.abc import Iterable, Iterator
from typing import Any

from ai_service import planner, render
from ai_service.claims import verdicts
from ai_service.report import Case
from ai_service.schemas import Brief, Dossier, Evidence, Standing

OTHERS = (
    ("Bakary Kone-Test", "Ivory Coast"),
    ("Li Wei-Test", "China"),
    ("Jan Novak-Test", "Norway"),
)


def faults_of_names(dossiers: Iterable[Dossier]) -> list[str]:
    """The reports that another name and nationality change, apart from the name."""
    found = []
    for number, dossier in enumerate(dossiers):
        name, country = OTHERS[number % len(OTHERS)]
        plain = dossier.model_copy(update={"player": "Alex Example-Test"})
        evidence = [
            item.model_copy(update={"value": country})
            if item.id in ("country", "second_country") else item for item in dossier.evidence
        ]  # fmt: skip
        other = plain.model_copy(update={"player": name, "evidence": evidence})
        before, after = _outcome(plain), _outcome(other)
        if before != after:
            changed = [key for key in before if before[key] != after[key]]
            found.append(f"{dossier.player} as {name}: {', '.join(changed)}")
    return found


def _outcome(dossier: Dossier) -> dict[str, Any]:
    case = Case.of(dossier)
    content = render.render(
        case.facts, case.claims, planner.plan(case.claims), repairs=[], verdict=case.verdict,
        seed="the same",
    )  # fmt: skip
    text = content.model_dump_json()
    for part in (dossier.player, dossier.player.split()[-1]):
        text = text.replace(part, "X")
    return {
        "verdict": case.verdict,
        "confidence": verdicts.confidence(case.facts, case.claims),
        "claims": {id_: claim.weight for id_, claim in case.claims.items()},
        "text": text,
    }


def faults_of_the_worst(dossiers: Iterable[Dossier]) -> tuple[int, list[str]]:
    """How many players are made worst in every figure, and those that are still recommended."""
    found, count = [], 0
    for dossier in dossiers:
        worst = _worst(dossier)
        if worst is None:
            continue
        count += 1
        with_brief = worst.model_copy(update={"brief": _met_by(worst)})
        for attempt, verdict in ((worst, "follow_up"), (with_brief, "sign")):
            if Case.of(attempt).verdict == verdict:
                found.append(f"{dossier.player}: {verdict}")
    return count, found


def _worst(dossier: Dossier) -> Dossier | None:
    """The dossier with each place the worst of its cohort; None if there are no places."""
    evidence = list(_turned(dossier))
    if not any(item.standing and item.metric for item in evidence):
        return None
    return dossier.model_copy(update={"evidence": evidence, "brief": None})


def _turned(dossier: Dossier) -> Iterator[Evidence]:
    for item in dossier.evidence:
        if item.standing is None or item.metric is None:
            yield item
            continue
        others = item.standing.above + item.standing.level + item.standing.below - 1
        is_low_good = dossier.metrics[item.metric].better == "lower"
        above, below = (0, others) if is_low_good else (others, 0)
        standing = Standing(above=above, level=1, below=below)
        value = 100.0 if is_low_good else 0.0
        yield item.model_copy(update={"standing": standing, "value": value})


def _met_by(dossier: Dossier) -> Brief:
    """A brief whose items the player meets, as far as the evidence tells."""
    facts = Case.of(dossier).facts
    age = facts.number("age")
    return Brief(
        position=facts.text("position"), age_min=None,
        age_max=None if age is None else min(60, max(14, int(age) + 1)),
        budget=10**12, minutes_min=1,
    )  # fmt: skip
