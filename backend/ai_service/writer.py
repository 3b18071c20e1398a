"""The built-in writer: a report from the profile alone, without a language model.

The same facts always give the same words. It states what is on record and what follows from it,
names what is missing, and judges nothing that a profile cannot show.
"""

from collections.abc import Iterator

from ai_service.derived import Profile, person, read
from ai_service.football import AGE_OF_MAJORITY
from ai_service.points import LAST_YEAR, gaps, points_against, points_for
from ai_service.schemas import Player, Recommendation, Sections
from ai_service.wording import day, listing, metres, money, percent, sentence, span

NAME = "built-in writer"
PROMPT_VERSION = "built-in-v1"

_FOOT = {"left": "left-footed", "right": "right-footed", "both": "two-footed"}


def write(player: Player) -> Sections:
    """The sections of a player's report. Deterministic; raises nothing for a valid player."""
    profile = read(player)
    return Sections(
        summary=" ".join(sentence(words) for words in _summary(profile)),
        strengths=points_for(profile),
        weaknesses=points_against(profile),
        recommendation=_recommendation(profile),
    )


def _summary(profile: Profile) -> Iterator[str]:
    yield _who(profile)
    yield from _description(profile)
    yield from _money(profile)
    if profile.player.status == "retired":
        yield "There is no performance data"
        return
    yield from _contract(profile)
    yield from _dated(profile)
    if _is_empty(profile):
        yield "There is no performance data either, so there is nothing yet to judge the player on"
    else:
        yield "There is no performance data: nothing here says how the player plays"


def _who(profile: Profile) -> str:
    player = profile.player
    if _is_empty(profile):
        return f"Only the name of {player.full_name} is on record"
    if player.status == "retired":
        age = "" if profile.age is None else f", now {profile.years_text}"
        return f"{player.full_name} is a retired {profile.role}{age}"
    who = f"{player.full_name} is {person(profile)}"
    if player.status == "free_agent":
        return f"{who} and a free agent"
    league = f" ({player.league})" if player.league else ""
    if player.current_team:
        return f"{who} at {player.current_team}{league}"
    return f"{who}, with no club on record{league}"


def _description(profile: Profile) -> Iterator[str]:
    player = profile.player
    if player.country:
        second = f" (second country: {player.second_country})" if player.second_country else ""
        yield f"Country: {player.country}{second}"
    elif player.second_country:
        yield f"Second country: {player.second_country}"
    foot = _FOOT[player.foot] if player.foot else None
    height = f"{metres(player.height_cm)} tall" if player.height_cm else None
    if foot:
        yield ", ".join(fact for fact in (foot, height) if fact)
    elif player.height_cm:
        yield f"Height: {metres(player.height_cm)}"


def _money(profile: Profile) -> Iterator[str]:
    value, highest = profile.player.market_value, profile.player.highest_market_value
    if profile.player.status == "retired":
        if highest:
            yield f"Highest market value on record: {money(highest)}"
    elif value is None:
        if highest:
            yield f"Highest market value on record: {money(highest)}, without a present one"
    elif not highest or value > highest:
        yield f"Market value: {money(value)}"
    elif value == highest:
        yield f"Market value: {money(value)}, the highest on record"
    else:
        yield (
            f"Market value: {money(value)}, {percent(value, highest)} of the highest on record "
            f"({money(highest)})"
        )


def _contract(profile: Profile) -> Iterator[str]:
    until, days = profile.player.contract_until, profile.contract_days
    if until is None or days is None:
        return
    if days < 0:
        yield f"The contract on record ended on {day(until)}, {span(-days)} ago"
    elif days == 0:
        yield f"Contract to {day(until)}, the day of this report"
    else:
        yield f"Contract to {day(until)}, {span(days)} after this report ({_today(profile)})"


def _dated(profile: Profile) -> Iterator[str]:
    facts, held_on = profile.dated_facts, profile.player.data_as_of
    if held_on and facts:
        yield f"The {listing(facts)} given here held on {day(held_on)}"


def _recommendation(profile: Profile) -> Recommendation:
    if profile.player.status == "retired":
        reason = (
            "The record says that the player has retired, so there is no transfer to consider. "
            "If that is wrong, correct the status and ask for a new report."
        )
        return Recommendation(verdict="reject", reason=reason)
    reasons = (
        "The profile shows the player's circumstances, not the player's football, so it supports "
        "neither a signing nor a refusal",
        *_timing(profile),
        f"Before a decision, get: {'; '.join(_next_steps(profile))}",
    )
    return Recommendation(
        verdict="insufficient_evidence", reason=" ".join(sentence(words) for words in reasons)
    )


def _timing(profile: Profile) -> Iterator[str]:
    """What the terms of the contract mean for when and with whom to talk."""
    player = profile.player
    if profile.is_stale and profile.data_age_days and profile.dated_facts:
        yield f"What is on record is {span(profile.data_age_days)} old and has to be renewed first"
    if player.status == "free_agent":
        yield "If there is interest, no club has to be asked"
    elif player.contract_until and profile.contract_ends_within(LAST_YEAR):
        yield f"If there is interest, {day(player.contract_until)} sets the time"
    elif profile.contract_days and profile.contract_days > 0:
        yield "If there is interest, the price is the club's to name"


def _next_steps(profile: Profile) -> Iterator[str]:
    player, missing = profile.player, gaps(profile)
    if _is_empty(profile):
        yield "the player's identity (birth date, position and club)"
    elif profile.is_stale and profile.dated_facts:
        yield f"today's {listing(profile.dated_facts)}"
    yield "minutes and match data of at least the last full season"
    yield "a scout's own report, live or on video"
    if player.status == "free_agent":
        yield "the reason for being without a club"
    elif profile.contract_ends_within(LAST_YEAR):
        yield "word on whether a renewal is being negotiated"
    elif "contract end" in missing and not _is_empty(profile):
        yield "the end of the contract"
    if profile.age is not None and profile.age < AGE_OF_MAJORITY:
        yield "advice on the rules for minors"


def _is_empty(profile: Profile) -> bool:
    """Whether the record holds a name and nothing else."""
    known = profile.player.model_dump(exclude={"full_name", "as_of", "data_as_of"})
    return not any(value not in (None, False) for value in known.values())


def _today(profile: Profile) -> str:
    return day(profile.player.as_of)
