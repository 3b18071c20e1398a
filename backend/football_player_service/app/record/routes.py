"""`/seasons`, and the career of a player: seasons, percentiles, valuations and transfers."""

from typing import Annotated

from fastapi import APIRouter, Path

from football_player_service.app import errors
from football_player_service.app.deps import SessionDep
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.schemas import PlayerId
from football_player_service.app.record import career, service
from football_player_service.app.record.schemas import (
    PlayerSeasonOut,
    Scope,
    SeasonMetric,
    SeasonPercentiles,
    SeasonWithPlayers,
    TransferOut,
    ValuationOut,
)

router = APIRouter(tags=["players"])

SeasonId = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("/seasons")
def list_seasons(session: SessionDep) -> list[SeasonWithPlayers]:
    """The seasons of all providers with the number of players, latest first."""
    return career.all_seasons(session)


@router.get("/seasons/{season_id:int}/metrics", responses=errors.responses(errors.NotFound))
def list_season_metrics(season_id: SeasonId, session: SessionDep) -> list[SeasonMetric]:
    """The metrics that any player of a season has, with the number of players."""
    return career.season_metrics(session, season_id=season_id)


@router.get("/players/{player_id:int}/seasons", responses=errors.responses(errors.NotFound))
def list_player_seasons(player_id: PlayerId, session: SessionDep) -> list[PlayerSeasonOut]:
    """A player's seasons of all providers, latest first, with totals and lines."""
    players.get(session, player_id=player_id)
    return career.player_seasons(session, player_id=player_id)


@router.get(
    "/players/{player_id:int}/seasons/{season_id:int}/percentiles",
    responses=errors.responses(errors.NotFound),
)
def read_percentiles(
    player_id: PlayerId, season_id: SeasonId, session: SessionDep, scope: Scope = "position"
) -> SeasonPercentiles:
    """A player's percentiles in a season, within the position, or within position and league."""
    player = players.get(session, player_id=player_id)
    return career.percentiles(session, player=player, season_id=season_id, scope=scope)


@router.get("/players/{player_id:int}/valuations", responses=errors.responses(errors.NotFound))
def list_valuations(player_id: PlayerId, session: SessionDep) -> list[ValuationOut]:
    """All market values of a player up to today, earliest first."""
    players.get(session, player_id=player_id)
    found = service.valuations(session, player_id=player_id, until=today())
    return [ValuationOut.model_validate(valuation) for valuation in found]


@router.get("/players/{player_id:int}/transfers", responses=errors.responses(errors.NotFound))
def list_transfers(player_id: PlayerId, session: SessionDep) -> list[TransferOut]:
    """All transfers of a player up to today, latest first."""
    players.get(session, player_id=player_id)
    found = service.transfers(session, player_id=player_id, until=today())
    return [TransferOut.model_validate(move) for move in found]
