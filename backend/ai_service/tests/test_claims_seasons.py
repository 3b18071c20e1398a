"""Claims about seasons, places and courses: when each holds."""

from datetime import date
from typing import Any

import pytest

from ai_service.claims.facts import Rank, Season, index
from ai_service.claims.model import Claim, Claims
from ai_service.claims.ranks import band, means_something
from ai_service.schemas import Cohort, Evidence
from ai_service.tests.dossiers import (
    Places,
    claims_of,
    dossier,
    item,
    person,
    profile,
    season,
    unranked,
)

T = "transfermarkt"


def found_in(*evidence: list[Evidence], **facts: Any) -> Claims:
    """The claims about a centre-forward with these seasons."""
    return claims_of(dossier(person(**facts), *evidence))


PLACE: Places = {"goals": (50, 1, 49)}


def kinds(found: Claims, start: str) -> list[str]:
    return [claim.type for claim in found.values() if claim.type.startswith(start)]


def a_year(year: int, minutes: int, goals: int = 9, **more: Any) -> list[Evidence]:
    """A season with ten games, so many minutes and goals, and five assists."""
    return season(year, {"games": 10, "minutes": minutes, "goals": goals, "assists": 5}, **more)


# Which season is judged.


def judged(*evidence: list[Evidence]) -> Season | None:
    return index(dossier(person(), *evidence)).judged


def test_the_newest_full_season_with_core_places_is_judged() -> None:
    goals: Places = {"goals": (10, 1, 89)}
    cards: Places = {"yellow_cards": (10, 1, 89)}
    carded = {"minutes": 1800, "yellow_cards": 3}
    older, newer = a_year(2024, 1800, places=goals), season(2025, carded, cards)
    chosen = judged(older, newer)
    assert chosen
    assert chosen.period == "2024/25", "a year older, but with a core metric"
    chosen = judged(a_year(2023, 1800, places=goals), newer)
    assert chosen
    assert chosen.period == "2025/26", "two years are too many"
    chosen = judged(older, a_year(2026, 899))
    assert chosen
    assert chosen.period == "2024/25", "a new season with few minutes does not replace it"
    assert judged(a_year(2025, 899)) is None
    chosen = judged(a_year(2025, 900))
    assert chosen
    assert chosen.period == "2025/26"


def test_seasons_that_have_not_begun_or_are_no_years_are_left_out() -> None:
    day = date(2026, 11, 1)
    future = dossier(person(), a_year(2027, 2000, span="year"), a_year(2028, 2000), day=day)
    assert index(future).seasons == []
    for period in ("0000/01", "9999/00", "2025/26 to 2026/27", "Spring"):
        odd = item("season.1.minutes", 900, "minutes", period=period, metric="minutes", provider=T)
        assert index(dossier([odd], day=date.max)).seasons == []


def test_figures_taken_before_the_end_are_of_an_incomplete_season() -> None:
    days = {date(2026, 5, 15): True, date(2026, 5, 16): False, None: False}
    for day, incomplete in days.items():
        claims = found_in(a_year(2025, 1800, as_of=day))
        assert claims[f"totals.{T}.2025_26"].args["incomplete"] is incomplete
        assert ("incomplete" in claims) is incomplete


# Totals, careers, gaps.


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        ({"games": 10, "minutes": 800, "goals": 2}, "totals"),
        ({"minutes": 800, "goals": 2}, "totals.no_games"),
        ({"games": 10, "minutes": 800, "goals": 0}, "totals.minutes"),
        ({"games": 0, "minutes": 800}, "totals.minutes.no_games"),
        ({"games": 10, "minutes": 0}, None),
    ],
)
def test_totals_state_what_is_known_and_no_zeros(figures: dict[str, int], kind: str | None) -> None:
    found = found_in(season(2025, figures)).get(f"totals.{T}.2025_26")
    assert (found and found.type) == kind


