"""What could go wrong with a decision: terms, age, value, and gaps or doubts in the record."""

from collections.abc import Iterator

from ai_service.assessment import record_age
from ai_service.dossier_index import Season
from ai_service.formatting import day, listing
from ai_service.positions import SUB_POSITIONS
from ai_service.writer import market, person, ranks
from ai_service.writer.case import Case, Line

_STALE = 183  # days
_LAST_YEAR = 12  # months
_YEARS_UNSEEN = 2
_MARKED_FALL = 75  # percent of the highest value

# What goes out of date.
_PASSING = {"club": "club", "contract.until": "contract", "value.now": "market value"}

# What a scout asks for first, by the ids that answer it.
FACTS = {
    "age": ("age",),
    "position": ("position", "sub_position"),
    "club": ("club",),
    "league": ("league",),
    "contract end": ("contract.until",),
    "market value": ("value.now", "value.latest"),
    "preferred foot": ("foot",),
    "height": ("height",),
}


def lines(case: Case) -> Iterator[Line]:
    """The risks, the most pressing first."""
    if case.facts.is_retired:
        yield from _retired_with_contract(case)
        return
    for part in (_contract, _free_agent, _stale, _play, _age, _value, _doubts, _gaps):
        yield from part(case)


def _retired_with_contract(case: Case) -> Iterator[Line]:
    until = case.facts.day("contract.until")
    if until and until >= case.facts.as_of:
        yield case.say(
            ["status", "contract.until"],
            f"The record says retired but holds a contract to {day(until)}: check which holds",
        )


def _contract(case: Case) -> Iterator[Line]:
    facts = case.facts
    until, left = facts.day("contract.until"), facts.number("contract.months_left")
    if until is None or facts.status == "free_agent":
        return
    if until < facts.as_of:
        yield case.say(
            ["contract.until"],
            f"The contract on record ended on {day(until)}: find out whether it was renewed",
            f"With the contract on record ended on {day(until)}, the player's club has to be "
            "confirmed",
        )
    elif left is not None and left < _LAST_YEAR:
        yield case.say(
            ["contract.until", "contract.months_left"],
            f"The contract ends on {day(until)}, so time is short for a transfer",
            f"Time is short before the contract ends on {day(until)}, for a renewal as for a "
            "transfer",
        )


def _free_agent(case: Case) -> Iterator[Line]:
    facts = case.facts
    if facts.status != "free_agent":
        return
    club, until = facts.text("club"), facts.day("contract.until")
    if club:
        yield case.say(
            ["status", "club"],
            f"The record says free agent but still names {club} as the club: check which holds",
        )
    if until and until >= facts.as_of:
        yield case.say(
            ["status", "contract.until"],
            f"The record says free agent but holds a contract to {day(until)}: check which holds",
        )


def _stale(case: Case) -> Iterator[Line]:
    names, age = _PASSING, record_age(case.facts)
    if age is None:
        yield from _undated(case)
        return
    if age <= _STALE:
        return
    dated = {name: item for name in names if (item := case.facts.items.get(name)) and item.as_of}
    oldest = min(item.as_of for item in dated.values() if item.as_of)
    ids = [name for name, item in dated.items() if item.as_of == oldest]
    verb = "was" if len(ids) == 1 else "were"
    yield case.say(
        ids,
        f"The {listing([names[name] for name in ids])} {verb} recorded on {day(oldest)} and may "
        "have changed since",
    )


def _undated(case: Case) -> Iterator[Line]:
    """What to confirm where the record does not say when it was true."""
    facts = case.facts
    club, value, until = facts.text("club"), facts.number("value.now"), facts.day("contract.until")
    parts = {}
    if club:
        parts["club"] = f"the club is {club}"
    if until and until >= facts.as_of:
        parts["contract.until"] = f"the contract runs to {day(until)}"
    if value is not None:
        parts["value.now"] = f"the market value is {market.euros(value)}"
    if parts:
        yield case.say(list(parts), f"Confirm that {listing(list(parts.values()))}")


