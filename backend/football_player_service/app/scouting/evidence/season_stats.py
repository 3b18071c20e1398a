"""Statistics per season, rates per 90 minutes, and career totals."""

from collections.abc import Iterator, Sequence

from football_player_service.app.record.models import PlayerSeason, Span
from football_player_service.app.record.percentiles import COUNTS, MIN_MINUTES, PER_90
from football_player_service.app.scouting.evidence.item import item, period_name, ratio
from football_player_service.app.scouting.schemas import Evidence, Unit

LABELS = {
    "games": "Games",
    "minutes": "Minutes",
    "goals": "Goals",
    "assists": "Assists",
    "yellow_cards": "Yellow cards",
    "red_cards": "Red cards",
    "goals_per_90": "Goals per 90",
    "assists_per_90": "Assists per 90",
    "yellow_cards_per_90": "Yellow cards per 90",
    "red_cards_per_90": "Red cards per 90",
}
UNITS: dict[str, Unit] = {name: "minutes" if name == "minutes" else "count" for name in COUNTS}


def items(seasons: Sequence[PlayerSeason]) -> Iterator[Evidence]:
    """The counts of each season, and the rates of seasons with enough minutes."""
    for season in seasons:
        period = period_name(season.span, season.year)
        for name in COUNTS:
            yield item(
                f"season.{season.year}.{name}",
                f"{LABELS[name]}, {period}",
                getattr(season, name),
                UNITS[name],
                source="seasons",
                period=period,
            )
        if season.minutes < MIN_MINUTES:
            continue
        for name in PER_90:
            metric = f"{name}_per_90"
            yield item(
                f"season.{season.year}.{metric}",
                f"{LABELS[metric]}, {period}",
                ratio(90 * getattr(season, name), season.minutes, decimals=4),
                "per 90",
                source="computed",
                period=period,
            )


def career(seasons: Sequence[PlayerSeason]) -> Iterator[Evidence]:
    """Totals over all seasons; nothing without seasons."""
    if not seasons:
        return
    label = "Seasons" if seasons[0].span == Span.SEASON else "Calendar years"
    yield item("career.seasons", f"{label}, total", len(seasons), "count", source="computed")
    for name in COUNTS:
        total = sum(getattr(season, name) for season in seasons)
        label = f"{LABELS[name]}, career total"
        yield item(f"career.{name}", label, total, UNITS[name], source="computed")