def test_a_career_needs_three_seasons_of_one_provider() -> None:
    two = a_year(2024, 1800, goals=4), a_year(2025, 1800, goals=5)
    other = a_year(2023, 1800, provider="fbref", main=False)
    assert kinds(found_in(*two, other), "career") == []
    claims = found_in(*two, a_year(2023, 900, goals=3))
    assert claims[f"career.{T}.season"].args["games"] == 30
    assert ("goals", 12) in claims[f"career.{T}.season"].args["counted"]


@pytest.mark.parametrize(
    ("minutes", "runs"),
    [
        ((1800, 1800, 1800), [1800]),
        ((1950, 2399, 2999), [1900]),  # down to the hundred
        ((1799, 1800, 1800), []),
        ((1800, 1800, 1799), []),
    ],
)
def test_a_regular_plays_1800_minutes_three_times(
    minutes: tuple[int, ...], runs: list[int]
) -> None:
    seasons = [a_year(2023 + number, played) for number, played in enumerate(minutes)]
    found = [c for c in found_in(*seasons).values() if c.type == "regular"]
    assert [claim.args["fewest"] for claim in found] == runs


def test_a_regular_misses_no_year() -> None:
    apart = a_year(2021, 1900), a_year(2023, 1900), a_year(2025, 1900)
    assert kinds(found_in(*apart), "regular") == []


def test_gaps_lie_between_full_seasons() -> None:
    full = a_year(2022, 900), a_year(2024, 900)
    assert "gap.missing" in kinds(found_in(*full), "gap")
    assert kinds(found_in(a_year(2022, 899), a_year(2024, 900)), "gap") == []
    missed = found_in(a_year(2022, 900), a_year(2024, 900, places=PLACE), a_year(2023, 449))
    assert f"question.missed.{T}.2023_24" in missed
    assert "gap.few" in kinds(missed, "gap")
    assert "gap.few" not in kinds(found_in(*full, a_year(2023, 450)), "gap")


@pytest.mark.parametrize(
    ("before", "last", "falls"),
    [(1800, 899, True), (1800, 900, False), (1499, 100, False), (1500, 749, True)],
)
def test_a_drop_halves_the_minutes_of_a_season_as_a_regular(
    before: int, last: int, falls: bool
) -> None:
    claims = found_in(a_year(2024, before, places=PLACE), a_year(2025, last))
    assert (f"drop.{T}.2025_26" in claims) is falls
    assert ("condition" in claims and "fitness" in claims["condition"].args["what"]) is falls


def test_an_incomplete_season_is_no_drop() -> None:
    claims = found_in(a_year(2025, 2700), a_year(2026, 400, as_of=date(2026, 10, 15)))
    assert kinds(claims, "gap") == []


@pytest.mark.parametrize(
    ("minutes", "kind"), [(899, "sample.tiny"), (900, "sample.small"), (1499, "sample.small"),
                          (1500, None)],
)  # fmt: skip
def test_small_samples_must_be_stated(minutes: int, kind: str | None) -> None:
    found = found_in(a_year(2025, minutes)).get("sample")
    assert (found and found.type) == kind
    assert found is None or found.required


@pytest.mark.parametrize(
    ("goals", "minutes", "stated"),
    [(5, 2249, True), (5, 2250, False), (4, 1000, False), (5, 899, False)],
)
def test_one_every_so_many_minutes_needs_five_and_a_full_season(
    goals: int, minutes: int, stated: bool
) -> None:
    assert (f"every.{T}.2025_26.goals" in found_in(a_year(2025, minutes, goals))) is stated


# Places.


def rank(better: int, level: int, worse: int, **more: Any) -> Rank:
    cohort = Cohort(definition="", scope="position", position="Attack", league=None, period=None,
                    size=better + level + worse, left_out=0)  # fmt: skip
    values: dict[str, Any] = {"metric": "goals", "is_rate": True, "value": 0.5} | more
    return Rank(
        better=better, level=level, worse=worse, cohort=cohort, evidence=(), **values
    )  # fmt: skip


