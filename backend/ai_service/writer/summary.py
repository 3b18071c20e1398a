"""Who the player is, on what terms, what is on record, and how old it is."""

from collections.abc import Iterator

from ai_service.facts import Facts, Season
from ai_service.football import POSITION_NOUNS, SUB_POSITIONS
from ai_service.wording import article, day, listing, metres, plural, whole
from ai_service.words import METRICS, count_words, peak_words
from ai_service.writer import market, ranks
from ai_service.writer.case import Case, Line

_FOOT = {"left": "left-footed", "right": "right-footed", "both": "two-footed"}
NO_DATA = "There is no performance data on record"


def lines(case: Case) -> Iterator[Line]:
    """The summary, sentence by sentence."""
    facts = case.facts
    if not facts.items:
        yield case.say([], f"Nothing but the name of {facts.player} is on record")
        yield case.say([], NO_DATA)
        return
    yield _who(case)
    yield from _person(case)
    if facts.is_retired:
        yield from market.now(case)
        if not facts.seasons:
            yield case.say([], NO_DATA)
        return
    yield from _play(case)
    yield from peak(case, past=False)
    yield from market.now(case)
    yield from _contract(case)
    yield from _transfer(case)
    yield from _dated(case)


def role(facts: Facts) -> tuple[str, list[str]]:
    """The noun for the player's position, and the ids it rests on."""
    if facts.sub_position:
        return SUB_POSITIONS[facts.sub_position][1], ["sub_position"]
    if facts.position:
        return POSITION_NOUNS[facts.position], ["position"]
    return "player", []


def age(facts: Facts) -> str | None:
    """The age in figures, with "about" where the birth date is an estimate."""
    years = facts.number("age")
    if years is None:
        return None
    return f"about {whole(years)}" if is_estimate(facts) else whole(years)


def is_estimate(facts: Facts) -> bool:
    """Whether the birth date is an estimate: its note says so."""
    return any(facts.items[name].note for name in facts.known("age", "date_of_birth"))


def _who(case: Case) -> Line:
    facts = case.facts
    noun, ids = role(facts)
    years = age(facts)
    if years:
        ids = ["age", *ids]
    if facts.is_retired:
        now = f", now {years}" if years else ""
        return case.say(["status", *ids], f"{facts.player} is {article(f'retired {noun}')}{now}")
    where, more = _where(facts)
    return case.say([*ids, *more], *_introductions(facts.player, noun, years, where))


def _introductions(name: str, noun: str, years: str | None, where: str) -> list[str]:
    if years is None:
        return [f"{name} is {article(noun)}{where}"]
    if years.startswith("about"):
        return [f"{name} is {article(noun)} of {years}{where}"]
    return [
        f"{name} is {article(f'{years}-year-old')} {noun}{where}",
        f"{name} is {article(noun)} of {years}{where}",
        f"At {years}, {name} is {article(noun)}{where}",
    ]


def _where(facts: Facts) -> tuple[str, list[str]]:
    """At which club; a free agent may have one on record, which is among the risks."""
    if facts.status == "free_agent":
        return " and a free agent", ["status"]
    club, league = facts.text("club"), facts.text("league")
    if club and league:
        return f" at {club}, in {league}", ["club", "league"]
    if club:
        return f" at {club}", ["club"]
    return ", with no club on record", []


def _person(case: Case) -> Iterator[Line]:
    facts = case.facts
    country, foot, height = facts.text("country"), facts.text("foot"), facts.number("height")
    build = [_FOOT[foot]] if foot in _FOOT else []
    build += [f"{metres(int(height))} tall"] if height else []
    ids = facts.known("country", *(["foot"] if foot in _FOOT else []), "height")
    player = f"the player is {listing(build)}"
    second = facts.text("second_country")
    if country is None:
        if build:
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
    yield case.say(ids, *(f"{words}, and {player}" if build else words for words in given))


def _play(case: Case) -> Iterator[Line]:
    """The newest season, the career, and the ranks that are neither strength nor weakness."""
    facts = case.facts
    if not facts.seasons:
        yield case.say([], NO_DATA, "The record holds no performance data")
        last = facts.text("last_season")
        if last:
            yield case.say(["last_season"], f"The last season on record is {last}")
        return
    judged = case.found.season
    if judged is None:
        yield ranks.too_few(case, facts.seasons[0])
        return
    yield _season(case, judged)
    yield from _career(case)
    yield from ranks.middling(case)


