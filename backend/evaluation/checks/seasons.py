"""Checkers of what a player did in a season and over the years."""

from itertools import pairwise

from evaluation.checks.registry import (
    SMALL,
    About,
    Case,
    checks,
    count_of_periods,
    end_of,
    figures,
    hide_provider,
    taken,
    total,
    value_of,
)
from evaluation.raw import FULL, METRICS
from evaluation.reading import COUNT, DOWN, PERIOD, UP, N, Said, near, number

DROPPED = 450  # minutes of a season that was all but missed


@checks("totals", "sample", "before")
def _totals(said: Said, case: Case, about: About) -> None:
    hide_provider(said, about)
    for day in said.days():
        said.must(day == taken(case, about.provider) < end_of(about.period), f"as of {day}")
    period = said.periods(default=about.period)[0]
    figures(said, case, about, period)
    minutes = total(case, about, period, "minutes")
    if about.type.startswith("sample"):
        is_tiny = about.type == "sample.tiny"
        said.must(minutes < (FULL if is_tiny else SMALL), f"{minutes} minutes")
        said.must(is_tiny or minutes >= FULL, f"{minutes} minutes")


@checks("career")
def _career(said: Said, case: Case, about: About) -> None:
    person = case.person
    played = [
        period for period, games in person.series(about.provider, "games").items()
        if games and total(case, about, period, "minutes")
    ]  # fmt: skip
    said.in_order(played[0], played[-1])
    count_of_periods(said, len(played))
    hide_provider(said, about)
    for shown, metric, _ in said.figures("games"):
        of_all = sum(total(case, about, period, metric) for period in played)
        said.must(near(shown, of_all), f"{shown} {metric}: {of_all}")


@checks("regular")
def _regular(said: Said, case: Case, about: About) -> None:
    minutes = case.person.series(about.provider, "minutes")
    first_last = said.periods(default=about.period)
    run = [p for p in minutes if p >= first_last[0]]
    if len(first_last) > 1:
        run = [p for p in run if p <= first_last[1]]
    counts = said.every(rf"({COUNT}) (?:season|calendar year)s?")
    if len(first_last) == 1:  # no seasons named: those up to the latest complete one
        run = [p for p in minutes if p <= about.period]
        run = run[-int(number(counts[0][1])) :] if counts else run
    said.must(all(int(b[:4]) - int(a[:4]) == 1 for a, b in pairwise(run)), f"gaps in {run}")
    for match in counts:
        said.must(number(match[1]) == len(run), f"{match[0]}: {len(run)}")
    for match in said.every(rf"({N})(?: or more)? minutes"):
        fewest = min(minutes[p] for p in run)
        said.must(0 <= fewest - number(match[1]) < 100, f"{match[0]}: at least {fewest}")
    said.must(all(minutes[p] >= 1_800 for p in run), "not a regular")


@checks("gap", "question.gap_drop", "question.gap_few", "question.gap_missing")
def _gap(said: Said, case: Case, about: About) -> None:
    minutes = case.person.series(about.provider, "minutes")
    kind = about.type.replace("gap.", "gap_").rpartition("gap_")[2]
    named = said.periods(default=about.period)
    if kind == "missing":
        between = [p for p in minutes if named[0] < p < named[-1]]
        said.must(len(named) != 2 or not between, f"there is {between}")
        said.must(all(minutes.get(p, 0) >= FULL for p in named), "neighbours are not full")
        return
    shown = [m[1] for m in said.every(rf"\b({N})(?: minutes)?")]
    if kind == "few":
        period = named[0]
        before = max((p for p in minutes if p < period), default="")
        after = min((p for p in minutes if p > period), default="")
        beside = [minutes.get(p, 0) for p in (before, after)]
        said.must(all(m >= FULL for m in beside), f"neighbours {beside}")
        said.must(all(near(n, minutes.get(period, 0)) for n in shown), f"{minutes.get(period)}")
        said.must(minutes.get(period, 0) < DROPPED, "not few")
        return
    after = named[-1]
    before = max((p for p in minutes if p < after), default="")
    said.must(len(named) == 1 or named[0] == before, f"{named}: {before} came before")
    truths = [minutes.get(before), minutes.get(after)][-len(shown) or 2 :]
    said.must(all(near(n, t) for n, t in zip(shown, truths, strict=True)) if shown else True,
              f"{shown}: {truths}")  # fmt: skip
    said.must(minutes.get(after, 0) < (minutes.get(before) or 0) / 2, "not halved")
    said.must(said.has(DOWN.pattern) or not shown or "went from" in said.text, "direction")
    said.must(not said.has(UP.pattern), "direction")