@pytest.mark.parametrize(
    ("better", "level", "worse", "name"),
    [
        (0, 1, 99, "first"),
        (0, 2, 198, "top_1"),
        (0, 2, 98, "top_5"),  # a tie for the first place is not the first place
        (1, 1, 198, "top_1"),
        (2, 1, 197, "top_5"),
        (9, 1, 190, "top_5"),
        (10, 1, 189, "top_10"),
        (19, 1, 180, "top_10"),
        (20, 1, 179, "top_25"),
        (49, 1, 150, "top_25"),
        (49, 2, 149, "above"),  # ties count against a place among the best
        (50, 1, 149, "above"),
        (99, 2, 99, "above"),
        (100, 1, 99, "below"),
        (149, 2, 49, "below"),
        (150, 1, 49, "bottom_25"),
        (180, 1, 19, "bottom_10"),
        (190, 1, 9, "bottom_5"),
        (198, 1, 1, "bottom_1"),
        (199, 1, 0, "last"),
        (198, 2, 0, "bottom_1"),
        (0, 200, 0, "above"),
    ],
)
def test_bands_by_exact_counts(better: int, level: int, worse: int, name: str) -> None:
    assert band(rank(better, level, worse)) == name


def test_ties_zeros_tiny_cohorts_and_team_figures_mean_nothing() -> None:
    assert means_something(rank(10, 5, 85))
    assert not means_something(rank(10, 6, 84)), "more than one in twenty is level"
    assert not means_something(rank(0, 1, 99, value=0)), "a place of nothing"
    assert not means_something(rank(0, 1, 99, metric="points_per_game")), "the team's"
    assert not means_something(rank(0, 1, 2)), "no quarter of three"


def a_place(metric: str, above: int, level: int, below: int, figure: float = 40) -> Claim | None:
    """The claim of a centre-forward's place."""
    evidence = season(2025, {"minutes": 2000, metric: figure}, {metric: (above, level, below)})
    return found_in(evidence).get(f"rank.{T}.2025_26.{metric}")


@pytest.mark.parametrize(
    ("metric", "counts", "kind", "polarity"),
    [
        ("goals", (5, 1, 94), "rank.top", "for"),
        ("goals", (50, 1, 49), "rank.middle", "neutral"),
        ("goals", (94, 1, 5), "rank.bottom", "against"),
        ("aerials_won", (5, 1, 94), "rank.top", "for"),  # counts, but is not a core metric
        ("aerials_won", (94, 1, 5), "rank.bottom", "neutral"),
        ("tackles", (9, 1, 90), "rank.top", "for"),  # outstanding, if not what counts
        ("tackles", (10, 1, 89), "rank.top", "neutral"),
        ("tackles", (94, 1, 5), "rank.bottom", "neutral"),
        ("long_passes", (5, 1, 94), "rank.style", "neutral"),  # neither good nor bad
        ("long_passes", (94, 1, 5), "rank.style", "neutral"),
    ],
)
def test_a_place_speaks_by_what_the_position_is_judged_by(
    metric: str, counts: tuple[int, int, int], kind: str, polarity: str
) -> None:
    found = a_place(metric, *counts)
    assert found
    assert (found.type, found.polarity) == (kind, polarity)


def test_zeros_and_ties_are_no_places() -> None:
    assert a_place("goals", 0, 1, 99, figure=0) is None
    assert a_place("goals", 10, 6, 84) is None


def test_of_a_metric_where_lower_is_better_few_is_good() -> None:
    keeper = {"position": "Goalkeeper", "sub_position": "Goalkeeper"}
    figures = {"minutes": 2700, "goals_conceded": 20}
    kind = {}
    for above, below in ((57, 2), (2, 57)):
        evidence = season(2025, figures, {"goals_conceded": (above, 1, below)},
                          position="Goalkeeper")  # fmt: skip
        found = found_in(evidence, **keeper)[f"rank.{T}.2025_26.goals_conceded"]
        kind[above] = (found.type, found.polarity, found.args["place"])
    assert kind == {57: ("rank.top", "for", 3), 2: ("rank.bottom", "against", 58)}


