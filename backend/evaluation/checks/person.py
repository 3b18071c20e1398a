"""Checkers of the person, the age and the contract."""

from datetime import date

from dateutil.relativedelta import relativedelta

from evaluation.checks.registry import (
    About,
    Case,
    checks,
    durations,
    months_between,
)
from evaluation.raw import FULL
from evaluation.reading import COUNT, N, Said, near, number

PEAKS = {"Goalkeeper": (27, 33), "Defender": (25, 30), "Midfielder": (24, 29), "Attack": (24, 28)}

GROWTH = {"short of": -1, "before": -1, "away": -1, "ahead": -1, "future": -1, "develop": -1,
          "past": 1, "behind": 1, "after": 1, "ended": 1, "within": 0, "peak years": 0}  # fmt: skip


@checks("identity")
def _identity(said: Said, case: Case, about: About) -> None:
    person, kind = case.person, about.type.partition(".")[2]
    season = person.last_season
    is_dated = kind in ("as_of", "unknown")
    for month in said.months():
        as_of = person.raw.files.as_of
        said.must(is_dated and month == (as_of.year, as_of.month), f"{month}: as of {as_of}")
        is_of_then = season == as_of.year - (as_of.month < 7)
        said.must(is_of_then, f"the club is that of the season {season}")
    if kind in ("current", "last_seen", "as_of", "unknown"):
        said.must(said.club(person.club_id) >= 0, f"club is {person.row['current_club_name']}")
        is_over = season is not None and date(season + 1, 6, 30) < person.raw.today
        said.must(is_over is (kind != "current"), f"season {season} is over: {is_over}")
        said.must(said.has(r"\b(last|was|as of|registered|listed|lists)\b") is is_over, "tense")
    if kind == "no_club":
        said.must(person.club_id is None, "has a club")
    said.must((person.status == "free") is (kind == "free"), f"status is {person.status}")
    said.must((person.status == "retired") is kind.startswith("retired"), "retired or not")
    if kind == "free":
        said.must(said.has("free agent|without a club"), "does not say free")
    if kind.startswith("retired"):
        said.must(said.has("retired|no longer"), "does not say retired")
    for match in said.every(rf"({N})-year-old"):
        said.must(number(match[1]) == person.age, f"age is {person.age}")
    said.nouns(person.position)
    said.periods("" if season is None else f"{season}/{(season + 1) % 100:02}")


@checks("peak", "buy")
def _peak(said: Said, case: Case, about: About) -> None:
    person = case.person
    first, last = PEAKS[person.group or ""]
    age = person.age or 0
    distance = min(age - first, 0) or max(age - last, 0)
    for match in said.every(rf"({COUNT}) years?\b(?! old)"):
        said.must(number(match[1]) == abs(distance), f"{match[0]}: distance is {distance}")
    for shown in said.money():
        said.must(said.is_money(shown, person.value), f"{shown}: {person.value}")
    for match in said.every(rf"({N}) to ({N})"):
        said.must((number(match[1]), number(match[2])) == (first, last), f"peak {match[0]}")
    for match in said.every(rf"\b{N}\b"):
        said.must(number(match[0]) == age, f"{match[0]}: age is {age}")
    said.nouns(person.group)
    words = [sign for word, sign in GROWTH.items() if said.has(rf"\b{word}\b")]
    sign = (distance > 0) - (distance < 0)
    said.must(sign in words or not words, f"distance is {distance}")
    said.must(-sign not in words or not sign or "growth" in about.type, f"distance is {distance}")
    if said.has("career high|career-high|highest value|full price|its high|top of the market"):
        said.must(person.value and person.value == person.highest, "no career high")


@checks("height")
def _height(said: Said, case: Case, _: About) -> None:
    for match in said.every(rf"({N}) m\b"):
        said.must(near(match[1], float(case.person.height or 0) / 100), "height")


@checks("foot")
def _foot(said: Said, case: Case, about: About) -> None:
    is_left = said.has(r"\bleft")
    said.must(case.person.foot == ("left" if is_left else "both"), f"foot is {case.person.foot}")
    said.must(is_left is about.type.endswith("left"), "another foot than claimed")


@checks("contract", "leverage", "deadline", "next.watch_before")
def _contract(said: Said, case: Case, about: About) -> None:
    person, until, today = case.person, case.person.contract, case.person.raw.today
    kind = about.type.partition(".")[2]
    if kind == "free":
        said.must(person.status == "free", f"status is {person.status}")
        return
    if kind == "unknown":
        said.must(until is None, f"contract until {until}")
        return
    days, months = said.days(), said.months()
    if until is None:
        said.must(False, "the file has no contract")
        return
    talks = until - relativedelta(months=6)
    is_over = until < today
    if kind == "contradiction":
        as_of = person.raw.files.as_of
        said.must(person.last_season == as_of.year - (as_of.month < 7), "the club is an older one")
        said.must(until < as_of and months in ([], [(as_of.year, as_of.month)]), f"as of {as_of}")
        said.must(said.club(person.club_id) >= 0 or about.form == "tag", "another club")
    said.must(is_over is (kind in ("expired", "contradiction")), f"contract until {until}")
    said.must(said.has(r"\bended\b") is is_over or kind == "contradiction", "tense of the contract")
    for day in days:
        said.must(day in (until, talks), f"{day}, not {until} or {talks}")
        if day == talks and day != until:
            is_past = said.has("since|already")
            said.must(is_past is (talks <= today), f"talks from {talks}")
    for month in months if kind != "contradiction" else ():
        said.must(month == (until.year, until.month), f"{month}, not {until}")
    left = months_between(today, until)
    if kind == "long":
        said.must(left >= 36, f"{left} months left")
    elif about.type in ("deadline", "next.watch_before"):
        said.must(talks > today, f"talks from {talks}")
        said.every(rf"\b(?:{FULL}|1,500) minutes")
    elif about.type.startswith("leverage"):
        said.must(left < 18, f"{left} months left")
        said.must((kind == "talks") is (talks <= today), f"talks from {talks}")
        said.must(kind != "year" or left < 12, f"{left} months left")
    durations(said, left)
