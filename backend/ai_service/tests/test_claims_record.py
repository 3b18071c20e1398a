"""Claims about the person, the contract, the value and transfers: when each holds."""

from datetime import date
from typing import Any

import pytest

from ai_service.claims.contract import months_before
from ai_service.claims.facts import months_between
from ai_service.schemas import Evidence, Standing
from ai_service.tests.dossiers import (
    RECORD_DAY,
    age_group,
    claims_of,
    dossier,
    empty,
    item,
    person,
    profile,
    transfers,
    valuations,
)


def type_of(id_: str, *evidence: list[Evidence]) -> str | None:
    """The type of a claim about the player; None without the claim."""
    found = claims_of(dossier(*evidence)).get(id_)
    return found.type if found else None


def a_club(period: str | None) -> list[Evidence]:
    return [*profile(age=24, position="Attack"), item("club", "Bonkekolk", "text", period=period)]


@pytest.mark.parametrize(
    ("evidence", "kind"),
    [
        (a_club(None), "identity.current"),
        (a_club("2026/27"), "identity.current"),
        (a_club("2025/26"), "identity.last_seen"),
        (profile(club="Bonkekolk"), "identity.current"),
        (profile(age=24, position="Attack"), "identity.no_club"),
        (profile(status="free_agent", club="Bonkekolk"), "identity.free"),
        (profile(status="retired", club="Bonkekolk"), "identity.retired"),
        (profile(status="retired", last_season="2019/20"), "identity.retired_in"),
        (profile(country="Chile"), None),
    ],
)
def test_the_identity_depends_on_status_and_club(
    evidence: list[Evidence], kind: str | None
) -> None:
    assert type_of("identity", evidence) == kind


@pytest.mark.parametrize(
    ("distance", "kind", "polarity"),
    [
        (-1, "peak.before", "neutral"),
        (0, "peak.within", "neutral"),
        (2, "peak.after", "neutral"),
        (3, "peak.after", "against"),
    ],
)
def test_the_peak_speaks_against_a_player_three_years_past_it(
    distance: int, kind: str, polarity: str
) -> None:
    found = claims_of(dossier(person(peak__distance=distance)))["peak"]
    assert (found.type, found.polarity, found.args["years"]) == (kind, polarity, abs(distance))


def test_only_unusual_heights_and_feet_are_stated() -> None:
    heights = {cm: type_of("height", profile(height=cm)) for cm in (171, 172, 189, 190)}
    assert heights == {171: "height", 172: None, 189: None, 190: "height"}
    feet = {foot: set(claims_of(dossier(profile(foot=foot)))) for foot in ("left", "right", "both")}
    assert "foot_left" in feet["left"]
    assert "foot_both" in feet["both"]
    assert not any(id_.startswith("foot") for id_ in feet["right"])


@pytest.mark.parametrize(
    ("until", "kind", "leverage"),
    [
        ("2026-10-31", "contract.expired", None),
        ("2026-11-01", "contract.until", "leverage.talks"),
        ("2027-05-01", "contract.until", "leverage.talks"),
        ("2027-05-02", "contract.until", "leverage.year"),
        ("2027-10-31", "contract.until", "leverage.year"),
        ("2027-11-01", "contract.until", "leverage.running_down"),
        ("2028-04-30", "contract.until", "leverage.running_down"),
        ("2028-05-01", "contract.until", None),
        ("2029-10-31", "contract.until", None),
        ("2029-11-01", "contract.until", "leverage.long"),
        (None, "contract.unknown", None),
        ("soon", "contract.unknown", None),
    ],
)
def test_the_contract_and_what_follows_from_it(
    until: str | None, kind: str, leverage: str | None
) -> None:
    evidence = person(contract__until=until)
    assert (type_of("contract", evidence), type_of("leverage", evidence)) == (kind, leverage)


def test_a_player_without_a_club_has_no_contract() -> None:
    assert type_of("contract", person(status="free_agent")) == "contract.free"
    assert type_of("leverage", person(status="free_agent")) is None
    assert type_of("contract", person(status="retired")) is None


@pytest.mark.parametrize(
    ("until", "talks"),
    [
        (date(2027, 6, 30), date(2026, 12, 30)),
        (date(2027, 8, 31), date(2027, 2, 28)),
        (date(2028, 8, 30), date(2028, 2, 29)),
        (date(2027, 3, 1), date(2026, 9, 1)),
    ],
)
def test_talks_may_start_six_months_before_the_end(until: date, talks: date) -> None:
    assert months_before(until, 6) == talks


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2026, 2, 15), date(2026, 1, 16), -1),
        (date(2025, 12, 1), date(2026, 12, 1), 12),
    ],
)
def test_whole_months_between_days(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, "value.now"),
        ({"value__now": None}, "value.unknown"),
        ({"value__now": 0}, "value.unknown"),
        ({"status": "retired"}, "value.last"),
        ({"status": "retired", "value__now": None}, None),
    ],
)
def test_the_value(facts: dict[str, Any], kind: str | None) -> None:
    assert type_of("value", person(**facts)) == kind


