"""Checkers of what the data cannot say, and of arguments."""

from collections.abc import Iterator
from datetime import date

from evaluation.checks.registry import (
    SMALL,
    About,
    Case,
    checks,
    durations,
    end_of,
    months_between,
    taken,
)
from evaluation.raw import FULL, METRICS, Place, has_rate
from evaluation.reading import COUNT, N, Said, near, number


@checks("data.empty", "data.no_statistics")
def _nothing(said: Said, case: Case, _: About) -> None:
    played = [p for p in case.person.providers() if any(case.person.series(p, "minutes").values())]
    said.must(not played, f"there is data of {played}")


@checks("data.stale")
def _stale(said: Said, case: Case, _: About) -> None:
    as_of = case.person.raw.files.as_of
    said.must(all(m == (as_of.year, as_of.month) for m in said.months()), f"as of {as_of}")
    months = months_between(as_of, case.person.raw.today)
    said.must(months >= 6, f"{months} months")
    durations(said, months)
    person = case.person
    is_of_then = person.club_id and person.last_season == as_of.year - (as_of.month < 7)
    for name, known in (("club", is_of_then), ("contract", person.contract),
                        ("market value", person.value)):  # fmt: skip
        said.must(known or not said.has(name), f"no {name}")


@checks("data.old_seasons")
def _old(said: Said, case: Case, about: About) -> None:
    person = case.person
    newest = max(
        (end_of(period) for provider in person.providers()
         for period, minutes in person.series(provider, "minutes").items() if minutes),
        default=date.min,
    )  # fmt: skip
    named = said.periods(default=about.period)
    said.must(end_of(named[0]) == newest, f"{named}: the newest ends {newest}")
    durations(said, months_between(newest, person.raw.today))


@checks("data.incomplete")
def _incomplete(said: Said, case: Case, about: About) -> None:
    day_taken = taken(case, about.provider)
    said.must(all(day == day_taken for day in said.days()), f"taken {day_taken}")
    period = said.periods(default=about.period)[0]
    said.must((end_of(period) - day_taken).days > 45, f"{period} was complete")


@checks("data.unranked")
def _unranked(said: Said, case: Case, about: About) -> None:
    period = said.periods(default=about.period)[0]
    places = list(_places(case, about, period))
    sizes = {place.size for place in places if place.size < 30}
    said.must(sizes, "there are ranks")
    said.nouns(*{place.cohort for place in places})
    for match in said.every(rf"\b{N}\b"):
        said.must(number(match[0]) in sizes, f"{match[0]}: {sizes}")


def _places(case: Case, about: About, period: str) -> Iterator[Place]:
    raw = case.person.raw
    columns = set(raw.table(about.provider, period).columns)
    for metric in METRICS:
        if (f"{metric}/90" if has_rate(metric) else metric) in columns:
            place = raw.place(about.provider, period, case.person.id, metric)
            if place:
                yield place


@checks("data.pooled")
def _pooled(said: Said, case: Case, about: About) -> None:
    leagues = {place.leagues for place in _places(case, about, about.period)}
    for match in said.every(rf"({COUNT}) leagues"):
        said.must(number(match[1]) == max(leagues), f"{match[0]}: {leagues}")


@checks("data.no_core", "watch_for", "none", "next", "case", "condition", "asked", "judgement",
         "question", "brief.question")  # fmt: skip
def _argument(said: Said, case: Case, about: About) -> None:
    """Arguments join claims that are checked on their own; their figures are checked here."""
    person = case.person
    said.nouns(person.position, person.group)
    today = person.raw.today
    year = today.year - (today.month < 7)
    said.periods("", f"{year}/{(year + 1) % 100:02}", str(today.year))
    _best(said, case)
    minutes = {m for name in person.providers() for m in person.series(name, "minutes").values()}
    for match in said.every(rf"({N}) minutes"):
        said.must(number(match[1]) in (FULL, SMALL), match[0])
    for shown in said.money():
        said.must(said.is_money(shown, person.value), f"{shown}: {person.value}")
    for match in said.every(rf"(?:\bat )?\b{N}\b"):
        is_age = match[0].lower().startswith("at ")
        found = number(match[0].rpartition(" ")[2])
        said.must(found == person.age if is_age else found in minutes, f"{match[0]}: {person.age}")
    if said.has("at its (?:career )?high|top of the market|career high"):
        said.must(person.value and person.value == person.highest, "no career high")


def _best(said: Said, case: Case) -> None:
    """The best figure of a player without strengths, of whichever season."""
    for shown, metric, is_rate in said.figures(""):
        key = f"{metric}/90" if is_rate else metric
        if metric in ("games", "minutes"):
            said.must(metric == "minutes" and number(shown) in (FULL, SMALL), f"{shown} {metric}")
            continue
        places = [
            case.person.raw.place(provider, period, case.person.id, metric)
            for provider in case.person.providers()
            for period, value in case.person.series(provider, key).items() if near(shown, value)
        ]  # fmt: skip
        said.must(places, f"{shown} {metric}")
        for match in said.every(rf"in the middle of ({N})"):
            said.must(number(match[1]) in [p.size for p in places if p], f"{match[0]}")
