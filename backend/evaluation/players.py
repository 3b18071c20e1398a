"""Dossiers to evaluate on: players drawn from a loaded database, some of every kind."""

from random import Random

from sqlalchemy import text

from ai_service.schemas import Dossier
from football_player_service.app.db import session_scope
from football_player_service.app.scouting import dossier

# So that each position and the thin records are all there; shares of the players drawn.
_GROUPS = (
    ("Attack", "minutes >= 900", 0.25),
    ("Midfielder", "minutes >= 900", 0.2),
    ("Defender", "minutes >= 900", 0.2),
    ("Goalkeeper", "minutes >= 900", 0.15),
)
_THIN = 0.1


def draw(count: int, *, seed: int) -> list[Dossier]:
    """`count` dossiers: most with a full season, some with few minutes, some without any."""
    random, ids = Random(seed), []
    for position, minutes, share in _GROUPS:
        found = _ids(
            "SELECT DISTINCT player_id FROM stat_lines "  # noqa: S608
            "JOIN players ON players.id = player_id "
            f"WHERE players.position = '{position}' AND {minutes} ORDER BY player_id"
        )
        ids += _some(random, found, round(count * share))
    few = _ids(
        "SELECT player_id FROM stat_lines GROUP BY player_id "
        "HAVING max(minutes) < 900 ORDER BY player_id"
    )
    none = _ids(
        "SELECT id FROM players WHERE id NOT IN (SELECT player_id FROM stat_lines) ORDER BY id"
    )
    ids += _some(random, few, round(count * _THIN))
    ids += _some(random, none, count - len(ids))
    return [build(player) for player in ids]


def build(player_id: int) -> Dossier:
    """A player's dossier as the AI service is sent it."""
    with session_scope(writes=False) as session:
        made = dossier.build(session, player_id=player_id)
    return Dossier.model_validate_json(made.model_dump_json())


def with_full_season() -> list[int]:
    """Every player with a period of at least 900 minutes."""
    return _ids("SELECT DISTINCT player_id FROM stat_lines WHERE minutes >= 900 ORDER BY player_id")


def _some(random: Random, ids: list[int], count: int) -> list[int]:
    return random.sample(ids, min(count, len(ids)))


def _ids(query: str) -> list[int]:
    with session_scope(writes=False) as session:
        return [int(row[0]) for row in session.connection().execute(text(query))]
