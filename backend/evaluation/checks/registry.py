"""The registry of checkers, and what several of them read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from evaluation.raw import Person, has_rate
from evaluation.reading import COUNT, Said, near, number

SMALL = 1_500  # minutes


@dataclass(frozen=True)
class Case:
    """What a checker may use: the player, the brief, and the player to replace."""

    person: Person
    brief: Any = None
    replaced: Person | None = None


@dataclass(frozen=True)
class About:
    """What a claim is about: its type, metric, season and provider. Not its figures."""

    type: str
    metric: str
    provider: str
    period: str
    form: str


Checker = Callable[[Said, Case, About], None]
_CHECKERS: dict[str, Checker] = {}


def check(text: str, case: Case, about: About) -> tuple[list[str], str | None]:
    """What is false in a sentence, and the first thing in it that was not checked."""
    name = max((n for n in _CHECKERS if f"{about.type}.".startswith(n)), key=len, default=None)
    if name is None:
        return [], f"no checker of {about.type}"
    said = Said(text, case.person)
    _CHECKERS[name](said, case, about)
    return said.wrong, said.left()


def checks(*names: str) -> Callable[[Checker], Checker]:
    def register(checker: Checker) -> Checker:
        _CHECKERS.update({f"{name}.": checker for name in names})
        return checker

    return register


def value_of(case: Case, about: About, period: str, *, metric: str = "") -> float | None:
    """The figure that a claim about a metric compares: its rate, or its value."""
    name = metric or about.metric
    key = f"{name}/90" if has_rate(name) else name
    return case.person.raw.figure(about.provider, period, case.person.id, key)


def total(case: Case, about: About, period: str, metric: str) -> float:
    return case.person.raw.figure(about.provider, period, case.person.id, metric) or 0


def figures(said: Said, case: Case, about: About, period: str) -> None:
    """Numbers with a metric: totals, percentages, rates."""
    for shown, metric, is_rate in said.figures(about.metric):
        key = f"{metric}/90" if is_rate else metric
        truth = case.person.raw.figure(about.provider, period, case.person.id, key)
        said.must(near(shown, truth), f"{shown} {metric}: {truth} in {period}")


def end_of(period: str) -> date:
    year = int(period[:4])
    return date(year + 1, 6, 30) if "/" in period else date(year, 12, 31)


def taken(case: Case, provider: str) -> date:
    files = case.person.raw.files
    wide = files.wide
    return wide.as_of if wide and wide.provider == provider else files.as_of


def hide_provider(said: Said, about: About) -> None:
    names = {"transfermarkt": "Transfermarkt", "fbref": "FBref"}
    said.hide_name(names.get(about.provider, about.provider.replace("_", " ")))


def count_of_periods(said: Said, count: int) -> None:
    for match in said.every(rf"({COUNT}) (?:full )?(?:season|calendar year)s?"):
        said.must(number(match[1]) == count, f"{match[0]}: {count}")


def months_between(start: date, end: date) -> int:
    gap = relativedelta(end, start)
    return gap.years * 12 + gap.months


def durations(said: Said, months: int) -> None:
    """Every number of months or years."""
    if said.every("less than a month"):
        said.must(months < 1, f"{months} months")
    for match in said.every(rf"(more than )?({COUNT}) (month|year)s?"):
        count = number(match[2])
        if match[3] == "month":
            said.must(count == months, f"{match[0]}: {months} months")
        else:
            rest = bool(match[1]) is (months % 12 > 0)
            said.must(count == months // 12 and rest, f"{match[0]}: {months} months")
