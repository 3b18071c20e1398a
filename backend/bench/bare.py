"""The reference for lists: a bare Starlette route with sqlite3 and orjson."""

import os
import sqlite3

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from football_player_service.app.players.schemas import PlayerSummary

_DATABASE = os.environ["DATABASE_URL"].removeprefix("sqlite:///")
_COLUMNS = ", ".join(name for name in PlayerSummary.model_fields if name != "has_scouting_report")
_PAGE = f"SELECT {_COLUMNS} FROM players ORDER BY id LIMIT ? OFFSET ?"  # noqa: S608
_connection = sqlite3.connect(_DATABASE, check_same_thread=False)
_connection.row_factory = sqlite3.Row


async def players(request: Request) -> Response:
    """One page and the total, without validation, rate limit or cache."""
    page, limit = int(request.query_params["page"]), 20
    (total,) = _connection.execute("SELECT count(*) FROM players").fetchone()
    rows = _connection.execute(_PAGE, (limit, (page - 1) * limit)).fetchall()
    body = {"players": [dict(row) for row in rows], "total": total, "page": page, "limit": limit}
    return Response(orjson.dumps(body), media_type="application/json")


app = Starlette(routes=[Route("/players", players)])
