"""The market value: now, its course, and its rank among players of the same age."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ai_service import evidence_values
from ai_service.assessment import FRESH_MONTHS
from ai_service.formatting import day, money, percent
from ai_service.phrasing import PERCENTILE_BANDS, change_words, cohort_words, in_words, percentile
from ai_service.writer.case import Case, Line

CHANGE = 10  # percent: less is neither a rise nor a fall
_VALUES = ("value.now", "value.latest", "value.12m", "value.24m", "value.36m")  # newest first


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
    ids, before = [*ids, "value.share_of_highest"], ""
    change = _change(case)
    if change and not change.is_clear:
        ids.append(change.earlier.id)
        before = f"; on {day(change.earlier.day)} it was {euros(change.earlier.euros)}"
    return case.say(
        ids,
        f"The market value is {euros(value)}, {percent(share)} of the highest on record "
        f"({euros(highest)}){before}",
        f"The record puts the market value at {euros(value)}, which is {percent(share)} of its "
        f"highest ({euros(highest)}){before}",
    )


def course(case: Case, *, rising: bool) -> Iterator[Line]:
    """The rise or the fall to a current value that is not old."""
    change = _change(case)
    if change and change.is_clear and change.is_fresh(case.facts.as_of):
        yield from [_changed(case, change)] if (change.percent > 0) is rising else []


def history(case: Case) -> Iterator[Line]:
    """The same for an old value, which is neither for nor against the player."""
    change = _change(case)
    if change and change.is_clear and not change.is_fresh(case.facts.as_of):
        yield _changed(case, change)


class _Value(NamedTuple):
    day: date
    euros: float
    id: str


@dataclass(frozen=True)
class _Change:
    """From an earlier value to the current one.

    Not clear where the value has been higher than after a rise: its latest move may be a fall.
    """

    current: _Value
    earlier: _Value
    is_clear: bool

    @property
    def percent(self) -> float:
        return 100 * (self.current.euros - self.earlier.euros) / self.earlier.euros

    def is_fresh(self, today: date) -> bool:
        when = self.current.day
        return (today.year - when.year) * 12 + today.month - when.month < FRESH_MONTHS


def _change(case: Case) -> _Change | None:
    """The change from the earliest value on record without a turn in between.

    None where the current value has no date, or the change is below `CHANGE` percent.
    """
    facts = case.facts
    dated = [
        _Value(item.as_of, number, name)
        for name in _VALUES
        if (item := facts.items.get(name)) and item.as_of
        and (number := facts.number(name)) is not None
    ]  # fmt: skip
    dated.sort(key=lambda value: value.day, reverse=True)
    stated = facts.number("value.now")
    if not dated or stated not in (None, dated[0].euros):
        return None
    current = earlier = dated[0]
    rising = next((v.euros < current.euros for v in dated if v.euros != current.euros), False)
    for value in dated[1:]:
        turns = value.euros > earlier.euros if rising else value.euros < earlier.euros
        if turns or value.euros < 1:
            break
        earlier = value
    if earlier.euros < 1 or euros(earlier.euros) == euros(current.euros):
        return None
    was_higher = (facts.number("value.highest") or 0) > current.euros
    change = _Change(current, earlier, is_clear=not (rising and was_higher))
    return change if abs(change.percent) >= CHANGE else None


def _changed(case: Case, change: _Change) -> Line:
    value, then = euros(change.current.euros), euros(change.earlier.euros)
    went = f"{change_words(change.percent)} from {then} on {day(change.earlier.day)}"
    return case.say(
        [change.current.id, change.earlier.id],
        f"The market value is {value} ({day(change.current.day)}), {went}",
        f"At {value} ({day(change.current.day)}), the market value is {went}",
    )


def rank(case: Case) -> Iterator[tuple[float, Line]]:
    """The percentile of the value among players of the position and age, with its sentence."""
    item = case.facts.items.get("value.percentile")
    value = evidence_values.number(item)
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
