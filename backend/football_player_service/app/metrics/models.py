"""The metrics that users added to the catalogue."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from football_player_service.app.db import UtcDateTime, utc_now


class CustomMetric(SQLModel, table=True):
    """A metric of the same shape as those of the catalogue, added by a user."""

    __tablename__ = "metrics"

    key: str = Field(primary_key=True)
    label: str
    short_label: str
    group: str
    unit: str
    storage: str
    numerator: str | None
    denominator: str | None
    better: str
    positions: str = Field(sa_type=Text)  # JSON, as `range`, `words` and `headers`
    range: str = Field(sa_type=Text)
    decimals: int
    headline: bool
    words: str = Field(sa_type=Text)
    headers: str = Field(sa_type=Text)
    created_by: str | None  # a username
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
