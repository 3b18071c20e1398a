"""How a rate developed over the full seasons of one provider: steady, rising, falling, one-off."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ai_service.claims import seasons
from ai_service.claims.facts import Facts, Season
from ai_service.claims.model import Claim
from ai_service.claims.positions import is_ignored

_STEADY = 0.2  # between the highest and the lowest, as a share of the highest
_CHANGE = 0.25  # from first to last
_ONE_OFF = 1.5  # times the neighbours
_LEAST = 5  # of a total, so that a rate is no accident
_SEASONS = 3
_STILL = 0.15  # of a sum whose parts change
_LEAST_SHIFT = 0.1  # per 90, of each part
_SHIFT = 1.5  # times as much of one part


def claims(facts: Facts) -> Iterator[Claim]:
    """The courses of each core metric that has three full seasons."""
    for series in facts.series if facts.is_active else ():
        found = seasons.established(series)
        for metric in found[-1].rates if found else ():
            if is_ignored(metric) or not facts.is_judged(metric):
                continue
            course = list(_course(facts, found, metric)) if len(found) >= _SEASONS else []
            yield from course or _change(facts, found, metric)
        if len(found) >= _SEASONS:
            yield from _mix(found)


def _course(facts: Facts, found: Sequence[Season], metric: str) -> Iterator[Claim]:
    points = [(s, p) for s in found[-4:] if (p := s.figure(metric))]
    last = points[-_SEASONS:]
    if len(last) < _SEASONS or any(
        after.year - before.year != 1 for (before, _), (after, _) in pairwise(last)
    ):
        return
    rates = [value for _, (value, _) in last]
    if min(rates) <= 0 or any((s.value(metric) or 0) < _LEAST for s, _ in last):
        return
    words, newest, oldest = facts.words(metric), last[-1][0], last[0][0]
    evidence = tuple(id_ for _, (_, id_) in last)
    group = facts.importance(metric)
    args = {
        "metric": metric, "first": oldest.period, "last": newest.period,
        "provider": newest.provider, "is_year": newest.is_year, "seasons": len(last),
        "from": (metric, rates[0], True), "to": (metric, rates[-1], True),
        "low": (metric, min(rates), True), "high": (metric, max(rates), True),
    }  # fmt: skip
    base = f"{newest.series}.{metric}"
    up = all(a < b for a, b in pairwise(rates))
    down = all(a > b for a, b in pairwise(rates))
    good = words.better == "higher"
    if (max(rates) - min(rates)) / max(rates) <= _STEADY:
        yield Claim(f"steady.{base}", "steady", "performance", args, evidence,
                    weight=30 + 20 * group, about=metric)  # fmt: skip
    elif (up or down) and abs(rates[-1] - rates[0]) / rates[0] >= _CHANGE:
        yield Claim(
            f"trend.{base}", "trend.rising" if up else "trend.falling", "performance", args,
            evidence, polarity="for" if up is good else "against",
            weight=45 + 25 * group, about=metric,
        )  # fmt: skip
    elif good and rates[-1] >= _ONE_OFF * max(rates[:-1]):
        yield Claim(
            f"one_off.{base}", "one_off.latest", "performance",
            {**args, "before": (metric, max(rates[:-1]), True)}, evidence,
            polarity="against", weight=50 + 20 * group, about=metric,
        )  # fmt: skip
    elif good and rates[1] >= _ONE_OFF * max(rates[0], rates[2]):
        yield Claim(
            f"one_off.{base}", "one_off.past", "performance",
            {**args, "peak": (metric, rates[1], True), "when": last[1][0].period}, evidence,
            polarity="against", weight=50 + 20 * group, about=metric,
        )  # fmt: skip


def _change(facts: Facts, found: Sequence[Season], metric: str) -> Iterator[Claim]:
    """A clear change from one full season to the next."""
    if len(found) < 2 or found[-1].year - found[-2].year != 1:  # noqa: PLR2004
        return
    before, after = (season.figure(metric) for season in found[-2:])
    counts = [season.value(metric) or 0 for season in found[-2:]]
    if not (before and after) or before[0] <= 0 or max(counts) < 2 * _LEAST:
        return
    if abs(after[0] - before[0]) / before[0] < _CHANGE:
        return
    words, last = facts.words(metric), found[-1]
    group = facts.importance(metric)
    is_good = (after[0] > before[0]) is (words.better == "higher")
    yield Claim(
        f"change.{last.series}.{metric}",
        "change.up" if after[0] > before[0] else "change.down", "performance",
        {"metric": metric, "first": found[-2].period, "last": last.period,
         "provider": last.provider, "from": (metric, before[0], True),
         "to": (metric, after[0], True)},
        (before[1], after[1]), polarity="for" if is_good else "against",
        weight=40 + 20 * group, about=metric,
    )  # fmt: skip


def _mix(found: Sequence[Season]) -> Iterator[Claim]:
    """From scorer to provider, or the other way: the sum holds, the parts change."""
    first, last = found[-_SEASONS], found[-1]
    parts = [(s.figure("goals"), s.figure("assists")) for s in (first, last)]
    if not all(goals and assists for goals, assists in parts):
        return
    (g1, a1), (g2, a2) = [(g[0], a[0]) for g, a in parts if g and a]
    evidence = tuple(p[1] for pair in parts for p in pair if p)
    before, after = g1 + a1, g2 + a2
    if not before or abs(after - before) / before > _STILL or min(g1, a1, g2, a2) <= 0:
        return
    args = {
        "first": first.period, "last": last.period, "provider": last.provider,
        "goals_from": ("goals", g1, True), "goals_to": ("goals", g2, True),
        "assists_from": ("assists", a1, True), "assists_to": ("assists", a2, True),
    }  # fmt: skip
    if min(abs(a2 - a1), abs(g2 - g1)) < _LEAST_SHIFT:
        return
    if a2 >= _SHIFT * a1 and g2 < g1:
        kind = "mix.to_provider"
    elif g2 >= _SHIFT * g1 and a2 < a1:
        kind = "mix.to_scorer"
    else:
        return
    yield Claim(f"mix.{last.provider}", kind, "performance", args, evidence, weight=60,
                about="goals")  # fmt: skip
