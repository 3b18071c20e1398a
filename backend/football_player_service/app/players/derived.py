"""What is worked out from a player's facts, much of it anew as days pass."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

from football_player_service.app.players.ages import age_on, years_before
from football_player_service.app.text import fold


class AgeGroup(StrEnum):
    """The age groups squads are planned in; U18 is under 18."""

    U18 = "U18"
    U21 = "U21"
    U23 = "U23"
    SENIOR = "23-29"
    VETERAN = "30+"


class ContractStatus(StrEnum):
    """How long a contract still runs."""

    EXPIRED = "expired"
    SIX_MONTHS = "within_6_months"
    TWELVE_MONTHS = "within_12_months"
    LONGER = "longer"


def columns(
    *,
    full_name: str,
    current_team: str | None,
    date_of_birth: date | None,
    contract_until: date | None,
    day: date,
) -> dict[str, str | None]:
    """The columns that follow from facts, as they are on `day`."""
    name, club = fold(full_name), fold(current_team or "")
    return {
        "age_group": age_group(date_of_birth, day),
        "contract_status": contract_status(contract_until, day),
        "sort_name": name,
        "search_text": f"{name} {club}".strip(),
    }


_UNDER = ((18, AgeGroup.U18), (21, AgeGroup.U21), (23, AgeGroup.U23), (30, AgeGroup.SENIOR))


# An import asks about the same days thousands of times.
@lru_cache(maxsize=20_000)
def age_group(born: date | None, day: date) -> AgeGroup | None:
    """The age group on `day`; None without a birth date."""
    if born is None:
        return None
    age = age_on(born, day)
    return next((group for limit, group in _UNDER if age < limit), AgeGroup.VETERAN)


@lru_cache(maxsize=20_000)
def contract_status(until: date | None, day: date) -> ContractStatus | None:
    """How long a contract `until` still runs on `day`; None where its end is not known."""
    if until is None:
        return None
    if until < day:
        return ContractStatus.EXPIRED
    if until <= months_after(day, 6):
        return ContractStatus.SIX_MONTHS
    return ContractStatus.TWELVE_MONTHS if until <= months_after(day, 12) else ContractStatus.LONGER


@lru_cache(maxsize=64)
def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    first = years_before(day.replace(day=1), -years).replace(month=month + 1)
    for last in (day.day, 30, 29, 28):
        try:
            return first.replace(day=last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def months_until(end: date, day: date) -> int:
    """Whole months from `day` to `end`; negative once `end` has passed."""
    months = (end.year - day.year) * 12 + end.month - day.month
    return months if months_after(day, months) <= end else months - 1
