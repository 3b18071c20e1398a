"""Every claim that is true about a player, from a dossier.

A family is a module with a function `claims(facts)`; its phrases are in `language/`.
"""

from collections.abc import Callable, Iterator

from ai_service.claims import (
    advice,
    brief,
    contract,
    courses,
    gaps,
    market,
    person,
    ranks,
    seasons,
)
from ai_service.claims.facts import Facts
from ai_service.claims.model import Claim, Claims

FAMILIES: tuple[Callable[[Facts], Iterator[Claim]], ...] = (
    person.claims,
    contract.claims,
    seasons.claims,
    ranks.claims,
    courses.claims,
    market.claims,
    gaps.claims,
    brief.claims,
)


def enumerate_claims(facts: Facts) -> Claims:
    """The claims by id, those of the families first, then the arguments over them."""
    found = {claim.id: claim for family in FAMILIES for claim in family(facts)}
    return found | {claim.id: claim for claim in advice.claims(facts, found)}
