"""Checkers of places among others, and of courses over seasons."""

import re
from collections.abc import Iterator
from typing import Any

from evaluation.checks.registry import (
    About,
    Case,
    checks,
    count_of_periods,
    figures,
    hide_provider,
    value_of,
)
from evaluation.raw import FULL, METRICS, Place, has_rate
from evaluation.reading import COUNT, DOWN, UP, N, Said, near, number

SHARES = {"tenth": 0.1, "quarter": 0.25, "1%": 0.01, "5%": 0.05}
QUARTER = 0.25


@checks("rank", "minutes", "league")
def _rank(said: Said, case: Case, about: About) -> None:
    in_league = about.type.startswith("league")
    period = said.periods(default=about.period)[0]
    metric = about.metric
    place = case.person.raw.place(
        about.provider, period, case.person.id, metric, in_league=in_league
    )
    if place is None:
        said.must(False, f"no place for {metric} in {period}")
        return
    if in_league:
        _league(said, case, about, period)
    figures(said, case, about, period)
    said.names_metric(metric)
    found = list(_standing(said, place, METRICS[metric]["better"]))
    said.nouns(place.cohort)
    for match in said.every(rf"(?<![\w/·]){N}%?"):
        said.must(near(match[0], value_of(case, about, period)), f"{match[0]}: {about.metric}")
    if said.has("plays more than most"):
        said.must(place.below / place.size >= 0.75, f"{place}")
    elif said.has("few minutes"):
        said.must(place.above / place.size >= 0.75, f"{place}")
    else:
        said.must(found, "no place named")


def _standing(said: Said, place: Place, better: str) -> Iterator[str]:
    """Every place named, checked by exact counts."""
    good, bad = place.above, place.below
    if better == "lower":
        good, bad = bad, good
    size, level = place.size, place.level
    is_middling = (good + level) / size > QUARTER and (bad + level) / size > QUARTER

    def sized(match: Any, group: str = "size") -> None:
        shown = match[group]
        said.must(shown is None or number(shown) == size, f"{match[0]}: of {size}")

    for match in said.every(r"(?:outside|did not reach) the top quarter"):
        said.must((good + level) / size > QUARTER, f"{match[0]}: {good} of {size} are better")
        yield "outside"
    nth = r"first|second|third|\d+(?:st|nd|rd|th)"
    for match in said.every(
        rf"\b(?:(?P<nth>{nth})(?: (?P<end>lowest|highest))?|(?P<only>lowest|highest|last))"
        rf" of (?P<size>{N})"
    ):
        sized(match)
        rank = {None: 1, "first": 1, "second": 2, "third": 3}.get(
            match["nth"] and match["nth"].lower()
        )
        rank = rank or int(match["nth"][:-2])
        end = (match["end"] or match["only"] or "").lower()
        ahead = {"lowest": place.below, "highest": place.above, "last": bad}.get(end, good)
        said.must(level == 1 and rank == ahead + 1, f"{match[0]}: {ahead + 1}, {level} level")
        yield "place"
    for match in said.every(
        rf"\b(?P<side>top|bottom|lowest|highest) (?P<share>{'|'.join(SHARES)})"
        rf"(?: of (?P<size>{N}))?"
    ):
        sized(match)
        side = match["side"].lower()
        ahead = {"top": good, "bottom": bad, "lowest": place.below, "highest": place.above}[side]
        share = (ahead + level) / size
        said.must(share <= SHARES[match["share"].lower()], f"{match[0]}: {share:.3f}")
        yield "band"
    for match in said.every(
        rf"(above|below) the middle(?: of (?P<size>{N}))?"
        rf"|(upper|lower) half(?: of (?P<of>{N}))?"
    ):
        sized(match)
        sized(match, "of")
        is_above = good + level / 2 <= size / 2
        said.must(
            is_above is ((match[1] or match[3]).lower() in ("above", "upper")),
            f"{match[0]}: {good} better of {size}",
        )
        yield "middle"
    for match in said.every(
        rf"\b(?:mid-table|the middle|neither high nor low|ordinary)(?: (?:among|of) (?P<size>{N}))?"
    ):
        sized(match)
        said.must(is_middling, f"{match[0]}: {good} better, {bad} worse of {size}")
        yield "middling"
    for match in said.every(rf"\bamong the (fewest|most)(?: of (?P<size>{N}))?"):
        sized(match)
        ahead = place.below if match[1].lower() == "fewest" else place.above
        said.must((ahead + level) / size <= QUARTER, f"{match[0]}: {ahead} of {size}")
        yield "extreme"
    for match in said.every(rf"\bonly ({COUNT}) (?:of (?P<size>{N})|others?)"):
        sized(match)
        said.must(number(match[1]) == good, f"{match[0]}: {good}")
        yield "few"
    for match in said.every(r"\b(higher|lower) than for (\d+)%"):
        share = 100 * (place.below if match[1].lower() == "higher" else place.above) / size
        said.must(0 <= share - number(match[2]) < 1, f"{match[0]}: {share:.1f}")
        yield "share"


