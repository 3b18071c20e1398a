"""`/players`: the list, and `/players/filter-options`."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from football_player_service.app import pagecache
from football_player_service.app.db import session_scope
from football_player_service.app.deps import RedisDep
from football_player_service.app.players.ages import today
from football_player_service.app.search import service
from football_player_service.app.search.schemas import FilterOptions, PlayerPage, PlayerQuery

router = APIRouter(tags=["players"])

JSON = "application/json"


@router.get("/players", response_model=PlayerPage)
async def list_players(
    request: Request, redis: RedisDep, query: Annotated[PlayerQuery, Query()]
) -> Response:
    """One page of the players that match the filters."""

    # Not SessionDep: its two changes of thread would take half the time of a cached page.
    def make() -> bytes:
        with session_scope(writes=False) as session:
            return service.page(session, query=query).model_dump_json().encode()

    # Ages change with the day, so it is part of the key.
    key = f"page:{today()}:{request.url.query}"
    return Response(await pagecache.cached(redis, key=key, make=make), media_type=JSON)


@router.get("/players/filter-options", response_model=FilterOptions)
async def read_filter_options(redis: RedisDep) -> Response:
    """The available filter values with the number of players."""

    def make() -> bytes:
        with session_scope(writes=False) as session:
            return service.filter_options(session).model_dump_json().encode()

    body = await pagecache.cached(redis, key=f"options:{today()}", make=make)
    return Response(body, media_type=JSON)
