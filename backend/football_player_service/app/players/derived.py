"""Values derived from a player's data, some of which change as days pass."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from football_player_service.app.players.ages import age_on
from football_player_service.app.text import fold


class AgeGroup(StrEnum):
    """Age groups as squads use them; U18 is under 18."""

    U18 = "U18"
    U21 = "U21"
    U23 = "U23"
    SENIOR = "23-29"
    VETERAN = "30+"


class ContractStatus(StrEnum):
    """Time left on a contract."""

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
    club_words: str = "",
) -> dict[str, str | None]:
    """The derived columns of a player, as of `day`.

    `club_words` are other names of the club (`clubs.service.search_words`).
    """
    name = fold(full_name)
    return {
        "age_group": age_group(date_of_birth, day),
        "contract_status": contract_status(contract_until, day),
        "sort_name": name,
        "search_text": f"{name} {_words_of_club(current_team or '', club_words)}".strip(),
    }


def search_text(*, full_name: str, current_team: str | None, club_words: str) -> str:
    """The words by which a player is found: the name, and every word of the club's names once."""
    return f"{fold(full_name)} {_words_of_club(current_team or '', club_words)}".strip()


# Few clubs differ: an import asks for each of them many times.
@lru_cache(maxsize=10_000)
def _words_of_club(name: str, words: str) -> str:
    return " ".join(dict.fromkeys(f"{fold(name)} {words}".split()))


_UNDER = ((18, AgeGroup.U18), (21, AgeGroup.U21), (23, AgeGroup.U23), (30, AgeGroup.SENIOR))


def age_group(born: date | None, day: date) -> AgeGroup | None:
    """The age group on `day`; None without a birth date."""
    if born is None:
        return None
    age = age_on(born, day)
    for limit, group in _UNDER:
        if age < limit:
            return group
    return AgeGroup.VETERAN


def contract_status(until: date | None, day: date) -> ContractStatus | None:
    """The time left on `day`; None without an end date. A contract still runs on its last day."""
    if until is None:
        return None
    if until < day:
        return ContractStatus.EXPIRED
    if until <= _months_after(day, 6):
        return ContractStatus.SIX_MONTHS
    return (
        ContractStatus.TWELVE_MONTHS if until <= _months_after(day, 12) else ContractStatus.LONGER
    )


# Cached: an import asks for the same two days once per player.
@lru_cache(maxsize=8)
def _months_after(day: date, months: int) -> date:
    return day + relativedelta(months=months)


def months_until(end: date, day: date) -> int:
    """Whole months from `day` to `end`, rounded down: -1 from the first day after `end`."""
    left = relativedelta(end, day)
    months = 12 * left.years + left.months
    return months - 1 if left.days < 0 else months