def _league(said: Said, case: Case, about: About, period: str) -> None:
    raw = case.person.raw
    league = raw.table(about.provider, period).at[case.person.id, "league"]
    words = raw.league_name(league).split()
    found = said.every(rf"{r'[ -]?'.join(words)}(?: \([A-Z]\w+\))?")
    said.must(found, f"league is {league}")


@checks("run")
def _run(said: Said, case: Case, about: About) -> None:
    raw, person = case.person.raw, case.person
    minutes = person.series(about.provider, "minutes")
    full = [p for p in minutes if minutes[p] >= FULL]
    named = [period for period in said.periods() if period]
    counts = [int(number(m[1])) for m in said.every(rf"({COUNT}) (?:season|calendar year)s?")]
    last = named[-1] if named else about.period
    run = [p for p in full if p <= last][-(counts or [3])[0] :]
    said.must(not counts or len(run) == counts[0], f"{counts}: {run}")
    said.must(last in full and (len(named) < 2 or named[0] == run[0]), f"{named}: {run}")
    said.names_metric(about.metric)
    text = said.text
    for period in run:
        place = raw.place(about.provider, period, person.id, about.metric)
        if place is None:
            said.must(False, f"no place in {period}")
            continue
        said.text = text
        list(_standing(said, place, METRICS[about.metric]["better"]))
        if period == run[-1]:
            said.nouns(place.cohort)
    hide_provider(said, about)


@checks("change")
def _change(said: Said, case: Case, about: About) -> None:
    said.names_metric(about.metric)
    is_up = about.type.endswith("up")
    words, against = (UP, DOWN) if is_up else (DOWN, UP)
    said.must(words.search(said.text) and not against.search(said.text), "direction")
    backwards = said.has("the year before")
    said.every(" per 90")
    named = said.periods(default=about.period)
    last = named[-1]
    first = str(int(last[:4]) - 1) if "/" not in last else case.person.raw.period(int(last[:4]) - 1)
    said.must(len(named) < 2 or named == [first, last], f"{named}")
    before, after = (value_of(case, about, p) for p in (first, last))
    shown = [m[0] for m in said.every(rf"(?<![\w/·]){N}%?")]
    truth = [after, before] if backwards else [before, after]
    said.must(all(near(n, t) for n, t in zip(shown, truth, strict=False)), f"{shown}: {truth}")
    said.must(before is not None and after is not None and (after > before) is is_up, f"{truth}")


@checks("steady", "trend", "one_off", "question.one_off_latest", "question.one_off_past",
         "question.trend_falling")  # fmt: skip
