"""`/players/{id}/valuations`."""

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from football_player_service.app import errors
from football_player_service.app.deps import SessionDep
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.schemas import PlayerId
from football_player_service.app.record import service

router = APIRouter(tags=["players"])


class ValuationOut(BaseModel):
    """A market value in whole euros, and its date."""

    model_config = ConfigDict(from_attributes=True)

    day: date
    value: int


@router.get("/players/{player_id:int}/valuations", responses=errors.responses(errors.NotFound))
def list_valuations(player_id: PlayerId, session: SessionDep) -> list[ValuationOut]:
    """All market values of a player up to today, earliest first."""
    players.get(session, player_id=player_id)
    found = service.valuations(session, player_id=player_id, until=today())
    return [ValuationOut.model_validate(valuation) for valuation in found]
