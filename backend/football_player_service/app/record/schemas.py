"""Seasons, statistics and valuations as the API returns them."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from football_player_service.app.clubs.schemas import ClubRef

Scope = Literal["position", "league"]


class ValuationOut(BaseModel):
    """A market value in whole euros, and its date."""

    model_config = ConfigDict(from_attributes=True)

    day: date
    value: int


class SeasonOut(BaseModel):
    """A season or calendar year of one provider's statistics."""

    id: int
    provider: str
    provider_label: str = Field(description="`FBref`, how the provider is shown.")
    span: Literal["season", "year"]
    year: int
    label: str = Field(description="`2025/26`, or `2025` for a calendar year.")
    as_of: date | None = Field(description="The date of its data, if the imported files have one.")


class SeasonWithPlayers(SeasonOut):
    """A season in a list of all."""

    players: int
    is_stale: bool = Field(description="Its percentiles are about to be computed again.")


class SeasonMetric(BaseModel):
    """A metric that a season has, and the number of players with it."""

    metric: str
    players: int


class Figures(BaseModel):
    """A metric: the value (total, percentage or index) and the rate per 90; null if unknown."""

    value: float | None
    per_90: float | None


class SeasonFigures(Figures):
    """A metric over a season; `derived` names the figures that the provider does not state."""

    derived: Literal["value", "per_90", "both"] | None


class LineOut(BaseModel):
    """The statistics of one competition and club, as the provider states them."""

    competition: str | None
    club: str | None
    position: str | None
    games: int | None
    minutes: float | None
    stats: dict[str, Figures]


class PlayerSeasonOut(BaseModel):
    """A player's season from one provider, and its lines."""

    season: SeasonOut
    ranked: int = Field(description="How many of the metrics have a percentile in the position.")
    stats: dict[str, SeasonFigures]
    lines: list[LineOut]


class CohortOut(BaseModel):
    """The players compared: "centre-forwards, 900+ minutes, 2025/26"."""

    label: str
    position: str
    league: str | None
    size: int
    excluded: int = Field(description="Players of the position without the figure or the minutes.")


class MetricPercentile(SeasonFigures):
    """A metric's percentile; null with a note that says why."""

    metric: str
    compared: Literal["value", "per_90"] = Field(description="The figure that is compared.")
    percentile: float | None
    rank: int | None = Field(description="1 is the highest figure of the cohort.")
    cohort: CohortOut | None
    note: str | None


class SeasonPercentiles(BaseModel):
    """The percentiles of a player's season, of metrics that are relevant for the position."""

    season: SeasonOut
    scope: Scope
    minutes: float | None
    min_minutes: int
    note: str | None = Field(description="Why there are no percentiles at all.")
    metrics: list[MetricPercentile]


class TransferOut(BaseModel):
    """A move between clubs. `fee` is whole euros; null if unknown, 0 for a free transfer."""

    model_config = ConfigDict(from_attributes=True)

    day: date
    from_club: ClubRef
    to_club: ClubRef
    fee: int | None