@checks("share")
def _share(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    share = total(case, about, period, "minutes_pct")
    for match in said.every(rf"{N}%"):
        said.must(near(match[0], share), f"{match[0]}: {share}")
    said.must(said.has("only|minutes were") is (share < 60) or share > 60, f"{share}%")


@checks("penalties")
def _penalties(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    goals, scored = (total(case, about, period, m) for m in ("goals", "penalties_scored"))
    for match in said.every(rf"without ({COUNT}) penalties, the ({COUNT}) goals.* be ({COUNT})"):
        found = [number(match[n]) for n in (1, 2, 3)]
        said.must(found == [scored, goals, goals - scored], f"{found}: {scored} of {goals}")
    without = said.has(r"\bnot\b|came|no penalties|none")
    for match in said.every(rf"(?:\b({COUNT}|none) of )?(?:the )?\b({COUNT}) goals"):
        said.must(number(match[2]) == goals, f"{match[0]}: {goals}")
        if match[1] and match[1].lower() != "none":
            part = goals - scored if without else scored
            said.must(number(match[1]) == part, f"{match[0]}: {scored} penalties")
    for match in said.every(rf"\b({COUNT}) of (?:them|the goals)"):
        said.must(number(match[1]) == (goals - scored if without else scored), f"{match[0]}")
    said.must(not said.has("none|no penalties") or not scored, f"{scored} penalties")


@checks("penalties_missed")
def _penalties_missed(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    truth = [total(case, about, period, m) for m in ("penalties_scored", "penalties_taken")]
    for match in said.every(rf"\b({COUNT}) of ({COUNT})"):
        said.must([number(match[1]), number(match[2])] == truth, f"{match[0]}: {truth}")


@checks("question.level")
def _level(said: Said, case: Case, about: About) -> None:
    for match in said.every(rf"\b({COUNT}) goals? in ({PERIOD})"):
        period = match[2].rpartition(" ")[2]
        truths = [
            case.person.raw.figure(provider, period, case.person.id, "goals")
            for provider in case.person.providers()
        ]  # fmt: skip
        said.must(number(match[1]) in truths, f"{match[0]}: {truths}")


@checks("faced")
def _faced(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    place = case.person.raw.place(about.provider, period, case.person.id, about.metric)
    assert place is not None
    few = about.type.endswith("few")
    said.must((place.above if few else place.below) / place.size >= 0.5, f"{place}")
    said.must(said.has("few|shares the credit") is few and said.has("many|more|busy") is not few,
              "few or many")  # fmt: skip
    for match in said.every(rf"most of ({N})"):
        said.must(number(match[1]) == place.size, f"{match[0]}: {place.size}")
    said.nouns(place.cohort)
    said.every(r"per 90")
    for match in said.every(rf"(?<![\w/·]){N}"):
        said.must(near(match[0], value_of(case, about, period)), match[0])


@checks("every")
def _every(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    names = METRICS[about.metric]["words"]
    said.must(said.has(rf"\b{names['singular']}\b"), f"no {names['singular']}")
    per = total(case, about, period, "minutes") / (total(case, about, period, about.metric) or 1)
    for match in said.every(rf"every ({N}) minutes"):
        said.must(near(match[1], per), f"{match[0]}: {per}")
