"""Reads every claim about random players in every phrasing back from the files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ai_service import render
from ai_service.claims.model import Claim
from ai_service.report import Case
from ai_service.schemas import Dossier
from evaluation import checks
from evaluation.database import Imported
from evaluation.raw import Person


@dataclass(frozen=True)
class Subject:
    """A dossier and what its sentences are checked with."""

    dossier: Dossier
    case: checks.Case


class Spoken(NamedTuple):
    """A claim in one phrasing."""

    id: str
    text: str
    about: checks.About


@dataclass
class Truth:
    """What was read, what is false, and what nobody checked."""

    players: int = 0
    sentences: int = 0
    claims: Counter[str] = field(default_factory=Counter)  # by type
    false: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)


def subjects(imported: Imported, players: Iterable[str], *, seed: int) -> Iterator[Subject]:
    """The players' dossiers, every other one with a brief."""
    of_id = {id_: player for player, id_ in imported.ids.items()}
    for number, player in enumerate(players):
        person = Person(imported.raw, player)
        brief = imported.brief(player, seed=seed) if number % 2 else None
        other = of_id[brief.replaces.id] if brief and brief.replaces else None
        case = checks.Case(person, brief, Person(imported.raw, other) if other else None)
        yield Subject(imported.dossier(player, brief), case)


def sentences(subject: Subject) -> Iterator[Spoken]:
    """Every claim about a player in every phrasing."""
    case = Case.of(subject.dossier)
    for claim in case.claims.values():
        for form, text in render.wordings(case.facts, case.claims, claim):
            yield Spoken(claim.id, text, _about(claim, form))


def verdict(spoken: Spoken, subject: Subject) -> tuple[list[str], str | None]:
    """What is false in a sentence, and the first thing in it that was not checked."""
    return checks.check(spoken.text, subject.case, spoken.about)


def read(found: Iterable[Subject]) -> Truth:
    """Check every phrasing of every claim."""
    truth = Truth()
    for subject in found:
        truth.players += 1
        ids = set()
        for spoken in sentences(subject):
            truth.sentences += 1
            if spoken.id not in ids:
                truth.claims[spoken.about.type] += 1
            ids.add(spoken.id)
            wrong, left = verdict(spoken, subject)
            where = f"{subject.case.person.id} {spoken.id}: {spoken.text}"
            truth.false += [f"{where} ({'; '.join(wrong)})"] if wrong else []
            truth.unchecked += [f"{where} ({left})"] if left else []
    return truth


def of_every_type(found: Iterable[Subject], *, each: int = 2) -> list[Subject]:
    """Subjects that together have each type of claim, `each` times if possible."""
    chosen, seen = [], Counter[str]()
    for subject in found:
        types = {claim.type for claim in Case.of(subject.dossier).claims.values()}
        if any(seen[name] < each for name in types):
            chosen.append(subject)
            seen.update(types)
    return chosen


def _about(claim: Claim, form: str) -> checks.About:
    args: Any = claim.args
    period = args.get("period") or args.get("last") or args.get("after") or ""
    return checks.About(claim.type, claim.about, args.get("provider", ""), period, form)