def _season(case: Case, season: Season) -> Line:
    start = f"season.{season.year}"
    counted = _counted(case, {name: f"{start}.{name}" for name in ranks.counts(case)})
    shown, period = listing(list(counted.values())), ranks.named(season)
    return case.say(
        list(counted),
        f"{period} brought {shown}",
        f"The record shows {shown} in {period}",
        f"In {period} there were {shown}",
    )


def _career(case: Case) -> Iterator[Line]:
    number = case.facts.number("career.seasons")
    if number is None or number <= 1:
        return
    counted = _counted(case, {name: f"career.{name}" for name in ranks.counts(case)})
    if counted:
        shown = listing(list(counted.values()))
        spans = ranks.spans(case.facts, int(number))
        yield case.say(
            ["career.seasons", *counted],
            f"Over {spans} on record there are {shown}",
            f"In all, {spans} are on record, with {shown}",
        )


def _counted(case: Case, ids: dict[str, str]) -> dict[str, str]:
    """Counts in words by their id, for those that are known."""
    found = {}
    for name, identity in ids.items():
        value = case.facts.number(identity)
        if value is not None:
            found[identity] = count_words(value, METRICS[name])
    return found


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


def _contract(case: Case) -> Iterator[Line]:
    facts = case.facts
    until, left = facts.day("contract.until"), facts.number("contract.months_left")
    if until is None or facts.status == "free_agent":
        return
    if until < facts.as_of:
        yield case.say(["contract.until"], f"The contract on record ended on {day(until)}")
    elif left is None or left < 0:
        yield case.say(["contract.until"], f"The contract runs to {day(until)}")
    else:
        months = plural(left, "month") if left >= 1 else "less than a month"
        yield case.say(
            ["contract.until", "contract.months_left"],
            f"The contract runs to {day(until)}, with {months} left",
            f"With {months} left, the contract runs to {day(until)}",
        )


_NOWHERE = frozenset({"Retired", "Career break", "Unknown", "Ban", "Disqualification"})
_NO_CLUB = "Without Club"


def _transfer(case: Case) -> Iterator[Line]:
    facts = case.facts
    old, new, when = (
        facts.text("transfer.1.from"),
        facts.text("transfer.1.to"),
        facts.day("transfer.1.day"),
    )
    if old is None or new is None or when is None or {old, new} & _NOWHERE:
        return
    ids = ["transfer.1.day", "transfer.1.from", "transfer.1.to"]
    if new == _NO_CLUB:
        yield case.say(ids, f"The latest move on record, on {day(when)}, was away from {old}")
        return
    fee, paid = facts.number("transfer.1.fee"), ""
    if fee:
        ids.append("transfer.1.fee")
        paid = f" for {market.euros(fee)}"
    start = "" if old == _NO_CLUB else f" from {old}"
    count = facts.number("transfers.count")
    if count and count > 1:
        ids.append("transfers.count")
        latest = f"The latest of {whole(count)} transfers on record"
    else:
        latest = "The latest transfer on record"
    yield case.say(
        ids,
        f"{latest} was{start} to {new} on {day(when)}{paid}",
        f"{latest}, on {day(when)}, was{start} to {new}{paid}",
    )


def _dated(case: Case) -> Iterator[Line]:
    """How old the facts are that go out of date."""
    facts = case.facts
    names = {"club": "club", "contract.until": "contract", "value.now": "market value"}
    days = {name: item.as_of for name in names if (item := facts.items.get(name)) and item.as_of}
    if not days:
        return
    oldest = min(days.values())
    ids = [name for name, when in days.items() if when == oldest]
    verb, held = ("was", "is") if len(ids) == 1 else ("were", "are")
    given = listing([names[name] for name in ids])
    yield case.say(
        ids,
        f"The {given} {verb} recorded on {day(oldest)}",
        f"The {given} {held} as recorded on {day(oldest)}",
    )
