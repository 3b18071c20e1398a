"""Reports of the built-in writer, in detail."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from ai_service.schemas import Dossier
from ai_service.tests.dossiers import (
    ALL,
    AS_OF,
    empty,
    goalkeeper,
    item,
    last_of_all,
    profile,
    retired,
    season,
    striker,
    youngster,
)
from ai_service.tests.test_writer import texts
from ai_service.writer import write

PERFORMANCE = re.compile(r"\b(goals?|assists?|minutes?|games?|cards?|percentile|ranks?)\b")


@pytest.mark.parametrize("make", ALL)
def test_the_verdict_follows_the_rules(make: Callable[[], Dossier]) -> None:
    verdicts = {"striker": "sign", "goalkeeper": "monitor", "last_of_all": "reject",
                "retired": "reject"}  # fmt: skip
    draft = write(make())
    assert draft.verdict == verdicts.get(make.__name__, "insufficient_evidence")


def test_a_striker() -> None:
    draft = write(striker())
    assert draft.summary[0].text == (
        "Ivo Testarossa is a centre-forward of 24 at Heronmoor Rovers, in Granit Liga (Norway)."
    )
    assert draft.summary[0].evidence == ["age", "sub_position", "club", "league"]
    assert draft.strengths[0].text == (
        "At 0.70 goals per 90 (24 goals in 3,105 minutes), the player is in the top tenth "
        "(percentile 93) of 1,180 attacking players with at least 900 minutes in 2025/26."
    )
    assert draft.strengths[0].evidence == [
        "season.2025.goals_per_90", "season.2025.goals", "season.2025.minutes",
        "season.2025.goals_per_90.position",
    ]  # fmt: skip
    assert "€45m" in texts(draft)
    assert "on 11 June 2024 it was €12m" in texts(draft), "no rise: the highest is above it"
    assert " up " not in texts(draft)
    weaknesses = "\n".join(sentence.text for sentence in draft.weaknesses)
    assert "9 yellow cards in 3,105 minutes" in weaknesses
    assert "goal" not in weaknesses
    assert "red card" not in weaknesses  # a single one
    assert "After 30 June 2027" in texts(draft) or "ends on 30 June 2027" in texts(draft)


def test_a_goalkeeper_has_neither_strength_nor_weakness_in_goals_and_assists() -> None:
    draft = write(goalkeeper())
    assert "assist" not in texts(draft)
    assert "goals per 90" not in texts(draft)
    assert "no figures of goalkeeping" in texts(draft)
    assert "one year past the usual peak ages of the position (27 to 33)" in texts(draft)


def test_few_assists_are_no_weakness_of_a_defender() -> None:
    figures = {"games": 30, "minutes": 2600, "goals": 0, "assists": 6, "yellow_cards": 1,
               "red_cards": 0}  # fmt: skip
    for rank, strengths in ((8.0, 0), (92.0, 1)):
        ranks = {"goals_per_90.position": 8.0, "assists_per_90.position": rank,
                 "minutes.position": 50.0}  # fmt: skip
        items = season(2025, "Defender", None, figures=figures, percentiles=ranks)
        evidence = [*profile(position="Defender", sub_position="Left-Back"), *items]
        draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=evidence))
        assert draft.weaknesses == []
        assert len(draft.strengths) == strengths


def test_a_player_last_in_everything_has_only_weaknesses() -> None:
    draft = write(last_of_all())
    assert draft.strengths == []
    assert len(draft.weaknesses) == 4
    assert "no goals in 940 minutes" in draft.weaknesses[0].text.lower()
    assert "in the bottom tenth (percentile 4)" in draft.weaknesses[0].text


def test_forty_minutes_are_too_few() -> None:
    draft = write(youngster())
    assert "40 minutes in 3 games in 2026/27 are too few to judge." in texts(draft)
    assert (draft.strengths, draft.weaknesses) == ([], [])
    assert "the rules for minors apply" in texts(draft)


@pytest.mark.parametrize("make", [retired, empty])
def test_no_performance_is_claimed_without_data(make: Callable[[], Dossier]) -> None:
    draft = write(make())
    assert not PERFORMANCE.search(texts(draft).replace("minutes and match data", ""))
    assert "There is no performance data on record." in texts(draft)
    assert (draft.strengths, draft.weaknesses) == ([], [])


def test_seasons_of_retired_players_are_left_out() -> None:
    played = [*striker().evidence, item("status", "retired", "text")]
    evidence = [p for p in played if p.value != "active"]
    draft = write(Dossier(player="Ivo Testarossa", as_of=AS_OF, evidence=evidence))
    assert not PERFORMANCE.search(texts(draft))
    assert draft.verdict == "reject"


def test_calendar_years_are_named() -> None:
    figures = {"games": 30, "minutes": 2600, "goals": 9, "assists": 6, "yellow_cards": 1,
               "red_cards": 0}  # fmt: skip
    items = season(2025, "Attack", None, figures=figures, percentiles={}, span="year")
    draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=items))
    assert "the year 2025" in texts(draft)
    assert not re.search(r"(?<!the year )2025", texts(draft))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"contract__until": "2026-10-31", "contract__months_left": -1}, "ended on 31 October"),
        ({"contract__until": "2026-11-20", "contract__months_left": 0}, "less than a month"),
        ({"contract__until": "2027-10-31", "contract__months_left": 11}, "ends on 31 October 2027"),
        ({"contract__until": "2027-11-01", "contract__months_left": 12}, "the club's agreement"),
        ({"status": "free_agent"}, "free agent"),
        ({"status": "free_agent", "club": "Bonkekolk"}, "still names Bonkekolk as the club"),
        ({"status": "retired", "contract__until": "2028-01-01"}, "says retired but holds a"),
        ({"position": "Attack", "sub_position": "Centre-Back"}, "says Attack but also Centre-Back"),
        ({"value__now": 30, "value__highest": 20}, "is above the highest on record"),
        ({"value__now": 20, "value__highest": 20}, "the highest on record"),
        ({"age": 17}, "is a minor"),
        ({"age": 18, "position": "Attack"}, "18"),
        ({"date_of_birth": "2030-01-01"}, "The birth date on record, 1 January 2030, is to come"),
        ({"last_season": "2019/20"}, "The last recorded season is 2019/20"),
        ({"club": "Fictional S.p.A."}, "at Fictional S.p.A."),
        ({"country": "Ghana", "second_country": "Peru"}, "countries on record are Ghana and Peru"),
        ({"height": 187, "foot": "both"}, "The player is two-footed and 1.87 m tall."),
    ],
)
def test_what_a_fact_leads_to(facts: dict[str, object], said: str) -> None:
    draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=profile(**facts)))
    assert said in texts(draft)


def _without(dossier: Dossier, ending: str, *, size: int) -> Dossier:
    """The same without the percentiles of one scope, as for a small cohort."""
    evidence = [
        piece.model_copy(
            update={"value": None, "cohort": piece.cohort.model_copy(update={"size": size})}
        )
        if piece.cohort and piece.id.endswith(ending)
        else piece
        for piece in dossier.evidence
    ]
    return dossier.model_copy(update={"evidence": evidence})


def test_a_small_cohort_is_reported() -> None:
    draft = write(_without(last_of_all(), ".position", size=12))
    assert "too few players to compare with" in draft.risks[0].text
    assert "940 minutes in 14 games" in draft.risks[0].text
    assert "there are too few players to compare with." in draft.recommendation[0].text
    assert draft.verdict == "insufficient_evidence"
    assert draft.weaknesses == []


def test_a_season_just_begun_is_not_judged() -> None:
    figures = {"games": 11, "minutes": 905, "goals": 2, "assists": 1, "yellow_cards": 0,
               "red_cards": 0}  # fmt: skip
    begun = season(2026, "Attack", None, figures=figures, percentiles={"minutes.position": 50.0})
    begun = [piece.model_copy(update={"value": None}) if piece.unit == "percentile" else piece
             for piece in begun]  # fmt: skip
    dossier = striker()
    draft = write(dossier.model_copy(update={"evidence": [*dossier.evidence, *begun]}))
    assert draft.verdict == "sign"
    assert "905 minutes in 11 games" in draft.risks[1].text
    assert "too few players to compare with" in draft.risks[1].text


def test_percentiles_of_different_cohorts_name_each_cohort() -> None:
    draft = write(_without(striker(), "goals_per_90.position", size=12))
    ground = draft.recommendation[0].text
    assert "0.70 goals per 90 rank in the top tenth (percentile 91) of 64 attacking" in ground
    assert "0.20 assists per 90 around the middle (percentile 55) of 1,180 attacking" in ground


def test_assists_are_never_a_weakness_of_a_defensive_midfielder() -> None:
    figures = {"games": 30, "minutes": 2600, "goals": 0, "assists": 9, "yellow_cards": 1,
               "red_cards": 0}  # fmt: skip
    ranks = {"goals_per_90.position": 3.0, "assists_per_90.position": 95.0}
    items = season(2025, "Midfielder", None, figures=figures, percentiles=ranks)
    facts = profile(position="Midfielder", sub_position="Defensive Midfield")
    draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=[*facts, *items]))
    assert len(draft.strengths) == 1
    assert "(9 assists in 2,600 minutes)" in draft.strengths[0].text
    assert draft.weaknesses == []
    assert draft.verdict == "insufficient_evidence"


def test_a_trend_names_its_seasons() -> None:
    elsewhere = {"period": "2019/20 to 2025/26"}
    evidence = [
        piece.model_copy(update=elsewhere) if piece.unit == "trend" else piece
        for piece in striker().evidence
    ]
    draft = write(striker().model_copy(update={"evidence": evidence}))
    rising = [s for s in draft.strengths if s.evidence == ["trend.minutes"]]
    assert len(rising) == 1
    assert "0.47" not in texts(draft)


def test_an_estimated_age_is_marked() -> None:
    evidence = [item("age", 16, "years", note="an estimate"), *profile(position="Midfielder")]
    draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=evidence))
    assert draft.summary[0].text == (
        "Ilmar Testovik is a midfielder aged about 16, with no club on record."
    )
    assert "The birth date is an estimate" in texts(draft)


def test_old_data_is_reported() -> None:
    later = striker().model_copy(update={"as_of": date(2027, 5, 1)})
    assert "were recorded on 15 October 2026 and may have changed since" in texts(write(later))
    much_later = striker().model_copy(update={"as_of": date(2036, 1, 1)})
    assert "2025/26 is the newest season with minutes enough to judge" in texts(write(much_later))
    assert write(much_later).verdict == "insufficient_evidence"
    cited = {i for s in write(much_later).strengths for i in s.evidence}
    assert not any(identity.startswith(("season", "trend")) for identity in cited)


def test_undated_data_is_to_be_confirmed() -> None:
    evidence = [item("club", "Bonkekolk", "text"), item("value.now", 500_000, "eur")]
    draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=evidence))
    assert draft.risks[0].text == (
        "Confirm that the club is Bonkekolk and the market value is €500k."
    )


def test_two_players_get_different_wordings() -> None:
    figures = {"games": 30, "minutes": 2600, "goals": 9, "assists": 6, "yellow_cards": 1,
               "red_cards": 0}  # fmt: skip
    shapes = set()
    for number in range(40):
        ranks = {"goals_per_90.position": 90.0, "minutes.position": 80.0}
        items = season(2025, "Attack", None, percentiles=ranks,
                       figures=figures | {"goals": 9 + number})  # fmt: skip
        facts = profile(age=24, position="Attack", club="Bonkekolk", height=160 + number)
        draft = write(Dossier(player="Ilmar Testovik", as_of=AS_OF, evidence=[*facts, *items]))
        shapes.add(re.sub(r"\d", "", texts(draft)))
    assert len(shapes) > 20


def test_unchanged_evidence_keeps_its_wording() -> None:
    before = write(striker())
    evidence = [p.model_copy(update={"value": 60_000_000}) if p.id == "value.highest" else p
                for p in striker().evidence]  # fmt: skip
    after = write(striker().model_copy(update={"evidence": evidence}))
    changed = [a.text for a, b in zip(before.summary, after.summary, strict=True) if a != b]
    assert len(changed) == 1
    assert "€50m" in changed[0]
