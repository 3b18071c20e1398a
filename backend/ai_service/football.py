"""What football itself supplies: the names of positions and their usual peak years."""

from ai_service.schemas import Position

POSITION_NOUNS: dict[Position, str] = {
    "Goalkeeper": "goalkeeper",
    "Defender": "defender",
    "Midfielder": "midfielder",
    "Attack": "attacking player",
}

SUB_POSITIONS: dict[str, tuple[Position, str]] = {
    "Goalkeeper": ("Goalkeeper", "goalkeeper"),
    "Centre-Back": ("Defender", "centre-back"),
    "Left-Back": ("Defender", "left-back"),
    "Right-Back": ("Defender", "right-back"),
    "Defensive Midfield": ("Midfielder", "defensive midfielder"),
    "Central Midfield": ("Midfielder", "central midfielder"),
    "Attacking Midfield": ("Midfielder", "attacking midfielder"),
    "Left Midfield": ("Midfielder", "left midfielder"),
    "Right Midfield": ("Midfielder", "right midfielder"),
    "Left Winger": ("Attack", "left winger"),
    "Right Winger": ("Attack", "right winger"),
    "Second Striker": ("Attack", "second striker"),
    "Centre-Forward": ("Attack", "centre-forward"),
}
