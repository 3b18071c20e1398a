"""From draft to report: check, revise a model's draft once, cut what is not supported."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog

from ai_service import assessment, prompt, writer
from ai_service.errors import NotSupportedError, ServiceError
from ai_service.gate import Review, review
from ai_service.render import render
from ai_service.schemas import Dossier, Draft, Report, Source, Usage

Ask = Callable[[str], Awaitable[Draft]]

_log = structlog.get_logger(__name__)


def by_built_in(dossier: Dossier) -> Review:
    """The built-in writer's checked report."""
    return review(dossier, writer.write(dossier))


async def by_model(dossier: Dossier, *, ask: Ask) -> Review:
    """A model's checked report. `ask` sends the model a message and returns its draft.

    If the gate cuts anything, the model is asked once more, with the reasons. Raises the
    ServiceError of a failed request, unless the first draft is good enough without a revision.
    """
    first = review(dossier, await ask(prompt.record(dossier)))
    if not first.cut:
        return first
    _log.info("revision requested", cut=len(first.cut))
    try:
        again = await ask(prompt.revision(first.cut))
    except ServiceError as error:
        if not first.core_holds:
            raise
        _log.warning("revision failed", code=error.code)
        return first
    # The better of the two: a revision must not lose sentences that were supported.
    return max(review(dossier, again), first, key=_supported)


def finished(
    dossier: Dossier,
    reviewed: Review,
    *,
    source: Source,
    model: str,
    prompt_version: str,
    usage: Usage,
) -> Report:
    """The report of a review. Raises NotSupportedError if its core is not supported."""
    counts = {"sentences": len(reviewed.claims), "cut": len(reviewed.cut)}
    if not reviewed.core_holds:
        _log.warning("report refused", code=NotSupportedError.code, **counts)
        raise NotSupportedError
    _log.info("report checked", **counts)
    verdict, confidence = reviewed.draft.verdict, assessment.confidence(dossier)
    return Report(
        report=render(
            reviewed.claims, verdict=verdict, confidence=confidence, source=source, model=model
        ),
        source=source,
        model=model,
        prompt_version=prompt_version,
        verdict=verdict,
        confidence=confidence,
        claims=reviewed.claims,
        usage=usage,
        generated_at=datetime.now(UTC),
    )


def _supported(reviewed: Review) -> tuple[bool, int]:
    return reviewed.core_holds, len(reviewed.claims) - len(reviewed.cut)
