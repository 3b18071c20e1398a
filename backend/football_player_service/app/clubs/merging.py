"""Merging by hand: two clubs, or competitions, that are one. Nothing is moved, so it can be undone.

What refers to a merged club keeps its id, and is read as the club it was merged into.
"""

from typing import Any

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app import errors, pagecache
from football_player_service.app.clubs import directory
from football_player_service.app.clubs.models import Club, Competition
from football_player_service.app.clubs.service import search_words
from football_player_service.app.db import after_commit, utc_now
from football_player_service.app.players import derived
from football_player_service.app.players.models import Player
from football_player_service.app.record import lines
from football_player_service.app.record.models import StatLine


def merge_club(session: Session, *, club_id: int, into: int) -> None:
    """Merge a club into another. Raises `NotFound`, `Conflict`, `Unprocessable`."""
    club = directory.get_club(session, club_id=club_id)
    target = directory.get_club(session, club_id=into)
    if bool(club.status) != bool(target.status):
        raise errors.Unprocessable("A place without a club and a club cannot be merged.")
    _check(session, club, target)
    club.merged_into = into
    session.flush()
    _rename_players(session, club_id=club_id, old=club.short_name, new=target.short_name)
    _index_players(session, club_ids=[club_id, into])


def split_club(session: Session, *, club_id: int) -> None:
    """Undo the merge of a club. Raises `NotFound`, `Conflict`."""
    club = directory.get_club(session, club_id=club_id)
    into = _merged_into(club)
    target = directory.get_club(session, club_id=into)
    club.merged_into = None
    session.flush()
    _rename_players(session, club_id=club_id, old=target.short_name, new=club.short_name)
    _index_players(session, club_ids=[club_id, into])


def merge_competition(session: Session, *, competition_id: int, into: int) -> None:
    """Merge a competition into another. Raises `NotFound`, `Conflict`, `Unprocessable`."""
    competition = directory.get_competition(session, competition_id=competition_id)
    target = directory.get_competition(session, competition_id=into)
    _check(session, competition, target)
    competition.merged_into = into
    _recompute(session, competition_ids=[competition_id, into])


def split_competition(session: Session, *, competition_id: int) -> None:
    """Undo the merge of a competition. Raises `NotFound`, `Conflict`."""
    competition = directory.get_competition(session, competition_id=competition_id)
    into = _merged_into(competition)
    competition.merged_into = None
    _recompute(session, competition_ids=[competition_id, into])


def _check(session: Session, one: Club | Competition, other: Club | Competition) -> None:
    """No circles, and no chains longer than one."""
    model: Any = type(one)
    if one.id == other.id:
        raise errors.Unprocessable(f"{one.short_name} cannot be merged into itself.")
    if one.merged_into:
        into = session.get_one(model, one.merged_into).short_name
        raise errors.Conflict(
            f"{one.short_name} is already merged into {into}. Undo that first.",
            code="already_merged",
        )
    if other.merged_into:
        into = session.get_one(model, other.merged_into).short_name
        raise errors.Conflict(
            f"{other.short_name} is itself merged into {into}. Merge into {into}.",
            code="target_merged",
        )
    if session.exec(select(func.count()).where(model.merged_into == one.id)).one():
        raise errors.Conflict(
            f"Others are merged into {one.short_name}. Merge {other.short_name} into "
            f"{one.short_name}, or undo those merges first.",
            code="has_merged",
        )


def _merged_into(one: Club | Competition) -> int:
    if one.merged_into is None:
        raise errors.Conflict(f"{one.short_name} is not merged.", code="not_merged")
    return one.merged_into


def _rename_players(session: Session, *, club_id: int, old: str, new: str) -> None:
    """Show the other club at players whose club has its short name; typed names stay."""
    statement = update(Player).where(
        col(Player.club_id) == club_id, col(Player.current_team) == old
    )
    values = {"current_team": new, "version": Player.version + 1, "updated_at": utc_now()}
    session.exec(statement.values(values).execution_options(synchronize_session=False))
    after_commit(session, pagecache.invalidate)


def _index_players(session: Session, *, club_ids: list[int]) -> None:
    """Find the players by all names of their club."""
    group = select(Club.id).where(col(Club.id).in_(club_ids) | col(Club.merged_into).in_(club_ids))
    ids = [id for id in session.exec(group) if id]
    words = search_words(session, ids=ids)
    columns: list[Any] = [Player.id, Player.full_name, Player.current_team, Player.club_id]
    rows = [
        {
            "key": id,
            "search_text": derived.search_text(
                full_name=name, current_team=team, club_words=words[club_id]
            ),
        }
        for id, name, team, club_id in session.exec(
            select(*columns).where(col(Player.club_id).in_(ids))
        )
    ]
    if rows:
        # Of the table: this is no new version of the players.
        players = SQLModel.metadata.tables["players"]
        statement = update(players).where(players.c.id == bindparam("key"))
        session.connection().execute(statement, rows)


def _recompute(session: Session, *, competition_ids: list[int]) -> None:
    """Have the percentiles within the league computed again."""
    seasons = select(StatLine.season_id).where(col(StatLine.competition_id).in_(competition_ids))
    lines.mark_stale(session, season_ids=set(session.exec(seasons)))
    after_commit(session, pagecache.invalidate)
