"""Position names, and the metrics that judge players of each position."""

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

# Metrics that judge players of a position, most important first. The data has no defensive metrics
# (saves, tackles, duels, clean sheets), so goalkeepers, defenders and defensive midfielders have
# none: goals and assists would misjudge them.
CORE_METRICS: dict[Position, tuple[str, ...]] = {
    "Goalkeeper": (),
    "Defender": (),
    "Midfielder": ("assists_per_90", "goals_per_90"),
    "Attack": ("goals_per_90", "assists_per_90"),
}
# High values are a strength; low values are not a weakness.
EXTRA_METRICS: dict[Position, tuple[str, ...]] = {
    "Goalkeeper": (),
    "Defender": ("assists_per_90", "goals_per_90"),
    "Midfielder": (),
    "Attack": (),
}


def core_metrics(position: Position | None, sub_position: str | None) -> tuple[str, ...]:
    """The metrics by which players of the position are judged; may be empty."""
    if position is None or sub_position == "Defensive Midfield":
        return ()
    return CORE_METRICS[position]


def extra_metrics(position: Position | None, sub_position: str | None) -> tuple[str, ...]:
    """The metrics that may be a strength but never a weakness."""
    if position is None:
        return ()
    if sub_position == "Defensive Midfield":
        return CORE_METRICS[position]
    return EXTRA_METRICS[position]
