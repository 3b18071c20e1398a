"""Which evidence differs between two dossiers."""

from collections.abc import Collection, Iterable

from football_player_service.app.ai_client import Claim
from football_player_service.app.scouting.schemas import Change, Dossier


def checked(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that passed the checks."""
    return [claim for claim in claims if claim.status == "checked"]


def cited(claims: Iterable[Claim]) -> list[str]:
    """The ids of the evidence that checked claims cite, in order, without duplicates."""
    return list(dict.fromkeys(id for claim in checked(claims) for id in claim.evidence))


def between(earlier: Dossier, later: Dossier, *, ids: Collection[str]) -> list[Change]:
    """The evidence among `ids` whose value differs; None stands for missing evidence."""
    old = {item.id: item for item in earlier.evidence}
    new = {item.id: item for item in later.evidence}
    found = []
    for id in ids:
        before, after = old.get(id), new.get(id)
        item = after or before
        was, now = before.value if before else None, after.value if after else None
        if item and was != now:
            found.append(Change(id=id, label=item.label, unit=item.unit, was=was, now=now))
    return found
