"""Fictional players."""

from typing import Any

from httpx import Response


def a_player(**changes: Any) -> dict[str, Any]:
    """The body of a fictional player."""
    return {
        "full_name": "Ivo Testarossa",
        "country": "Italy",
        "status": "active",
        "position": "Attack",
        "sub_position": "Centre-Forward",
        "foot": "right",
        "height_cm": 184,
        "date_of_birth": "2001-05-17",
        "current_team": "Fictional FC",
        "league": "Fictional League (Italy)",
        "market_value": 12_000_000,
        "contract_until": "2028-06-30",
    } | changes


def add(client: Any, **changes: Any) -> dict[str, Any]:
    """Add a fictional player through the API; the player in the response."""
    answer: Response = client.post("/players", json=a_player(**changes))
    assert answer.status_code == 201, answer.text
    player: dict[str, Any] = answer.json()
    return player
