"""The market value: current, career high, history, and percentile at the player's age."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import Session

from football_player_service.app import formats
from football_player_service.app.players.ages import years_before
from football_player_service.app.players.models import Player
from football_player_service.app.players.positions import position_noun
from football_player_service.app.players.value_percentile import compare_value
from football_player_service.app.record import service as record
from football_player_service.app.record.models import Valuation
from football_player_service.app.scouting.evidence.item import item, ratio
from football_player_service.app.scouting.evidence.percentile_item import mid_rank, percentile
from football_player_service.app.scouting.schemas import Cohort, Evidence, Standing

YEARS_BACK = (1, 2, 3)


def items(session: Session, player: Player, *, day: date) -> Iterator[Evidence]:
    """All evidence on the market value; valuations after `day` are left out."""
    assert player.id is not None
    yield from current(player)
    yield from _history(record.valuations(session, player_id=player.id, until=day))
    yield from _percentile(session, player)


def current(player: Player) -> Iterator[Evidence]:
    """The current and the career-high value."""
    as_of, now, highest = player.data_as_of, player.market_value, player.highest_market_value
    if now is not None:
        yield item("value.now", "Market value", now, "eur", as_of=as_of)
    if highest is not None:
        yield item("value.highest", "Career-high value", highest, "eur", as_of=as_of)
    if now is not None and highest:
        share = ratio(100 * now, highest, decimals=1)
        label = "Market value as a share of the career high"
        yield item("value.share_of_highest", label, share, "percent", source="computed",
                   as_of=as_of)  # fmt: skip


def _history(valuations: Sequence[Valuation]) -> Iterator[Evidence]:
    """The latest of valuations in date order, and the earlier ones it is compared with."""
    if not valuations:
        return
    latest = valuations[-1]
    yield item("value.latest", "Latest valuation", latest.value, "eur", source="valuations",
               as_of=latest.day)  # fmt: skip
    for years in YEARS_BACK:
        earlier = _in_force(valuations, latest.day, years=years)
        if earlier is None:
            continue
        months = 12 * years
        label = f"Valuation {months} months before the latest"
        yield item(f"value.{months}m", label, earlier.value, "eur", source="valuations",
                   as_of=earlier.day)  # fmt: skip
        if earlier.value:
            change = ratio(100 * (latest.value - earlier.value), earlier.value, decimals=1)
            start, end = formats.short_date(earlier.day), formats.short_date(latest.day)
            label = f"Change of the market value, {start} to {end}"
            yield item(f"value.change_{months}m", label, change, "percent", source="computed",
                       as_of=latest.day)  # fmt: skip


def _in_force(valuations: Sequence[Valuation], latest: date, *, years: int) -> Valuation | None:
    """The valuation in force `years` before `latest`, unless it was over a year old then."""
    earliest_day, latest_day = years_before(latest, years + 1), years_before(latest, years)
    return next((v for v in reversed(valuations) if earliest_day <= v.day <= latest_day), None)


def _percentile(session: Session, player: Player) -> Iterator[Evidence]:
    comparison = compare_value(session, player)
    if comparison is None:
        return
    assert player.position is not None
    nouns = position_noun(player.position)
    cohort = Cohort(
        definition=f"{nouns} born within two years of the player",
        scope="age",
        position=player.position,
        league=None,
        period=None,
        size=comparison.size,
        left_out=comparison.excluded,
    )
    size, above, below = comparison.size, comparison.above, comparison.below
    yield percentile(
        "value.percentile",
        "Market value: percentile by position and age",
        cohort=cohort,
        value=mid_rank(size=size, below_minus_above=below - above),
        standing=Standing(above=above, level=size - above - below, below=below),
        as_of=player.data_as_of,
    )
