"""The player as the record has it: age, position, club, country, foot, height, peak ages."""

from collections.abc import Iterator

from ai_service.dossier_index import DossierIndex
from ai_service.formatting import article, listing, metres, whole
from ai_service.phrasing import peak_words
from ai_service.positions import POSITION_NOUNS, SUB_POSITIONS
from ai_service.writer.case import Case, Line

_FOOT = {"left": "left-footed", "right": "right-footed", "both": "two-footed"}


def role(facts: DossierIndex) -> tuple[str, list[str]]:
    """The noun for the player's position, and the ids it rests on."""
    if facts.sub_position:
        return SUB_POSITIONS[facts.sub_position][1], ["sub_position"]
    if facts.position:
        return POSITION_NOUNS[facts.position], ["position"]
    return "player", []


def age(facts: DossierIndex) -> str | None:
    """The age in figures, with "about" where the birth date is an estimate."""
    years = facts.number("age")
    if years is None:
        return None
    return f"about {whole(years)}" if is_estimate(facts) else whole(years)


def is_estimate(facts: DossierIndex) -> bool:
    """Whether the birth date is an estimate: its note says so."""
    return any(facts.items[name].note for name in facts.known("age", "date_of_birth"))


def who(case: Case) -> Line:
    """The player in a sentence: age, position, club and league."""
    facts = case.facts
    noun, ids = role(facts)
    years = age(facts)
    if years:
        ids = ["age", *ids]
    if facts.is_retired:
        now = f" aged {years}" if years else ""
        return case.say(["status", *ids], f"{facts.player} is {article(f'retired {noun}')}{now}")
    where, more = _where(facts)
    return case.say([*ids, *more], *_introductions(facts.player, noun, years, where))


def _introductions(name: str, noun: str, years: str | None, where: str) -> list[str]:
    if years is None:
        return [f"{name} is {article(noun)}{where}"]
    if years.startswith("about"):
        return [
            f"{name} is {article(noun)} aged {years}{where}",
            f"At {years}, {name} is {article(noun)}{where}",
        ]
    return [
        f"{name} is {article(f'{years}-year-old')} {noun}{where}",
        f"{name} is {article(noun)} of {years}{where}",
        f"At {years}, {name} is {article(noun)}{where}",
    ]


def _where(facts: DossierIndex) -> tuple[str, list[str]]:
    """At which club; a free agent may have one on record, which is among the risks."""
    if facts.status == "free_agent":
        return " and a free agent", ["status"]
    club, league = facts.text("club"), facts.text("league")
    at = ", on record at" if facts.club_is_past else " at"
    if club and league:
        return f"{at} {club}, in {league}", ["club", "league"]
    if club:
        return f"{at} {club}", ["club"]
    return ", with no club on record", []


def last_season(case: Case) -> Iterator[Line]:
    """In which season the club on record was the player's."""
    last = case.facts.text("last_season")
    if case.facts.club_is_past and case.facts.seasons and last:
        yield case.say(["last_season"], f"The last recorded season is {last}")


def build(case: Case) -> Iterator[Line]:
    """Country, foot and height. The country chooses no word."""
    facts = case.facts
    country, foot, height = facts.text("country"), facts.text("foot"), facts.number("height")
    shape = [_FOOT[foot]] if foot in _FOOT else []
    shape += [f"{metres(int(height))} tall"] if height else []
    ids = facts.known("country", *(["foot"] if foot in _FOOT else []), "height")
    player = f"the player is {listing(shape)}"
    second = facts.text("second_country")
    if country is None:
        if shape:
            yield case.say(ids, player)
        return
    if second and second != country:
        ids.append("second_country")
        given = [f"The countries on record are {country} and {second}"]
    else:
        given = [
            f"The country on record is {country}",
            f"The record gives {country} as the country",
        ]
    yield case.say(ids, *(f"{words}, and {player}" if shape else words for words in given))


def peak(case: Case, *, past: bool) -> Iterator[Line]:
    """The age against the usual peak ages: before and within, or past them."""
    facts = case.facts
    first, last = facts.number("peak.from"), facts.number("peak.to")
    years, distance = age(facts), facts.number("peak.distance")
    if first is None or last is None or years is None or distance is None:
        return
    if (distance > 0) is not past:
        return
    span = f"({whole(first)} to {whole(last)})"
    words = f"{peak_words(int(distance))} of the position {span}"
    yield case.say(
        ["age", "peak.from", "peak.to", "peak.distance"],
        f"At {years}, the player is {words}",
        f"The player, at {years}, is {words}",
    )
