"""The dossier: all the evidence on a player, computed from the database (`docs/evidence.md`)."""

import hashlib
from datetime import date

import orjson
from sqlalchemy import Connection

from football_player_service.app.players import facts
from football_player_service.app.players.ages import today
from football_player_service.app.scouting.evidence import (
    profile,
    ranks,
    seasons,
    transfers,
    trends,
    values,
)
from football_player_service.app.scouting.evidence.item import plain
from football_player_service.app.scouting.schemas import Dossier


def build(connection: Connection, *, player_id: int, day: date | None = None) -> Dossier:
    """The evidence as of `day` (today), or `NotFound`."""
    day = day or today()
    player = facts.read(connection, player_id=player_id)
    played, position = seasons.on_record(connection, player_id=player_id), player.position
    evidence = [
        *profile.items(player, day=day),
        *values.items(connection, player, day=day),
        *seasons.items(played),
        *ranks.items(connection, position=position, seasons=played),
        *seasons.career(played),
        *trends.items(connection, position=position, seasons=played),
        *transfers.items(connection, player_id=player_id, day=day),
    ]
    return Dossier(player=plain(player.full_name), as_of=day, evidence=evidence)


def fingerprint(dossier: Dossier) -> str:
    """SHA-256, in hexadecimal, of the dossier as JSON with sorted keys and no spaces."""
    values = dossier.model_dump(mode="json")
    return hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()
