"""What football itself supplies: the names of positions, and the metrics that are their work."""

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

# The metrics that are the work of a position, the weightiest first. What keepers and defenders are
# there for (saves, tackles, duels, clean sheets) is on no record that the desk reads, so for them
# and for defensive midfielders goals and assists decide nothing.
CORE_METRICS: dict[Position, tuple[str, ...]] = {
    "Goalkeeper": (),
    "Defender": (),
    "Midfielder": ("assists_per_90", "goals_per_90"),
    "Attack": ("goals_per_90", "assists_per_90"),
}
# Many of these are to a player's credit; few of them are no fault.
EXTRA_METRICS: dict[Position, tuple[str, ...]] = {
    "Goalkeeper": (),
    "Defender": ("assists_per_90", "goals_per_90"),
    "Midfielder": (),
    "Attack": (),
}


def core_metrics(position: Position | None, sub_position: str | None) -> tuple[str, ...]:
    """The metrics by which a player of the position may be judged; none for most."""
    if position is None or sub_position == "Defensive Midfield":
        return ()
    return CORE_METRICS[position]


def extra_metrics(position: Position | None, sub_position: str | None) -> tuple[str, ...]:
    """The metrics that may be a strength, and are never a weakness."""
    if position is None:
        return ()
    if sub_position == "Defensive Midfield":
        return CORE_METRICS[position]
    return EXTRA_METRICS[position]
