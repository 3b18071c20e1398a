"""True sentences in the words of other people: what a careful analyst writes from a record."""

from ai_service.schemas import Sentence
from evaluation.facts import Facts
from evaluation.truths import market, person, seasons


def sentences(facts: Facts) -> list[Sentence]:
    """Every template that the evidence can fill."""
    found: list[Sentence] = []
    for template in (
        person.who, person.terms, person.peak, person.moves, market.value, market.course,
        seasons.career, seasons.trends,
    ):  # fmt: skip
        found += template(facts)
    for season in facts.seasons:
        found += seasons.season(facts, season)
        found += seasons.ranks(facts, season)
    for later, earlier in zip(facts.seasons, facts.seasons[1:], strict=False):
        found += seasons.step(later, earlier)
    return found
