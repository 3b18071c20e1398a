"""Each item of the brief: met, partly met, missed, or not known."""

from collections.abc import Iterator
from typing import Any

from ai_service.claims.facts import Facts, Rank, Season
from ai_service.claims.model import Claim
from ai_service.claims.positions import asked_about, is_ignored, profile
from ai_service.schemas import Brief, BriefResult, Polarity

_NEAR_YEARS = 1
_NEAR_BUDGET = 1.1  # times
_NEAR_MINUTES = 0.8
_NEAR_PERCENTILE = 5
_NEAR_MONTHS = 6
_POLARITY: dict[BriefResult, Polarity] = {
    "met": "for", "partly_met": "neutral", "missed": "against", "unknown": "neutral",
}  # fmt: skip


def claims(facts: Facts) -> Iterator[Claim]:
    """A claim for each item of the brief, and the comparison with the player to replace."""
    brief = facts.brief
    if brief is None:
        return
    yield from _position(facts, brief)
    yield from _age(facts, brief)
    yield from _budget(facts, brief)
    yield from _contract(facts, brief)
    yield from _minutes(facts, brief)
    for floor in brief.metrics:
        yield _metric(facts, metric=floor.metric, floor=floor.percentile)
    yield from _question(facts, brief)
    yield from _room(facts, brief)
    if brief.replaces and facts.replaced:
        yield from _comparison(facts, facts.replaced, brief.replaces)


def result(claim: Claim) -> BriefResult:
    """How the player stands to an item of the brief."""
    found: BriefResult = claim.args["result"]
    return found


def _item(
    name: str,
    found: BriefResult,
    args: dict[str, Any],
    evidence: tuple[str, ...],
    *,
    about: str = "",
    kind: str = "",
) -> Claim:
    weight = {"met": 60, "partly_met": 72, "missed": 90, "unknown": 78}[found]
    return Claim(
        f"brief.{name}{f'.{about}' if about else ''}", kind or f"brief.{name}.{found}", "brief",
        {**args, "result": found}, evidence, polarity=_POLARITY[found], weight=weight,
        required=found != "met", about=about,
    )  # fmt: skip


def _position(facts: Facts, brief: Brief) -> Iterator[Claim]:
    wanted = brief.position
    if wanted is None:
        return
    detail, group = facts.text("sub_position"), facts.text("position")
    evidence = tuple(n for n in ("sub_position", "position") if n in facts.items)
    args = {"wanted": wanted, "position": detail or group}
    if group is None and detail is None:
        found: BriefResult = "unknown"
    elif wanted in (detail, group):
        found = "met"
    elif (other := profile(None, wanted)) and other.group == facts.position:
        found = "partly_met"
    else:
        found = "missed"
    yield _item("position", found, args, evidence)


def _age(facts: Facts, brief: Brief) -> Iterator[Claim]:
    low, high, age = brief.age_min, brief.age_max, facts.number("age")
    if low is None and high is None:
        return
    args = {"low": low, "high": high, "age": age}
    if age is None:
        yield _item("age", "unknown", args, ())
        return
    off = max((low or 0) - age, age - (high or 200), 0)
    found: BriefResult = "met" if not off else "partly_met" if off <= _NEAR_YEARS else "missed"
    yield _item("age", found, args, ("age",))


def _budget(facts: Facts, brief: Brief) -> Iterator[Claim]:
    budget, value = brief.budget, facts.number("value.now")
    if budget is None:
        return
    over = max((value or 0) - budget, 0)
    args = {"budget": budget, "value": value, "over": over, "as_of": facts.dated("value.now")}
    if value is None:
        yield _item("budget", "unknown", args, ())
        return
    near = value <= budget * _NEAR_BUDGET
    found: BriefResult = "met" if value <= budget else "partly_met" if near else "missed"
    yield _item("budget", found, args, ("value.now",))


def _contract(facts: Facts, brief: Brief) -> Iterator[Claim]:
    wanted, until = brief.contract_until, facts.day("contract.until")
    if wanted is None:
        return
    args = {"wanted": wanted, "until": until}
    if facts.is_free:
        yield _item("contract", "met", args, ("status",), kind="brief.contract.free")
    elif until is None or until < facts.as_of:
        yield _item("contract", "unknown", args, ("contract.until",) if until else ())
    else:
        months = (until.year - wanted.year) * 12 + until.month - wanted.month
        near = months <= _NEAR_MONTHS
        found: BriefResult = "met" if until <= wanted else "partly_met" if near else "missed"
        yield _item("contract", found, args, ("contract.until",))


