"""Create, read, update and delete players."""

from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlalchemy import func, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from football_player_service.app import errors, pagecache
from football_player_service.app.clubs import service as clubs
from football_player_service.app.db import after_commit, utc_now
from football_player_service.app.players import derived
from football_player_service.app.players.ages import age_on, today, years_before
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import (
    PlayerFields,
    PlayerPatch,
    PlayerReplace,
)


def get(session: Session, *, player_id: int) -> Player:
    """The player, or `NotFound`."""
    if player := session.get(Player, player_id):
        return player
    raise _not_found(player_id)


def exists(session: Session, *, player_id: int) -> bool:
    """Whether there is such a player."""
    return session.get(Player, player_id) is not None


def _not_found(player_id: int) -> errors.NotFound:
    return errors.NotFound(f"Player {player_id} does not exist.", code="player_not_found")


def etag(player: Player) -> str:
    """The ETag of the player's data; a new report does not change it."""
    return f'"{player.version}"'


def columns(
    session: Session, *, fields: PlayerFields, current: Player | None = None
) -> dict[str, Any]:
    """Column values for validated fields, including the derived columns."""
    born, estimated = birth(fields, current=current)
    values = vars(fields) | {"date_of_birth": born, "date_of_birth_is_estimate": estimated}
    del values["age"]
    club_id = _club_id(session, fields, current)
    words = clubs.search_words(session, ids=[club_id]) if club_id else {}
    return (
        values
        | {"club_id": club_id}
        | derived.columns(
            full_name=fields.full_name,
            current_team=fields.current_team,
            date_of_birth=born,
            contract_until=fields.contract_until,
            day=today(),
            club_words=words.get(club_id or 0, ""),
        )
    )


def _club_id(session: Session, fields: PlayerFields, current: Player | None) -> int | None:
    """The club that the written name means, if it is known; that of an unchanged name stays."""
    if current and current.club_id and fields.current_team == current.current_team:
        return current.club_id
    if not fields.current_team:
        return None
    return clubs.find_club(session, name=fields.current_team, league=fields.league)


def birth(fields: PlayerFields, *, current: Player | None) -> tuple[date | None, bool]:
    """The birth date to store, and whether it is estimated from an age.

    An unchanged age keeps the current birth date; an unchanged birth date stays an estimate.
    """
    known = current.date_of_birth if current else None
    was_estimate = current.date_of_birth_is_estimate if current else False
    if fields.date_of_birth:
        return fields.date_of_birth, was_estimate and fields.date_of_birth == known
    if fields.age is None:
        return None, False
    if known and age_on(known, today()) == fields.age:
        return known, was_estimate
    return years_before(today(), fields.age), True


def create(session: Session, *, fields: PlayerFields) -> Player:
    """Add a player; `Conflict` if source and source_id are taken."""
    player = Player(**columns(session, fields=fields))
    session.add(player)
    _flush(session, player)
    return player


def replace(
    session: Session, *, player_id: int, fields: PlayerFields, if_match: str | None
) -> Player:
    """Replace all fields; `PreconditionFailed` if `if_match` is not the current version."""
    player = get(session, player_id=player_id)
    check_version(player, if_match)
    values = columns(session, fields=fields, current=player)
    changed = {name: value for name, value in values.items() if getattr(player, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(player, name, value)
        player.updated_at = utc_now()
        _flush(session, player)
    return player


def patch(session: Session, *, player_id: int, fields: PlayerPatch, if_match: str | None) -> Player:
    """Change the given fields; `Unprocessable` if they contradict the others."""
    player = get(session, player_id=player_id)
    changes = fields.model_dump(exclude_unset=True)
    known = {name: getattr(player, name) for name in PlayerReplace.model_fields if name != "age"}
    if changes.get("age") is not None and "date_of_birth" not in changes:
        del known["date_of_birth"]
    try:
        stored = {player.country, player.second_country}
        whole = PlayerReplace.model_validate(known | changes, context={"stored": stored})
    except ValidationError as error:
        found = errors.field_problems([e | {"loc": ("body", *e["loc"])} for e in error.errors()])
        raise errors.Unprocessable(
            "The change contradicts the other fields.", code="validation_error", errors=found
        ) from None
    return replace(session, player_id=player_id, fields=whole, if_match=if_match)


def delete(session: Session, *, player_id: int, if_match: str | None) -> None:
    """Delete a player and dependent rows."""
    player = get(session, player_id=player_id)
    check_version(player, if_match)
    session.delete(player)
    _flush(session, player)


def set_report(session: Session, *, player_id: int, report: str) -> None:
    """Make `report` the player's current one; neither the version nor `updated_at` changes.

    `NotFound` for an unknown player.
    """
    statement = update(Player).where(col(Player.id) == player_id).values(scouting_report=report)
    # No `Player` of this session needs to see the change.
    if session.exec(statement.execution_options(synchronize_session=False)).rowcount == 0:
        raise _not_found(player_id)
    after_commit(session, pagecache.invalidate)


def check_version(player: Player, if_match: str | None) -> None:
    """`PreconditionFailed` unless `if_match` (an `If-Match` header) matches the version."""
    if if_match is None or if_match.strip() == "*":
        return
    if etag(player) not in [tag.strip() for tag in if_match.split(",")]:
        raise _edit_conflict()


def _edit_conflict() -> errors.PreconditionFailed:
    return errors.PreconditionFailed(
        "The player was changed in the meantime. Reload it and repeat your change."
    )


def _flush(session: Session, player: Player) -> None:
    source = f"{player.source} {player.source_id}"
    try:
        session.flush()
    except StaleDataError:
        raise _edit_conflict() from None
    except IntegrityError:
        raise errors.Conflict(
            f"A player with source {source} already exists.", code="duplicate_source"
        ) from None
    after_commit(session, pagecache.invalidate)


def count(session: Session) -> int:
    """The number of players."""
    return session.exec(select(func.count()).select_from(Player)).one()
