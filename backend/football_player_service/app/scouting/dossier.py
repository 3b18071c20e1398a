"""The dossier: all the evidence on a player, computed from the database (`docs/evidence.md`)."""

import hashlib
from datetime import date

import orjson
from sqlmodel import Session

from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.record import service as record
from football_player_service.app.scouting.evidence import (
    profile,
    ranks,
    season_stats,
    transfers,
    trends,
    values,
)
from football_player_service.app.scouting.evidence.item import plain
from football_player_service.app.scouting.schemas import Dossier


def build(session: Session, *, player_id: int, day: date | None = None) -> Dossier:
    """The evidence as of `day` (default: today), or `NotFound`."""
    day = day or today()
    player = players.get(session, player_id=player_id)
    seasons, position = record.seasons(session, player_id=player_id), player.position
    evidence = [
        *profile.items(player, day=day),
        *values.items(session, player, day=day),
        *season_stats.items(seasons),
        *ranks.items(session, position=position, seasons=seasons),
        *season_stats.career(seasons),
        *trends.items(session, position=position, seasons=seasons),
        *transfers.items(session, player_id=player_id, day=day),
    ]
    return Dossier(player=plain(player.full_name), as_of=day, evidence=evidence)


def fingerprint(dossier: Dossier) -> str:
    """SHA-256, in hexadecimal, of the dossier as JSON with sorted keys and no spaces."""
    values = dossier.model_dump(mode="json")
    return hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()
