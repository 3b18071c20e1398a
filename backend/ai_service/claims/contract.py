"""The contract: how long it runs, and what follows for a buyer."""

from collections.abc import Iterator
from datetime import MINYEAR, date

from ai_service.claims.facts import Facts, months_between
from ai_service.claims.model import Claim

_LONG, _LEVERAGE, _SHORT, _TALKS = 36, 18, 12, 6  # months


def claims(facts: Facts) -> Iterator[Claim]:
    """The claims about the contract of a player who has a club."""
    if not facts.is_active:
        return
    if facts.is_free:
        yield Claim("contract", "contract.free", "contract", {}, ("status",), polarity="for",
                    weight=60)  # fmt: skip
        return
    until = facts.day("contract.until")
    if until is None:
        yield Claim("contract", "contract.unknown", "contract", {}, (), weight=40)
        return
    months = months_between(facts.as_of, until)
    talks = months_before(until, _TALKS)
    args = {"until": until, "months": months, "talks": talks}
    evidence = ("contract.until",)
    if until < facts.as_of:
        dated = facts.dated("club")
        kind = (
            "contract.contradiction"
            if dated and until < dated and facts.text("club")
            else ("contract.expired")
        )
        yield Claim("contract", kind, "contract", {**args, "club": facts.text("club"),
                    "as_of": dated}, evidence, polarity="against", weight=85)  # fmt: skip
        return
    yield Claim("contract", "contract.until", "contract", args, evidence, weight=50)
    if months >= _LONG:
        yield Claim("leverage", "leverage.long", "contract", args, evidence, polarity="against",
                    weight=55, grounds=("contract",))  # fmt: skip
    elif months < _LEVERAGE:
        talking = talks <= facts.as_of
        kind = "leverage.talks" if talking else (
            "leverage.year" if months < _SHORT else "leverage.running_down"
        )  # fmt: skip
        yield Claim("leverage", kind, "contract", args, evidence, polarity="for",
                    weight=75 if months < _SHORT else 60, grounds=("contract",))  # fmt: skip


def months_before(day: date, months: int) -> date:
    """The day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < MINYEAR:
        return date.min
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
