"""What a player did in a season and over the years: totals, minutes, gaps between seasons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ai_service.claims.facts import ESTABLISHED_MINUTES, MIN_MINUTES, Facts, Season, full
from ai_service.claims.model import Claim

_REGULAR = 1_800  # minutes of a season as a regular
_RUN = 3  # seasons
_FEW = 450  # minutes of a season that was all but missed
_HALF = 0.5
_RECENT_YEARS = 5  # in which gaps still matter
_COUNTED = 2  # totals in a sentence
_LOW_SHARE, _HIGH_SHARE = 55, 80  # percent of the minutes of the team
_FEW_PENALTIES, _MANY_PENALTIES = 0.2, 0.4  # of the goals
_TAKEN = 3  # penalties
_SCORING = ("shooting", "creation")
_MIN_COUNT = 5  # for "one every N minutes"
# Totals that do not describe play.
_NOT_PLAY = frozenset({"games", "minutes", "starts", "yellow_cards", "red_cards"})


def claims(facts: Facts) -> Iterator[Claim]:
    """The claims about seasons and careers, of every provider."""
    newest = facts.judged or next((s for s in facts.seasons if s.minutes), None)
    for season in facts.seasons:
        yield from _totals(facts, season, is_main=season is newest)
    for series in facts.series:
        yield from _career(facts, series)
        yield from _run(series)
        if facts.is_fresh and not facts.is_retired:
            recent = [s for s in series if facts.as_of.year - s.year <= _RECENT_YEARS]
            yield from _gaps(recent)
    if newest:
        yield from _every(facts, newest)
        yield from _share(newest)
        yield from _penalties(newest)
        yield from _before(facts, newest)
        if not facts.is_retired:
            yield from _thin(newest)


def of(season: Season) -> dict[str, object]:
    """The arguments that name a season."""
    return {"period": season.period, "provider": season.provider, "as_of": season.as_of}


def key(season: Season) -> str:
    """The season as part of an id."""
    return f"{season.provider}.{season.period.replace('/', '_')}"


def _totals(facts: Facts, season: Season, *, is_main: bool) -> Iterator[Claim]:
    minutes, games = season.value("minutes"), season.value("games")
    if not minutes:
        return
    counted = [
        (metric, season.value(metric) or 0)
        for metric, item in season.values.items()
        if item.unit == "count" and facts.words(metric).headline and metric not in _NOT_PLAY
    ]
    counted = [pair for pair in counted if pair[1]]
    counted.sort(key=lambda pair: -facts.importance(pair[0]))
    shown = sorted(counted[:_COUNTED], key=lambda pair: -pair[1])
    names = ["minutes", *(["games"] if games else []), *(metric for metric, _ in shown)]
    kind = "totals" if shown else "totals.minutes"
    if not games:
        kind += ".no_games"
    yield Claim(
        f"totals.{key(season)}", kind, "playing_time",
        {**of(season), "minutes": minutes, "games": games, "counted": shown,
         "incomplete": season.is_incomplete},
        tuple(season.values[name].id for name in names),
        weight=65 if is_main else 20,
    )  # fmt: skip


def _career(facts: Facts, series: Sequence[Season]) -> Iterator[Claim]:
    played = [season for season in series if season.value("games") and season.minutes]
    if len(played) < _RUN:
        return
    names = ["games"]
    headline = [
        name for name in played[-1].values
        if facts.words(name).headline and name not in _NOT_PLAY
        and facts.words(name).decimals == 0  # a sum of rounded values may be wrong
        and facts.importance(name) >= 0.7  # noqa: PLR2004
        and all(season.value(name) is not None for season in played)
    ]  # fmt: skip
    names += headline[:_COUNTED]
    totals = [(name, sum(season.value(name) or 0 for season in played)) for name in names]
    evidence = tuple(season.values[name].id for season in played for name in names)
    yield Claim(
        f"career.{series[0].series}",
        "career", "playing_time",
        {"provider": series[0].provider, "seasons": len(played), "is_year": series[0].is_year,
         "first": played[0].period, "last": played[-1].period,
         "games": totals[0][1], "counted": [pair for pair in totals[1:] if pair[1]]},
        evidence, weight=30,
    )  # fmt: skip


def _run(series: Sequence[Season]) -> Iterator[Claim]:
    """Consecutive seasons as a regular, up to the latest complete one."""
    complete = [season for season in series if not season.is_incomplete]
    run: list[Season] = []
    for season in reversed(complete):
        if season.minutes < _REGULAR or (run and run[-1].year != season.year + 1):
            break
        run.append(season)
    if len(run) < _RUN:
        return
    fewest = int(min(season.minutes for season in run) // 100 * 100)
    yield Claim(
        f"regular.{series[0].series}",
        "regular", "playing_time",
        {"seasons": len(run), "is_year": run[0].is_year, "fewest": fewest,
         "first": run[-1].period, "last": run[0].period, "provider": run[0].provider},
        tuple(season.values["minutes"].id for season in run),
        polarity="for", weight=62 + min(len(run), 6), about="minutes",
    )  # fmt: skip


def _gaps(series: Sequence[Season]) -> Iterator[Claim]:
    """Seasons missing or all but missed between full ones, and a drop in minutes."""
    for before, after in pairwise(series):
        if after.year - before.year > 1 and before.is_full and after.is_full:
            yield Claim(
                f"missing.{key(before)}", "gap.missing", "playing_time",
                {"provider": before.provider, "before": before.period, "after": after.period},
                (before.values["minutes"].id, after.values["minutes"].id), weight=22,
            )  # fmt: skip
    for before, middle, after in zip(series, series[1:], series[2:], strict=False):
        if before.is_full and after.is_full and middle.minutes < _FEW and not middle.is_incomplete:
            yield Claim(
                f"missed.{key(middle)}", "gap.few", "playing_time",
                {**of(middle), "minutes": middle.minutes},
                (middle.values["minutes"].id,) if "minutes" in middle.values else (), weight=35,
            )  # fmt: skip
    complete = [season for season in series if not season.is_incomplete]
    if len(complete) > 1:
        before, last = complete[-2:]
        fell = last.minutes < before.minutes * _HALF and before.minutes >= ESTABLISHED_MINUTES
        if fell and last.year == before.year + 1 and "minutes" in last.values:
            yield Claim(
                f"drop.{key(last)}", "gap.drop", "playing_time",
                {**of(last), "minutes": last.minutes, "before": before.minutes,
                 "earlier": before.period},
                (last.values["minutes"].id, before.values["minutes"].id),
                polarity="against", weight=70, about="minutes",
            )  # fmt: skip


def _every(facts: Facts, season: Season) -> Iterator[Claim]:
    """One goal (assist, …) every so many minutes."""
    for metric, item in season.values.items():
        count, words = season.value(metric), facts.words(metric)
        wanted = words.headline and words.group in _SCORING and words.better == "higher"
        if not (item.unit == "count" and wanted and facts.is_core(metric) and season.is_full):
            continue
        if count and count >= _MIN_COUNT and season.minutes / count < MIN_MINUTES / 2:
            yield Claim(
                f"every.{key(season)}.{metric}", "every", "performance",
                {**of(season), "metric": metric, "minutes": season.minutes / count},
                (item.id, season.values["minutes"].id), weight=24, about=metric,
            )  # fmt: skip


def _share(season: Season) -> Iterator[Claim]:
    """The share of the team's minutes, where it is far from most or from few."""
    share = season.value("minutes_pct")
    if share is None or _LOW_SHARE < share < _HIGH_SHARE:
        return
    high = share >= _HIGH_SHARE
    yield Claim(
        "share", "share.high" if high else "share.low", "playing_time",
        {**of(season), "share": share},
        (season.values["minutes_pct"].id,),
        polarity="for" if high else "against", weight=60 if high else 64, about="minutes",
    )  # fmt: skip


