"""Who a player is: the facts of his own record, and his age against the usual peak."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row

from football_player_service.app.careers.models import Span
from football_player_service.app.players.ages import age_on
from football_player_service.app.players.derived import months_until
from football_player_service.app.players.models import Position
from football_player_service.app.scouting.evidence.item import item, plain, written
from football_player_service.app.scouting.schemas import Evidence

# First and last year of the age at which players of a position are usually at their best. A rule
# of thumb in the order that studies of careers agree on (attackers first, goalkeepers last), not a
# measurement, and never a statement about one player.
PEAK_AGES: dict[str, tuple[int, int]] = {
    Position.GOALKEEPER: (27, 33),
    Position.DEFENDER: (25, 30),
    Position.MIDFIELDER: (24, 29),
    Position.ATTACK: (24, 28),
}
ESTIMATE = "An estimate: no birth date is on record, only an age."

# Id, label, and the column it is read from.
_TEXTS = (
    ("country", "Country", "country"),
    ("second_country", "Second country", "second_country"),
    ("status", "Status", "status"),
    ("position", "Position", "position"),
    ("sub_position", "Position in detail", "sub_position"),
    ("foot", "Preferred foot", "foot"),
    ("club", "Club", "current_team"),
    ("league", "League", "league"),
    ("agent", "Agent", "agent"),
)


def items(player: Row[Any], *, day: date) -> Iterator[Evidence]:
    """The facts on record; ages and months as of `day`, the others of the record's own day."""
    recorded = player.data_as_of
    if born := player.date_of_birth:
        note = ESTIMATE if player.date_of_birth_is_estimate else None
        yield item("age", "Age", age_on(born, day), "years", as_of=day, note=note)
        birth = born.isoformat()
        yield item("date_of_birth", "Date of birth", birth, "date", as_of=recorded, note=note)
    last = player.last_season
    season = None if last is None else written(Span.SEASON, last)
    for id, label, column in _TEXTS:
        if text := plain(getattr(player, column) or ""):
            # A source that says which season it saw him in says no more than that of his club.
            period = season if id in ("club", "league") else None
            yield item(id, label, text, "text", as_of=recorded, period=period)
    if player.height_cm is not None:
        yield item("height", "Height", player.height_cm, "cm", as_of=recorded)
    if season is not None:
        yield item("last_season", "Last season", season, "text", as_of=recorded)
    if until := player.contract_until:
        end = until.isoformat()
        yield item("contract.until", "Contract until", end, "date", as_of=recorded)
        left = months_until(until, day)
        yield item("contract.months_left", "Months left of the contract", left, "months", as_of=day)
    if born and player.position:
        yield from _peak(age_on(born, day), PEAK_AGES[player.position], day=day)


def _peak(age: int, peak: tuple[int, int], *, day: date) -> Iterator[Evidence]:
    first, last = peak
    distance = min(age - first, 0) or max(age - last, 0)
    for name, label, years, on in (
        ("from", "Usual peak from the age of", first, None),
        ("to", "Usual peak to the age of", last, None),
        ("distance", "Years from the usual peak", distance, day),
    ):
        yield item(f"peak.{name}", label, years, "years", source="computed", as_of=on)
