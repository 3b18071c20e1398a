"""What the player is worth, and was."""

from collections.abc import Iterator

from ai_service.schemas import Evidence, Sentence
from evaluation.facts import (
    Facts,
    band,
    cites,
    iso_money,
    long_money,
    ordinal,
    rounded,
    short_money,
    whole,
)

_LEVEL = 10  # percent: less is no rise and no fall


def value(facts: Facts) -> Iterator[Sentence]:
    if facts.has("value.now"):
        now = facts.number("value.now")
        if now:
            yield cites(f"The market value stands at {short_money(now)}.", "value.now")
            yield cites(f"{facts.name} is valued at {long_money(now)}.", "value.now")
            yield cites(f"The record puts the value at {iso_money(now)}.", "value.now")
    if facts.has("value.now", "value.highest"):
        now, high = facts.number("value.now"), facts.number("value.highest")
        if 0 < now < high:
            yield cites(
                f"The value has come down from a high of {short_money(high)} to "
                f"{short_money(now)}.", "value.now", "value.highest",
            )  # fmt: skip
            yield cites(f"At its highest the value was {long_money(high)}.", "value.highest")
    if facts.has("value.share_of_highest", "value.now", "value.highest"):
        share = rounded(facts.number("value.share_of_highest"))
        if 0 < int(share) < 100:  # noqa: PLR2004
            yield cites(
                f"The present value is {share} per cent of the highest on record.",
                "value.share_of_highest", "value.now", "value.highest",
            )  # fmt: skip
    if facts.has("value.percentile"):
        yield from _value_rank(facts, facts.by_id["value.percentile"])


def _value_rank(facts: Facts, rank: Evidence) -> Iterator[Sentence]:
    assert rank.cohort is not None
    percentile, size = facts.number(rank.id), whole(rank.cohort.size)
    who = rank.cohort.definition
    yield cites(
        f"The market value ranks at the {ordinal(percentile)} percentile of {who}.", rank.id
    )
    yield cites(
        f"By market value that is the {ordinal(percentile)} percentile among {size} {who}.", rank.id
    )
    for text in band(percentile):
        yield cites(f"The market value is {text} of {size} {who}.", rank.id)


def course(facts: Facts) -> Iterator[Sentence]:
    spans = {"12m": "twelve months", "24m": "two years", "36m": "three years"}
    for key, span in spans.items():
        ids = (f"value.change_{key}", f"value.{key}", "value.latest")
        if not facts.has(*ids):
            continue
        change, then, latest = (facts.number(identity) for identity in ids)
        if abs(change) < _LEVEL:
            continue
        verb, past = ("rose", "up") if change > 0 else ("fell", "down")
        percent = rounded(abs(change))
        yield cites(
            f"Over {span} the market value {verb} from {short_money(then)} to "
            f"{short_money(latest)}.", *ids,
        )  # fmt: skip
        yield cites(f"The valuation is {past} {percent} per cent over {span}.", *ids)
