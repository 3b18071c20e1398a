"""The cohort that a sentence names beside the cohort of the evidence."""

from ai_service.gate import cohorts, periods
from ai_service.gate.cohorts import Mention
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import agrees
from ai_service.gate.parsed import Parsed
from ai_service.schemas import Cohort, Evidence


def unlike(sentence: Parsed, mention: Mention, item: Evidence) -> str | None:
    """Why a cohort named is not the one of the evidence; None where it is."""
    cohort = item.cohort
    if cohort is None:
        return f"{item.id} has no cohort"
    scopes, scope = mention.scopes, cohort.scope
    differs = (
        bool(mention.minutes)
        or any(year != cohort.period for year in mention.years)
        or not all(_is_position(said, cohort) for said in mention.positions)
        or not _is_of_size(mention, cohort)
        or ("season" in scopes and scope == "age")
        or ("age" in scopes and scope != "age")
        or ("league" in scopes and scope != "league")
        or (scope == "age" and mention.size is not None and not _says_whom(mention, cohort))
        or (bool(mention.leagues) and not _names_league(sentence, mention, cohort))
        # "Attacking players" are all of them, unless their league or age is named too.
        or (not mention.is_general and scope != "position" and scope not in scopes)
    )
    return f"the cohort of {item.id} is {cohort.size:,} {cohort.definition}" if differs else None


def check_left_out(sentence: Parsed) -> None:
    """702 were left out."""
    for match in sentence.matches("H number J (peers|positions)? J left_out|left_out J H number"):
        number, hedge = match.one("number").value, hedge_in(match)
        known = [i.cohort.left_out for i in sentence.cited.items.values() if i.cohort]
        holds = any(agrees(count, number, hedge, rounds=False) for count in known)
        sentence.check(holds, f"“{match.text}” is not in the evidence cited")
        match.use()


def check_alone(sentence: Parsed) -> None:
    """The cohort is 1,180 attacking players: a cohort without a rank."""
    items = [item for item in sentence.cited.items.values() if item.cohort is not None]
    if not items:
        return
    for mention in cohorts.find(sentence):
        before = sentence.items[max(0, mention.start - 2) : mention.start]
        if [i.kind for i in before] == ["number", "of"] and before[0].value.value == 1:
            before[0].used = True  # one of 1,180 attacking players
        anchors = periods.bound(sentence, mention.start, [mention.start])
        years = {sentence.index.periods.get(year) for a in anchors for year in a.years}
        reasons = [
            unlike(sentence, mention, item)
            for item in items
            if not years or (item.cohort and item.cohort.period in years)
        ] or ["there is none cited for that season"]
        sentence.check(None in reasons, f"“{mention.text}” is another cohort: {reasons[0]}")
        cohorts.use(sentence, mention)


def _is_position(said: str, cohort: Cohort) -> bool:
    """Whether a position, or one of several such as "Left Winger/Right Winger", is compared."""
    return (cohort.sub_position or cohort.position) in said.split("/")


def _is_of_size(mention: Mention, cohort: Cohort) -> bool:
    if mention.size is None:
        return True
    return agrees(cohort.size, mention.size, mention.hedge, rounds=False)


def _says_whom(mention: Mention, cohort: Cohort) -> bool:
    """Whether a cohort of one position is not said to be of players in general."""
    return bool(mention.positions) or cohort.definition.startswith("players")


def _names_league(sentence: Parsed, mention: Mention, cohort: Cohort) -> bool:
    for name in mention.leagues:
        item = sentence.index.items.get(name)
        if item and cohort.league in (item.value, item.cohort.league if item.cohort else None):
            return True
    return False
