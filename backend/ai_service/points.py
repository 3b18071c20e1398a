"""The built-in writer's points for, and points against or to clear up.

A point is a fact of the record with what follows from it by arithmetic or by the rules of the
transfer market. None says how the player plays: a profile does not show that.
"""

from collections.abc import Iterator

from ai_service.derived import Profile
from ai_service.football import AGE_OF_MAJORITY, PEAK_YEARS
from ai_service.wording import article, day, listing, money, percent, sentence, span, years

LAST_MONTHS = 6
LAST_YEAR = 12

# At this share of the highest value or less, a fall is a point of its own.
_MARKED_FALL = 0.75


def points_for(profile: Profile) -> list[str]:
    """Whole sentences; empty when the profile gives none."""
    if profile.player.status == "retired":
        return []
    return [sentence(point) for point in _for(profile)]


def points_against(profile: Profile) -> list[str]:
    """Whole sentences, the most pressing first; empty when there is nothing to clear up."""
    if profile.player.status == "retired":
        return [sentence(point) for point in _against_retired(profile)]
    parts = (_stale, _contract, _free_agent, _age, _value, _doubts)
    return [sentence(point) for part in parts for point in part(profile)]


def gaps(profile: Profile) -> list[str]:
    """The names of facts that are missing, in the order in which a scout would ask for them."""
    player = profile.player
    not_asked = None if profile.in_work else "nothing to be expected"
    facts: dict[str, object] = {
        "age": profile.age,
        "position": profile.position,
        "club": player.current_team or not_asked,
        "league": player.league or not_asked,
        "contract end": player.contract_until or not_asked,
        "market value": player.market_value,
        "highest market value": player.highest_market_value,
        "playing status": player.status,
        "preferred foot": player.foot,
        "height": player.height_cm,
        "country": player.country,
    }
    return [name for name, value in facts.items() if value is None]


def _for(profile: Profile) -> Iterator[str]:
    player = profile.player
    if player.status == "free_agent":
        yield "Free agent: no transfer fee would be due"
    elif player.contract_until and profile.contract_ends_within(LAST_MONTHS):
        yield (
            f"The contract on record ends on {day(player.contract_until)}, {_from_now(profile)}: "
            "in its last six months terms for a move without a transfer fee can usually be agreed "
            "with the player"
        )
    elif player.contract_until and profile.contract_ends_within(LAST_YEAR):
        yield (
            f"The contract on record ends on {day(player.contract_until)}, {_from_now(profile)}: "
            "after that date no transfer fee is due, so the club's time to ask for one is "
            "running out"
        )
    if profile.position and profile.age is not None:
        first, last = PEAK_YEARS[profile.position]
        if first <= profile.age <= last:
            yield f"At {profile.years_text}, within {_peak(profile)}"
        elif profile.age < first:
            yield (
                f"At {profile.years_text}, {years(first - profile.age)} before {_peak(profile)}: "
                "those years are still to come"
            )
    value, highest = player.market_value, player.highest_market_value
    if value and value == highest:
        yield f"The market value ({money(value)}) is the highest on record"


def _against_retired(profile: Profile) -> Iterator[str]:
    yield "Retired: not available for a transfer"
    until = profile.player.contract_until
    if until and until >= profile.player.as_of:
        yield (
            f"The record still holds a contract to {day(until)}: "
            "check whether the retirement is recorded rightly"
        )
    if profile.positions_disagree:
        yield from _disagreement(profile)


def _stale(profile: Profile) -> Iterator[str]:
    player, facts = profile.player, profile.dated_facts
    if player.data_as_of and profile.data_age_days and profile.is_stale and facts:
        verb = "was" if len(facts) == 1 else "were"
        yield (
            f"The {listing(facts)} {verb} recorded on {day(player.data_as_of)}, "
            f"{span(profile.data_age_days)} before this report: check before anything else"
        )


def _contract(profile: Profile) -> Iterator[str]:
    until, days = profile.player.contract_until, profile.contract_days
    if until is None or days is None or profile.player.status == "free_agent":
        return
    if days < 0:
        yield (
            f"The contract on record ended on {day(until)}: find out whether it was renewed, "
            "the player has moved, or the player is free"
        )
    elif profile.contract_ends_within(LAST_YEAR):
        yield "Time is short: a renewal, or terms with another club, would close this opening"
    else:
        yield (
            f"The contract on record runs to {day(until)}: a transfer before then needs the club's "
            "agreement, and no asking price is known"
        )


def _free_agent(profile: Profile) -> Iterator[str]:
    player = profile.player
    if player.status != "free_agent":
        return
    if player.current_team:
        yield (
            f"The record says free agent but still names a club ({player.current_team}): "
            "check which holds"
        )
    if player.contract_until and player.contract_until >= player.as_of:
        yield (
            f"The record says free agent but holds a contract to {day(player.contract_until)}: "
            "check which holds"
        )


def _age(profile: Profile) -> Iterator[str]:
    if profile.age is None:
        return
    if profile.age < AGE_OF_MAJORITY:
        yield (
            f"At {profile.years_text}, a minor: the rules on transfers of players under 18 "
            "have to be checked"
        )
    if profile.position:
        last = PEAK_YEARS[profile.position][1]
        if profile.age > last:
            yield f"At {profile.years_text}, {years(profile.age - last)} past {_peak(profile)}"


def _value(profile: Profile) -> Iterator[str]:
    value, highest = profile.player.market_value, profile.player.highest_market_value
    if value is None or not highest:
        return
    if value > highest:
        yield (
            f"The market value ({money(value)}) is above the highest on record "
            f"({money(highest)}): one of the two must be wrong"
        )
    elif value <= highest * _MARKED_FALL:
        yield (
            f"The market value is {percent(value, highest)} of the highest on record "
            f"({money(value)} against {money(highest)}), and the profile does not say why"
        )


def _doubts(profile: Profile) -> Iterator[str]:
    player = profile.player
    if player.date_of_birth_is_estimate and profile.age is not None:
        yield "The birth date is an estimate: confirm the age from a document"
    if player.date_of_birth and player.date_of_birth > player.as_of:
        yield f"The birth date on record ({day(player.date_of_birth)}) is still to come"
    if profile.positions_disagree:
        yield from _disagreement(profile)
    if missing := gaps(profile):
        yield f"Missing from the profile: {listing(missing)}"


def _disagreement(profile: Profile) -> Iterator[str]:
    player = profile.player
    yield (
        f"Position ({player.position}) and sub-position ({player.sub_position}) on record "
        "do not fit together"
    )


def _peak(profile: Profile) -> str:
    assert profile.position is not None
    first, last = PEAK_YEARS[profile.position]
    return f"the usual peak years of {article(profile.role)} ({first} to {last})"


def _from_now(profile: Profile) -> str:
    assert profile.contract_days is not None
    return "today" if profile.contract_days == 0 else f"in {span(profile.contract_days)}"