def test_a_place_without_its_figure_or_position_is_no_claim() -> None:
    evidence = season(2025, {"minutes": 2000, "goals": 40}, {"goals": (5, 1, 94)})
    without = [piece for piece in evidence if not piece.id.endswith("goals_per_90")]
    assert kinds(found_in(without), "rank") == []
    assert kinds(claims_of(dossier(profile(age=24), evidence)), "rank") == []


@pytest.mark.parametrize(
    ("counts", "kind"),
    [((5, 1, 94), "minutes.top"), ((50, 1, 49), "minutes.middle"), ((94, 1, 5), "minutes.bottom")],
)
def test_minutes_are_playing_time(counts: tuple[int, int, int], kind: str) -> None:
    found = found_in(a_year(2025, 1800, places={"minutes": counts}))
    assert found[f"rank.{T}.2025_26.minutes"].type == kind
    assert found[f"rank.{T}.2025_26.minutes"].topic == "playing_time"


@pytest.mark.parametrize(
    ("wide", "league", "kind"),
    [
        ((5, 1, 94), (1, 1, 14), ["league.top"]),
        ((5, 1, 94), (6, 1, 9), ["league.lower"]),
        ((50, 1, 49), (1, 1, 14), []),
        ((5, 1, 94), (2, 2, 12), []),  # the league has too many ties
    ],
)
def test_the_league_confirms_or_qualifies_a_place(
    wide: tuple[int, int, int], league: tuple[int, int, int], kind: list[str]
) -> None:
    year = a_year(2025, 1800, places={"goals": wide}, league_places={"goals": league})
    assert kinds(found_in(year), "league") == kind


def top_years(*years: int, counts: tuple[int, int, int] = (8, 1, 91)) -> list[Evidence]:
    return [piece for y in years for piece in a_year(y, 1800, places={"goals": counts})]


def test_a_run_is_three_good_seasons_in_a_row() -> None:
    (run,) = [c for c in found_in(top_years(2023, 2024, 2025)).values() if c.type == "run.top"]
    assert (run.args["seasons"], run.args["share"]) == (3, 0.1)
    assert (run.args["first"], run.args["last"]) == ("2023/24", "2025/26")
    assert kinds(found_in(top_years(2024, 2025)), "run") == []
    middling = a_year(2024, 1800, places={"goals": (50, 1, 49)})
    assert kinds(found_in(top_years(2022, 2023, 2025), middling), "run") == []
    worst = top_years(2023, 2024, 2025, counts=(91, 1, 8))
    assert kinds(found_in(worst), "run") == ["run.bottom"]


def test_a_run_misses_no_year() -> None:
    assert kinds(found_in(top_years(2021, 2023, 2025)), "run") == []
    short = a_year(2024, 300)
    assert kinds(found_in(top_years(2022, 2023, 2025), short), "run") == []


def test_the_share_of_a_run_is_that_of_its_worst_season() -> None:
    mixed = top_years(2024, 2025) + top_years(2023, counts=(20, 1, 79))
    (run,) = [c for c in found_in(mixed).values() if c.type == "run.top"]
    assert run.args["share"] == 0.25


# Courses.


def course(
    *goals: int, years: tuple[int, ...] = (2023, 2024, 2025), minutes: int = 1800
) -> set[str]:
    """The courses of goals over seasons with 1,800 minutes, so one goal is 0.05 per 90."""
    seasons = [a_year(year, minutes, count) for year, count in zip(years, goals, strict=True)]
    found = found_in(*seasons).values()
    wanted = ("steady", "trend", "one_off")
    return {c.type for c in found if c.type.startswith(wanted) and c.about == "goals"}


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ((10, 9, 8), {"steady"}),
        ((10, 11, 13), {"trend.rising"}),
        ((10, 9, 7), {"trend.falling"}),
        ((10, 8, 10), {"steady"}),
        ((10, 11, 12), {"steady"}),
        ((9, 11, 11), {"steady"}),
        ((8, 11, 10), set()),  # neither steady, nor one way, nor half as much again
        ((10, 8, 15), {"one_off.latest"}),
        ((10, 8, 14), set()),
        ((8, 15, 10), {"one_off.past"}),
        ((4, 9, 15), set()),  # too few goals for a rate
        ((0, 9, 15), set()),
    ],
)
def test_courses(goals: tuple[int, ...], found: set[str]) -> None:
    assert course(*goals) == found


