"""The summary: who the player is, what is on record, on what terms, and how old it is."""

from collections.abc import Iterator

from ai_service.dossier_index import Season
from ai_service.formatting import day, listing, plural, whole
from ai_service.phrasing import METRICS, count_words
from ai_service.writer import market, person, ranks
from ai_service.writer.case import Case, Line

NO_DATA = "There is no performance data on record"


def lines(case: Case) -> Iterator[Line]:
    """The summary, sentence by sentence."""
    facts = case.facts
    if not facts.items:
        yield case.say([], f"Nothing but the name of {facts.player} is on record")
        yield case.say([], NO_DATA)
        return
    yield person.who(case)
    if not facts.is_retired:
        yield from person.last_season(case)
    yield from person.build(case)
    if facts.is_retired:
        yield from market.now(case)
        if not facts.seasons:
            yield case.say([], NO_DATA)
        return
    yield from _play(case)
    yield from person.peak(case, past=False)
    yield from market.now(case)
    yield from market.history(case)
    yield from _contract(case)
    yield from _transfer(case)
    yield from _dated(case)


def _play(case: Case) -> Iterator[Line]:
    """The newest season, the career, and the ranks that are neither strength nor weakness."""
    facts = case.facts
    if not facts.seasons:
        yield case.say([], NO_DATA, "The record holds no performance data")
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
            f"The contract has {months} left, to {day(until)}",
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
    if old is None or new is None or when is None or {old, new} & _NOWHERE or old == new:
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
    count, latest = facts.number("transfers.count"), "The latest transfer on record"
    if count and count > 1:
        ids.append("transfers.count")
        latest = f"The latest of {whole(count)} transfers on record"
    yield case.say(
        ids,
        f"{latest} was{start} to {new} on {day(when)}{paid}",
        f"{latest} took the player{start} to {new} on {day(when)}{paid}",
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
