"""Another club, league, country, position or foot."""

import re
from random import Random

from ai_service.evidence_values import is_over
from ai_service.schemas import Sentence
from evaluation.facts import Facts
from evaluation.lies import CLUBS, COUNTRIES, LEAGUES, ROLES
from evaluation.mutations.looking import without_names


def club(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another club."""
    return _another(sentence, facts, ("club", "transfer.1.from", "transfer.1.to"), CLUBS, random)


def league_or_country(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another league or country."""
    leagues = _another(sentence, facts, ("league",), LEAGUES, random)
    return leagues or _another(sentence, facts, ("country",), COUNTRIES, random)


def role_or_foot(sentence: Sentence, facts: Facts, random: Random) -> str | None:
    """Another position, or the other foot."""
    text, options = sentence.text, []
    outside = without_names(text, facts)
    for role in ROLES:
        if re.search(rf"\b{role}\b", outside):
            other = random.choice([r for r in ROLES if r != role and r not in role])
            options.append(re.sub(rf"\b{role}\b", other, text, count=1))
    if "foot" in sentence.evidence:
        options += [
            re.sub(old, new, text)
            for old, new in ((r"\bleft\b", "right"), (r"\bright\b", "left"))
            if re.search(old, outside)
        ]
    return random.choice(options) if options else None


def present_club(sentence: Sentence, facts: Facts, _random: Random) -> str | None:
    """The club of a season that is over is said to be the club now."""
    club = facts.by_id.get("club")
    if club is None or not is_over(club.period, facts.dossier.as_of):
        return None
    now = sentence.text.replace(" on record at ", " at ")
    return now.replace("The club on record is ", "The present club is ")


def _another(
    sentence: Sentence, facts: Facts, ids: tuple[str, ...], others: tuple[str, ...], random: Random
) -> str | None:
    said = [facts.text(i) for i in ids if i in facts.by_id and facts.text(i) in sentence.text]
    if not said:
        return None
    old = random.choice(said)
    known = {str(item.value) for item in facts.by_id.values()}
    return sentence.text.replace(old, random.choice([o for o in others if o not in known]))
