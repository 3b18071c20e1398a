"""What a repeated import may change: the source's own words, never a scout's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from football_player_service.app.imports.transfermarkt import FACTS, OF_A_CLUB
from football_player_service.app.players.models import Status

# Stated, not unknown, where a player here has no club.
_EMPTY_WITHOUT_CLUB = {*OF_A_CLUB, "market_value"}
_WITHOUT_CLUB = {Status.RETIRED, Status.FREE_AGENT}


@dataclass
class Merged:
    """A player's facts after the import."""

    facts: dict[str, Any]
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def give_up(self, *names: str, here: Mapping[str, Any]) -> None:
        """Keep some facts as they are here after all."""
        for name in names:
            if name in self.changed:
                self.changed.remove(name)
                self.kept.append(name)
                self.facts[name] = here[name]


def merge(
    *, said_before: Mapping[str, Any] | None, here: Mapping[str, Any], said: Mapping[str, Any]
) -> Merged:
    """Take over what the source changed since `said_before` (as JSON values), where nobody
    changed it here.

    Without `said_before` nothing is known of who wrote what is here: only gaps are filled.
    """
    merged = Merged({name: here[name] for name in FACTS})
    for name in FACTS:
        ours, theirs = here[name], said.get(name)
        if ours == theirs:
            continue
        if said_before is None:
            ours_to_fill = ours is None and not (
                name in _EMPTY_WITHOUT_CLUB and here["status"] in _WITHOUT_CLUB
            )
        else:
            ours_to_fill = _as_json(ours) == said_before.get(name)
        if ours_to_fill:
            merged.facts[name] = theirs
            merged.changed.append(name)
        elif said_before is not None or theirs is not None:
            merged.kept.append(name)
    return merged


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