def _course(said: Said, case: Case, about: About) -> None:
    series = case.person.series(
        about.provider, f"{about.metric}/90" if has_rate(about.metric) else about.metric
    )
    minutes = case.person.series(about.provider, "minutes")
    full = {p: v for p, v in series.items() if minutes.get(p, 0) >= FULL}
    periods = [p for p in full if p <= about.period][-3:]
    values = [full[p] for p in periods]
    said.names_metric(about.metric)
    count_of_periods(said, len(periods))
    truths = dict(zip(periods, values, strict=True))
    said.every(" per 90")
    text = said.text
    figures = list(_numbered_periods(text))
    named = said.periods(*periods)
    shown = [m[0].rstrip("%") for m in said.every(rf"(?<![\w/·]){N}%?(?: {_plain(about.metric)})?")]
    kind = about.type.replace("question.", "").replace("trend_", "trend.")
    if kind == "steady":
        said.must((max(values) - min(values)) / max(values) <= 0.2, f"{values}")
        truth = [min(values), max(values)]
    elif kind.startswith("trend"):
        is_up = kind.endswith("rising")
        said.must(values == sorted(values, reverse=not is_up), f"{values}")
        words, against = (UP, DOWN) if is_up else (DOWN, UP)
        said.must(words.search(text) and not against.search(text), "direction")
        truth = [values[0], values[-1]]
    elif kind.endswith("latest"):
        truth = [values[-1], max(values[:-1])]
        said.must(values[-1] >= 1.5 * max(values[:-1]), f"{values}")
        said.must(
            all(p in ("", periods[-1]) for p in named), f"{named}: the latest is {periods[-1]}"
        )
    else:
        truth = [values[1], values[0], values[2]] if len(shown) > 2 else [values[1], values[2]]
        said.must(values[1] >= 1.5 * max(values[0], values[2]), f"{values}")
        said.must(periods[1] in named or named == [""], f"the best is {periods[1]}")
    for number_, period in figures:
        said.must(near(number_, truths.get(period)), f"{number_} in {period}: {truths}")
    figures_only = [s.split()[0] for s in shown]
    if not figures:
        pairs = zip(figures_only, truth, strict=False)
        said.must(all(near(n, t) for n, t in pairs), f"{figures_only}: {truth}")
    else:
        said.must(all(any(near(n, t) for t in values) for n in figures_only), f"{figures_only}")


def _plain(metric: str) -> str:
    words = METRICS[metric]["words"]
    return rf"(?:{words['plural']}|{words['singular']})(?: per 90)?"


def _numbered_periods(text: str) -> Iterator[tuple[str, str]]:
    """Numbers directly followed by "in" and a season."""
    for match in re.finditer(rf"(?<![\w/])({N})%?[^\d,;]*? in ((?:19|20)\d\d(?:/\d\d)?)", text):
        yield match[1], match[2]
    for match in re.finditer(rf"((?:19|20)\d\d(?:/\d\d)?) brought ({N})", text):
        yield match[2], match[1]


@checks("mix")
def _mix(said: Said, case: Case, about: About) -> None:
    periods = said.periods(default=about.period)
    rates = {
        metric: [value_of(case, about, p, metric=metric) for p in (periods[0], periods[-1])]
        for metric in ("goals", "assists")
    }  # fmt: skip
    is_swapped = said.text.find("assists") < said.text.find("goals")
    said.every("per 90")
    shown = [m[0] for m in said.every(rf"(?<![\w/·]){N}")]
    (g1, g2), (a1, a2) = rates["goals"], rates["assists"]
    if " went from " in said.text:
        truth = [a1, a2, g1, g2] if is_swapped else [g1, g2, a1, a2]
    else:
        truth = [g1, a1, g2, a2]
    said.must(all(near(n, t) for n, t in zip(shown, truth, strict=False)), f"{shown}: {truth}")
    to_provider = said.has("(scor\\w+) to (provid|assist)")
    said.must(g1 and g2 and a1 and a2 and (a2 > a1 and g2 < g1) is to_provider, f"{rates}")
    said.must(to_provider is about.type.endswith("provider"), "another direction than claimed")
