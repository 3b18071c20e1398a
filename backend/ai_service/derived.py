"""What follows from a player's facts by arithmetic alone."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ai_service.football import POSITION_NOUNS, SUB_POSITIONS
from ai_service.schemas import Player, Position
from ai_service.wording import article

_HALF_A_YEAR = 183


@dataclass(frozen=True)
class Profile:
    """A player with the facts derived from the record. Ages are in years, spans in days."""

    player: Player
    age: int | None
    position: Position | None
    role: str  # "centre-forward", or "player" when no position is known
    positions_disagree: bool
    contract_days: int | None  # from `as_of`; negative when the date has passed
    data_age_days: int | None

    @property
    def years_text(self) -> str:
        """The age in figures, with "about" where it is an estimate."""
        return f"about {self.age}" if self.player.date_of_birth_is_estimate else f"{self.age}"

    @property
    def in_work(self) -> bool:
        """Whether a club and a contract are to be expected."""
        return self.player.status not in ("retired", "free_agent")

    @property
    def is_stale(self) -> bool:
        return self.data_age_days is not None and self.data_age_days > _HALF_A_YEAR

    @property
    def dated_facts(self) -> list[str]:
        """Those facts on record that go out of date."""
        player = self.player
        facts = {
            "club": player.current_team,
            "contract": player.contract_until,
            "market value": player.market_value,
        }
        return [name for name, value in facts.items() if value is not None]

    def contract_ends_within(self, months: int) -> bool:
        """Whether the contract is still running and ends within so many months of `as_of`."""
        until, today = self.player.contract_until, self.player.as_of
        return until is not None and today <= until <= _months_after(today, months)


def read(player: Player) -> Profile:
    """Derive a player's profile. Raises nothing for a valid player."""
    position, role, disagree = _position(player)
    return Profile(
        player=player,
        age=_age(player),
        position=position,
        role=role,
        positions_disagree=disagree,
        contract_days=_days(player.as_of, player.contract_until),
        data_age_days=_days(player.data_as_of, player.as_of),
    )


def person(profile: Profile) -> str:
    """The player in a noun phrase: an 18-year-old left winger; a goalkeeper of about 30."""
    if profile.age is None:
        return article(profile.role)
    if profile.player.date_of_birth_is_estimate:
        return f"{article(profile.role)} of {profile.years_text}"
    return f"{article(f'{profile.age}-year-old')} {profile.role}"


def _position(player: Player) -> tuple[Position | None, str, bool]:
    """The position, the noun for it, and whether position and sub-position contradict."""
    known = SUB_POSITIONS.get(player.sub_position or "")
    if known and player.position in (None, known[0]):
        return known[0], known[1], False
    noun = POSITION_NOUNS[player.position] if player.position else "player"
    return player.position, noun, known is not None


def _age(player: Player) -> int | None:
    born, today = player.date_of_birth, player.as_of
    if player.age is not None or born is None or born > today:
        return player.age
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _days(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else (end - start).days


def _months_after(start: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
