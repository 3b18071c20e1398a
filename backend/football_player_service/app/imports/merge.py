"""What a repeated import may change: what the source changed, never what was edited here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from football_player_service.app.imports.transfermarkt import (
    CLUB_FIELDS,
    IMPORTED_FIELDS,
    ImportedPlayer,
)
from football_player_service.app.players.models import Status

_EMPTY_WITHOUT_CLUB = {*CLUB_FIELDS, "market_value"}
_WITHOUT_CLUB = {Status.RETIRED, Status.FREE_AGENT}


@dataclass
class Merged:
    """The fields of a player that an import changes, and those it leaves although they differ."""

    changed: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def merge(
    player: ImportedPlayer, *, stored: Mapping[str, Any], last_import: Mapping[str, Any] | None
) -> Merged:
    """Take over what the source changed since `last_import` (JSON values), unless edited here.

    Without a last import it is not known who wrote the stored values: only gaps are filled.
    """
    merged = Merged()
    for name in IMPORTED_FIELDS:
        ours, theirs = stored[name], player.fields.get(name)
        if ours == theirs or name in player.ignored:
            continue
        if last_import is None:
            # A player without a club has none of these: they are known to be empty.
            known_empty = name in _EMPTY_WITHOUT_CLUB and stored["status"] in _WITHOUT_CLUB
            take_over = ours is None and not known_empty
        else:
            take_over = _as_json(ours) == last_import.get(name)
        if take_over:
            merged.changed[name] = theirs
        elif last_import is not None or theirs is not None:
            merged.kept.append(name)
    _keep_values_consistent(merged, stored)
    return merged


def _keep_values_consistent(merged: Merged, stored: Mapping[str, Any]) -> None:
    """Leave both market values as they are, should one from the file and one edited not fit."""
    values = {**stored, **merged.changed}
    high, now = values["highest_market_value"], values["market_value"]
    if high is not None and now is not None and high < now:
        for name in ("market_value", "highest_market_value"):
            if name in merged.changed:
                del merged.changed[name]
                merged.kept.append(name)


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
