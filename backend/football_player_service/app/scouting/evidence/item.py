"""Builds one piece of evidence: its text, periods and rounding."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from football_player_service.app.metrics import providers
from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.record.models import Season, Span
from football_player_service.app.scouting.schemas import (
    Cohort,
    Evidence,
    EvidenceSource,
    Standing,
    Unit,
)
from football_player_service.app.text import normalise, without_control_characters

MAX_TEXT = 200  # characters, as many as the AI service accepts


def item(
    id: str,
    label: str,
    value: float | str | None,
    unit: Unit,
    *,
    source: EvidenceSource = "record",
    period: str | None = None,
    as_of: date | None = None,
    cohort: Cohort | None = None,
    note: str | None = None,
    metric: str | None = None,
    provider: str | None = None,
    standing: Standing | None = None,
) -> Evidence:
    """An `Evidence` with defaults for the fields that most items leave empty."""
    return Evidence(
        id=id,
        label=label,
        value=value,
        unit=unit,
        period=period,
        as_of=as_of,
        source=source,
        cohort=cohort,
        note=note,
        metric=metric,
        provider=provider,
        standing=standing,
    )


def plain(text: str) -> str:
    """One line without invisible or bidirectional characters, at most `MAX_TEXT` long."""
    return normalise(without_control_characters(text))[:MAX_TEXT].rstrip()


def ratio(numerator: int, denominator: int, *, decimals: int) -> float:
    """The quotient, rounded half away from zero without passing through a float."""
    scale: int = 10**decimals
    rounded = (2 * scale * abs(numerator) + denominator) // (2 * denominator)
    return (rounded if numerator >= 0 else -rounded) / scale


def half_up(value: float, decimals: int) -> float:
    """The value rounded half away from zero, as its shortest decimal form reads."""
    unit = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(value)).quantize(unit, rounding=ROUND_HALF_UP))


@dataclass(frozen=True)
class Namer:
    """Ids and labels of a season's evidence.

    The seasons of the main provider are `season.2025.goals`, those of others `fbref.2025.goals`,
    with the provider in the label.
    """

    season: Season
    is_main: bool

    @cached_property
    def period(self) -> str:
        """The season as text."""
        return self.season.label

    def id(self, metric: Metric, *, rate: bool = False) -> str:
        """The id of the metric's value, or of its rate per 90."""
        start = "season" if self.is_main else self.season.provider
        if not self.is_main and self.season.span == Span.YEAR:
            start += ".year"
        return f"{start}.{self.season.year}.{metric.key}{'_per_90' if rate else ''}"

    def label(self, name: str) -> str:
        """The name with the season, such as "Goals, 2025/26"."""
        of_provider = "" if self.is_main else f" ({providers.label(self.season.provider)})"
        return f"{name}, {self.period}{of_provider}"
