"""The built-in writer's sentences on the market value: the current value first, both dates."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_service.gate import Gate
from ai_service.schemas import Dossier, Evidence, Sentence
from ai_service.tests.dossiers import AS_OF, item, profile
from ai_service.writer import write

Course = dict[date, int]  # euros by day
_UP, _DOWN = re.compile(r"\b(up|rose|risen|rise)\b"), re.compile(r"\b(down|fell|fallen|fall)\b")


def dossier(course: Course, *, now: int | None = None, recorded: date | None = None) -> Dossier:
    """A dossier as the backend sends it for these valuations; `now` by default the newest."""
    days = sorted(course)
    newest, current = days[-1], course[days[-1]] if now is None else now
    highest = max([*course.values(), current])
    found = [
        item("value.now", current, "eur", as_of=recorded),
        item("value.highest", highest, "eur", as_of=recorded),
        item("value.latest", course[newest], "eur", as_of=newest, source="valuations"),
    ]
    if highest:
        share = round(100 * current / highest, 1)
        found.append(item("value.share_of_highest", share, "percent", source="computed"))
    for years in (1, 2, 3):
        found += _before(course, newest, years)
    position = profile(position="Attack", sub_position="Left Winger", age=24)
    return Dossier(player="Ivo Testarossa", as_of=AS_OF, evidence=position + found)


def _before(course: Course, newest: date, years: int) -> list[Evidence]:
    first, last = (newest.replace(year=newest.year - back) for back in (years + 1, years))
    day = max((day for day in course if first <= day <= last), default=None)
    if day is None:
        return []
    months, then = 12 * years, course[day]
    found = [item(f"value.{months}m", then, "eur", as_of=day, source="valuations")]
    if then:
        change = round(100 * (course[newest] - then) / then, 1)
        found.append(
            item(f"value.change_{months}m", change, "percent", as_of=newest, source="computed")
        )
    return found


def value_sentences(subject: Dossier) -> list[Sentence]:
    """The sentences on the market value; each must pass the gate."""
    draft, gate = write(subject), Gate(subject)
    sentences = [*draft.summary, *draft.strengths, *draft.weaknesses, *draft.risks,
                 *draft.recommendation]  # fmt: skip
    found = [s for s in sentences if any(name.startswith("value.") for name in s.evidence)]
    for sentence in found:
        assert gate.reasons(sentence, verdict=draft.verdict) == [], sentence.text
    return found


def texts(subject: Dossier) -> str:
    return "\n".join(sentence.text for sentence in value_sentences(subject))


def million(*values: tuple[str, float]) -> Course:
    return {date.fromisoformat(day): int(value * 1_000_000) for day, value in values}


PEAKED = million(("2023-06-10", 120), ("2024-05-28", 150), ("2024-12-10", 200),
                 ("2025-06-04", 200), ("2026-06-05", 170))  # fmt: skip


def test_a_fall_from_a_peak_is_not_called_a_rise() -> None:
    """The newest value is above those of two and three years ago, and has fallen since."""
    found = texts(dossier(PEAKED))
    assert not _UP.search(found)
    assert "€170m (5 June 2026)" in found
    assert "down 15% from €200m on 4 June 2025" in found


def test_a_peak_between_the_dated_values_is_not_hidden() -> None:
    course = {day: value for day, value in PEAKED.items() if day != date(2025, 6, 4)}
    course[date(2025, 5, 1)] = 150_000_000
    course[date(2025, 10, 1)] = 200_000_000
    found = texts(dossier(course))
    assert not _UP.search(found)
    assert "€170m" in found
    assert "85% of" in found
    assert "€200m" in found


def test_the_value_of_the_record_counts_where_it_is_newer_than_the_valuations() -> None:
    course = million(("2022-03-01", 50), ("2023-03-21", 80))
    found = texts(dossier(course, now=170_000_000, recorded=date(2026, 6, 13)))
    assert "€170m (13 June 2026)" in found
    assert "up 240% from €50m on 1 March 2022" in found
    fallen = texts(dossier(course, now=40_000_000, recorded=date(2026, 6, 13)))
    assert "€40m (13 June 2026)" in fallen
    assert "down 50% from €80m on 21 March 2023" in fallen
    assert not _UP.search(fallen)


def test_a_value_without_a_date_is_no_change() -> None:
    found = texts(dossier(million(("2025-06-01", 50), ("2026-06-01", 80)), now=20_000_000))
    assert "€20m" in found
    assert not _UP.search(found)
    assert "€80m on" not in found


@pytest.mark.parametrize("now", [0, 1])
def test_values_near_zero_are_handled(now: int) -> None:
    course = million(("2025-06-01", 50), ("2026-06-01", 80))
    assert not _UP.search(texts(dossier(course, now=now, recorded=date(2026, 10, 1))))


_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_MILLIONS = st.sampled_from([0.0, 0.05, 0.2, 0.5, 1.0, 1.5, 2.0, 20.0, 35.0, 170.0, 200.0])
_STEPS = st.lists(st.tuples(st.integers(20, 400), _MILLIONS), min_size=1, max_size=15)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    day, course = date(2026, 6, 5), {}
    for back, value in draw(_STEPS):
        course[day] = int(value * 1_000_000)
        day -= timedelta(days=back)
    return course


def written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@given(courses())
def test_no_fall_is_called_a_rise_and_no_rise_a_fall(course: Course) -> None:
    days = {written(day): day for day in course}
    current = course[max(course)]
    for sentence in value_sentences(dossier(course)):
        named = [days[text] for text in _DAY.findall(sentence.text) if text in days]
        if _UP.search(sentence.text):
            assert named, sentence.text
            assert max(value for day, value in course.items() if day >= min(named)) == current
            assert course[min(named)] < current
        if _DOWN.search(sentence.text):
            start = course[min(named)] if named else max(course.values())
            assert start > current
        if len(named) > 1:
            assert all(a > b for a, b in pairwise(named)), "the current value comes first"
