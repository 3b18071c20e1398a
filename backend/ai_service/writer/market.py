"""The market value: now, its course, and its rank among players of the same age."""

from collections.abc import Iterator

from ai_service import values
from ai_service.verdicts import FRESH_MONTHS
from ai_service.wording import day, listing, money, percent
from ai_service.words import PERCENTILE_BANDS, change_words, cohort_words, in_words, percentile
from ai_service.writer.case import Case, Line

CHANGE = 10  # percent: less is neither a rise nor a fall
_SPANS = ("12m", "24m", "36m")


def euros(value: float) -> str:
    """Whole euros, as €9.5m."""
    return money(int(value))


def now(case: Case) -> Iterator[Line]:
    """The value on record, against the highest."""
    facts = case.facts
    value, highest = facts.number("value.now"), facts.number("value.highest")
    if facts.is_retired or value is None:
        if highest:
            yield case.say(
                ["value.highest"], f"The highest market value on record is {euros(highest)}"
            )
        return
    if not highest or value > highest:
        yield case.say(["value.now"], f"The market value is {euros(value)}")
    elif value == highest:
        yield case.say(
            ["value.now", "value.highest"],
            f"The market value is {euros(value)}, the highest on record",
            f"At {euros(value)}, the market value is the highest on record",
        )
    else:
        yield _below_highest(case, value, highest)


def _below_highest(case: Case, value: float, highest: float) -> Line:
    share = case.facts.number("value.share_of_highest")
    ids = ["value.now", "value.highest"]
    if share is None:
        return case.say(
            ids, f"The market value is {euros(value)}; the highest on record is {euros(highest)}"
        )
    return case.say(
        [*ids, "value.share_of_highest"],
        f"The market value is {euros(value)}, {percent(share)} of the highest on record "
        f"({euros(highest)})",
        f"The record puts the market value at {euros(value)}, which is {percent(share)} of its "
        f"highest ({euros(highest)})",
    )


def course(case: Case, *, rising: bool) -> Iterator[Line]:
    """How the valuation went one way, step by step, to a newest one that is not old."""
    if _is_fresh(case):
        yield from _course(case, rising=rising)


def history(case: Case) -> Iterator[Line]:
    """The same where the newest valuation is old: no longer for or against the player."""
    if not _is_fresh(case):
        yield from [*_course(case, rising=True), *_course(case, rising=False)][:1]


def _is_fresh(case: Case) -> bool:
    newest, today = case.facts.items.get("value.latest"), case.facts.as_of
    if newest is None or newest.as_of is None:
        return False
    return (today.year - newest.as_of.year) * 12 + today.month - newest.as_of.month < FRESH_MONTHS


def _course(case: Case, *, rising: bool) -> Iterator[Line]:
    facts = case.facts
    latest, newest = facts.number("value.latest"), facts.items.get("value.latest")
    last = newest.as_of if newest else None
    if latest is None or last is None:
        return
    ids, steps, total, value = ["value.latest"], [], 0.0, latest
    for span in _SPANS:
        before, change = facts.items.get(f"value.{span}"), facts.number(f"value.change_{span}")
        price = values.number(before)
        if before is None or before.as_of is None or price is None or change is None:
            continue
        if abs(change) < CHANGE or (price < value) is not rising or euros(price) == euros(value):
            break
        ids = [f"value.{span}", *ids]
        steps.append(f"{euros(price)} on {day(before.as_of)}")
        value, total = price, change
        longest = f"value.change_{span}"
    if not steps:
        return
    start, *between = reversed(steps)
    passed = listing([f"to {step}" for step in (*between, f"{euros(latest)} on {day(last)}")])
    verb = "rose" if rising else "fell"
    yield case.say(
        [*ids, longest],
        f"The valuation {verb} from {start} {passed} ({change_words(total)} in all)",
        f"The market value {verb} from {start} {passed}, {change_words(total)} in all",
    )


def rank(case: Case) -> Iterator[tuple[float, Line]]:
    """The percentile of the value among players of the position and age, with its sentence."""
    item = case.facts.items.get("value.percentile")
    value = values.number(item)
    if item is None or value is None or item.cohort is None:
        return
    ids, given = ["value.percentile"], ""
    worth = case.facts.number("value.now")
    if worth is not None:
        ids, given = ["value.now", *ids], f" of {euros(worth)}"
    band, place = in_words(value, PERCENTILE_BANDS), percentile(value)
    whom = cohort_words(item.cohort)
    yield (
        value,
        case.say(
            ids,
            f"The market value{given} ranks {band} ({place}) of {whom}",
            f"By market value the player ranks {band} ({place}) of {whom}",
        ),
    )
