"""From a dossier to a report: enumerate claims, have them planned, render the plan."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from ai_service import planner, prompt, render
from ai_service.claims import enumerate_claims, verdicts
from ai_service.claims.facts import Facts, index
from ai_service.claims.model import Claims
from ai_service.errors import BadAnswerError, ServiceError
from ai_service.plan import Plan, problems, repaired
from ai_service.schemas import Dossier, Report, Source, Usage, Verdict

Ask = Callable[[str], Awaitable[Plan]]
Start = Callable[[list[str]], Ask]

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Case:
    """A dossier with its claims and the verdict that follows from them."""

    facts: Facts
    claims: Claims
    verdict: Verdict

    @classmethod
    def of(cls, dossier: Dossier) -> "Case":
        """The case of a player."""
        facts = index(dossier)
        claims = enumerate_claims(facts)
        return cls(facts, claims, verdicts.verdict(facts, claims))


@dataclass(frozen=True)
class Planned:
    """A valid plan, and what had to be repaired."""

    plan: Plan
    repairs: list[str]


def by_built_in(case: Case) -> Planned:
    """The built-in planner's plan."""
    return Planned(planner.plan(case.claims), [])


async def by_model(case: Case, start: Start) -> Planned:
    """A model's plan; `start` opens a conversation in which plans may use the given ids.

    If the plan is invalid the model is asked once more, with the reasons; what is still wrong is
    repaired by rule. Raises the ServiceError of a failed request, unless there is a plan already.
    """
    request = prompt.Request(case.facts, case.claims, case.verdict)
    ask = start(request.ids)
    answer = await _first(ask, request)
    plan = request.plan(answer)
    if wrong := problems(plan, case.claims):
        _log.info("revision requested", problems=len(wrong))
        try:
            again = request.plan(await ask(request.revision(wrong)))
        except ServiceError as error:
            _log.warning("revision failed", code=error.code)
        else:
            if len(problems(again, case.claims)) <= len(wrong):
                plan = again
    found, repairs = repaired(plan, case.claims)
    _log.info("plan ready", repairs=len(repairs))
    return Planned(found, repairs)


async def _first(ask: Ask, request: prompt.Request) -> Plan:
    """The first plan; an answer that is none is asked for once more."""
    try:
        return await ask(request.message())
    except BadAnswerError:
        return await ask(request.message())


def finished(
    case: Case,
    planned: Planned,
    *,
    source: Source,
    model: str,
    prompt_version: str,
    usage: Usage,
) -> Report:
    """The report of a plan."""
    confidence = verdicts.confidence(case.facts, case.claims)
    content = render.render(
        case.facts,
        case.claims,
        planned.plan,
        repairs=planned.repairs,
        verdict=case.verdict,
        seed=f"{case.facts.dossier.player} {case.facts.as_of}",
    )
    return Report(
        report=render.markdown(content, source=source, model=model, confidence=confidence),
        source=source,
        model=model,
        prompt_version=prompt_version,
        verdict=case.verdict,
        confidence=confidence,
        content=content,
        usage=usage,
        generated_at=datetime.now(UTC),
    )