def _penalties(season: Season) -> Iterator[Claim]:
    """How many of the goals were penalties."""
    goals, scored = season.value("goals"), season.value("penalties_scored")
    if not goals or goals < _MIN_COUNT or scored is None:
        return
    ids = (season.values["goals"].id, season.values["penalties_scored"].id)
    args = {**of(season), "goals": int(goals), "rest": int(goals - scored), "scored": int(scored)}
    taken = season.value("penalties_taken")
    if taken and taken >= _TAKEN and scored * 2 <= taken:
        yield Claim(
            "penalties_missed", "penalties_missed", "performance",
            {**of(season), "scored": int(scored), "taken": int(taken)},
            (season.values["penalties_taken"].id, season.values["penalties_scored"].id),
            polarity="against", weight=44, about="penalties_taken",
        )  # fmt: skip
    if scored <= goals * _FEW_PENALTIES:
        kind = "penalties.none" if not scored else "penalties.few"
        yield Claim("penalties", kind, "performance", args, ids, polarity="for", weight=46,
                    about="goals")  # fmt: skip
    elif scored >= goals * _MANY_PENALTIES:
        yield Claim("penalties", "penalties.many", "performance", args, ids, polarity="against",
                    weight=56, about="goals")  # fmt: skip


def _before(facts: Facts, judged: Season) -> Iterator[Claim]:
    """The latest complete season of another provider: what went before, not a comparison."""
    earlier = [
        season for season in facts.seasons
        if season.provider != judged.provider and season.is_full and not season.is_incomplete
        and season.end < judged.end
    ]  # fmt: skip
    for season in earlier[:1]:
        for claim in _totals(facts, season, is_main=False):
            yield replace(claim, id="before", type=claim.type.replace("totals", "before"),
                          weight=34)  # fmt: skip


def _thin(season: Season) -> Iterator[Claim]:
    """Few minutes in the season that is judged."""
    args = {**of(season), "minutes": season.minutes}
    evidence = (season.values["minutes"].id,) if "minutes" in season.values else ()
    if season.minutes < MIN_MINUTES:
        yield Claim(
            "sample", "sample.tiny", "data", args, evidence, polarity="against", weight=95,
            required=True, about="minutes",
        )  # fmt: skip
    elif season.minutes < ESTABLISHED_MINUTES:
        yield Claim(
            "sample", "sample.small", "data", args, evidence, polarity="against", weight=80,
            required=True, about="minutes",
        )  # fmt: skip


def established(series: Sequence[Season]) -> list[Season]:
    """The full and complete seasons, oldest first."""
    return [season for season in full(series) if not season.is_incomplete]