def _minutes(facts: Facts, brief: Brief) -> Iterator[Claim]:
    wanted, season = brief.minutes_min, facts.judged or next(iter(facts.seasons), None)
    if wanted is None:
        return
    if season is None or "minutes" not in season.values:
        yield _item("minutes", "unknown", {"wanted": wanted}, ())
        return
    minutes = season.minutes
    args = {"wanted": wanted, "minutes": minutes, "period": season.period}
    near = minutes >= wanted * _NEAR_MINUTES
    found: BriefResult = "met" if minutes >= wanted else "partly_met" if near else "missed"
    yield _item("minutes", found, args, (season.values["minutes"].id,))


def _metric(facts: Facts, *, metric: str, floor: int) -> Claim:
    args: dict[str, Any] = {"metric": metric, "floor": floor}
    for season in facts.seasons:
        rank = season.ranks.get(metric)
        if rank is None or not season.is_full:
            continue
        args |= {"percentile": rank.percentile, "period": season.period,
                 "figure": (metric, rank.value, rank.is_rate), "size": rank.size,
                 "cohort": rank.cohort.position_name}  # fmt: skip
        off = floor - rank.percentile
        near = off <= _NEAR_PERCENTILE
        found: BriefResult = "met" if off <= 0 else "partly_met" if near else "missed"
        return _item("metric", found, args, rank.evidence, about=metric)
    return _item("metric", "unknown", args, (), about=metric)


def _question(facts: Facts, brief: Brief) -> Iterator[Claim]:
    """Which aspects the question asks about, and whether any figure covers them."""
    if not brief.question:
        return
    asked = asked_about(brief.question)
    season = facts.judged
    covered = season.aspects if season else set()
    open_aspects = [aspect for aspect in asked if aspect not in covered]
    if open_aspects or not asked:
        kind = "brief.question.unknown" if open_aspects else "brief.question.unmatched"
        yield Claim("brief.question", kind, "brief",
                    {"aspects": open_aspects, "result": "unknown"}, (), weight=86,
                    required=True)  # fmt: skip


def _room(facts: Facts, brief: Brief) -> Iterator[Claim]:
    """What the fee that the club paid leaves of the budget."""
    fee, club = facts.number("transfer.1.fee"), facts.text("transfer.1.to")
    if not (brief.budget and fee and club) or club != facts.text("club"):
        return
    args = {"fee": fee, "budget": brief.budget, "club": club, "room": abs(brief.budget - fee)}
    kind = "room.none" if fee > brief.budget else "room.some"
    if fee > brief.budget / 2:
        yield Claim(
            "room", kind, "market", args, ("transfer.1.fee", "transfer.1.to"),
            polarity="against" if kind == "room.none" else "neutral", weight=56,
        )  # fmt: skip


def _comparison(facts: Facts, other: Facts, name: str) -> Iterator[Claim]:
    """The same rates in the same season of the same provider, where both have a full season."""
    pair = _same_season(facts, other)
    if pair is None or facts.profile is None:
        yield Claim("replace", "replace.unknown", "brief", {"name": name}, (), weight=70,
                    required=True)  # fmt: skip
        return
    own, theirs = pair
    for metric, rank in own.ranks.items():
        words, against = facts.words(metric), theirs.ranks.get(metric)
        if against is None or is_ignored(metric) or not facts.is_judged(metric):
            continue
        if not _differ(rank, against):
            continue
        better = (rank.value > against.value) is (words.better == "higher")
        yield Claim(
            f"replace.{metric}", "replace.better" if better else "replace.worse", "brief",
            {"name": name, "figure": (metric, rank.value, rank.is_rate),
             "other": (metric, against.value, against.is_rate), "metric": metric,
             "period": own.period},
            (rank.evidence[0], f"replaced.{against.evidence[0].removeprefix('replaced.')}"),
            polarity="for" if better else "against",
            weight=round(40 + 25 * facts.importance(metric) + (10 if words.headline else 0), 1),
            about=metric,
        )  # fmt: skip


def _same_season(facts: Facts, other: Facts) -> tuple[Season, Season] | None:
    for season in facts.seasons:
        for theirs in other.seasons:
            same = (season.provider, season.period) == (theirs.provider, theirs.period)
            if same and season.is_full and theirs.is_full:
                return season, theirs
    return None


def _differ(rank: Rank, other: Rank) -> bool:
    """Whether two figures differ by a tenth."""
    high = max(abs(rank.value), abs(other.value))
    return bool(high) and abs(rank.value - other.value) / high >= 0.1  # noqa: PLR2004