def _play(case: Case) -> Iterator[Line]:
    """Seasons that are old, few, or short of minutes."""
    facts, season = case.facts, case.found.season
    yield from _last_season(case)
    if season is None:
        return
    newest = facts.seasons[0]
    if not newest.is_full and newest.year > season.year:
        yield ranks.too_few(case, newest)
    for other in facts.full_seasons[:1]:
        yield from _no_ranks(case, other)
    start = f"season.{season.year}.minutes"
    no_trend = not any(name.startswith("trend.") for name in facts.items)
    if no_trend and case.found.is_fresh and len(facts.full_seasons) == 1:
        yield case.say(
            [start], f"Only {ranks.named(season)} has minutes enough to judge, so no trend is known"
        )


def _last_season(case: Case) -> Iterator[Line]:
    """That the player was last on record long ago, where no season says more."""
    last = "" if case.facts.seasons else case.facts.text("last_season") or ""
    year = int(last[:4]) if last[:4].isdecimal() else case.facts.as_of.year
    if case.facts.as_of.year - year > _YEARS_UNSEEN:
        yield case.say(
            ["last_season"],
            f"The last recorded season is {last}: find out what has changed since",
        )


def _no_ranks(case: Case, season: Season) -> Iterator[Line]:
    """That a cohort is too small, where it is."""
    item = season.unranked
    if item is None or season.is_ranked:
        return
    figure, _, ids = ranks.figure_of(season, "minutes")
    period = ranks.named(season)
    yield case.say(
        [*ids, item.id],
        f"For the {figure} of {period} there are too few players to compare with",
        f"In {period} there are {figure}, with too few players to compare with",
    )


def _age(case: Case) -> Iterator[Line]:
    facts, years = case.facts, person.age(case.facts)
    yield from person.peak(case, past=True)
    if years and facts.is_minor:
        yield case.say(
            ["age"], f"At {years}, the player is a minor, and the rules for minors apply"
        )
    if years and person.is_estimate(facts):
        ids = facts.known("age", "date_of_birth")
        yield case.say(ids, "The birth date is an estimate: confirm the age from a document")
    born = facts.day("date_of_birth")
    if born and born > facts.as_of:
        yield case.say(["date_of_birth"], f"The birth date on record, {day(born)}, is to come")


def _value(case: Case) -> Iterator[Line]:
    facts = case.facts
    falls = list(market.course(case, rising=False))
    yield from falls
    value, highest = facts.number("value.now"), facts.number("value.highest")
    if value is None or not highest:
        return
    ids, share = ["value.now", "value.highest"], value * 100 / highest
    if share > 100:  # noqa: PLR2004
        yield case.say(
            ids,
            f"The market value ({market.euros(value)}) is above the highest on record "
            f"({market.euros(highest)}): check which holds",
        )
    elif share <= _MARKED_FALL and not falls:
        yield case.say(
            ids,
            f"The market value is {market.euros(value)}, down from a highest of "
            f"{market.euros(highest)}",
            f"At {market.euros(value)}, the market value is down from a highest of "
            f"{market.euros(highest)}",
        )


def _doubts(case: Case) -> Iterator[Line]:
    facts = case.facts
    position, sub_position = facts.position, facts.text("sub_position")
    if position and sub_position in SUB_POSITIONS and not facts.sub_position:
        yield case.say(
            ["position", "sub_position"],
            f"The record says {position} but also {sub_position}: check which holds",
        )


def _gaps(case: Case) -> Iterator[Line]:
    facts = case.facts
    missing = [name for name, ids in FACTS.items() if not facts.known(*ids)]
    if facts.status == "free_agent":
        missing = [name for name in missing if name not in ("club", "league", "contract end")]
    if missing:
        yield case.say([], f"Missing from the record: {listing(missing)}")
