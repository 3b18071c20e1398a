"""What evidence says something else in one dossier than in another."""

from collections.abc import Collection, Iterable

from football_player_service.app.ai_client import Claim
from football_player_service.app.scouting.schemas import Change, Dossier, Evidence


def checked(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that stand."""
    return [claim for claim in claims if claim.status == "checked"]


def cited(claims: Iterable[Claim]) -> list[str]:
    """The ids of the evidence that claims which stand rest on, in the order of their mention."""
    return list(dict.fromkeys(id for claim in checked(claims) for id in claim.evidence))


def between(was: Dossier, now: Dossier, *, ids: Collection[str]) -> list[Change]:
    """The evidence among `ids` whose value differs; None where it is not, or no longer, there."""
    old, new = _by_id(was), _by_id(now)
    found = []
    for id in ids:
        before, after = old.get(id), new.get(id)
        item = after or before
        values = (before.value if before else None, after.value if after else None)
        if item and values[0] != values[1]:
            found.append(
                Change(id=id, label=item.label, unit=item.unit, was=values[0], now=values[1])
            )
    return found


def _by_id(dossier: Dossier) -> dict[str, Evidence]:
    return {item.id: item for item in dossier.evidence}
