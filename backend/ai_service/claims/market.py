"""What the player is worth, what a buyer gets for it, and the latest transfer."""

from collections.abc import Iterator

from ai_service.claims.facts import Facts, months_between
from ai_service.claims.model import Claim
from ai_service.schemas import Cohort, Standing

_HIGH, _WELL_BELOW = 100, 90  # percent of the career high
_CHANGED = 15  # percent
_QUARTER = 0.25
_TIMES = 1.5
NOWHERE = frozenset(
    {"Without Club", "Retired", "Career break", "Unknown", "Ban", "Disqualification"}
)


def claims(facts: Facts) -> Iterator[Claim]:
    """The claims about value and transfers."""
    yield from _value(facts)
    yield from _course(facts)
    yield from _price(facts)
    yield from _buy(facts)
    yield from _transfer(facts)


def _value(facts: Facts) -> Iterator[Claim]:
    value, day = facts.number("value.now"), facts.dated("value.now")
    if not value:
        if not facts.is_retired:
            yield Claim("value", "value.unknown", "market", {}, (), weight=35)
        return
    args = {"value": value, "as_of": day}
    if facts.is_retired:
        yield Claim("value", "value.last", "market", args, ("value.now",), weight=20)
    else:
        kind = "value.now" if day else "value.now.undated"
        yield Claim("value", kind, "market", args, ("value.now",), weight=60)
    share, highest = facts.number("value.share_of_highest"), facts.number("value.highest")
    if share is None or not highest or facts.is_retired:
        return
    args |= {"highest": highest, "drop": highest - value}
    evidence = ("value.now", "value.highest", "value.share_of_highest")
    if share >= _HIGH:
        yield Claim("high", "high.at", "market", args, evidence, weight=48)
    elif share <= _WELL_BELOW:
        yield Claim("high", "high.below", "market", args, evidence, weight=46)


def _course(facts: Facts) -> Iterator[Claim]:
    """The largest period over which the value clearly rose or fell."""
    latest, now = facts.number("value.latest"), facts.number("value.now")
    if not latest or facts.is_retired or (now and abs(now - latest) / latest > _QUARTER / 2):
        return  # the history stops before the value that is stated
    for months in (12, 24, 36):
        start, change = facts.number(f"value.{months}m"), facts.number(f"value.change_{months}m")
        since, until = facts.dated(f"value.{months}m"), facts.dated("value.latest")
        if not (start and since and until) or change is None or abs(change) < _CHANGED:
            continue
        yield Claim(
            f"value_course.{months}", "course.rising" if change > 0 else "course.falling",
            "market",
            {"from": start, "to": latest, "since": since, "until": until, "change": change},
            (f"value.{months}m", "value.latest", f"value.change_{months}m"),
            polarity="for" if change > 0 else "against", weight=44 if months == 12 else 34,  # noqa: PLR2004
        )  # fmt: skip


def _price(facts: Facts) -> Iterator[Claim]:
    """Whether the value is outside the middle half of players of the position and age."""
    item = facts.items.get("value.percentile")
    if not (item and item.cohort and item.standing) or not facts.is_active:
        return
    cohort: Cohort = item.cohort
    standing: Standing = item.standing
    value = facts.number("value.now")
    if not value or not standing.level:
        return
    size = standing.above + standing.level + standing.below
    args = {
        "value": value, "group": cohort.position, "size": size,
        "below": standing.below, "above": standing.above,
    }  # fmt: skip
    evidence = ("value.now", "value.percentile")
    if (standing.above + standing.level) / size <= _QUARTER:
        yield Claim("price", "price.high", "market", args, evidence, weight=44,
                    grounds=("value",))  # fmt: skip
    elif (standing.below + standing.level) / size <= _QUARTER:
        yield Claim("price", "price.low", "market", args, evidence, polarity="for", weight=50,
                    grounds=("value",))  # fmt: skip
    else:
        yield Claim("price", "price.middle", "market", args, evidence, weight=26,
                    grounds=("value",))  # fmt: skip


def _buy(facts: Facts) -> Iterator[Claim]:
    """What a buyer gets: age against the usual peak, and the value against its high."""
    distance, share = facts.number("peak.distance"), facts.number("value.share_of_highest")
    age, first, last = facts.number("age"), facts.number("peak.from"), facts.number("peak.to")
    if not facts.is_active or None in (age, first, last, facts.position) or distance is None:
        return
    args = {
        "age": age, "first": first, "last": last, "years": abs(distance), "group": facts.position,
        "value": facts.number("value.now"), "highest": facts.number("value.highest"),
        "share": share,
    }  # fmt: skip
    evidence: tuple[str, ...] = ("age", "peak.from", "peak.to", "peak.distance")
    priced = share is not None and facts.number("value.now")
    if priced:
        evidence = (*evidence, "value.share_of_highest")
    high = priced and share is not None and share >= _HIGH
    about, polarity, weight = "age", "neutral", 50
    if distance < 0:
        kind, polarity, weight = ("buy.growth_high" if high else "buy.growth"), "for", 58
    elif distance == 0 and high:
        kind, about, polarity = "buy.prime_high", "price", "against"
    elif distance == 0:
        kind = "buy.prime"
    else:
        kind, polarity, weight = ("buy.late_high" if high else "buy.short"), "against", 60
    yield Claim("buy", kind, "market", args, evidence, polarity=polarity, weight=weight,  # type: ignore[arg-type]
                about=about, grounds=("peak", "high"))  # fmt: skip


def _transfer(facts: Facts) -> Iterator[Claim]:
    old, new, day = (
        facts.text("transfer.1.from"), facts.text("transfer.1.to"), facts.day("transfer.1.day"),
    )  # fmt: skip
    if not (old and new and day) or {old, new} & NOWHERE or old == new or facts.is_retired:
        return
    ids = ("transfer.1.day", "transfer.1.from", "transfer.1.to")
    fee, value = facts.number("transfer.1.fee"), facts.number("value.now")
    args = {"from": old, "to": new, "day": day, "fee": fee, "value": value}
    kind = "transfer.fee" if fee else "transfer"
    years = months_between(day, facts.as_of) // 12
    yield Claim("transfer", kind, "market", args, (*ids, *(["transfer.1.fee"] if fee else [])),
                weight=36 if years <= 3 else 24)  # fmt: skip  # noqa: PLR2004
    if fee and value and facts.text("club") == new:
        evidence = ("transfer.1.fee", "transfer.1.to", "value.now")
        if value >= _TIMES * fee:
            yield Claim("fee", "fee.above", "market", {**args, "times": value / fee}, evidence,
                        weight=38)  # fmt: skip
        elif value < fee < value * _TIMES:
            yield Claim("fee", "fee.more", "market", args, evidence, polarity="against",
                        weight=47)  # fmt: skip
        elif value * _TIMES <= fee:
            yield Claim("fee", "fee.below", "market", {**args, "times": fee / value}, evidence,
                        polarity="against", weight=42)  # fmt: skip
