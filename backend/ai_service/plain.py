"""A plain player, as a worker sends it that knows no dossiers, as a dossier."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field

from ai_service.claims.positions import profile
from ai_service.schemas import LARGEST_NUMBER, Dossier, Evidence, Name, Unit
from ai_service.text import clean

_Text = Annotated[str, Field(max_length=120), AfterValidator(clean)]


class PlainPlayer(BaseModel):
    """What is known about a player; other fields are accepted and not used."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    full_name: Annotated[Name, Field(validation_alias=AliasChoices("full_name", "player_name"))]
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    country: _Text | None = None
    current_team: _Text | None = None
    league: _Text | None = None
    position: _Text | None = None
    status: _Text | None = None
    market_value: Annotated[float, Field(ge=0, le=LARGEST_NUMBER)] | None = None
    contract_until: date | None = None

    def dossier(self) -> Dossier:
        """The evidence in these fields, as of today."""
        today = datetime.now(UTC).date()
        group, detail = _position(self.position)
        values: tuple[tuple[str, str, Any, Unit], ...] = (
            ("age", "Age", self.age, "years"),
            ("country", "Nationality", self.country, "text"),
            ("status", "Status", self.status and self.status.lower(), "text"),
            ("position", "Position group", group, "text"),
            ("sub_position", "Position", detail, "text"),
            ("club", "Club", self.current_team, "text"),
            ("league", "League", self.league, "text"),
            ("value.now", "Market value", self.market_value and int(self.market_value), "eur"),
            ("contract.until", "Contract until",
             self.contract_until and self.contract_until.isoformat(), "date"),
        )  # fmt: skip
        evidence = [
            Evidence(id=id_, label=label, value=value, unit=unit, period=None, as_of=None,
                     source="record", cohort=None, note=None)
            for id_, label, value, unit in values
            if value not in (None, "")
        ]  # fmt: skip
        return Dossier(player=self.full_name, as_of=today, evidence=evidence)


_ALIASES = {"attacker": "Attack", "forward": "Attack", "striker": "Centre-Forward"}


def _position(name: str | None) -> tuple[str | None, str | None]:
    """The position group and the detailed position; of an unknown one, the name as it is."""
    known = profile(None, _ALIASES.get((name or "").lower(), (name or "").title()))
    if known is None:
        return name, None
    return known.group, known.name if known.name != known.group else None
