"""Our application, and beside it in the same process the route a tutorial would write."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query
from pydantic import BaseModel
from sqlalchemy import func
from sqlmodel import Session, col, select

from football_player_service.app.db import get_engine
from football_player_service.app.main import app
from football_player_service.app.players.models import Player


class PlainPage(BaseModel):
    """The page as the tutorial's response_model."""

    players: list[Player]
    total: int


def get_session() -> Iterator[Session]:
    """A session for the request, as FastAPI's tutorial gives one."""
    with Session(get_engine()) as session:
        yield session


@app.get("/plain/players", response_model=PlainPage)
def plain_players(
    session: Annotated[Session, Depends(get_session)],
    page: Annotated[int, Query()] = 1,
    limit: Annotated[int, Query()] = 20,
) -> dict[str, object]:
    """Count, offset, response_model; nothing kept."""
    total = session.exec(select(func.count()).select_from(Player)).one()
    statement = select(Player).order_by(col(Player.id)).offset((page - 1) * limit).limit(limit)
    return {"players": session.exec(statement).all(), "total": total}


__all__ = ["app"]
