"""What a repeated import may change: what the source changed, never what was edited here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from football_player_service.app.imports.player_facts import FACTS, OF_CLUB, STATUS, PlayerRow
from football_player_service.app.imports.statuses import WITHOUT_CLUB

FIELDS = (*FACTS, STATUS)
_EMPTY_WITHOUT_CLUB = {*OF_CLUB, "market_value"}


@dataclass
class Merged:
    """The fields of a player that an import changes, and those it leaves although they differ."""

    changed: dict[str, Any] = field(default_factory=dict)
    edited: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)  # in the record than in the file


def merge(
    player: PlayerRow,
    *,
    stored: Mapping[str, Any],
    last_import: Mapping[str, Any] | None,
    other_imports: Sequence[Mapping[str, Any]] = (),
    clear_if_empty: Collection[str] = (),
    fill_gaps: bool = False,
) -> Merged:
    """Take over what the source changed since `last_import` (JSON values), unless edited here.

    `other_imports` are what other providers last stated. An empty cell changes nothing, except of
    the fields in `clear_if_empty`; an unreadable cell never does. Without a last import it is not
    known who wrote the stored values, so only gaps are filled; the same with `fill_gaps`, for data
    that is older than the record.
    """
    merged = Merged()
    last = last_import or {}
    # A player without a club has none of these: they are known to be empty.
    without_club = stored[STATUS] in WITHOUT_CLUB
    for name in FIELDS:
        ours, theirs = stored[name], player.facts.get(name)
        if ours == theirs or name in player.unreadable:
            continue
        if theirs is None and not _may_be_emptied(name, player, stored, clear_if_empty):
            continue
        if fill_gaps or last_import is None:
            known_empty = name in last or (without_club and name in _EMPTY_WITHOUT_CLUB)
            take_over = ours is None and not known_empty
        else:
            # Otherwise it was edited here.
            take_over = any(_as_json(ours) == f.get(name) for f in (last, *other_imports))
        if take_over:
            merged.changed[name] = theirs
        elif fill_gaps:
            if theirs is not None:
                merged.newer.append(name)
        elif last_import is not None or theirs is not None:
            merged.edited.append(name)
    _keep_values_consistent(merged, stored)
    return merged


def _may_be_emptied(
    name: str, player: PlayerRow, stored: Mapping[str, Any], clear_if_empty: Collection[str]
) -> bool:
    """Whether an empty field of the file says something."""
    if name in clear_if_empty or name == STATUS:  # which follows from the other fields
        return True
    if name not in OF_CLUB:
        return False
    if player.facts.get(STATUS) in WITHOUT_CLUB:
        return True
    # A league and contract belong to a club, and do not move to the next one.
    club = player.facts.get("current_team")
    return name != "current_team" and club is not None and club != stored["current_team"]


def _keep_values_consistent(merged: Merged, stored: Mapping[str, Any]) -> None:
    """Leave both market values as they are, should one from the file and one edited not fit."""
    values = {**stored, **merged.changed}
    high, now = values["highest_market_value"], values["market_value"]
    if high is not None and now is not None and high < now:
        for name in ("market_value", "highest_market_value"):
            if name in merged.changed:
                del merged.changed[name]
                merged.edited.append(name)


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
