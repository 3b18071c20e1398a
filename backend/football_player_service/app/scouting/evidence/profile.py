"""The player's own data, and their age compared with the usual peak ages of the position."""

from collections.abc import Iterator
from datetime import date

from football_player_service.app.players.ages import age_on
from football_player_service.app.players.derived import months_until
from football_player_service.app.players.models import Player, Position
from football_player_service.app.record.models import Span, period_name
from football_player_service.app.scouting.evidence.item import item, plain
from football_player_service.app.scouting.schemas import Evidence

# First and last year of the usual peak, by position. A rule of thumb in the order that career
# studies agree on (attackers first, goalkeepers last); not a measurement of any one player.
PEAK_AGES: dict[str, tuple[int, int]] = {
    Position.GOALKEEPER: (27, 33),
    Position.DEFENDER: (25, 30),
    Position.MIDFIELDER: (24, 29),
    Position.ATTACK: (24, 28),
}
ESTIMATE = "An estimate from the age: the birth date is unknown."

# Id, label, and the attribute of the player.
_TEXTS = (
    ("country", "Nationality", "country"),
    ("second_country", "Second nationality", "second_country"),
    ("status", "Status", "status"),
    ("position", "Position group", "position"),
    ("sub_position", "Position", "sub_position"),
    ("foot", "Preferred foot", "foot"),
    ("club", "Club", "current_team"),
    ("league", "League", "league"),
    ("agent", "Agent", "agent"),
)


def items(player: Player, *, day: date) -> Iterator[Evidence]:
    """The known data; ages and months are as of `day`, the rest as of the data's own date."""
    as_of = player.data_as_of
    if born := player.date_of_birth:
        note = ESTIMATE if player.date_of_birth_is_estimate else None
        yield item("age", "Age", age_on(born, day), "years", as_of=day, note=note)
        yield item("date_of_birth", "Date of birth", born.isoformat(), "date", as_of=as_of,
                   note=note)  # fmt: skip
    last = player.last_season
    last_season = None if last is None else period_name(Span.SEASON, last)
    for id, label, attribute in _TEXTS:
        if text := plain(getattr(player, attribute) or ""):
            # The club and league are those of the last season in the data.
            period = last_season if id in ("club", "league") else None
            yield item(id, label, text, "text", as_of=as_of, period=period)
    if player.height_cm is not None:
        yield item("height", "Height", player.height_cm, "cm", as_of=as_of)
    if last_season is not None:
        yield item("last_season", "Last season", last_season, "text", as_of=as_of)
    if until := player.contract_until:
        yield item("contract.until", "Contract until", until.isoformat(), "date", as_of=as_of)
        months = months_until(until, day)
        yield item("contract.months_left", "Contract months left", months, "months", as_of=day)
    if born and player.position:
        yield from _peak(age_on(born, day), PEAK_AGES[player.position], day=day)


def _peak(age: int, peak: tuple[int, int], *, day: date) -> Iterator[Evidence]:
    first, last = peak
    distance = min(age - first, 0) or max(age - last, 0)
    for name, label, years, as_of in (
        ("from", "Usual peak from age", first, None),
        ("to", "Usual peak to age", last, None),
        ("distance", "Years from the usual peak", distance, day),
    ):
        yield item(f"peak.{name}", label, years, "years", source="computed", as_of=as_of)
