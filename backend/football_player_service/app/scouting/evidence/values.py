"""What a player is worth: now, at the most, over the years, and among those of his age."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from football_player_service.app.careers import service as careers
from football_player_service.app.players.ages import years_before
from football_player_service.app.players.cohorts import value_standing
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.evidence.percentiles import POSITION_NOUNS, percentile
from football_player_service.app.scouting.schemas import Cohort, Evidence

YEARS_BACK = (1, 2, 3)


def items(connection: Connection, player: Row[Any], *, day: date) -> Iterator[Evidence]:
    """All there is on his value; valuations after `day` are not looked at."""
    yield from _of_record(player)
    found = careers.valuations(connection, player_id=player.id)
    yield from _course([valuation for valuation in found if valuation.day <= day])
    yield from _among_his_age(connection, player)


def _of_record(player: Row[Any]) -> Iterator[Evidence]:
    recorded, now, highest = player.data_as_of, player.market_value, player.highest_market_value
    if now is not None:
        yield item("value.now", "Market value", now, "eur", as_of=recorded)
    if highest is not None:
        yield item("value.highest", "Highest market value", highest, "eur", as_of=recorded)
    if now is not None and highest:
        share = ratio(100 * now, highest, decimals=1)
        label = "Market value as a share of the highest"
        yield item("value.share_of_highest", label, share, "percent", source="computed",
                   as_of=recorded)  # fmt: skip


def _course(valuations: Sequence[Row[Any]]) -> Iterator[Evidence]:
    """The newest of valuations in the order of their days, and those it is measured against."""
    if not valuations:
        return
    newest = valuations[-1]
    yield item("value.latest", "Newest valuation", newest.value, "eur", source="valuations",
               as_of=newest.day)  # fmt: skip
    for years in YEARS_BACK:
        then = _in_force(valuations, newest.day, years=years)
        if then is None:
            continue
        months = 12 * years
        label = f"Valuation {months} months before the newest"
        yield item(f"value.{months}m", label, then.value, "eur", source="valuations",
                   as_of=then.day)  # fmt: skip
        if then.value:
            change = ratio(100 * (newest.value - then.value), then.value, decimals=1)
            label = f"Change of the valuation in {months} months"
            yield item(f"value.change_{months}m", label, change, "percent", source="computed",
                       as_of=newest.day)  # fmt: skip


def _in_force(valuations: Sequence[Row[Any]], newest: date, *, years: int) -> Row[Any] | None:
    """The last one so many years before `newest`, unless it was a year old by then."""
    first, last = years_before(newest, years + 1), years_before(newest, years)
    return next((v for v in reversed(valuations) if first <= v.day <= last), None)


def _among_his_age(connection: Connection, player: Row[Any]) -> Iterator[Evidence]:
    standing = value_standing(connection, player=player)
    if standing is None:
        return
    assert player.position is not None
    nouns = POSITION_NOUNS[player.position]
    cohort = Cohort(
        definition=f"{nouns} born within two years of the player",
        scope="age",
        position=player.position,
        league=None,
        period=None,
        size=standing.size,
        left_out=standing.left_out,
    )
    label = f"Market value: rank among {nouns} of about the same age"
    yield percentile("value.percentile", label, cohort=cohort, ahead=standing.ahead,
                     as_of=player.data_as_of)  # fmt: skip