def test_a_value_without_a_date_is_called_undated() -> None:
    assert type_of("value", profile(None, value__now=1_000_000)) == "value.now.undated"


@pytest.mark.parametrize(
    ("share", "kind"),
    [(100.0, "high.at"), (99.9, None), (90.1, None), (90.0, "high.below")],
)
def test_the_value_against_the_career_high(share: float, kind: str | None) -> None:
    assert type_of("high", person(value__share_of_highest=share)) == kind


@pytest.mark.parametrize(
    ("earlier", "kind"),
    [
        (40_000_000, None),  # 12.5 %
        (39_000_000, "course.rising"),  # 15.4 %
        (53_000_000, "course.falling"),  # -15.1 %
        (52_000_000, None),  # -13.5 %
    ],
)
def test_a_course_of_the_value_needs_fifteen_percent(earlier: int, kind: str | None) -> None:
    history = valuations(45_000_000, date(2026, 6, 10), m12=earlier)
    assert type_of("value_course.12", person(), history) == kind


def test_a_history_that_stops_before_the_value_has_no_course() -> None:
    history = valuations(20_000_000, date(2024, 6, 10), m12=10_000_000)
    assert type_of("value_course.12", person(), history) is None
    assert type_of("value_course.12", person(value__now=20_000_000), history) == "course.rising"


@pytest.mark.parametrize(
    ("above", "level", "below", "kind"),
    [
        (24, 1, 75, "price.high"),
        (24, 2, 74, "price.middle"),  # ties count against an extreme
        (75, 1, 24, "price.low"),
        (74, 2, 24, "price.middle"),
        (50, 1, 49, "price.middle"),
    ],
)
def test_the_price_is_checked_against_the_middle_half_of_the_age_group(
    above: int, level: int, below: int, kind: str
) -> None:
    assert type_of("price", person(), [age_group(above, level, below)]) == kind


def test_a_price_without_players_to_compare_with_is_no_claim() -> None:
    nobody = age_group(0, 1, 0)
    assert nobody.cohort
    cohort = nobody.cohort.model_copy(update={"size": 0})
    standing = Standing(above=0, level=0, below=0)
    odd = nobody.model_copy(update={"cohort": cohort, "standing": standing})
    assert type_of("price", person(), [odd]) is None
    assert type_of("price", profile(age=24), [age_group(1, 1, 98)]) is None, "no value to compare"


@pytest.mark.parametrize(
    ("distance", "share", "kind"),
    [
        (-1, 90.0, "buy.growth"),
        (-1, 100.0, "buy.growth_high"),
        (0, 90.0, "buy.prime"),
        (0, 100.0, "buy.prime_high"),
        (1, 90.0, "buy.short"),
        (1, 100.0, "buy.late_high"),
        (1, None, "buy.short"),
    ],
)
def test_what_a_buyer_gets_depends_on_age_and_price(
    distance: int, share: float | None, kind: str
) -> None:
    evidence = person(peak__distance=distance, value__share_of_highest=share)
    assert type_of("buy", evidence) == kind
    assert type_of("buy", evidence, profile(status="retired")) is None


@pytest.mark.parametrize(
    ("move", "kind", "fee"),
    [
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 30_000_000), "transfer.fee", "fee.above"),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 30_000_001), "transfer.fee", None),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 45_000_000), "transfer.fee", None),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 45_000_001), "transfer.fee", "fee.more"),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 67_500_000), "transfer.fee", "fee.below"),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 67_499_999), "transfer.fee", "fee.more"),
        (("2024-08-12", "Bonkekolk", "Fictional S.p.A.", 1_000_000), "transfer.fee", None),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 0), "transfer", None),
        (("2024-08-12", "Bonkekolk", "Heronmoor Rovers", None), "transfer", None),
        (("2024-08-12", "Without Club", "Heronmoor Rovers", 1), None, None),
        (("2024-08-12", "Bonkekolk", "Bonkekolk", 1), None, None),
        (("last summer", "Bonkekolk", "Heronmoor Rovers", 1), None, None),
    ],
)
def test_transfers_and_fees(
    move: tuple[str, str, str, int | None], kind: str | None, fee: str | None
) -> None:
    evidence = person(), transfers(move)
    assert (type_of("transfer", *evidence), type_of("fee", *evidence)) == (kind, fee)


def test_an_empty_record_has_only_claims_about_what_is_missing() -> None:
    found = claims_of(empty())
    assert {claim.type for claim in found.values()} == {
        "data.empty", "contract.unknown", "value.unknown", "recommend.insufficient_evidence",
        "thesis",
    }  # fmt: skip
    assert found["empty"].required


def test_unusable_values_make_no_claims() -> None:
    negative = person(value__now=-1, value__share_of_highest=None)
    assert type_of("value", negative) == "value.unknown"
    undated = [piece.model_copy(update={"as_of": None})
               for piece in valuations(45_000_000, RECORD_DAY, m12=1_000_000)]  # fmt: skip
    assert type_of("value_course.12", person(), undated) is None
    odd = [item("peak.distance", 2, "years")]
    assert type_of("buy", odd) is None, "neither age nor position"
