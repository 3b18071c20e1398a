"""What reports cite, and which evidence differs between two dossiers."""

from collections.abc import Collection, Iterable

from football_player_service.app.ai_client import BriefItem, Content, Sentence
from football_player_service.app.scouting.schemas import Change, Claim, Dossier, Unit

_RATES_WITHIN = 0.00005  # dossiers of earlier versions have rates with four decimals


def checked(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that passed the checks."""
    return [claim for claim in claims if claim.status == "checked"]


def cited(content: Content | None, claims: Iterable[Claim]) -> list[str]:
    """The ids of the evidence of a report's sentences, in order, without duplicates.

    `content` is that of the report, or `claims` are those of a report of an earlier version. The
    closing note on the method is not counted: it says how figures are made, not what they are.
    """
    if content is None:
        found = [claim.evidence for claim in checked(claims)]
    else:
        items: list[Sentence | BriefItem] = [
            *content.answer.reasons,
            *content.sentences,
            *content.brief,
        ]
        found = [item.evidence for item in items]
    return list(dict.fromkeys(id for evidence in found for id in evidence))


def differing(earlier: Dossier, later: Dossier) -> set[str]:
    """The ids of the evidence that differs in more than its date, or is in only one of them."""
    undated = [
        {item.id: item.model_copy(update={"as_of": None}) for item in dossier.evidence}
        for dossier in (earlier, later)
    ]
    old, new = undated
    return {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}


def between(earlier: Dossier, later: Dossier, *, ids: Collection[str]) -> list[Change]:
    """The evidence among `ids` whose value differs; None stands for missing evidence."""
    old = {item.id: item for item in earlier.evidence}
    new = {item.id: item for item in later.evidence}
    found = []
    for id in ids:
        before, after = old.get(id), new.get(id)
        item = after or before
        was, now = before.value if before else None, after.value if after else None
        if item and not _is_same(was, now, unit=item.unit):
            found.append(Change(id=id, label=item.label, unit=item.unit, was=was, now=now))
    return found


def _is_same(was: float | str | None, now: float | str | None, *, unit: Unit) -> bool:
    if unit == "per 90" and isinstance(was, int | float) and isinstance(now, int | float):
        return abs(was - now) <= _RATES_WITHIN + 1e-9
    return was == now
