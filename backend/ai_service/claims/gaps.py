"""What the data cannot say: old, missing or incomplete data, and aspects that no metric covers."""

from collections.abc import Iterator

from ai_service.claims import seasons
from ai_service.claims.facts import FRESH_MONTHS, Facts, months_between
from ai_service.claims.model import Claim

_STALE_MONTHS = 6
_ASPECTS = 4  # named in a sentence
_DATED = {"club": "club", "contract": "contract.until", "value": "value.now"}


def claims(facts: Facts) -> Iterator[Claim]:
    """The claims about the data."""
    if not facts.items:
        yield Claim("empty", "data.empty", "data", {}, (), "neutral", 100, required=True)
    yield from _age(facts)
    yield from _statistics(facts)
    yield from _aspects(facts)


def _age(facts: Facts) -> Iterator[Claim]:
    """How old the facts are that go out of date; of a player who still plays."""
    day = facts.oldest_day
    if facts.is_retired or day is None:
        return
    months = months_between(day, facts.as_of)
    ids = {name: id_ for name, id_ in _DATED.items() if facts.dated(id_) == day}
    args = {"as_of": day, "months": months, "names": list(ids)}
    evidence = tuple(ids.values())
    if months >= _STALE_MONTHS:
        yield Claim("stale", "data.stale", "data", args, evidence, polarity="against", weight=85,
                    required=True)  # fmt: skip


def _statistics(facts: Facts) -> Iterator[Claim]:
    if not facts.items:
        return
    played = [season for season in facts.seasons if season.minutes]
    if not played:
        yield Claim("no_statistics", "data.no_statistics", "data", {}, (),
                    polarity="neutral" if facts.is_retired else "against", weight=90,
                    required=True)  # fmt: skip
        return
    judged = facts.judged
    newest = played[0]
    months = months_between(newest.end, facts.as_of)
    if not facts.is_retired and months >= FRESH_MONTHS:
        yield Claim(
            "old_seasons", "data.old_seasons", "data", {**seasons.of(newest), "months": months},
            (newest.values["minutes"].id,), polarity="against", weight=92, required=True,
        )  # fmt: skip
    if judged and judged.is_incomplete:
        yield Claim(
            "incomplete", "data.incomplete", "data", {**seasons.of(judged)},
            (judged.values["minutes"].id,), polarity="neutral", weight=70, required=True,
        )  # fmt: skip
    if judged and not judged.ranks and judged.unranked and judged.unranked.cohort:
        cohort = judged.unranked.cohort
        yield Claim(
            "unranked", "data.unranked", "data",
            {**seasons.of(judged), "size": cohort.size,
             "cohort": cohort.position_name},
            (judged.unranked.id,), polarity="against", weight=66, required=True,
        )  # fmt: skip
    pooled = {rank.cohort.leagues for rank in judged.ranks.values()} if judged else set()
    if judged and any(number and number > 1 for number in pooled):
        yield Claim(
            "pooled", "data.pooled", "data",
            {**seasons.of(judged), "leagues": max(number or 0 for number in pooled)},
            (next(iter(judged.ranks.values())).evidence[-1],), weight=26,
        )  # fmt: skip


def _aspects(facts: Facts) -> Iterator[Claim]:
    """The aspects of the position that no figure of a full season covers."""
    found = facts.profile
    if found is None or facts.is_retired or not facts.items:
        return
    season = facts.judged or next((s for s in facts.seasons if s.minutes), None)
    covered = season.aspects if season else set()
    missing = [name for name in found.aspects if name not in covered]
    if not missing:
        return
    args = {"aspects": missing[:_ASPECTS], "position": found.name}
    if season and any(facts.is_core(metric) for metric in season.metrics):
        yield Claim("aspects", "watch_for", "data", args, (), weight=64, required=True)
    else:
        yield Claim("aspects", "data.no_core", "data", args, (), polarity="against", weight=84,
                    required=True)  # fmt: skip