def test_a_course_is_over_three_full_complete_seasons_in_a_row() -> None:
    assert course(10, 9, 8, years=(2022, 2024, 2025)) == set()
    assert course(10, 9, 8, minutes=899) == set()
    unfinished = a_year(2026, 950, 9, as_of=date(2026, 10, 30))
    claims = found_in(*(a_year(year, 1800, 9) for year in (2024, 2025)), unfinished)
    assert kinds(claims, "steady") == []


def test_less_of_what_is_bad_is_a_rise_in_favour() -> None:
    seasons = [season(2023 + n, {"minutes": 1800, "goals_conceded": count}, position="Goalkeeper")
               for n, count in enumerate((40, 30, 20))]  # fmt: skip
    claims = found_in(*seasons, position="Goalkeeper", sub_position="Goalkeeper")
    (trend,) = [c for c in claims.values() if c.type.startswith("trend")]
    assert (trend.type, trend.polarity) == ("trend.falling", "for")


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ((12, 4), (8, 8), ["mix.to_provider"]),
        ((8, 8), (13, 4), ["mix.to_scorer"]),
        ((4, 12), (8, 8), ["mix.to_scorer"]),
        ((12, 4), (12, 8), []),  # more of both
        ((12, 4), (4, 8), []),  # the sum fell
        ((16, 0), (8, 8), []),
    ],
)
def test_the_mix_changes_while_the_sum_holds(
    first: tuple[int, int], last: tuple[int, int], kind: list[str]
) -> None:
    seasons = [
        season(2023 + n, {"minutes": 1800, "goals": goals, "assists": assists})
        for n, (goals, assists) in enumerate((first, (10, 6), last))
    ]
    assert kinds(found_in(*seasons), "mix") == kind


# What the data cannot say.


@pytest.mark.parametrize(
    ("day", "stale"), [(date(2026, 5, 1), True), (date(2026, 5, 2), False), (None, False)]
)
def test_facts_of_six_months_ago_are_stale(day: date | None, stale: bool) -> None:
    facts = profile(day, age=24, position="Attack", club="Bonkekolk", contract__until="2028-06-30")
    claims = claims_of(dossier(facts, a_year(2025, 1800, places=PLACE)))
    assert ("stale" in claims) is stale
    if stale:
        assert claims["stale"].args["names"] == ["club", "contract"]
        assert {"club", "contract"} <= set(claims["condition"].args["what"])


def test_missing_old_and_unranked_statistics_must_be_stated() -> None:
    assert found_in()["no_statistics"].required
    assert found_in(status="retired")["no_statistics"].polarity == "neutral"
    assert "old_seasons" in found_in(a_year(2023, 1800))
    assert "old_seasons" not in found_in(a_year(2024, 1800)), "it ended in June 2025"
    small = found_in(a_year(2025, 1800), [unranked(2025, "goals", size=12)])
    assert (small["unranked"].args["size"], small["unranked"].required) == (12, True)
    ranked = a_year(2025, 1800, places={"assists": (5, 1, 40)}, leagues=7)
    both = found_in(ranked, [unranked(2025, "goals", size=12)])
    assert "unranked" not in both
    assert both["pooled"].args["leagues"] == 7
    assert "pooled" not in found_in(a_year(2025, 1800, places={"goals": (5, 1, 40)}, leagues=1))


def test_aspects_without_a_figure_are_named() -> None:
    claims = found_in(a_year(2025, 1800))
    assert claims["aspects"].type == "watch_for"
    assert claims["aspects"].args["aspects"] == [
        "movement", "hold_up_play", "aerial_duels", "pressing",
    ]  # fmt: skip
    cards_only = found_in(season(2025, {"minutes": 1800, "yellow_cards": 4}))
    assert cards_only["aspects"].type == "data.no_core"
    assert cards_only["aspects"].polarity == "against"
    assert "aspects" not in found_in(a_year(2025, 1800), status="retired")
