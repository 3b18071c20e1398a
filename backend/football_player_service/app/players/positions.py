"""What the players of a position are called."""

from football_player_service.app.players.models import Position

POSITION_NOUNS: dict[str, str] = {
    Position.GOALKEEPER: "goalkeepers",
    Position.DEFENDER: "defenders",
    Position.MIDFIELDER: "midfielders",
    Position.ATTACK: "attackers",
    "Centre-Back": "centre-backs",
    "Left-Back": "left-backs",
    "Right-Back": "right-backs",
    "Defensive Midfield": "defensive midfielders",
    "Central Midfield": "central midfielders",
    "Attacking Midfield": "attacking midfielders",
    "Left Midfield": "left midfielders",
    "Right Midfield": "right midfielders",
    "Left Winger": "left wingers",
    "Right Winger": "right wingers",
    "Second Striker": "second strikers",
    "Centre-Forward": "centre-forwards",
}


def position_noun(position: str) -> str:
    """The players of a position or position group, in the plural."""
    return POSITION_NOUNS.get(position, f"players in the position {position}")
