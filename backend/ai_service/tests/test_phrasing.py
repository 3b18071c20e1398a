"""Phrases for values: each is true for every value of its band."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_service.phrasing import (
    CARD_BANDS,
    CHANGE_BANDS,
    CONTRACT_BANDS,
    METRICS,
    PERCENTILE_BANDS,
    PERCENTILE_PHRASES,
    Band,
    in_words,
    metric_of,
    peak_words,
    percentile,
    percentile_bands,
    words_for,
)
from ai_service.schemas import Cohort, Dossier, Unit
from ai_service.tests.dossiers import item, striker
from ai_service.tests.strategies import wild_dossiers

_BANDS = st.sampled_from((PERCENTILE_BANDS, CARD_BANDS))


@given(st.floats(0, 100), _BANDS)
def test_every_band_phrase_is_true_for_its_percentiles(
    value: float, bands: tuple[Band, ...]
) -> None:
    said = in_words(value, bands).removeprefix("in the ")
    true = PERCENTILE_PHRASES[said]
    assert true.low <= value <= true.high


@pytest.mark.parametrize(
    ("value", "words"),
    [(90, "top tenth"), (89.9, "top quarter"), (75, "top quarter"), (74.9, "above most"),
     (60, "above most"), (59.9, "around the middle"), (40, "around the middle"),
     (39.9, "below most"), (25, "below most"), (24.9, "bottom quarter"), (10, "bottom quarter"),
     (9.9, "bottom tenth"), (0, "bottom tenth")],
)  # fmt: skip
def test_percentile_bands(value: float, words: str) -> None:
    assert in_words(value, PERCENTILE_BANDS).removeprefix("in the ") == words


@given(st.floats(0, 100), _BANDS)
def test_a_percentile_is_rounded_within_its_band(value: float, bands: tuple[Band, ...]) -> None:
    shown = percentile(value, bands)
    rounded = float(shown.removeprefix("percentile "))
    assert abs(rounded - value) <= 0.5
    if round(value, 3) == value:
        assert in_words(rounded, bands) == in_words(value, bands)
        assert 0 < rounded < 100 or rounded == value


def test_percentile_format() -> None:
    shown = [percentile(value) for value in (92.7, 89.6, 99.96, 0.04, 100, 2.3, 4.0)]
    assert shown == [f"percentile {v}" for v in ("93", "89.6", "99.96", "0.04", "100", "2.3", "4")]


@given(st.floats(-100, 10_000))
def test_change_phrases_have_the_right_direction(value: float) -> None:
    words = in_words(value, CHANGE_BANDS)
    assert ("up" in words) == (value >= 10)
    assert ("down" in words) == (value < -10)
    assert ("sharply" in words) == (value >= 50 or value < -50)


@given(st.integers(-60, 60))
def test_contract_phrases_match_the_months_left(months: int) -> None:
    words = in_words(months, CONTRACT_BANDS)
    least = {"with at least two years left": 24, "with at least a year left": 12}
    most = {"in its last year": 12, "in its last six months": 6, "ended": 0}
    assert months >= least.get(words, -60)
    assert months < most.get(words, 61)


def test_peak_age_phrases() -> None:
    assert [peak_words(distance) for distance in (-7, 0, 1)] == [
        "seven years before the usual peak ages",
        "within the usual peak ages",
        "one year past the usual peak ages",
    ]


def test_card_percentiles_use_highest_and_lowest() -> None:
    for metric in METRICS.values():
        bands = percentile_bands(f"season.2025.{metric.key}.position")
        assert (bands is CARD_BANDS) == ("cards" in metric.key) == (metric.good == "low")
    assert percentile_bands("value.percentile") is PERCENTILE_BANDS


def test_the_metric_of_an_id() -> None:
    assert metric_of("season.2025.goals_per_90.league") == "goals_per_90"
    assert metric_of("trend.minutes") == "minutes"
    assert metric_of("value.percentile") is None


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ("value.now", "€45m"),
        ("contract.until", "30 June 2027"),
        ("contract.months_left", "in its last year"),
        ("height", "1.87 m"),
        ("value.change_12m", "up sharply (up 50%)"),
        ("value.share_of_highest", "90%"),
        ("peak.distance", "within the usual peak ages"),
        ("trend.goals_per_90", "rising"),
        ("season.2025.goals_per_90", "0.70 goals per 90"),
        ("season.2025.red_cards", "1 red card"),
        ("season.2025.minutes", "3,105 minutes"),
        ("career.goals", "36 goals"),
        ("club", None),
        ("transfers.count", None),
        (
            "season.2025.goals_per_90.position",
            "in the top tenth (percentile 93) of 1,180 attacking players with at least 900 minutes "
            "in 2025/26",
        ),
        (
            "season.2025.yellow_cards_per_90.position",
            "in the highest quarter (percentile 81) of 1,180 attacking players with at least 900 "
            "minutes in 2025/26, where few is good",
        ),
    ],
)
def test_item_phrases(identity: str, words: str | None) -> None:
    found = {piece.id: words_for(piece) for piece in striker().evidence}
    assert found[identity] == words


@given(wild_dossiers())
def test_any_item_has_a_phrase_or_none(dossier: Dossier) -> None:
    for piece in dossier.evidence:
        words = words_for(piece)
        assert words is None or words.strip()


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (None, "percentile"),
        (101, "percentile"),
        ("2027-13-45", "date"),
        ("sideways", "trend"),
    ],
)
def test_invalid_values_have_no_phrase(value: object, unit: Unit) -> None:
    assert words_for(item("value.percentile", value, unit)) is None


def test_a_percentile_without_a_cohort_has_a_phrase() -> None:
    cohort = Cohort(definition="goalkeepers", scope="age", position="Goalkeeper", league=None,
                    period=None, size=30, left_out=0)  # fmt: skip
    bare = item("value.percentile", 75.0, "percentile", as_of=date(2026, 1, 1))
    assert words_for(bare) == "in the top quarter (percentile 75)"
    among = bare.model_copy(update={"cohort": cohort})
    assert words_for(among) == "in the top quarter (percentile 75) of 30 goalkeepers"
