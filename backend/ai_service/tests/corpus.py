"""Dossiers that make every type of claim, beside the sample players."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from ai_service.schemas import Dossier, Evidence
from ai_service.tests.dossiers import (
    ALL,
    Places,
    age_group,
    dossier,
    item,
    person,
    profile,
    season,
    transfers,
    unranked,
    valuations,
    with_brief,
)

_PLACE: Places = {"goals": (50, 1, 49)}
_TOP: Places = {"goals": (8, 1, 91)}
_BOTTOM: Places = {"goals": (91, 1, 8)}
_AGES = {"peak__from": 24, "peak__to": 28}


@cache
def corpus() -> list[Dossier]:
    """The dossiers."""
    found = [make() for make in ALL] + list(_others())
    return [
        given.model_copy(update={"player": f"{given.player} {_roman(number)}"})
        for number, given in enumerate(found)
    ]


def _roman(number: int) -> str:
    return chr(65 + number // 26) + chr(97 + number % 26)


def _year(year: int, minutes: int = 1800, goals: float = 9, assists: float = 5, **more: Any) -> (
    list[Evidence]
):  # fmt: skip
    figures = {"games": 20, "minutes": minutes, "goals": goals, "assists": assists}
    return season(year, figures, **more)


def _years(*goals: float, **more: Any) -> list[Evidence]:
    first = 2026 - len(goals)
    return [
        piece for n, count in enumerate(goals) for piece in _year(first + n, goals=count, **more)
    ]


def _others() -> Iterator[Dossier]:
    yield from _people()
    yield from _terms()
    yield from _careers()
    yield from _briefs()


def _people() -> Iterator[Dossier]:
    last_seen = item("club", "Bonkekolk", "text", period="2024/25")
    yield dossier(profile(age=24, position="Attack"), [last_seen])
    dated = last_seen.model_copy(update={"as_of": date(2025, 6, 1)})
    yield dossier(profile(age=24, position="Attack"), [dated])
    yield dossier([dated])
    yield dossier(profile(age=24, position="Attack"))
    yield dossier(profile(status="retired"))
    for distance, age in ((-2, 22), (2, 30)):
        for share in (100.0, 50.0):
            facts = person(
                age=age, peak__distance=distance, value__share_of_highest=share, height=170
            )
            for places in (_TOP, _PLACE):
                yield dossier(facts, _year(2025, places=places))
    yield dossier(person(value__share_of_highest=100.0), _year(2025, places=_TOP))


def _terms() -> Iterator[Dossier]:
    for until in ("2026-09-30", "2027-03-31", "2027-08-31", "2028-03-31", "2030-06-30", None):
        yield dossier(person(contract__until=until), _year(2025, places=_PLACE))
    yield dossier(person(club=None, contract__until="2026-09-30"), _year(2025, places=_PLACE))
    yield dossier(person(contract__until="2027-08-31"), _year(2026, 400))
    yield dossier(profile(None, value__now=1_000_000))
    yield dossier(person(value__now=None))
    for place in ((5, 1, 94), (50, 1, 49), (94, 1, 5)):
        yield dossier(person(), [age_group(*place)])
    for earlier in (10_000_000, 90_000_000):
        yield dossier(person(), valuations(45_000_000, date(2026, 6, 10), m12=earlier))
    for fee in (None, 10_000_000, 50_000_000, 90_000_000):
        yield dossier(person(), transfers(("2024-08-12", "Bonkekolk", "Heronmoor Rovers", fee)))


def _careers() -> Iterator[Dossier]:
    yield dossier(person(), season(2025, {"minutes": 2000, "goals": 8}, _PLACE))
    yield dossier(person(), season(2025, {"minutes": 2000}))
    yield dossier(person(), _year(2025, 1200, places={"goals": (20, 1, 79)}))
    for share in (40, 90):
        figures = {"minutes": 1800, "goals": 9, "minutes_pct": share}
        yield dossier(person(), season(2025, figures, _TOP))
    wasted = {"minutes": 1800, "goals": 9, "penalties_scored": 1, "penalties_taken": 3}
    yield dossier(person(), season(2025, wasted))
    for penalties in (0, 1, 5):
        figures = {"minutes": 1800, "goals": 9, "penalties_scored": penalties}
        yield dossier(person(), season(2025, figures))
    for counts in ((5, 1, 54), (54, 1, 5)):
        figures = {"minutes": 2700, "shots_on_target_faced": 90}
        keeper = profile(position="Goalkeeper")
        faced: Places = {"shots_on_target_faced": counts}
        yield dossier(keeper, season(2025, figures, faced, position="Goalkeeper"))
    for rank in ((5, 1, 54), (30, 1, 29)):
        metrics = ("save_pct", "crosses_stopped", "runs_out", "pass_pct")
        everything = {"minutes": 2700, **dict.fromkeys(metrics, 60)}
        every: Places = dict.fromkeys(metrics, rank)
        keeper = profile(age=28, position="Goalkeeper")
        yield dossier(keeper, season(2025, everything, every, position="Goalkeeper"))
    for totals in (
        {"games": 20, "minutes": 1800, "goals": 9}, {"minutes": 1800, "goals": 9},
        {"games": 20, "minutes": 1800}, {"minutes": 1800},
    ):  # fmt: skip
        earlier = season(2024, totals, provider="fbref", main=False)
        yield dossier(person(), earlier, _year(2025, places=_PLACE))
    yield dossier(person(), season(2025, {"games": 30, "minutes": 2000}))
    yield dossier(person(), season(2025, {"minutes": 2000, "yellow_cards": 4}))
    yield dossier(person(), _year(2022), _year(2025, places=_PLACE))
    yield dossier(person(), _year(2023), _year(2024, 200), _year(2025, places=_PLACE))
    yield dossier(person(), _year(2024, 3000), _year(2025, 1000, places=_BOTTOM))
    yield dossier(person(), _year(2022))
    yield dossier(person(), _year(2025, 1200, places=_PLACE, as_of=date(2026, 2, 1)))
    yield dossier(person(), _year(2025), [unranked(2025, "goals", size=12)])
    for places in (_TOP, _BOTTOM):
        yield dossier(person(), _years(9, 9, 9, places=places))
    for goals in ((10, 12, 16), (16, 12, 10), (10, 8, 18), (8, 18, 10), (10, 10, 10)):
        yield dossier(person(), _years(*goals, places=_PLACE))
    for goals_of in ((10, 16), (16, 10)):
        yield dossier(person(), _years(*goals_of, places=_PLACE))
    running = date(2026, 10, 15)
    for minutes in (1000, 1600):
        yield dossier(person(), _year(2026, minutes, places=_PLACE, as_of=running))
    figures = {"minutes": 2700, "crosses_stopped": 9, "runs_out": 9, "pass_pct": 60, "save_pct": 70}
    ordinary: Places = {"save_pct": (30, 1, 29)}
    keeping = season(2026, figures, ordinary, position="Goalkeeper", as_of=running)
    yield dossier(profile(age=28, position="Goalkeeper"), keeping)
    scored = season(2024, {"minutes": 2000, "goals": 20}, provider="fbref", main=False)
    yield dossier(person(), scored, _year(2025, goals=7, places=_PLACE))
    for before, after in (((12, 4), (8, 8)), ((4, 12), (8, 8))):
        middle = _year(2024, goals=9, assists=7)
        first, last = (_year(y, goals=g, assists=a, places=_PLACE)
                       for y, (g, a) in ((2023, before), (2025, after)))  # fmt: skip
        yield dossier(person(), first, middle, last)
    league: Places = {"goals": (1, 1, 14)}
    yield dossier(person(), _year(2025, places=_TOP, league_places=league, leagues=7))
    league = {"goals": (8, 1, 7)}
    yield dossier(person(), _year(2025, places=_TOP, league_places=league, leagues=7))
    for counts in ((5, 1, 94), (50, 1, 49), (94, 1, 5)):
        figures = {"games": 20, "minutes": 2000, "long_passes": 40}
        yield dossier(person(), season(2025, figures, {"minutes": counts, "long_passes": counts}))


def _briefs() -> Iterator[Dossier]:
    player = dossier(person(), _year(2025, 2000, places=_TOP))
    unknown = dossier(profile(country="Chile"))
    free = dossier(person(status="free_agent"), _year(2025, 2000, places=_TOP))
    met = {
        "position": "Centre-Forward", "age_max": 24, "budget": 45_000_000, "minutes_min": 2000,
        "contract_until": date(2028, 6, 30), "metrics": [("goals", 90)],
    }  # fmt: skip
    partly = {
        "position": "Left Winger", "age_max": 23, "budget": 42_000_000, "minutes_min": 2400,
        "contract_until": date(2028, 3, 31), "metrics": [("goals", 93)],
    }  # fmt: skip
    missed = {
        "position": "Centre-Back", "age_max": 20, "budget": 4_000_000, "minutes_min": 3000,
        "contract_until": date(2027, 3, 31), "metrics": [("goals", 99)],
    }  # fmt: skip
    for brief in (met, partly, missed):
        yield with_brief(player, **brief)
        yield with_brief(free, **brief)
        yield with_brief(unknown, **brief)
    for rank in (_PLACE, _BOTTOM):
        yield with_brief(dossier(person(), _year(2025, places=rank)), age_max=24)
    bought = transfers(("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 30_000_000))
    for budget in (50_000_000, 25_000_000):
        yield with_brief(dossier(person(), _year(2025, places=_TOP), bought), budget=budget)
    other = season(2024, {"minutes": 2000, "goals": 3}, _PLACE, start="replaced.")
    both = player.model_copy(update={"evidence": [*player.evidence, *other]})
    yield with_brief(both, replaces="Petter Vinterhav")
    for question in ("How good is the pressing?", "Is he the one?"):
        yield with_brief(player, question=question)
